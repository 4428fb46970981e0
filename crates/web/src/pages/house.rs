//! What protects the house at once: keeping an officer out, and sealing the node.

use crate::fields::Fields;
use crate::{Failure, Officer, Route, StaffShell, Texts, go, page};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use guard::Action;
use lexicon::ids::OfficerId;
use std::sync::Arc;
use workflow::Node;
use workflow::freeze_officer::{GuardedDesk, freeze_officer, let_back, list_guarded};
use workflow::seal_node::{may_seal, seal_node};

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/guard", Action::OfficerFreeze, || get(show)),
    Route::post("/guard", Action::OfficerFreeze, || post(act)),
    Route::get("/seal", Action::NodeSeal, || get(ask_to_seal)),
    Route::post("/seal", Action::NodeSeal, || post(seal)),
];

#[derive(Template)]
#[template(path = "guard.html")]
struct GuardPage {
    t: Texts,
    shell: StaffShell,
    desks: Vec<GuardedDesk>,
    own: OfficerId,
}

async fn show(State(node): State<Arc<Node>>, officer: Officer) -> Result<Response, Failure> {
    let desks = list_guarded(&node, &officer.signed).await?;
    let own = officer.signed.officer.id;
    page(&GuardPage { t: officer.t(), shell: officer.shell(), desks, own })
}

async fn act(
    State(node): State<Arc<Node>>,
    officer: Officer,
    fields: Fields,
) -> Result<Response, Failure> {
    let other = OfficerId::parse(fields.get("officer")).ok_or_else(Failure::bad_input)?;
    match fields.get("step") {
        "freeze" => freeze_officer(&node, &officer.signed, other).await?,
        "let-back" => let_back(&node, &officer.signed, other).await?,
        _ => return Err(Failure::bad_input()),
    }
    go("/guard")
}

#[derive(Template)]
#[template(path = "seal.html")]
struct SealPage {
    t: Texts,
    shell: StaffShell,
    /// Sessions that would end.
    sessions: usize,
}

async fn ask_to_seal(State(node): State<Arc<Node>>, officer: Officer) -> Result<Response, Failure> {
    may_seal(&node, &officer.signed)?;
    let sessions = node.sessions.count();
    page(&SealPage { t: officer.t(), shell: officer.shell(), sessions })
}

async fn seal(State(node): State<Arc<Node>>, officer: Officer) -> Result<Response, Failure> {
    seal_node(&node, &officer.signed).await?;
    go("/sign-in")
}
