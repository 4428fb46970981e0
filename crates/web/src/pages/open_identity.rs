//! An officer opens who a person is: the reason first, then the identity on the answer itself, so
//! that no address leads to it.

use super::cases::said;
use crate::fields::Fields;
use crate::{Failure, Officer, Route, StaffShell, Texts, page, page_again, page_with};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use guard::Action;
use lexicon::ids::PersonId;
use protection::person::Identity;
use std::sync::Arc;
use workflow::open_identity::{
    Closed, OpenedIdentity, REASONS, Standing, before_opening, open_identity,
};
use workflow::{Node, RefusalKind};

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/persons/{id}/open", Action::PersonOpen, || get(ask)),
    Route::post("/persons/{id}/open", Action::PersonOpen, || post(open)),
];

#[derive(Template)]
#[template(path = "open_identity.html")]
struct AskPage {
    t: Texts,
    shell: StaffShell,
    closed: Closed,
    today: String,
    chosen: String,
    note: String,
    errors: Vec<(String, String)>,
    /// How long it still waits, in words.
    wait: String,
}

impl AskPage {
    fn new(node: &Node, officer: &Officer, closed: Closed) -> Self {
        let t = officer.t();
        let today = t.day(&node.today());
        let (chosen, note, errors) = (String::new(), String::new(), Vec::new());
        let (shell, wait) = (officer.shell(), String::new());
        Self { t, shell, closed, today, chosen, note, errors, wait }
    }

    fn error(&self, field: &str) -> &str {
        self.errors.iter().find(|(f, _)| f == field).map_or("", |(_, said)| said)
    }

    /// What stands in the way, as a key of a text; empty when nothing does.
    fn standing(&self) -> &'static str {
        match self.closed.standing {
            Standing::Free => "",
            Standing::Event => "opening-in-event",
            Standing::Alone => "opening-alone",
            Standing::Asked => "opening-asked",
            Standing::SaidYes => "opening-said-yes",
            Standing::SaidNo => "opening-said-no",
        }
    }

    fn may_ask(&self) -> bool {
        self.closed.standing == Standing::Alone
    }

    fn is_alone(&self) -> bool {
        matches!(self.closed.standing, Standing::Alone | Standing::Asked | Standing::SaidNo)
    }

    /// Value, label and help of each reason.
    fn reasons(&self) -> Vec<(&'static str, String)> {
        REASONS.map(|code| (code, self.t.coded("opening-reason", code))).to_vec()
    }
}

#[derive(Template)]
#[template(path = "opened_identity.html")]
struct OpenedPage {
    t: Texts,
    shell: StaffShell,
    closed: Closed,
    /// Label and value of what is known.
    fields: Vec<(String, String)>,
}

async fn ask(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let person = PersonId::parse(&id).ok_or_else(Failure::not_found)?;
    let closed = before_opening(&node, &officer.signed, person).await?;
    page(&AskPage::new(&node, &officer, closed))
}

async fn open(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let person = PersonId::parse(&id).ok_or_else(Failure::not_found)?;
    let (reason, note) = (fields.get("reason"), fields.get("note"));
    let refusal = match open_identity(&node, &officer.signed, person, (reason, note)).await {
        Ok(opened) => return opened_page(&officer, opened),
        Err(refusal) => refusal,
    };
    let is_known =
        [RefusalKind::BadInput, RefusalKind::NotAllowed, RefusalKind::Wait].contains(&refusal.kind);
    if !is_known {
        return Err(refusal.into());
    }
    let closed = before_opening(&node, &officer.signed, person).await?;
    let needs_proof = closed.needs_proof;
    let mut again = AskPage::new(&node, &officer, closed);
    again.chosen = reason.to_owned();
    again.note = note.to_owned();
    if refusal.kind == RefusalKind::Wait {
        again.wait = again.t.phrase(&refusal.said);
        return page_again(&again);
    }
    if refusal.kind == RefusalKind::BadInput {
        again.errors = said(&again.t, &refusal.fields);
        return page_again(&again);
    }
    // An old proof is refused with the way out of it; any other refusal has none.
    if needs_proof { page_with(StatusCode::FORBIDDEN, &again) } else { Err(refusal.into()) }
}

/// The page of an identity that was opened, by whatever way.
pub(super) fn opened_page(officer: &Officer, opened: OpenedIdentity) -> Result<Response, Failure> {
    let (t, shell) = (officer.t(), officer.shell());
    let fields = known(&t, &opened.identity);
    page(&OpenedPage { t, shell, closed: opened.closed, fields })
}

fn known(t: &Texts, identity: &Identity) -> Vec<(String, String)> {
    let all = [
        ("name", &identity.name),
        ("other-names", &identity.other_names),
        ("born", &identity.born),
        ("place", &identity.place),
        ("kin", &identity.kin),
        ("phone", &identity.phone),
        ("papers", &identity.papers),
        ("safe-contact", &identity.safe_contact),
    ];
    let filled = all.into_iter().filter(|(_, value)| !value.is_empty());
    filled.map(|(field, value)| (t.coded("person", field), value.clone())).collect()
}
