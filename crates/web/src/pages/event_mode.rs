//! The event mode of the own desk: asked by one officer, begun by another, over by itself.

use super::cases::said;
use crate::fields::Fields;
use crate::{Failure, Officer, Route, StaffShell, Texts, go, page, page_again};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use guard::Action;
use lexicon::ids::EventModeId;
use std::sync::Arc;
use workflow::event_mode::{
    DeskEvents, HOURS_MAX, REASONS, ask_event, begin_event, desk_events, end_event,
};
use workflow::{Node, RefusalKind};

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/desk/event", Action::DeskEvent, || get(show)),
    Route::post("/desk/event", Action::DeskEvent, || post(change)),
];

#[derive(Template)]
#[template(path = "event_mode.html")]
struct EventPage {
    t: Texts,
    shell: StaffShell,
    events: DeskEvents,
    errors: Vec<(String, String)>,
}

impl EventPage {
    fn reasons(&self) -> Vec<(&'static str, String)> {
        REASONS.map(|code| (code, self.t.coded("event-reason", code))).to_vec()
    }

    fn hours(&self) -> Vec<(String, String)> {
        let all = [2, 4, 8, 12, HOURS_MAX];
        all.map(|n| (n.to_string(), self.t.with("event-hours-of", "count", n))).to_vec()
    }
}

async fn show(State(node): State<Arc<Node>>, officer: Officer) -> Result<Response, Failure> {
    let events = desk_events(&node, &officer.signed).await?;
    let (t, shell) = (officer.t(), officer.shell());
    page(&EventPage { t, shell, events, errors: Vec::new() })
}

async fn change(
    State(node): State<Arc<Node>>,
    officer: Officer,
    fields: Fields,
) -> Result<Response, Failure> {
    let signed = &officer.signed;
    let id = || EventModeId::parse(fields.get("event")).ok_or_else(Failure::not_found);
    let done = match fields.get("do") {
        "begin" => begin_event(&node, signed, id()?).await,
        "end" => end_event(&node, signed, id()?).await,
        _ => {
            let hours = fields.number("hours").unwrap_or(0);
            ask_event(&node, signed, (fields.get("reason"), hours)).await.map(drop)
        }
    };
    match done {
        Ok(()) => go("/desk/event"),
        Err(refusal) if refusal.kind == RefusalKind::BadInput => {
            let events = desk_events(&node, signed).await?;
            let (t, shell) = (officer.t(), officer.shell());
            let errors = said(&t, &refusal.fields);
            page_again(&EventPage { t, shell, events, errors })
        }
        Err(refusal) => Err(refusal.into()),
    }
}
