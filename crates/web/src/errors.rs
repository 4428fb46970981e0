//! Pages that say that something did not work. A handler answers [`Failure`]; whatever fails
//! before a handler (no such page, too big, too slow) gets the same pages from [`dress`].
//!
//! Nothing of the request is repeated: no address, no field, no name.

use crate::shell::PublicShell;
use crate::text::Texts;
use crate::{Face, language};
use askama::Template;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use lexicon::{Language, Phrase};
use workflow::{Refusal, RefusalKind};

/// Seconds after which a busy node asks to be tried again.
pub const RETRY_AFTER_S: &str = "60";

/// Why a page is not shown. `said` stands on the page, `known` goes to the log.
#[derive(Clone, Debug)]
pub struct Failure {
    pub status: StatusCode,
    /// The keys `error-<name>-title` and `error-<name>-help`.
    pub name: &'static str,
    /// Said in place of the help, when a verb knows better.
    pub said: Option<Phrase>,
    pub known: String,
}

impl Failure {
    pub fn new(status: StatusCode, name: &'static str) -> Self {
        Self { status, name, said: None, known: String::new() }
    }

    pub fn of_status(status: StatusCode) -> Self {
        Self::new(status, name_of(status))
    }

    pub fn not_found() -> Self {
        Self::of_status(StatusCode::NOT_FOUND)
    }

    pub fn bad_input() -> Self {
        Self::of_status(StatusCode::BAD_REQUEST)
    }

    pub fn not_signed_in() -> Self {
        Self::of_status(StatusCode::UNAUTHORIZED)
    }

    /// A form without the token of its page, or sent from another site.
    pub fn token() -> Self {
        Self::new(StatusCode::FORBIDDEN, "token")
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        let (status, name) = match refusal.kind {
            RefusalKind::NotSignedIn => (StatusCode::UNAUTHORIZED, "401"),
            RefusalKind::NotFound => (StatusCode::NOT_FOUND, "404"),
            RefusalKind::NotAllowed => (StatusCode::FORBIDDEN, "403"),
            RefusalKind::BadInput => (StatusCode::BAD_REQUEST, "400"),
            RefusalKind::Changed | RefusalKind::Wait => (StatusCode::CONFLICT, "409"),
            RefusalKind::Busy => (StatusCode::SERVICE_UNAVAILABLE, "503"),
            RefusalKind::ReadOnly => (StatusCode::SERVICE_UNAVAILABLE, "read-only"),
            RefusalKind::NotSetUp { is_yours: true } => {
                (StatusCode::SERVICE_UNAVAILABLE, "set-up-yours")
            }
            RefusalKind::NotSetUp { is_yours: false } => {
                (StatusCode::SERVICE_UNAVAILABLE, "set-up")
            }
            RefusalKind::Fault => (StatusCode::INTERNAL_SERVER_ERROR, "500"),
        };
        // The page of an unfinished set-up says more than the verb.
        let is_said = refusal.said.key.starts_with("refusal-") && name != "set-up-yours";
        let said = is_said.then_some(refusal.said);
        Self { status, name, said, known: refusal.known }
    }
}

impl From<askama::Error> for Failure {
    fn from(error: askama::Error) -> Self {
        let failure = Self::of_status(StatusCode::INTERNAL_SERVER_ERROR);
        Self { known: error.to_string(), ..failure }
    }
}

impl IntoResponse for Failure {
    /// The bare status; [`dress`] puts the page on, in the reader's language.
    fn into_response(self) -> Response {
        if !self.known.is_empty() {
            tracing::warn!(status = self.status.as_u16(), known = %self.known, "page refused");
        }
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

fn name_of(status: StatusCode) -> &'static str {
    match status.as_u16() {
        401 => "401",
        403 => "403",
        404 => "404",
        405 => "405",
        408 => "408",
        409 => "409",
        413 => "413",
        414 => "414",
        429 => "429",
        503 => "503",
        500..=599 => "500",
        _ => "400",
    }
}

/// Marks an answer that is a page already although its status tells of a failure: a form shown
/// again with its complaints.
#[derive(Clone, Copy, Debug)]
pub struct IsDressed;

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    t: Texts,
    shell: PublicShell,
    title: String,
    help: String,
    home: String,
    /// Shown with a way to sign in.
    is_signed_out: bool,
    /// Shown with a way to finish the set-up, to who can.
    may_set_up: bool,
}

/// The layer that turns bare statuses into pages (or, under `/api/`, into JSON).
pub async fn dress(State(face): State<Face>, request: Request, next: Next) -> Response {
    let language = language::of(request.uri(), request.headers());
    let path = request.uri().path().to_owned();
    let response = next.run(request).await;
    let status = response.status();
    let is_failure = status.is_client_error() || status.is_server_error();
    if !is_failure || response.extensions().get::<IsDressed>().is_some() {
        return response;
    }
    let failure =
        response.extensions().get::<Failure>().cloned().unwrap_or(Failure::of_status(status));
    let kept = keep_headers(response.headers(), status);
    if path.starts_with("/api/") {
        return (failure.status, kept, json(&failure, language)).into_response();
    }
    (failure.status, kept, Html(page(&failure, language, face))).into_response()
}

/// The headers of the bare answer that a client needs.
fn keep_headers(bare: &HeaderMap, status: StatusCode) -> HeaderMap {
    let mut kept = HeaderMap::new();
    for name in [header::ALLOW, header::RETRY_AFTER, header::SET_COOKIE] {
        if let Some(value) = bare.get(&name) {
            kept.insert(name, value.clone());
        }
    }
    let is_wait = [StatusCode::SERVICE_UNAVAILABLE, StatusCode::TOO_MANY_REQUESTS];
    if is_wait.contains(&status) && !kept.contains_key(header::RETRY_AFTER) {
        kept.insert(header::RETRY_AFTER, HeaderValue::from_static(RETRY_AFTER_S));
    }
    kept
}

fn json(failure: &Failure, language: Language) -> axum::Json<serde_json::Value> {
    let t = Texts::new(language);
    axum::Json(serde_json::json!({
        "error": failure.name,
        "said": failure.said.as_ref().map_or_else(|| help(failure, t), |said| t.phrase(said)),
        "fields": [],
    }))
}

fn help(failure: &Failure, t: Texts) -> String {
    t.say(format!("error-{}-help", failure.name))
}

fn page(failure: &Failure, language: Language, face: Face) -> String {
    let t = Texts::new(language);
    let is_staff = face == Face::Staff;
    let page = ErrorPage {
        t,
        shell: PublicShell::bare(language, is_staff),
        title: t.say(format!("error-{}-title", failure.name)),
        help: failure.said.as_ref().map_or_else(|| help(failure, t), |said| t.phrase(said)),
        home: if is_staff { "/".to_owned() } else { format!("/?lang={}", language.tag) },
        may_set_up: failure.name == "set-up-yours",
        is_signed_out: is_staff && failure.status == StatusCode::UNAUTHORIZED,
    };
    page.render().unwrap_or_else(|_| failure.name.to_owned())
}
