//! The cases of a desk: the list, and a new one.

use crate::fields::Fields;
use crate::{Failure, Officer, Route, StaffShell, Texts, go, page, page_again};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::{get, post};
use guard::Action;
use lexicon::Day;
use lexicon::ids::{CaseId, HintId};
use protection::case::CaseState;
use serde::Deserialize;
use std::sync::Arc;
use workflow::list_cases::{CaseList, WantedCases, list_cases};
use workflow::open_case::{NewCase, may_open_case, open_case};
use workflow::sign_set_up::need_own_set_up;
use workflow::{Node, RefusalKind};

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/cases", Action::CaseList, || get(list)),
    Route::get("/cases/new", Action::CaseCreate, || get(new)),
    Route::post("/cases/new", Action::CaseCreate, || post(open)),
];

#[derive(Template)]
#[template(path = "cases.html")]
struct CasesPage {
    t: Texts,
    shell: StaffShell,
    list: CaseList,
    states: Vec<(String, String)>,
    chosen: String,
    next: String,
}

impl CasesPage {
    fn days_left(&self, due: &Day) -> Option<i64> {
        (due.year() < 9999).then(|| due.days_since(self.list.today))
    }

    fn tone(&self, days: &Option<i64>) -> &'static str {
        match days {
            Some(days) if *days < 0 => "alarm",
            Some(0) => "due",
            Some(_) => "plain",
            None => "calm",
        }
    }

    fn drawing(&self, days: &Option<i64>) -> &'static str {
        match days {
            Some(days) if *days < 0 => "alarm",
            Some(0) => "half",
            Some(_) => "ring",
            None => "tick",
        }
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Wanted {
    state: String,
    after: String,
}

impl Wanted {
    /// The mark of the last line of the page before: its due day and its id.
    fn after(&self) -> Option<(Day, CaseId)> {
        let (day, id) = self.after.split_once('_')?;
        Some((Day::parse(day)?, CaseId::parse(id)?))
    }
}

async fn list(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Failure> {
    let t = officer.t();
    let state = CaseState::parse(&wanted.state);
    let asked = WantedCases { state, after: wanted.after() };
    let list = list_cases(&node, &officer.signed, asked).await?;
    let chosen = state.map_or("", CaseState::id).to_owned();
    let mut states = vec![(String::new(), t.say("case-list-filter-all"))];
    states.extend(CaseState::ALL.map(|s| (s.id().to_owned(), t.coded("case-state", s.id()))));
    let next = list
        .next
        .map_or_else(String::new, |(day, id)| format!("/cases?state={chosen}&after={day}_{id}"));
    page(&CasesPage { t, shell: officer.shell(), list, states, chosen, next })
}

#[derive(Template)]
#[template(path = "case_new.html")]
struct NewPage {
    t: Texts,
    shell: StaffShell,
    hint: String,
    story: String,
    errors: Vec<(String, String)>,
}

impl NewPage {
    fn error(&self, field: &str) -> &str {
        self.errors.iter().find(|(f, _)| f == field).map_or("", |(_, said)| said)
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct From {
    hint: String,
}

async fn new(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Query(from): Query<From>,
) -> Result<Response, Failure> {
    may_open_case(&node, &officer.signed)?;
    need_own_set_up(&node, &officer.signed).await?;
    let hint = HintId::parse(&from.hint).map(|id| id.to_string()).unwrap_or_default();
    let (t, shell) = (officer.t(), officer.shell());
    page(&NewPage { t, shell, hint, story: String::new(), errors: Vec::new() })
}

async fn open(
    State(node): State<Arc<Node>>,
    officer: Officer,
    fields: Fields,
) -> Result<Response, Failure> {
    let hint = HintId::parse(fields.get("hint"));
    let story = fields.get("story").to_owned();
    let new = NewCase { hint, story: story.clone() };
    match open_case(&node, &officer.signed, new).await {
        Ok(case) if officer.signed.works_cases() => go(&format!("/cases/{case}")),
        Ok(_) => go("/cases"),
        Err(refusal) if refusal.kind == RefusalKind::BadInput => {
            let t = officer.t();
            let errors = said(&t, &refusal.fields);
            let hint = hint.map(|id| id.to_string()).unwrap_or_default();
            page_again(&NewPage { t, shell: officer.shell(), hint, story, errors })
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// Complaints by field, said in the reader's language.
pub(super) fn said(t: &Texts, fields: &[lexicon::Complaint]) -> Vec<(String, String)> {
    fields.iter().map(|c| (c.field.clone(), t.phrase(&c.phrase))).collect()
}
