//! The root of the ledger, to be printed each week, and what outsiders hold of it.

use super::cases::said;
use crate::fields::Fields;
use crate::{Failure, Officer, Route, StaffShell, Texts, go, page, page_again};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::{get, post};
use guard::Action;
use serde::Deserialize;
use std::sync::Arc;
use workflow::witness::{LedgerRoot, enter_witnessed, ledger_root};
use workflow::{Node, RefusalKind};

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/ledger", Action::LedgerReview, || get(show)),
    Route::post("/ledger", Action::LedgerReview, || post(enter)),
];

#[derive(Template)]
#[template(path = "ledger.html")]
struct LedgerPage {
    t: Texts,
    shell: StaffShell,
    ledger: LedgerRoot,
    is_same: bool,
    size: String,
    root: String,
    errors: Vec<(String, String)>,
}

impl LedgerPage {
    fn error(&self, field: &str) -> &str {
        self.errors.iter().find(|(f, _)| f == field).map_or("", |(_, said)| said)
    }

    fn known(&self, size: &u64, witness: &str) -> String {
        self.t.with2("ledger-known-line", ("size", *size), ("witness", witness))
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct After {
    same: String,
}

async fn show(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Query(after): Query<After>,
) -> Result<Response, Failure> {
    let ledger = ledger_root(&node, &officer.signed).await?;
    page(&LedgerPage {
        t: officer.t(),
        shell: officer.shell(),
        ledger,
        is_same: !after.same.is_empty(),
        size: String::new(),
        root: String::new(),
        errors: Vec::new(),
    })
}

async fn enter(
    State(node): State<Arc<Node>>,
    officer: Officer,
    fields: Fields,
) -> Result<Response, Failure> {
    let size = fields.get("size").trim().parse().unwrap_or(0);
    let (root, note) = (fields.get("root"), fields.get("signed"));
    match enter_witnessed(&node, &officer.signed, (size, root, note)).await {
        Ok(()) => go("/ledger?same=1"),
        Err(refusal) if refusal.kind == RefusalKind::BadInput => {
            let ledger = ledger_root(&node, &officer.signed).await?;
            let (t, shell) = (officer.t(), officer.shell());
            let errors = said(&t, &refusal.fields);
            let (size, root) = (fields.get("size").to_owned(), root.to_owned());
            page_again(&LedgerPage { t, shell, ledger, is_same: false, size, root, errors })
        }
        Err(refusal) => Err(refusal.into()),
    }
}
