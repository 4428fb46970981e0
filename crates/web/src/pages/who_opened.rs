//! Who opened whom, when, why and by what right, with filters.

use crate::{Failure, Officer, Route, StaffShell, Texts, page};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;
use guard::{Action, Kind};
use lexicon::Day;
use lexicon::ids::{DeskId, OfficerId};
use serde::Deserialize;
use std::sync::Arc;
use workflow::Node;
use workflow::oversee::{Choices, OpenedLine, Wanted, choices, who_opened};

/// The doors of this page.
pub const ROUTES: &[Route] = &[Route::get("/opened", Action::LedgerView, || get(show))];

/// Days shown when nothing is asked for.
const DAYS: i64 = 30;
const KINDS: [Kind; 5] = [Kind::Person, Kind::Case, Kind::Slice, Kind::Hint, Kind::Screening];
const WAYS: [&str; 5] = ["assigned", "second-yes", "alone", "event", "break-glass"];

#[derive(Template)]
#[template(path = "who_opened.html")]
struct OpenedPage {
    t: Texts,
    shell: StaffShell,
    wanted: Wanted,
    choices: Choices,
    officer: String,
    desk: String,
    lines: Vec<OpenedLine>,
}

impl OpenedPage {
    fn kinds(&self) -> Vec<(&'static str, String)> {
        KINDS.map(|kind| (kind.id(), self.t.coded("opened-kind", kind.id()))).to_vec()
    }

    fn ways(&self) -> Vec<(String, String)> {
        let mut all = vec![(String::new(), self.t.say("opened-every"))];
        all.extend(WAYS.map(|way| (way.to_owned(), self.t.coded("opened-way", way))));
        all
    }

    fn some(&self, list: &[(String, String)]) -> Vec<(String, String)> {
        let mut all = vec![(String::new(), self.t.say("opened-every"))];
        all.extend(list.iter().cloned());
        all
    }

    fn way(&self, line: &OpenedLine) -> String {
        self.t.coded("opened-way", &line.way)
    }

    /// Empty for ordinary work of the desk.
    fn reason(&self, line: &OpenedLine) -> String {
        let key = format!("opening-reason-{}", line.reason);
        if lexicon::phrase::has(self.t.language, &key) { self.t.say(key) } else { String::new() }
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Asked {
    from: String,
    to: String,
    officer: String,
    desk: String,
    kind: String,
    way: String,
}

async fn show(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let today = node.today();
    let kind = KINDS.into_iter().find(|kind| kind.id() == asked.kind).unwrap_or(Kind::Person);
    let way = WAYS.into_iter().find(|way| *way == asked.way).unwrap_or_default();
    let wanted = Wanted {
        thing_kind: kind.id().to_owned(),
        from: Day::parse(&asked.from).unwrap_or(today.plus_days(-DAYS)),
        to: Day::parse(&asked.to).unwrap_or(today),
        way: way.to_owned(),
        officer: OfficerId::parse(&asked.officer),
        desk: DeskId::parse(&asked.desk),
    };
    let lines = who_opened(&node, &officer.signed, &wanted).await?;
    let choices = choices(&node, &officer.signed).await?;
    let id_of = |id: Option<OfficerId>| id.map(|id| id.to_string()).unwrap_or_default();
    page(&OpenedPage {
        t: officer.t(),
        shell: officer.shell(),
        choices,
        officer: id_of(wanted.officer),
        desk: wanted.desk.map(|id| id.to_string()).unwrap_or_default(),
        wanted,
        lines,
    })
}
