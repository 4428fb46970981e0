//! The door of the staff side: sign in, and lock.

use super::cases::said;
use crate::fields::Fields;
use crate::{Failure, Officer, Route, StaffShell, Texts, csrf, go, language, officer};
use crate::{page, page_again, page_with};
use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::Response;
use axum::routing::{get, post};
use guard::Action;
use std::sync::Arc;
use workflow::sign_in::{Proof, sign_in, sign_out};
use workflow::{Node, RefusalKind};
use zeroize::Zeroizing;

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::open_get("/sign-in", || get(show)),
    Route::open_post("/sign-in", || post(enter)),
    Route::post("/lock", Action::OwnSettings, || post(lock)),
];

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInPage {
    t: Texts,
    shell: StaffShell,
    /// The one-time code may be left empty.
    is_demo: bool,
    /// What was typed as the name; secrets are never sent back.
    name: String,
    errors: Vec<(String, String)>,
}

fn sign_in_page(
    node: &Node,
    (uri, headers): (&Uri, &HeaderMap),
    name: &str,
    errors: Vec<(String, String)>,
) -> SignInPage {
    let language = language::of(uri, headers);
    let mut shell = StaffShell::before_sign_in(language, csrf::before_sign_in(node));
    shell.banner = officer::banner(node);
    let (t, name) = (Texts::new(language), name.to_owned());
    SignInPage { t, shell, is_demo: node.is_demo, name, errors }
}

async fn show(
    State(node): State<Arc<Node>>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    if workflow::set_up_node::is_empty(&node).await? {
        return go("/first-run");
    }
    page(&sign_in_page(&node, (&uri, &headers), "", Vec::new()))
}

async fn enter(
    State(node): State<Arc<Node>>,
    uri: Uri,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Failure> {
    let proof = Proof {
        sign_in_name: fields.get("name").to_owned(),
        passphrase: Zeroizing::new(fields.get("passphrase").to_owned()),
        code: fields.get("code").to_owned(),
    };
    match sign_in(&node, proof).await {
        Ok(signed) => {
            let mut response = go("/")?;
            let cookie = officer::cookie(&signed.token, !is_localhost(&headers));
            set_cookie(&mut response, &cookie)?;
            Ok(response)
        }
        Err(refusal) if matches!(refusal.kind, RefusalKind::BadInput | RefusalKind::Busy) => {
            let t = Texts::new(language::of(&uri, &headers));
            let mut errors = said(&t, &refusal.fields);
            for (field, _) in &mut errors {
                "name".clone_into(field);
            }
            if errors.is_empty() {
                errors.push(("name".to_owned(), t.phrase(&refusal.said)));
            }
            let page = sign_in_page(&node, (&uri, &headers), fields.get("name"), errors);
            // A name that must wait after wrong tries is no overload of the node.
            if refusal.said.key == "refusal-busy" {
                return page_with(StatusCode::SERVICE_UNAVAILABLE, &page);
            }
            page_again(&page)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

async fn lock(State(node): State<Arc<Node>>, officer: Officer) -> Result<Response, Failure> {
    sign_out(&node, &officer.token_hash);
    let mut response = go("/sign-in")?;
    set_cookie(&mut response, &officer::no_cookie())?;
    response
        .headers_mut()
        .insert("clear-site-data", HeaderValue::from_static("\"cache\", \"storage\""));
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
