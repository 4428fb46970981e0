//! Erasing what the desk holds of a person, or a hint: one officer asks, a colleague confirms, and
//! the certificate stays.

use crate::fields::Fields;
use crate::{Failure, Officer, Route, StaffShell, Texts, go, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use guard::Action;
use guard::ledger::ErasureCertificate;
use lexicon::ids::{HintId, PersonId};
use std::sync::Arc;
use workflow::Node;
use workflow::erase::{
    Erasable, Erasure, Stage, ask_erasure, confirm_erasure, drop_erasure, view_erasure,
};

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/persons/{id}/erase", Action::PersonErase, || get(show_person)),
    Route::post("/persons/{id}/erase", Action::PersonErase, || post(act_person)),
    Route::get("/persons/{id}/erase/certificate", Action::PersonErase, || get(paper_person)),
    Route::get("/hints/{id}/erase", Action::HintErase, || get(show_hint)),
    Route::post("/hints/{id}/erase", Action::HintErase, || post(act_hint)),
    Route::get("/hints/{id}/erase/certificate", Action::HintErase, || get(paper_hint)),
];

fn person(id: &str) -> Result<Erasable, Failure> {
    PersonId::parse(id).map(Erasable::Person).ok_or_else(Failure::not_found)
}

fn hint(id: &str) -> Result<Erasable, Failure> {
    HintId::parse(id).map(Erasable::Hint).ok_or_else(Failure::not_found)
}

fn address(what: Erasable) -> String {
    match what {
        Erasable::Person(id) => format!("/persons/{id}/erase"),
        Erasable::Hint(id) => format!("/hints/{id}/erase"),
    }
}

#[derive(Template)]
#[template(path = "erase.html")]
struct ErasePage {
    t: Texts,
    shell: StaffShell,
    erasure: Erasure,
    address: String,
    back: String,
    is_person: bool,
}

impl ErasePage {
    fn certificate(&self) -> Option<&ErasureCertificate> {
        match &self.erasure.stage {
            Stage::Done(certificate) => Some(certificate),
            _ => None,
        }
    }

    /// Who asked and when, for the officer who can confirm.
    fn asked(&self) -> Option<(&str, String)> {
        match &self.erasure.stage {
            Stage::Asked { by, on } => Some((by, self.t.day(on))),
            _ => None,
        }
    }

    fn asked_by_you(&self) -> Option<String> {
        match &self.erasure.stage {
            Stage::AskedByYou(on) => Some(self.t.day(on)),
            _ => None,
        }
    }

    fn is_open(&self) -> bool {
        self.erasure.stage == Stage::None
    }
}

async fn show(node: &Node, officer: &Officer, what: Erasable) -> Result<Response, Failure> {
    let erasure = view_erasure(node, &officer.signed, what).await?;
    let back = match (what, erasure.case) {
        (Erasable::Person(_), Some(case)) => format!("/cases/{case}"),
        // What was erased has no page of its own any more.
        (Erasable::Hint(id), _) if !matches!(erasure.stage, Stage::Done(_)) => {
            format!("/hints/{id}")
        }
        _ => "/hints".to_owned(),
    };
    page(&ErasePage {
        t: officer.t(),
        shell: officer.shell(),
        erasure,
        address: address(what),
        back,
        is_person: matches!(what, Erasable::Person(_)),
    })
}

async fn act(
    node: &Node,
    officer: &Officer,
    what: Erasable,
    fields: &Fields,
) -> Result<Response, Failure> {
    match fields.get("step") {
        "ask" => ask_erasure(node, &officer.signed, what, fields.has("notes")).await?,
        "drop" => drop_erasure(node, &officer.signed, what).await?,
        "confirm" => confirm_erasure(node, &officer.signed, what).await?,
        _ => return Err(Failure::bad_input()),
    }
    go(&address(what))
}

/// The signed text, to print or to keep.
async fn paper(node: &Node, officer: &Officer, what: Erasable) -> Result<Response, Failure> {
    let erasure = view_erasure(node, &officer.signed, what).await?;
    let Stage::Done(certificate) = erasure.stage else { return Err(Failure::not_found()) };
    let headers = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"erasure.txt\""),
    ];
    Ok((StatusCode::OK, headers, certificate.write()).into_response())
}

async fn show_person(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    show(&node, &officer, person(&id)?).await
}

async fn act_person(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    act(&node, &officer, person(&id)?, &fields).await
}

async fn paper_person(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    paper(&node, &officer, person(&id)?).await
}

async fn show_hint(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    show(&node, &officer, hint(&id)?).await
}

async fn act_hint(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    act(&node, &officer, hint(&id)?, &fields).await
}

async fn paper_hint(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    paper(&node, &officer, hint(&id)?).await
}
