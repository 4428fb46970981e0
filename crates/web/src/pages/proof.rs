//! Checking a proof that something was received. Anybody may; nothing is looked up and nothing is
//! kept, and the page says no more than the proof does.

use crate::fields::Fields;
use crate::{Failure, PublicShell, Route, Texts, Visitor, page};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use guard::ledger::{SigningKey, VerifyingKey};
use guard::receipts::{OpeningKey, Proof, ProofFault};
use std::sync::Arc;
use workflow::Node;

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::open_get("/report/check", || get(ask)).public(),
    Route::open_post("/report/check", || post(check)).public().reads(),
];

/// What was found about a text that was given too.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Words {
    NotAsked,
    Same,
    Other,
}

#[derive(Template)]
#[template(path = "report_check.html")]
struct CheckPage {
    t: Texts,
    shell: PublicShell,
    proof: String,
    opening: String,
    text: String,
    /// The day in words, when the proof holds.
    day: String,
    words: Words,
    error: String,
    /// The key of this node, for whoever wants to write it down.
    key: String,
}

fn own_key(node: &Node) -> VerifyingKey {
    SigningKey::from_seed(&node.keys.signing_seed).verifying()
}

impl CheckPage {
    fn new(node: &Node, visitor: &Visitor) -> Self {
        let empty = String::new;
        Self {
            t: visitor.t(),
            shell: visitor.shell(),
            proof: empty(),
            opening: empty(),
            text: empty(),
            day: empty(),
            words: Words::NotAsked,
            error: empty(),
            key: own_key(node).bytes().iter().map(|b| format!("{b:02x}")).collect(),
        }
    }
}

async fn ask(State(node): State<Arc<Node>>, visitor: Visitor) -> Result<Response, Failure> {
    page(&CheckPage::new(&node, &visitor))
}

async fn check(
    State(node): State<Arc<Node>>,
    visitor: Visitor,
    fields: Fields,
) -> Result<Response, Failure> {
    let mut shown = CheckPage::new(&node, &visitor);
    shown.proof = fields.get("proof").to_owned();
    shown.opening = fields.get("opening").trim().to_owned();
    shown.text = fields.get("text").to_owned();
    let read = Proof::read(&shown.proof);
    match read.and_then(|proof| proof.verify(&own_key(&node)).map(|()| proof)) {
        Ok(proof) => {
            shown.day = shown.t.day(&proof.leaf.day);
            if !shown.opening.is_empty() || !shown.text.is_empty() {
                let opening = OpeningKey::parse(&shown.opening);
                let is_same = opening.is_some_and(|key| proof.is_of(&key, &shown.text));
                shown.words = if is_same { Words::Same } else { Words::Other };
            }
        }
        Err(fault) => shown.error = said(&shown.t, fault),
    }
    page(&shown)
}

fn said(t: &Texts, fault: ProofFault) -> String {
    t.phrase(&fault.phrase())
}
