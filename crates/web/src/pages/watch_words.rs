//! Colleagues' own names, places and phones, so that the oversight body is warned when one of them
//! opens a relative or a neighbour. They are written and never shown.

use super::cases::said;
use crate::fields::Fields;
use crate::{Failure, Officer, Route, StaffShell, Texts, go, page, page_again};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::{get, post};
use guard::Action;
use lexicon::ids::OfficerId;
use protection::watch::WatchWords;
use serde::Deserialize;
use std::sync::Arc;
use workflow::watch_words::{Watched, keep_watch_words, watched_officers};
use workflow::{Node, RefusalKind};

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/desk/watch", Action::DeskWatch, || get(show)),
    Route::post("/desk/watch", Action::DeskWatch, || post(keep)),
];

#[derive(Template)]
#[template(path = "watch_words.html")]
struct WatchPage {
    t: Texts,
    shell: StaffShell,
    officers: Vec<Watched>,
    is_kept: bool,
    errors: Vec<(String, String)>,
}

impl WatchPage {
    /// Colleagues, and oneself while nobody has kept anything.
    fn choices(&self) -> Vec<(String, String)> {
        let may = |w: &&Watched| !w.is_you || w.kept_on.is_none();
        let all = self.officers.iter().filter(may);
        all.map(|w| (w.officer.to_string(), w.shown_name.clone())).collect()
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

async fn show(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Query(after): Query<After>,
) -> Result<Response, Failure> {
    let officers = watched_officers(&node, &officer.signed).await?;
    let (t, shell) = (officer.t(), officer.shell());
    let is_kept = !after.done.is_empty();
    page(&WatchPage { t, shell, officers, is_kept, errors: Vec::new() })
}

async fn keep(
    State(node): State<Arc<Node>>,
    officer: Officer,
    fields: Fields,
) -> Result<Response, Failure> {
    let of = OfficerId::parse(fields.get("officer")).ok_or_else(Failure::not_found)?;
    let lines = |name| fields.get(name).lines().take(20).map(str::to_owned).collect();
    let words = WatchWords {
        families: lines("families"),
        places: lines("places"),
        phones: lines("phones"),
    };
    match keep_watch_words(&node, &officer.signed, (of, &words)).await {
        Ok(()) => go("/desk/watch?done=1"),
        Err(refusal) if refusal.kind == RefusalKind::BadInput => {
            let officers = watched_officers(&node, &officer.signed).await?;
            let (t, shell) = (officer.t(), officer.shell());
            let errors = said(&t, &refusal.fields);
            page_again(&WatchPage { t, shell, officers, is_kept: false, errors })
        }
        Err(refusal) => Err(refusal.into()),
    }
}
