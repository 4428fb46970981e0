//! The first page of the oversight body: what needs its eyes.

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
use workflow::answer_alarm::{AlarmLine, Answer, answer_alarm, open_alarms};

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/oversight", Action::LedgerReview, || get(show)),
    Route::post("/oversight/alarms", Action::LedgerReview, || post(answer)),
];

#[derive(Template)]
#[template(path = "oversight.html")]
struct OversightPage {
    t: Texts,
    shell: StaffShell,
    alarms: Vec<AlarmLine>,
}

async fn show(State(node): State<Arc<Node>>, officer: Officer) -> Result<Response, Failure> {
    let alarms = open_alarms(&node, &officer.signed).await?;
    page(&OversightPage { t: officer.t(), shell: officer.shell(), alarms })
}

async fn answer(
    State(node): State<Arc<Node>>,
    officer: Officer,
    fields: Fields,
) -> Result<Response, Failure> {
    let id = AlarmId::parse(fields.get("alarm")).ok_or_else(Failure::not_found)?;
    let answer = Answer::parse(fields.get("answer")).ok_or_else(Failure::bad_input)?;
    answer_alarm(&node, &officer.signed, (id, answer, fields.get("note"))).await?;
    go("/oversight")
}
