//! The door of the staff side: sign in, and lock.

use super::cases::said;
use super::passkeys::{Ask, party, used};
use crate::fields::Fields;
use crate::{Failure, Officer, Route, StaffShell, Texts, csrf, go, language, officer};
use crate::{page, page_again, page_with, with_script};
use askama::Template;
use axum::extract::{Query, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::Response;
use axum::routing::{get, post};
use guard::Action;
use serde::Deserialize;
use std::sync::Arc;
use workflow::sign_in::{At, Proof, sign_in_at, sign_out};
use workflow::use_passkey::sign_in_by_passkey;
use workflow::{Node, Refusal, RefusalKind};
use zeroize::Zeroizing;

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::open_get("/sign-in", || get(show)),
    Route::open_post("/sign-in", || post(enter)),
    Route::get("/still-here", Action::OwnSettings, || get(still_here)),
    Route::post("/lock", Action::OwnSettings, || post(lock)),
];

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInPage {
    t: Texts,
    shell: StaffShell,
    /// The one-time code may be left empty.
    is_demo: bool,
    /// The question to a passkey; none where passkeys do not work.
    ask: Option<Ask>,
    /// The page of a shared device locked itself.
    is_locked: bool,
    /// The desk came back to its key a moment ago.
    is_recovered: bool,
    /// The box was ticked.
    is_shared: bool,
    /// What was typed as the name; secrets are never sent back.
    name: String,
    errors: Vec<(String, String)>,
}

fn sign_in_page(
    node: &Node,
    (uri, headers): (&Uri, &HeaderMap),
    (name, is_shared): (&str, bool),
    errors: Vec<(String, String)>,
) -> SignInPage {
    let language = language::of(uri, headers);
    let mut shell = StaffShell::before_sign_in(language, csrf::before_sign_in(node)).scripted();
    shell.banner = officer::banner(node);
    let (t, name) = (Texts::new(language), name.to_owned());
    let ask = Ask::at_door(node, headers);
    let is_demo = node.is_demo;
    let (is_locked, is_recovered) = (false, false);
    SignInPage { t, shell, is_demo, ask, is_locked, is_recovered, is_shared, name, errors }
}

async fn show(
    State(node): State<Arc<Node>>,
    uri: Uri,
    headers: HeaderMap,
    Query(came): Query<Came>,
) -> Result<Response, Failure> {
    if workflow::set_up_node::is_empty(&node).await? {
        return go("/first-run");
    }
    let mut shown = sign_in_page(&node, (&uri, &headers), ("", false), Vec::new());
    shown.is_locked = !came.locked.is_empty();
    shown.is_recovered = !came.recovered.is_empty();
    let response = with_script(page(&shown)?);
    // A session that is over leaves nothing behind, also where no script could end it.
    let is_over = shown.is_locked && officer::signed(&node, &headers).is_none();
    if is_over { left_nothing(response) } else { Ok(response) }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Came {
    locked: String,
    recovered: String,
}

/// Whoever is at a shared device says by this that the page is not left alone.
async fn still_here(_: Officer) -> StatusCode {
    StatusCode::NO_CONTENT
}

/// The layer of the staff side: every page of a shared device carries the script that locks it.
pub async fn on_shared_device(
    State(node): State<Arc<Node>>,
    request: Request,
    next: Next,
) -> Response {
    let token = officer::token_hash(request.headers());
    let is_shared = token.is_some_and(|hash| node.sessions.is_shared(&hash));
    let response = next.run(request).await;
    if is_shared { with_script(response) } else { response }
}

async fn enter(
    State(node): State<Arc<Node>>,
    uri: Uri,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Failure> {
    let is_shared = fields.has("shared");
    let party = party(&headers);
    let passkey = party.as_ref().zip(used(&fields));
    let begun = match passkey {
        Some((party, used)) if fields.get("passphrase").is_empty() => {
            sign_in_by_passkey(&node, party, &used).await
        }
        passkey => sign_in_at(&node, typed(&fields), &At { is_shared, passkey }).await,
    };
    match begun {
        Ok(signed) => {
            let mut response = go("/")?;
            let cookie = officer::cookie(&signed.token, !is_localhost(&headers));
            set_cookie(&mut response, &cookie)?;
            Ok(response)
        }
        Err(refusal) if matches!(refusal.kind, RefusalKind::BadInput | RefusalKind::Busy) => {
            refused(&node, (&uri, &headers), &fields, &refusal)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn typed(fields: &Fields) -> Proof {
    Proof {
        sign_in_name: fields.get("name").to_owned(),
        passphrase: Zeroizing::new(fields.get("passphrase").to_owned()),
        code: fields.get("code").to_owned(),
    }
}

fn refused(
    node: &Node,
    (uri, headers): (&Uri, &HeaderMap),
    fields: &Fields,
    refusal: &Refusal,
) -> Result<Response, Failure> {
    let t = Texts::new(language::of(uri, headers));
    let mut errors = said(&t, &refusal.fields);
    for (field, _) in &mut errors {
        "name".clone_into(field);
    }
    if errors.is_empty() {
        errors.push(("name".to_owned(), t.phrase(&refusal.said)));
    }
    let typed = (fields.get("name"), fields.has("shared"));
    let page = sign_in_page(node, (uri, headers), typed, errors);
    // A name that must wait after wrong tries is no overload of the node.
    let response = if refusal.said.key == "refusal-busy" {
        page_with(StatusCode::SERVICE_UNAVAILABLE, &page)?
    } else {
        page_again(&page)?
    };
    Ok(with_script(response))
}

async fn lock(State(node): State<Arc<Node>>, officer: Officer) -> Result<Response, Failure> {
    sign_out(&node, &officer.token_hash);
    left_nothing(go("/sign-in?locked=1")?)
}

/// Takes away the cookie, what is stored, and every page that the browser keeps to go back to.
fn left_nothing(mut response: Response) -> Result<Response, Failure> {
    set_cookie(&mut response, &officer::no_cookie())?;
    let all = HeaderValue::from_static("\"cache\", \"storage\"");
    response.headers_mut().insert("clear-site-data", all);
    Ok(response)
}

/// Only an address on this machine may be reached without TLS, so only there is the cookie sent
/// without it.
fn is_localhost(headers: &HeaderMap) -> bool {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    matches!(name, "localhost" | "127.0.0.1" | "[::1]")
}

fn set_cookie(response: &mut Response, cookie: &str) -> Result<(), Failure> {
    let cookie = HeaderValue::from_str(cookie).map_err(|_| Failure::bad_input())?;
    response.headers_mut().insert(header::SET_COOKIE, cookie);
    Ok(())
}
