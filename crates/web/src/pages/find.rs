//! Looking for a person of the own desk. The question goes in the body, never in an address, and
//! the answer shows aliases with reasons.

use super::cases::said;
use crate::fields::Fields;
use crate::{Failure, Officer, Route, StaffShell, Texts, page, page_again, page_with};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use guard::Action;
use lexicon::Phrase;
use protection::search::Asked;
use std::sync::Arc;
use workflow::find_person::{
    BeforeSearch, Finding, REASONS, SEARCHES_FREE, before_search, find_person,
};
use workflow::{Node, Refusal, RefusalKind};
use zeroize::Zeroizing;

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/find", Action::PersonSearch, || get(ask)),
    Route::post("/find", Action::PersonSearch, || post(find)),
];

/// Fields of one line beside the name, with their help.
const FIELDS: [&str; 5] = ["age", "place", "kin", "phone", "papers"];
/// Oldest age that is taken.
const AGE_MAX: i32 = 120;

#[derive(Template)]
#[template(path = "find.html")]
struct FindPage {
    t: Texts,
    shell: StaffShell,
    before: BeforeSearch,
    found: Option<Finding>,
    fields: Vec<(&'static str, String)>,
    name: String,
    chosen: String,
    errors: Vec<(String, String)>,
}

impl FindPage {
    fn new(officer: &Officer, before: BeforeSearch, sent: Option<&Fields>) -> Self {
        let value = |field: &str| sent.map_or_else(String::new, |sent| sent.get(field).to_owned());
        Self {
            t: officer.t(),
            shell: officer.shell(),
            before,
            found: None,
            fields: FIELDS.map(|field| (field, value(field))).to_vec(),
            name: value("name"),
            chosen: value("reason"),
            errors: Vec::new(),
        }
    }

    fn error(&self, field: &str) -> &str {
        self.errors.iter().find(|(f, _)| f == field).map_or("", |(_, said)| said)
    }

    fn reasons(&self) -> Vec<(&'static str, String)> {
        REASONS.map(|code| (code, self.t.coded("find-reason", code))).to_vec()
    }

    fn free(&self) -> i64 {
        SEARCHES_FREE
    }
}

async fn ask(State(node): State<Arc<Node>>, officer: Officer) -> Result<Response, Failure> {
    let before = before_search(&node, &officer.signed).await?;
    page(&FindPage::new(&officer, before, None))
}

async fn find(
    State(node): State<Arc<Node>>,
    officer: Officer,
    fields: Fields,
) -> Result<Response, Failure> {
    let answer = match asked(&fields) {
        Ok(asked) => find_person(&node, &officer.signed, &asked, fields.get("reason")).await,
        Err(refusal) => Err(refusal),
    };
    let refusal = match answer {
        Ok(found) => {
            let mut shown = FindPage::new(&officer, found.before, Some(&fields));
            shown.found = Some(found);
            return page(&shown);
        }
        Err(refusal) => refusal,
    };
    if !matches!(refusal.kind, RefusalKind::BadInput | RefusalKind::NotAllowed) {
        return Err(refusal.into());
    }
    let before = before_search(&node, &officer.signed).await?;
    let needs_proof = before.needs_proof;
    let mut again = FindPage::new(&officer, before, Some(&fields));
    if refusal.kind == RefusalKind::BadInput {
        again.errors = said(&again.t, &refusal.fields);
        return page_again(&again);
    }
    if needs_proof { page_with(StatusCode::FORBIDDEN, &again) } else { Err(refusal.into()) }
}

fn asked(fields: &Fields) -> Result<Zeroizing<Asked>, Refusal> {
    let age = fields.get("age").trim();
    let known = age.parse::<i32>().ok().filter(|age| (0..=AGE_MAX).contains(age));
    if !age.is_empty() && known.is_none() {
        return Err(Refusal::field("age", Phrase::new("find-fault-age")));
    }
    let text = |field: &str| fields.get(field).trim().to_owned();
    Ok(Zeroizing::new(Asked {
        name: text("name"),
        age: known,
        kin: text("kin"),
        place: text("place"),
        phone: text("phone"),
        papers: text("papers"),
    }))
}
