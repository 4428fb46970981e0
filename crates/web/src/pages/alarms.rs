//! What the desk of the officer was warned of.

use crate::fields::Fields;
use crate::{Failure, Officer, Route, StaffShell, Texts, go, page};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use guard::Action;
use lexicon::ids::AlarmId;
use std::sync::Arc;
use workflow::Node;
use workflow::answer_alarm::{AlarmLine, read_alarm, told_alarms};

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/alarms", Action::AlarmView, || get(show)),
    Route::post("/alarms", Action::AlarmView, || post(mark)),
];

#[derive(Template)]
#[template(path = "alarms.html")]
struct AlarmsPage {
    t: Texts,
    shell: StaffShell,
    lines: Vec<AlarmLine>,
}

async fn show(State(node): State<Arc<Node>>, officer: Officer) -> Result<Response, Failure> {
    let lines = told_alarms(&node, &officer.signed).await?;
    page(&AlarmsPage { t: officer.t(), shell: officer.shell(), lines })
}

async fn mark(
    State(node): State<Arc<Node>>,
    officer: Officer,
    fields: Fields,
) -> Result<Response, Failure> {
    let id = AlarmId::parse(fields.get("alarm")).ok_or_else(Failure::not_found)?;
    read_alarm(&node, &officer.signed, id).await?;
    go("/alarms")
}
