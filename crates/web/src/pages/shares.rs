//! The shares that the officer keeps for desks as a custodian.

use crate::fields::Fields;
use crate::{Failure, Officer, Route, StaffShell, Texts, go, page, page_with};
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
use workflow::keep_share::{OwnShare, list_own_shares, release_share, show_share};
use workflow::{Node, Refusal, RefusalKind};

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/shares", Action::ShareKeep, || get(show)),
    Route::post("/shares/show", Action::ShareKeep, || post(prove)),
    Route::post("/shares/release", Action::ShareKeep, || post(release)),
];

#[derive(Template)]
#[template(path = "shares.html")]
struct SharesPage {
    t: Texts,
    shell: StaffShell,
    shares: Vec<OwnShare>,
    is_fresh: bool,
    done: String,
    error: String,
}

impl SharesPage {
    fn day(&self, day: &Day) -> String {
        self.t.day(day)
    }

    fn checked(&self, day: &Option<Day>) -> String {
        day.as_ref().map_or_else(|| self.t.say("recovery-never"), |day| self.t.day(day))
    }

    fn numbers(&self, share: &OwnShare) -> String {
        self.t.with2("recovery-numbers", ("needed", share.needed), ("of", share.of))
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct After {
    done: String,
}

async fn made(node: &Node, officer: &Officer, done: String) -> Result<SharesPage, Failure> {
    Ok(SharesPage {
        t: officer.t(),
        shell: officer.shell(),
        shares: list_own_shares(node, &officer.signed).await?,
        is_fresh: officer.signed.is_fresh(node.clock.now_s()),
        done,
        error: String::new(),
    })
}

async fn show(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Query(after): Query<After>,
) -> Result<Response, Failure> {
    page(&made(&node, &officer, after.done).await?)
}

async fn answer(
    node: &Node,
    officer: &Officer,
    done: Result<(), Refusal>,
    address: &str,
) -> Result<Response, Failure> {
    match done {
        Ok(()) => go(address),
        Err(refusal) if refusal.kind == RefusalKind::NotAllowed => {
            let mut shown = made(node, officer, String::new()).await?;
            shown.error = shown.t.phrase(&refusal.said);
            page_with(StatusCode::FORBIDDEN, &shown)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

async fn prove(
    State(node): State<Arc<Node>>,
    officer: Officer,
    fields: Fields,
) -> Result<Response, Failure> {
    let done = show_share(&node, &officer.signed, recovery_id(&fields)?).await;
    answer(&node, &officer, done, "/shares?done=shown").await
}

async fn release(
    State(node): State<Arc<Node>>,
    officer: Officer,
    fields: Fields,
) -> Result<Response, Failure> {
    let asking = OfficerId::parse(fields.get("officer")).ok_or_else(Failure::not_found)?;
    if !fields.has("spoken") {
        let mut shown = made(&node, &officer, String::new()).await?;
        shown.error = shown.t.say("share-spoken-missing");
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, &shown);
    }
    let done = release_share(&node, &officer.signed, recovery_id(&fields)?, asking).await;
    answer(&node, &officer, done, "/shares?done=released").await
}

fn recovery_id(fields: &Fields) -> Result<RecoveryId, Failure> {
    RecoveryId::parse(fields.get("recovery")).ok_or_else(Failure::not_found)
}
