//! Pages and the JSON API: the only crate that makes HTML. A request comes in through one of two
//! listeners, public or staff, and reaches a verb of `workflow`.
//!
//! Architecture invariant: no SQL, no key and no sealed value here; no text for a reader outside
//! `locales/`; no script and no style in a page, nothing loaded from elsewhere. One script file is
//! loaded by pages of officers that offer a passkey, and by every page of a shared device.

pub mod assets;
#[cfg(test)]
mod components;
pub mod csrf;
pub mod errors;
mod fields;
#[cfg(test)]
mod frame_tests;
pub mod headers;
pub mod icons;
pub mod language;
pub mod nav;
pub mod officer;
pub mod pages;
pub mod routes;
pub mod shell;
pub mod text;
pub mod upload;

pub use errors::Failure;
pub use officer::Officer;
pub use routes::Route;
pub use shell::{PublicShell, StaffShell, Visitor, go, page, page_again, page_with, with_script};
pub use text::Texts;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::RequestBodyTimeoutLayer;
use workflow::Node;

/// Requests in work at once on one listener; others wait.
const AT_ONCE_MAX: usize = 512;
/// How long a request waits for its place before it is told so.
const WAIT_S_MAX: u64 = 20;
/// A sender that is silent for so long is cut off; a slow one is not.
const SILENCE_S_MAX: u64 = 30;
/// Bytes of an address.
const ADDRESS_BYTES_MAX: usize = 2048;

/// Which listener a page stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    Public,
    Staff,
    Both,
}

/// What strangers reach: reporting and coming back with a code. No page of officers.
pub fn public(node: Arc<Node>) -> Router {
    dressed(routes::router(Face::Public).with_state(node), Face::Public)
}

/// What officers reach. Every change needs the token of the page it comes from.
pub fn staff(node: Arc<Node>) -> Router {
    let need_token = middleware::from_fn_with_state(Arc::clone(&node), csrf::need_token);
    let shared =
        middleware::from_fn_with_state(Arc::clone(&node), pages::sign_in::on_shared_device);
    let doors = routes::router(Face::Staff).with_state(node).layer(need_token).layer(shared);
    dressed(doors, Face::Staff)
}

/// The layers of both listeners, the outermost last.
fn dressed(router: Router, face: Face) -> Router {
    router
        .layer(middleware::from_fn(csrf::refuse_other_sites))
        .layer(RequestBodyTimeoutLayer::new(Duration::from_secs(SILENCE_S_MAX)))
        .layer(middleware::from_fn_with_state(Places::new(), wait_for_a_place))
        .layer(middleware::from_fn(refuse_long_addresses))
        .layer(middleware::from_fn_with_state(face, errors::dress))
        .layer(CompressionLayer::new())
        .layer(middleware::from_fn(headers::set))
}

#[derive(Clone)]
struct Places(Arc<Semaphore>);

impl Places {
    fn new() -> Self {
        Self(Arc::new(Semaphore::new(AT_ONCE_MAX)))
    }
}

/// Too many at once wait their turn; who waited too long is told so honestly. No address of the
/// network plays a part.
async fn wait_for_a_place(State(places): State<Places>, request: Request, next: Next) -> Response {
    let wait = Duration::from_secs(WAIT_S_MAX);
    match tokio::time::timeout(wait, places.0.acquire()).await {
        Ok(Ok(_place)) => next.run(request).await,
        _ => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

async fn refuse_long_addresses(request: Request, next: Next) -> Response {
    let uri = request.uri();
    let query = uri.query().map_or(0, str::len);
    if uri.path().len() + query > ADDRESS_BYTES_MAX {
        return StatusCode::URI_TOO_LONG.into_response();
    }
    next.run(request).await
}
