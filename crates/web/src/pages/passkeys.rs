//! The officer's passkeys: adding one, naming it, removing it. And what every page that offers one
//! needs: the question to the device, and what the browser sent back.

use super::cases::said;
use crate::fields::Fields;
use crate::{Failure, Officer, Route, StaffShell, Texts, go, page, page_with, with_script};
use askama::Template;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use axum::routing::{get, post};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use guard::Action;
use guard::members::Party;
use lexicon::ids::PasskeyId;
use serde::Deserialize;
use std::net::IpAddr;
use std::sync::Arc;
use workflow::add_passkey::{
    MadePasskey, PASSKEYS_MAX, PasskeyLine, add_passkey, list_passkeys, remove_passkey,
};
use workflow::use_passkey::{UsedPasskey, door_challenge, own_challenge};
use workflow::{Node, Refusal, RefusalKind};
use zeroize::Zeroizing;

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/settings/passkeys", Action::OwnSettings, || get(show)),
    Route::post("/settings/passkeys", Action::OwnSettings, || post(add)),
    Route::post("/settings/passkeys/remove", Action::OwnSettings, || post(remove)),
];

/// The address at which the node is reached, if passkeys work there: a name, with TLS or on this
/// machine. A number of the network has none.
pub fn party(headers: &HeaderMap) -> Option<Party> {
    let address = headers.get(header::HOST)?.to_str().ok()?.to_ascii_lowercase();
    let host = address.rsplit_once(':').map_or(address.as_str(), |(name, _)| name).to_owned();
    let is_number = host.starts_with('[') || host.parse::<IpAddr>().is_ok();
    if host.is_empty() || is_number {
        return None;
    }
    let scheme = if host == "localhost" { "http" } else { "https" };
    Some(Party { origin: format!("{scheme}://{address}"), host })
}

/// What the script asks the device.
pub struct Ask {
    pub challenge: String,
    pub host: String,
}

impl Ask {
    /// For the door, where nobody is known; none where passkeys do not work.
    pub fn at_door(node: &Node, headers: &HeaderMap) -> Option<Self> {
        party(headers).map(|party| Self::new(&door_challenge(node), party))
    }

    /// For an officer who is signed in; none on a shared device.
    pub fn of(node: &Node, officer: &Officer, headers: &HeaderMap) -> Option<Self> {
        let party = party(headers).filter(|_| !officer.signed.is_shared)?;
        Some(Self::new(&own_challenge(node, &officer.signed), party))
    }

    fn new(challenge: &[u8], party: Party) -> Self {
        Self { challenge: URL_SAFE_NO_PAD.encode(challenge), host: party.host }
    }
}

/// What the browser sent of a passkey that was used; none when the form came without.
pub fn used(fields: &Fields) -> Option<UsedPasskey> {
    let part = |name: &str| URL_SAFE_NO_PAD.decode(fields.get(name)).ok();
    let credential = part("credential").filter(|id| !id.is_empty())?;
    Some(UsedPasskey {
        credential,
        client_data: part("client")?,
        authenticator_data: part("authenticator")?,
        signature: part("signature")?,
        given: given(fields),
    })
}

fn given(fields: &Fields) -> Option<Zeroizing<[u8; 32]>> {
    let bytes = Zeroizing::new(URL_SAFE_NO_PAD.decode(fields.get("given")).ok()?);
    bytes.as_slice().try_into().ok().map(Zeroizing::new)
}

#[derive(Template)]
#[template(path = "passkeys.html")]
struct PasskeysPage {
    t: Texts,
    shell: StaffShell,
    passkeys: Vec<PasskeyLine>,
    /// The question to the device; none where passkeys do not work.
    ask: Option<Ask>,
    /// Id of the officer for the device, and the name that the device shows.
    officer: (String, String),
    is_shared: bool,
    is_fresh: bool,
    /// What was done a moment ago: `added` or `removed`.
    done: String,
    name: String,
    errors: Vec<(String, String)>,
}

impl PasskeysPage {
    fn known(&self) -> String {
        let ids = self.passkeys.iter().map(|passkey| URL_SAFE_NO_PAD.encode(&passkey.credential));
        ids.collect::<Vec<_>>().join(" ")
    }

    fn is_full(&self) -> bool {
        self.passkeys.len() >= PASSKEYS_MAX
    }

    fn added(&self, passkey: &PasskeyLine) -> String {
        self.t.day(&passkey.added_on)
    }

    fn error(&self, field: &str) -> &str {
        self.errors.iter().find(|(f, _)| f == field).map_or("", |(_, said)| said)
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct After {
    done: String,
}

async fn made(
    node: &Node,
    officer: &Officer,
    headers: &HeaderMap,
    done: String,
) -> Result<PasskeysPage, Failure> {
    let passkeys = list_passkeys(node, &officer.signed).await?;
    let signed = &officer.signed;
    let id = URL_SAFE_NO_PAD.encode(signed.officer.id.bytes());
    Ok(PasskeysPage {
        t: officer.t(),
        shell: officer.shell().scripted(),
        passkeys,
        ask: Ask::of(node, officer, headers),
        officer: (id, signed.shown_name.clone()),
        is_shared: signed.is_shared,
        is_fresh: signed.is_fresh(node.clock.now_s()),
        done,
        name: String::new(),
        errors: Vec::new(),
    })
}

async fn show(
    State(node): State<Arc<Node>>,
    officer: Officer,
    headers: HeaderMap,
    Query(after): Query<After>,
) -> Result<Response, Failure> {
    let shown = made(&node, &officer, &headers, after.done).await?;
    Ok(with_script(page(&shown)?))
}

async fn add(
    State(node): State<Arc<Node>>,
    officer: Officer,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Failure> {
    let party = party(&headers).ok_or_else(Failure::bad_input)?;
    let part = |name: &str| URL_SAFE_NO_PAD.decode(fields.get(name)).unwrap_or_default();
    let new = MadePasskey {
        name: fields.get("name").to_owned(),
        client_data: part("client"),
        authenticator_data: part("authenticator"),
        given: given(&fields),
    };
    match add_passkey(&node, &officer.signed, &party, new).await {
        Ok(_) => go("/settings/passkeys?done=added"),
        Err(refusal) => again(&node, &officer, &headers, (refusal, fields.get("name"))).await,
    }
}

async fn remove(
    State(node): State<Arc<Node>>,
    officer: Officer,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Failure> {
    let id = PasskeyId::parse(fields.get("passkey")).ok_or_else(Failure::not_found)?;
    match remove_passkey(&node, &officer.signed, id).await {
        Ok(()) => go("/settings/passkeys?done=removed"),
        Err(refusal) => again(&node, &officer, &headers, (refusal, "")).await,
    }
}

/// The page once more with its complaints. Without a fresh proof it says how to give one.
async fn again(
    node: &Node,
    officer: &Officer,
    headers: &HeaderMap,
    (refusal, name): (Refusal, &str),
) -> Result<Response, Failure> {
    let status = match refusal.kind {
        RefusalKind::BadInput => StatusCode::UNPROCESSABLE_ENTITY,
        RefusalKind::NotAllowed => StatusCode::FORBIDDEN,
        _ => return Err(refusal.into()),
    };
    let mut shown = made(node, officer, headers, String::new()).await?;
    shown.errors = said(&shown.t, &refusal.fields);
    name.clone_into(&mut shown.name);
    Ok(with_script(page_with(status, &shown)?))
}

#[cfg(test)]
mod tests {
    use super::party;
    use axum::http::{HeaderMap, HeaderValue, header};

    #[test]
    fn passkeys_belong_to_a_name_and_not_to_a_number() {
        let check = |host: &'static str, expected: Option<(&str, &str)>| {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, HeaderValue::from_static(host));
            let found = party(&headers).map(|p| (p.host, p.origin));
            let expected = expected.map(|(h, o)| (h.to_owned(), o.to_owned()));
            assert_eq!(found, expected, "{host}");
        };
        check("localhost:8080", Some(("localhost", "http://localhost:8080")));
        check("Node.Example", Some(("node.example", "https://node.example")));
        check("node.example:8443", Some(("node.example", "https://node.example:8443")));
        check("127.0.0.1:8080", None);
        check("10.0.0.7", None);
        check("[::1]:8080", None);
        check("", None);
    }
}
