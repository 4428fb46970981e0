//! The officer chooses another passphrase.

use super::cases::said;
use crate::fields::Fields;
use crate::{Failure, Officer, Route, StaffShell, Texts, page, page_again};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use guard::Action;
use std::sync::Arc;
use workflow::change_passphrase::{LEAST_CHARS, NewPassphrase, change_passphrase};
use workflow::{Node, RefusalKind};
use zeroize::Zeroizing;

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/settings/passphrase", Action::OwnSettings, || get(show)),
    Route::post("/settings/passphrase", Action::OwnSettings, || post(change)),
];

#[derive(Template)]
#[template(path = "passphrase.html")]
struct PassphrasePage {
    t: Texts,
    shell: StaffShell,
    /// The one-time code may be left empty.
    is_demo: bool,
    least: usize,
    errors: Vec<(String, String)>,
}

impl PassphrasePage {
    fn new(node: &Node, officer: &Officer, errors: Vec<(String, String)>) -> Self {
        let (t, shell) = (officer.t(), officer.shell());
        Self { t, shell, is_demo: node.is_demo, least: LEAST_CHARS, errors }
    }

    fn error(&self, field: &str) -> &str {
        self.errors.iter().find(|(f, _)| f == field).map_or("", |(_, said)| said)
    }
}

#[derive(Template)]
#[template(path = "passphrase_done.html")]
struct DonePage {
    t: Texts,
    shell: StaffShell,
}

async fn show(State(node): State<Arc<Node>>, officer: Officer) -> Result<Response, Failure> {
    page(&PassphrasePage::new(&node, &officer, Vec::new()))
}

async fn change(
    State(node): State<Arc<Node>>,
    officer: Officer,
    fields: Fields,
) -> Result<Response, Failure> {
    let secret = |field: &str| Zeroizing::new(fields.get(field).to_owned());
    let asked = NewPassphrase {
        old: secret("old"),
        code: fields.get("code").to_owned(),
        new: secret("new"),
        again: secret("again"),
    };
    let who = (&officer.token_hash, &officer.signed);
    match change_passphrase(&node, who, asked).await {
        Ok(()) => page(&DonePage { t: officer.t(), shell: officer.shell() }),
        Err(refusal) if matches!(refusal.kind, RefusalKind::BadInput | RefusalKind::Busy) => {
            let t = officer.t();
            let mut errors = said(&t, &refusal.fields);
            if errors.is_empty() {
                errors.push(("old".to_owned(), t.phrase(&refusal.said)));
            }
            page_again(&PassphrasePage::new(&node, &officer, errors))
        }
        Err(refusal) => Err(refusal.into()),
    }
}
