//! An officer proves again who they are, without leaving the session, and goes back to where the
//! proof was asked for.

use super::cases::said;
use crate::fields::Fields;
use crate::{Failure, Officer, Route, StaffShell, Texts, go, nav, page, page_again};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::{get, post};
use guard::Action;
use lexicon::ids::PersonId;
use serde::Deserialize;
use std::sync::Arc;
use workflow::sign_in::prove_again;
use workflow::{Node, RefusalKind};
use zeroize::Zeroizing;

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/prove", Action::OwnSettings, || get(show)),
    Route::post("/prove", Action::OwnSettings, || post(prove)),
];

/// Where a proof was asked for. A closed list with ids in it: no address that somebody sends is
/// ever followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// The identity of a person.
    Person(PersonId),
    /// Looking for a person.
    Find,
    /// The first page of the role.
    First(&'static str),
}

impl Place {
    fn read(name: &str, id: &str, officer: &Officer) -> Self {
        match (name, PersonId::parse(id)) {
            ("person", Some(id)) => Self::Person(id),
            ("find", _) => Self::Find,
            _ => Self::First(nav::first_page(officer)),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Person(_) => "person",
            Self::Find => "find",
            Self::First(_) => "first",
        }
    }

    fn id(self) -> String {
        match self {
            Self::Person(id) => id.to_string(),
            Self::First(_) | Self::Find => String::new(),
        }
    }

    fn address(self) -> String {
        match self {
            Self::Person(id) => format!("/persons/{id}/open"),
            Self::Find => "/find".to_owned(),
            Self::First(path) => path.to_owned(),
        }
    }
}

#[derive(Template)]
#[template(path = "prove.html")]
struct ProvePage {
    t: Texts,
    shell: StaffShell,
    to: Place,
    /// The one-time code may be left empty.
    is_demo: bool,
    errors: Vec<(String, String)>,
}

impl ProvePage {
    fn new(node: &Node, officer: &Officer, to: Place, errors: Vec<(String, String)>) -> Self {
        Self { t: officer.t(), shell: officer.shell(), to, is_demo: node.is_demo, errors }
    }

    fn error(&self) -> &str {
        self.errors.first().map_or("", |(_, said)| said)
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Asked {
    to: String,
    id: String,
}

async fn show(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let to = Place::read(&asked.to, &asked.id, &officer);
    page(&ProvePage::new(&node, &officer, to, Vec::new()))
}

async fn prove(
    State(node): State<Arc<Node>>,
    officer: Officer,
    fields: Fields,
) -> Result<Response, Failure> {
    let to = Place::read(fields.get("to"), fields.get("id"), &officer);
    let passphrase = Zeroizing::new(fields.get("passphrase").to_owned());
    let code = fields.get("code").to_owned();
    let who = (&officer.token_hash, &officer.signed);
    match prove_again(&node, who, passphrase, code).await {
        Ok(()) => go(&to.address()),
        Err(refusal) if matches!(refusal.kind, RefusalKind::BadInput | RefusalKind::Busy) => {
            let t = officer.t();
            let mut errors = said(&t, &refusal.fields);
            if errors.is_empty() {
                errors.push(("passphrase".to_owned(), t.phrase(&refusal.said)));
            }
            page_again(&ProvePage::new(&node, &officer, to, errors))
        }
        Err(refusal) => Err(refusal.into()),
    }
}
