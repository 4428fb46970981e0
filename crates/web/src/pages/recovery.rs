//! How the own desk comes back to its key: seeing to it in good time, and doing it.

use super::cases::said;
use crate::fields::Fields;
use crate::{Failure, Officer, Route, StaffShell, Texts, go, page, page_again, page_with};
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use guard::Action;
use lexicon::Day;
use lexicon::ids::{OfficerId, RecoveryId};
use serde::Deserialize;
use std::sync::Arc;
use workflow::recover_desk::{ask_custodians, open_by_custodians, open_by_paper};
use workflow::see_recovery::{DeskRecovery, Way, WayKind, see_recovery};
use workflow::set_up_recovery::{
    Candidate, PaperSheet, agree_recovery, candidates, name_custodians, print_paper, see_paper,
};
use workflow::{Node, Refusal, RefusalKind};
use zeroize::Zeroizing;

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/desk/recovery", Action::DeskRecover, || get(show)),
    Route::get("/desk/recovery/custodians", Action::DeskRecover, || get(choose)),
    Route::post("/desk/recovery/custodians", Action::DeskRecover, || post(name)),
    Route::post("/desk/recovery/paper", Action::DeskRecover, || post(print)),
    Route::post("/desk/recovery/agree", Action::DeskRecover, || post(agree)),
    Route::post("/desk/recovery/seen", Action::DeskRecover, || post(seen)),
    Route::post("/desk/recovery/ask", Action::DeskRecover, || post(ask)),
    Route::post("/desk/recovery/open", Action::DeskRecover, || post(open)),
    Route::post("/desk/recovery/words", Action::DeskRecover, || post(words)),
];

/// After the desk is open again everybody of it signs in anew.
const AFTER: &str = "/sign-in?recovered=1";

#[derive(Template)]
#[template(path = "recovery.html")]
struct RecoveryPage {
    t: Texts,
    shell: StaffShell,
    recovery: DeskRecovery,
    own: OfficerId,
    /// The officer holds no key and may bring it back.
    is_waiting: bool,
    is_fresh: bool,
    /// What was done a moment ago.
    done: String,
    errors: Vec<(String, String)>,
}

impl RecoveryPage {
    fn active(&self, kind: &str) -> Option<&Way> {
        self.recovery.ways.iter().find(|way| way.is_active && way.kind.id() == kind)
    }

    fn waiting(&self) -> impl Iterator<Item = &Way> {
        self.recovery.ways.iter().filter(|way| !way.is_active)
    }

    /// The way that counts, for each kind.
    fn kinds(&self) -> [(&'static str, Option<&Way>); 2] {
        [WayKind::Custodians, WayKind::Paper].map(|kind| (kind.id(), self.active(kind.id())))
    }

    fn day(&self, day: &Day) -> String {
        self.t.day(day)
    }

    fn checked(&self, day: &Option<Day>) -> String {
        day.as_ref().map_or_else(|| self.t.say("recovery-never"), |day| self.t.day(day))
    }

    fn is_mine(&self, way: &Way) -> bool {
        way.made_by == self.own
    }

    fn asks_me(&self, way: &Way) -> bool {
        way.ask.as_ref().is_some_and(|ask| ask.officer == self.own)
    }

    fn missing(&self, way: &Way) -> usize {
        way.needed.saturating_sub(way.ask.as_ref().map_or(0, |ask| ask.released.len()))
    }

    fn has_released(&self, way: &Way, position: &i64) -> bool {
        way.ask.as_ref().is_some_and(|ask| ask.released.contains(position))
    }

    fn error(&self, field: &str) -> &str {
        self.errors.iter().find(|(f, _)| f == field).map_or("", |(_, said)| said)
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct After {
    done: String,
}

async fn made(node: &Node, officer: &Officer, done: String) -> Result<RecoveryPage, Failure> {
    Ok(RecoveryPage {
        t: officer.t(),
        shell: officer.shell(),
        recovery: see_recovery(node, &officer.signed).await?,
        own: officer.signed.officer.id,
        is_waiting: officer.signed.is_waiting(),
        is_fresh: officer.signed.is_fresh(node.clock.now_s()),
        done,
        errors: Vec::new(),
    })
}

async fn show(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Query(after): Query<After>,
) -> Result<Response, Failure> {
    page(&made(&node, &officer, after.done).await?)
}

/// The page once more with what is wrong, where there is something to do about it.
async fn again(node: &Node, officer: &Officer, refusal: Refusal) -> Result<Response, Failure> {
    let status = match refusal.kind {
        RefusalKind::BadInput => StatusCode::UNPROCESSABLE_ENTITY,
        RefusalKind::NotAllowed => StatusCode::FORBIDDEN,
        _ => return Err(refusal.into()),
    };
    let mut shown = made(node, officer, String::new()).await?;
    shown.errors = said(&shown.t, &refusal.fields);
    if shown.errors.is_empty() {
        shown.errors.push(("main".to_owned(), shown.t.phrase(&refusal.said)));
    }
    page_with(status, &shown)
}

async fn answer(
    node: &Node,
    officer: &Officer,
    done: Result<(), Refusal>,
    address: &str,
) -> Result<Response, Failure> {
    match done {
        Ok(()) => go(address),
        Err(refusal) => again(node, officer, refusal).await,
    }
}

#[derive(Template)]
#[template(path = "custodians.html")]
struct CustodiansPage {
    t: Texts,
    shell: StaffShell,
    /// Officers who could be chosen, by organisation.
    organisations: Vec<(String, Vec<Candidate>)>,
    chosen: Vec<String>,
    needed: String,
    is_fresh: bool,
    errors: Vec<(String, String)>,
}

impl CustodiansPage {
    async fn new(node: &Node, officer: &Officer, fields: Option<&Fields>) -> Result<Self, Failure> {
        let mut organisations: Vec<(String, Vec<Candidate>)> = Vec::new();
        for candidate in candidates(node, &officer.signed).await? {
            match organisations.last_mut().filter(|(name, _)| *name == candidate.organisation) {
                Some((_, all)) => all.push(candidate),
                None => organisations.push((candidate.organisation.clone(), vec![candidate])),
            }
        }
        let chosen = fields.map(|fields| fields.all("custodian").map(str::to_owned).collect());
        let needed = fields.map_or("2", |fields| fields.get("needed")).to_owned();
        Ok(Self {
            t: officer.t(),
            shell: officer.shell(),
            organisations,
            chosen: chosen.unwrap_or_default(),
            needed,
            is_fresh: officer.signed.is_fresh(node.clock.now_s()),
            errors: Vec::new(),
        })
    }

    fn is_chosen(&self, candidate: &Candidate) -> bool {
        self.chosen.contains(&candidate.id.to_string())
    }

    /// How many together give the key back.
    fn numbers(&self) -> Vec<(String, String)> {
        (2..=9).map(|n: i64| (n.to_string(), self.t.number(n))).collect()
    }
}

async fn choose(State(node): State<Arc<Node>>, officer: Officer) -> Result<Response, Failure> {
    page(&CustodiansPage::new(&node, &officer, None).await?)
}

async fn name(
    State(node): State<Arc<Node>>,
    officer: Officer,
    fields: Fields,
) -> Result<Response, Failure> {
    let chosen: Vec<OfficerId> = fields.all("custodian").filter_map(OfficerId::parse).collect();
    let needed = fields.number("needed").and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
    match name_custodians(&node, &officer.signed, needed, &chosen).await {
        Ok(()) => go("/desk/recovery?done=custodians"),
        Err(refusal) if refusal.kind == RefusalKind::BadInput => {
            let mut shown = CustodiansPage::new(&node, &officer, Some(&fields)).await?;
            shown.errors = said(&shown.t, &refusal.fields);
            page_again(&shown)
        }
        Err(refusal) => again(&node, &officer, refusal).await,
    }
}

#[derive(Template)]
#[template(path = "paper_key.html")]
struct PaperPage {
    t: Texts,
    shell: StaffShell,
    sheet: PaperSheet,
    today: String,
}

impl PaperPage {
    /// The words in rows of three, each with its number.
    fn rows(&self) -> Vec<Vec<(usize, &str)>> {
        let words: Vec<_> = self.sheet.words.split(' ').enumerate().collect();
        let rows = words.chunks(3).map(|row| row.iter().map(|(n, word)| (n + 1, *word)).collect());
        rows.collect()
    }
}

async fn print(State(node): State<Arc<Node>>, officer: Officer) -> Result<Response, Failure> {
    match print_paper(&node, &officer.signed).await {
        Ok(sheet) => {
            let t = officer.t();
            let today = t.day(&node.today());
            page(&PaperPage { t, shell: officer.shell().as_sheets(), sheet, today })
        }
        Err(refusal) => again(&node, &officer, refusal).await,
    }
}

async fn agree(
    State(node): State<Arc<Node>>,
    officer: Officer,
    fields: Fields,
) -> Result<Response, Failure> {
    let id = recovery_id(&fields)?;
    let is_yes = match fields.get("answer") {
        "yes" => true,
        "no" => false,
        _ => return Err(Failure::bad_input()),
    };
    let done = agree_recovery(&node, &officer.signed, id, is_yes).await;
    let address =
        if is_yes { "/desk/recovery?done=agreed" } else { "/desk/recovery?done=declined" };
    answer(&node, &officer, done, address).await
}

async fn seen(
    State(node): State<Arc<Node>>,
    officer: Officer,
    fields: Fields,
) -> Result<Response, Failure> {
    let done = see_paper(&node, &officer.signed, recovery_id(&fields)?).await;
    answer(&node, &officer, done, "/desk/recovery?done=seen").await
}

async fn ask(State(node): State<Arc<Node>>, officer: Officer) -> Result<Response, Failure> {
    let done = ask_custodians(&node, &officer.signed).await;
    answer(&node, &officer, done, "/desk/recovery?done=asked").await
}

async fn open(State(node): State<Arc<Node>>, officer: Officer) -> Result<Response, Failure> {
    let done = open_by_custodians(&node, &officer.signed).await;
    answer(&node, &officer, done, AFTER).await
}

async fn words(
    State(node): State<Arc<Node>>,
    officer: Officer,
    fields: Fields,
) -> Result<Response, Failure> {
    let words = Zeroizing::new(fields.get("words").to_owned());
    let done = open_by_paper(&node, &officer.signed, &words).await;
    answer(&node, &officer, done, AFTER).await
}

fn recovery_id(fields: &Fields) -> Result<RecoveryId, Failure> {
    RecoveryId::parse(fields.get("recovery")).ok_or_else(Failure::not_found)
}
