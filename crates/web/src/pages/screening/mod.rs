//! Screening: the list, a new one, one question a page, everything observable, the advice and the
//! officer's decision. Seen at help and labour desks only; advice has no printed form.

mod advice;
mod new;
mod question;
mod result;

use crate::pages::hints::can_take;
use crate::{Failure, Officer, Route, StaffShell, Texts, go, page};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use guard::Action;
use lexicon::ids::ScreeningId;
use lexicon::language::ENGLISH;
use lexicon::phrase;
use protection::screening::LINE_BYTES_MAX;
use std::sync::Arc;
use workflow::screen_person::{Line, OpenScreening, list_screenings, open_screening};
use workflow::{Node, RefusalKind};

pub use advice::{__path_advise, AdviceAnswer, AdviceQuestion};

/// The doors of these pages.
pub const ROUTES: &[Route] = &[
    Route::get("/screenings", Action::ScreeningView, || get(list)),
    Route::get("/screenings/new", Action::ScreeningStart, || get(new::show)),
    Route::post("/screenings/new", Action::ScreeningStart, || post(new::begin)),
    Route::get("/screenings/{id}", Action::ScreeningView, || get(result::show)),
    Route::post("/screenings/{id}/decision", Action::ScreeningDecide, || post(result::decide)),
    Route::get("/screenings/{id}/about", Action::ScreeningView, || get(new::show_about)),
    Route::post("/screenings/{id}/about", Action::ScreeningView, || post(new::change_about)),
    Route::get("/screenings/{id}/observations", Action::ScreeningView, || get(question::all)),
    Route::post("/screenings/{id}/observations", Action::ScreeningView, || {
        post(question::keep_all)
    }),
    Route::get("/screenings/{id}/questions/{number}", Action::ScreeningView, || {
        get(question::show)
    }),
    Route::post("/screenings/{id}/questions/{number}", Action::ScreeningView, || {
        post(question::keep)
    }),
    Route::post("/api/v1/screenings/advice", Action::ScreeningView, || post(advice::advise))
        .bytes_max(LINE_BYTES_MAX)
        .reads(),
];

#[derive(Template)]
#[template(path = "screenings.html")]
struct ListPage {
    t: Texts,
    shell: StaffShell,
    lines: Vec<Line>,
}

async fn list(State(node): State<Arc<Node>>, officer: Officer) -> Result<Response, Failure> {
    let lines = match list_screenings(&node, &officer.signed).await {
        Ok(lines) => lines,
        // Who meets people and sees no screening comes to what can be done instead.
        Err(refusal) if refusal.kind == RefusalKind::NotAllowed && can_take(&node, &officer) => {
            return go("/hints/new");
        }
        Err(refusal) => return Err(refusal.into()),
    };
    page(&ListPage { t: officer.t(), shell: officer.shell().as_advice(), lines })
}

/// The screening of an address.
async fn opened(node: &Node, officer: &Officer, id: &str) -> Result<OpenScreening, Failure> {
    let id = ScreeningId::parse(id).ok_or_else(Failure::not_found)?;
    Ok(open_screening(node, &officer.signed, id).await?)
}

/// The text of an entry of the catalogue. One that a country's overlay added may have no text in
/// `locales/`; then its own wording is shown.
fn said(t: Texts, topic: &str, id: &str, own: &str) -> String {
    let key = format!("{topic}-{id}");
    if phrase::has(ENGLISH, &key) { t.say(key) } else { own.to_owned() }
}
