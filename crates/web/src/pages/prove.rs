//! An officer proves again who they are, without leaving the session, and goes back to where the
//! proof was asked for.

use super::cases::said;
use super::passkeys::{Ask, party, used};
use crate::fields::Fields;
use crate::{Failure, Officer, Route, StaffShell, Texts, go, nav, page, page_again, with_script};
use askama::Template;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::{get, post};
use guard::Action;
use lexicon::ids::PersonId;
use serde::Deserialize;
use std::sync::Arc;
use workflow::sign_in::prove_again_with;
use workflow::use_passkey::prove_by_passkey;
use workflow::{Node, Refusal, RefusalKind};
use zeroize::Zeroizing;

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/prove", Action::OwnSettings, || get(show)),
    Route::post("/prove", Action::OwnSettings, || post(prove)),
];

/// Where a proof was asked for. A closed list with ids in it: no address that somebody sends is
/// ever followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// The identity of a person.
    Person(PersonId),
    /// Looking for a person.
    Find,
    /// The officer's passkeys.
    Passkeys,
    /// The recovery of the own desk's key, and the choice of its custodians.
    Recovery,
    Custodians,
    /// The shares that the officer keeps.
    Shares,
    /// The first page of the role.
    First(&'static str),
}

impl Place {
    fn read(name: &str, id: &str, officer: &Officer) -> Self {
        match (name, PersonId::parse(id)) {
            ("person", Some(id)) => Self::Person(id),
            ("find", _) => Self::Find,
            ("passkeys", _) => Self::Passkeys,
            ("recovery", _) => Self::Recovery,
            ("custodians", _) => Self::Custodians,
            ("shares", _) => Self::Shares,
            _ => Self::First(nav::first_page(officer)),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Person(_) => "person",
            Self::Find => "find",
            Self::Passkeys => "passkeys",
            Self::Recovery => "recovery",
            Self::Custodians => "custodians",
            Self::Shares => "shares",
            Self::First(_) => "first",
        }
    }

    fn id(self) -> String {
        match self {
            Self::Person(id) => id.to_string(),
            _ => String::new(),
        }
    }

    fn address(self) -> String {
        match self {
            Self::Person(id) => format!("/persons/{id}/open"),
            Self::Find => "/find".to_owned(),
            Self::Passkeys => "/settings/passkeys".to_owned(),
            Self::Recovery => "/desk/recovery".to_owned(),
            Self::Custodians => "/desk/recovery/custodians".to_owned(),
            Self::Shares => "/shares".to_owned(),
            Self::First(path) => path.to_owned(),
        }
    }
}

#[derive(Template)]
#[template(path = "prove.html")]
struct ProvePage {
    t: Texts,
    shell: StaffShell,
    to: Place,
    /// The question to a passkey; none where passkeys do not work.
    ask: Option<Ask>,
    is_shared: bool,
    /// The one-time code may be left empty.
    is_demo: bool,
    errors: Vec<(String, String)>,
}

impl ProvePage {
    fn new(
        node: &Node,
        (officer, headers): (&Officer, &HeaderMap),
        to: Place,
        errors: Vec<(String, String)>,
    ) -> Self {
        let (t, shell) = (officer.t(), officer.shell().scripted());
        let ask = Ask::of(node, officer, headers);
        let (is_demo, is_shared) = (node.is_demo, officer.signed.is_shared);
        Self { t, shell, to, ask, is_shared, is_demo, errors }
    }

    fn error(&self) -> &str {
        self.errors.first().map_or("", |(_, said)| said)
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Asked {
    to: String,
    id: String,
}

async fn show(
    State(node): State<Arc<Node>>,
    officer: Officer,
    headers: HeaderMap,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let to = Place::read(&asked.to, &asked.id, &officer);
    let shown = ProvePage::new(&node, (&officer, &headers), to, Vec::new());
    Ok(with_script(page(&shown)?))
}

/// By a passkey alone, or by the passphrase with a code or with a passkey in its place.
async fn proof(
    node: &Node,
    officer: &Officer,
    headers: &HeaderMap,
    fields: &Fields,
) -> Result<(), Refusal> {
    let who = (&officer.token_hash, &officer.signed);
    let passphrase = Zeroizing::new(fields.get("passphrase").to_owned());
    let party = party(headers);
    let passkey = party.as_ref().zip(used(fields));
    match passkey {
        Some((party, used)) if passphrase.is_empty() => {
            prove_by_passkey(node, who, party, &used).await
        }
        passkey => {
            let code = fields.get("code").to_owned();
            prove_again_with(node, who, passphrase, (code, passkey)).await
        }
    }
}

async fn prove(
    State(node): State<Arc<Node>>,
    officer: Officer,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Failure> {
    let to = Place::read(fields.get("to"), fields.get("id"), &officer);
    match proof(&node, &officer, &headers, &fields).await {
        Ok(()) => go(&to.address()),
        Err(refusal) if matches!(refusal.kind, RefusalKind::BadInput | RefusalKind::Busy) => {
            let t = officer.t();
            let mut errors = said(&t, &refusal.fields);
            if errors.is_empty() {
                errors.push(("passphrase".to_owned(), t.phrase(&refusal.said)));
            }
            let shown = ProvePage::new(&node, (&officer, &headers), to, errors);
            Ok(with_script(page_again(&shown)?))
        }
        Err(refusal) => Err(refusal.into()),
    }
}
