//! The ledger as the oversight body reads it: who opened what, and the reason given.

use crate::{Failure, Officer, Route, StaffShell, Texts, page};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;
use guard::Action;
use serde::Deserialize;
use std::sync::Arc;
use workflow::Node;
use workflow::add_officer::STEPS;
use workflow::add_passkey::STEPS as PASSKEY_STEPS;
use workflow::answer_alarm::STEPS as ALARM_STEPS;
use workflow::break_glass::RISK_TO_LIFE;
use workflow::find_person::REASONS as FIND_REASONS;
use workflow::keep_sets::STEPS as SET_STEPS;
use workflow::open_identity::REASONS;
use workflow::oversee::STEPS as BUDGET_STEPS;
use workflow::raise_alarm::RAISED;
use workflow::reassign_work::STEP as WORK_STEP;
use workflow::review_break_glass::STEPS as REVIEW_STEPS;
use workflow::say_second_yes::STEPS as YES_STEPS;
use workflow::set_up_recovery::STEPS as RECOVERY_STEPS;
use workflow::view_ledger::{LedgerLine, LedgerPage, view_ledger};
use workflow::watch_words::STEP as WATCH_STEP;

/// The doors of this page.
pub const ROUTES: &[Route] = &[Route::get("/openings", Action::LedgerView, || get(show))];

#[derive(Template)]
#[template(path = "openings.html")]
struct OpeningsPage {
    t: Texts,
    shell: StaffShell,
    ledger: LedgerPage,
}

/// Actions whose every step has a text of its own.
const HOUSE: [&str; 5] =
    ["person.erase", "hint.erase", "officer.freeze", "node.seal", "node.restored"];

impl OpeningsPage {
    fn action(&self, line: &LedgerLine) -> String {
        self.t.coded("opening-action", line.action.replace(['.', '_'], "-"))
    }

    /// Empty for ordinary work of the desk.
    fn reason(&self, line: &LedgerLine) -> String {
        if line.action == RAISED {
            return self.t.coded("alarm", &line.reason);
        }
        if line.action == "person.search" {
            let is_told = FIND_REASONS.contains(&line.reason.as_str());
            return if is_told { self.t.coded("find-reason", &line.reason) } else { String::new() };
        }
        let is_guard = [YES_STEPS.as_slice(), &REVIEW_STEPS, &BUDGET_STEPS]
            .concat()
            .iter()
            .chain(&[RISK_TO_LIFE, WATCH_STEP])
            .any(|step| *step == line.reason);
        if is_guard {
            return self.t.coded("opening-reason", &line.reason);
        }
        let is_rules = line.action.starts_with("rules.");
        let is_stated = REASONS.contains(&line.reason.as_str()) || line.reason == "again-today";
        let is_house = HOUSE.contains(&line.action.as_str());
        let steps = STEPS.iter().chain(&SET_STEPS).chain(&ALARM_STEPS).chain(&PASSKEY_STEPS);
        let mut steps = steps.chain(&RECOVERY_STEPS).chain([&WORK_STEP]);
        let is_step = is_rules || is_house || steps.any(|step| *step == line.reason);
        if is_stated || is_step {
            self.t.coded("opening-reason", &line.reason)
        } else {
            String::new()
        }
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Wanted {
    /// Number of the last leaf of the page before; 0 begins at the newest.
    before: u64,
}

async fn show(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Failure> {
    let ledger = view_ledger(&node, &officer.signed, wanted.before).await?;
    page(&OpeningsPage { t: officer.t(), shell: officer.shell(), ledger })
}
