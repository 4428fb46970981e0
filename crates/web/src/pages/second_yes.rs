//! A colleague's yes: asked where an identity would be opened, given on a page of the desk.

use crate::fields::Fields;
use crate::{Failure, Officer, Route, StaffShell, Texts, go, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use guard::Action;
use lexicon::ids::{PersonId, YesId};
use std::sync::Arc;
use workflow::Node;
use workflow::say_second_yes::{Question, ask_second_yes, asked_of_me, say_second_yes};

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::post("/persons/{id}/ask", Action::PersonOpen, || post(ask)),
    Route::get("/desk/questions", Action::PersonSecondYes, || get(show)),
    Route::post("/desk/questions", Action::PersonSecondYes, || post(answer)),
];

#[derive(Template)]
#[template(path = "second_yes.html")]
struct QuestionsPage {
    t: Texts,
    shell: StaffShell,
    questions: Vec<Question>,
}

async fn ask(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let person = PersonId::parse(&id).ok_or_else(Failure::not_found)?;
    ask_second_yes(&node, &officer.signed, (person, fields.get("reason"))).await?;
    go(&format!("/persons/{person}/open"))
}

async fn show(State(node): State<Arc<Node>>, officer: Officer) -> Result<Response, Failure> {
    let questions = asked_of_me(&node, &officer.signed).await?;
    page(&QuestionsPage { t: officer.t(), shell: officer.shell(), questions })
}

async fn answer(
    State(node): State<Arc<Node>>,
    officer: Officer,
    fields: Fields,
) -> Result<Response, Failure> {
    let id = YesId::parse(fields.get("question")).ok_or_else(Failure::not_found)?;
    let is_yes = match fields.get("answer") {
        "yes" => true,
        "no" => false,
        _ => return Err(Failure::bad_input()),
    };
    say_second_yes(&node, &officer.signed, (id, is_yes)).await?;
    go("/desk/questions")
}
