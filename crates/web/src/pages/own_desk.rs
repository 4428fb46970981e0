//! The desk of the officer: who is there, who waits for its key, and letting them in.

use crate::fields::Fields;
use crate::{Failure, Officer, Route, StaffShell, Texts, go, nav, page};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::{get, post};
use guard::Action;
use lexicon::ids::OfficerId;
use serde::Deserialize;
use std::sync::Arc;
use workflow::Node;
use workflow::keep_share::asked_of;
use workflow::let_in::{OwnDesk, let_in, see_own_desk};

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/desk", Action::DeskLetIn, || get(show)),
    Route::post("/desk", Action::DeskLetIn, || post(admit)),
];

#[derive(Template)]
#[template(path = "own_desk.html")]
struct OwnDeskPage {
    t: Texts,
    shell: StaffShell,
    desk: OwnDesk,
    own: OfficerId,
    /// The officer who looks at the page waits.
    is_waiting: bool,
    /// Desks that ask this officer for a share of their key.
    asked: usize,
    /// The officer may give open work of who left to a colleague.
    may_reassign: bool,
    /// Somebody was let in a moment ago.
    is_let_in: bool,
    /// Alarms, event mode and own names are this officer's.
    may_guard: bool,
}

impl OwnDeskPage {
    fn waiting(&self) -> usize {
        self.desk.waiting().count()
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct After {
    done: String,
}

async fn show(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Query(after): Query<After>,
) -> Result<Response, Failure> {
    let desk = see_own_desk(&node, &officer.signed).await?;
    page(&OwnDeskPage {
        t: officer.t(),
        shell: officer.shell(),
        desk,
        own: officer.signed.officer.id,
        is_waiting: officer.signed.is_waiting(),
        asked: asked_of(&node, &officer.signed).await?,
        may_reassign: may_reassign(&node, &officer),
        is_let_in: !after.done.is_empty(),
        may_guard: nav::may(&node, &officer.signed, Action::DeskWatch),
    })
}

fn may_reassign(node: &Node, officer: &Officer) -> bool {
    let who = &officer.signed.officer;
    let own = [(who.desk, who.sphere())];
    let is_permitted = !node.gate.permitted(who, Action::DeskReassign, &own).is_empty();
    is_permitted && !officer.signed.is_waiting()
}

async fn admit(
    State(node): State<Arc<Node>>,
    officer: Officer,
    fields: Fields,
) -> Result<Response, Failure> {
    let id = OfficerId::parse(fields.get("officer")).ok_or_else(Failure::not_found)?;
    let_in(&node, &officer.signed, id).await?;
    go("/desk?done=1")
}
