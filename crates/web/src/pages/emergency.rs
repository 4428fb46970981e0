//! An emergency: one identity, for half an hour, told at once. The words stand in the form alone,
//! never in an address.

use super::cases::said;
use super::open_identity::opened_page;
use crate::fields::Fields;
use crate::{Failure, Officer, Route, StaffShell, Texts, page, page_again, page_with};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use guard::Action;
use lexicon::ids::PersonId;
use std::sync::Arc;
use workflow::break_glass::{BeforeEmergency, before_emergency, break_glass};
use workflow::{Node, RefusalKind};

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/persons/{id}/emergency", Action::PersonBreakGlass, || get(ask)),
    Route::post("/persons/{id}/emergency", Action::PersonBreakGlass, || post(open)),
];

#[derive(Template)]
#[template(path = "emergency.html")]
struct EmergencyPage {
    t: Texts,
    shell: StaffShell,
    before: BeforeEmergency,
    note: String,
    errors: Vec<(String, String)>,
}

impl EmergencyPage {
    fn error(&self, field: &str) -> &str {
        self.errors.iter().find(|(f, _)| f == field).map_or("", |(_, said)| said)
    }
}

async fn ask(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let person = PersonId::parse(&id).ok_or_else(Failure::not_found)?;
    let before = before_emergency(&node, &officer.signed, person).await?;
    let (t, shell) = (officer.t(), officer.shell());
    page(&EmergencyPage { t, shell, before, note: String::new(), errors: Vec::new() })
}

async fn open(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let person = PersonId::parse(&id).ok_or_else(Failure::not_found)?;
    let note = fields.get("note");
    let refusal = match break_glass(&node, &officer.signed, person, note).await {
        Ok(opened) => return opened_page(&officer, opened),
        Err(refusal) => refusal,
    };
    if !matches!(refusal.kind, RefusalKind::BadInput | RefusalKind::NotAllowed) {
        return Err(refusal.into());
    }
    let before = before_emergency(&node, &officer.signed, person).await?;
    let is_stopped = before.needs_proof || before.is_suspended || before.is_spent;
    let (t, shell) = (officer.t(), officer.shell());
    let errors = said(&t, &refusal.fields);
    let again = EmergencyPage { t, shell, before, note: note.to_owned(), errors };
    match refusal.kind {
        RefusalKind::BadInput => page_again(&again),
        // Refused with the way out of it; any other refusal has none.
        _ if is_stopped => page_with(StatusCode::FORBIDDEN, &again),
        _ => Err(refusal.into()),
    }
}
