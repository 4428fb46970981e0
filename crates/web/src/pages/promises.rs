//! What the node promises, what is missing today, and what no software mends: said in the product
//! to everybody who works with it, in the words of PROMISES.md.

use crate::{Failure, Officer, Route, StaffShell, Texts, page};
use askama::Template;
use axum::response::Response;
use axum::routing::get;
use guard::Action;
use lexicon::phrase;

/// The doors of this page.
pub const ROUTES: &[Route] = &[Route::get("/promises", Action::OwnSettings, || get(show))];

/// What stays dangerous, in the order in which it is told.
const RISKS: [&str; 10] = [
    "root",
    "operator",
    "camera",
    "two",
    "small-place",
    "phone",
    "court",
    "partner",
    "commit",
    "guess",
];

struct Promise {
    /// `P-01`, as in PROMISES.md.
    id: String,
    says: String,
    /// What no released program keeps of it so far; empty when it is kept whole.
    not_yet: String,
}

#[derive(Template)]
#[template(path = "promises.html")]
struct PromisesPage {
    t: Texts,
    shell: StaffShell,
    promises: Vec<Promise>,
    risks: Vec<String>,
}

async fn show(officer: Officer) -> Result<Response, Failure> {
    let t = officer.t();
    page(&PromisesPage {
        t,
        shell: officer.shell(),
        promises: promises(t),
        risks: RISKS.iter().map(|risk| t.say(format!("risk-{risk}"))).collect(),
    })
}

fn promises(t: Texts) -> Vec<Promise> {
    let said = |key: &str| phrase::has(t.language, key).then(|| t.say(key));
    let promise = |number: u8| {
        let key = format!("promise-p-{number:02}");
        let not_yet = said(&format!("{key}-not-yet")).unwrap_or_default();
        Some(Promise { id: format!("P-{number:02}"), says: said(&key)?, not_yet })
    };
    (1..).map_while(promise).collect()
}
