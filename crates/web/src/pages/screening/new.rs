//! How a screening begins, and the same facts changed later: age and profession.

use super::opened;
use crate::fields::Fields;
use crate::pages::hints::can_take;
use crate::shell::page_with;
use crate::{Failure, Officer, StaffShell, Texts, go, page, page_again};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use lexicon::ids::{CaseId, HintId, ScreeningId};
use protection::screening::{Age, Change};
use serde::Deserialize;
use std::sync::Arc;
use workflow::Node;
use workflow::screen_person::{
    NewScreening, may_start_screening, note_in_screening, profession_of, screening_rules,
    start_screening,
};
use workflow::sign_set_up::need_own_set_up;

#[derive(Template)]
#[template(path = "screening_new.html")]
struct AboutPage {
    t: Texts,
    shell: StaffShell,
    /// Where the form is sent.
    address: String,
    title: String,
    hint: String,
    case: String,
    age: String,
    believed_child: bool,
    profession: String,
    professions: Vec<(String, String)>,
    errors: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "screening_elsewhere.html")]
struct ElsewherePage {
    t: Texts,
    shell: StaffShell,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct From {
    hint: String,
    case: String,
}

pub async fn show(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Query(from): Query<From>,
) -> Result<Response, Failure> {
    if !may_start_screening(&node, &officer.signed) {
        return elsewhere(&node, &officer);
    }
    need_own_set_up(&node, &officer.signed).await?;
    let mut about = new_page(&node, &officer, (&from.hint, &from.case)).await?;
    profession_of(officer.signed.officer.desk_kind).clone_into(&mut about.profession);
    page(&about)
}

/// Refused, and what to do instead for who may take a hint.
fn elsewhere(node: &Node, officer: &Officer) -> Result<Response, Failure> {
    if !can_take(node, officer) {
        return Err(Failure::of_status(StatusCode::FORBIDDEN));
    }
    let page = ElsewherePage { t: officer.t(), shell: officer.shell() };
    page_with(StatusCode::FORBIDDEN, &page)
}

pub async fn begin(
    State(node): State<Arc<Node>>,
    officer: Officer,
    sent: Fields,
) -> Result<Response, Failure> {
    if !may_start_screening(&node, &officer.signed) {
        return elsewhere(&node, &officer);
    }
    let Some(age) = Age::parse(sent.get("age")) else {
        let from = (sent.get("hint"), sent.get("case"));
        let about = new_page(&node, &officer, from).await?;
        return page_again(&about.again(&sent));
    };
    let new = NewScreening {
        age,
        believed_child: sent.has("believed"),
        profession: profession(&sent),
        hint: HintId::parse(sent.get("hint")),
        case: CaseId::parse(sent.get("case")),
    };
    let id = start_screening(&node, &officer.signed, new).await?;
    go(&format!("/screenings/{id}/questions/1"))
}

pub async fn show_about(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let screening = opened(&node, &officer, &id).await?;
    page(&AboutPage {
        age: screening.draft.age.clone(),
        believed_child: screening.draft.believed_child,
        profession: screening.draft.profession.clone().unwrap_or_default(),
        ..changed_page(&node, &officer, &id).await?
    })
}

pub async fn change_about(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
    sent: Fields,
) -> Result<Response, Failure> {
    let screening = ScreeningId::parse(&id).ok_or_else(Failure::not_found)?;
    let Some(age) = Age::parse(sent.get("age")) else {
        let about = changed_page(&node, &officer, &id).await?;
        return page_again(&about.again(&sent));
    };
    let believed_child = sent.has("believed");
    let change = Change::About { age, believed_child, profession: profession(&sent) };
    note_in_screening(&node, &officer.signed, screening, &change).await?;
    go(&format!("/screenings/{id}"))
}

fn profession(sent: &Fields) -> Option<String> {
    let id = sent.get("profession");
    (!id.is_empty()).then(|| id.to_owned())
}

async fn new_page(
    node: &Node,
    officer: &Officer,
    (hint, case): (&str, &str),
) -> Result<AboutPage, Failure> {
    Ok(AboutPage {
        // Only what is an id comes back into the page.
        hint: HintId::parse(hint).map(|id| id.to_string()).unwrap_or_default(),
        case: CaseId::parse(case).map(|id| id.to_string()).unwrap_or_default(),
        title: officer.t().say("screening-new-title"),
        ..empty_page(node, officer, "/screenings/new".to_owned()).await?
    })
}

async fn changed_page(node: &Node, officer: &Officer, id: &str) -> Result<AboutPage, Failure> {
    let mut about = empty_page(node, officer, format!("/screenings/{id}/about")).await?;
    about.title = officer.t().say("screening-about-title");
    Ok(about)
}

async fn empty_page(node: &Node, officer: &Officer, address: String) -> Result<AboutPage, Failure> {
    let t = officer.t();
    let rules = screening_rules(node).await?;
    let forms = rules.forms().iter();
    let label = |id: &str| super::said(t, "profession", id, id);
    Ok(AboutPage {
        t,
        shell: officer.shell().as_advice(),
        address,
        title: String::new(),
        hint: String::new(),
        case: String::new(),
        age: String::new(),
        believed_child: false,
        profession: String::new(),
        professions: forms.map(|f| (f.profession.clone(), label(&f.profession))).collect(),
        errors: Vec::new(),
    })
}

impl AboutPage {
    /// The page with what was sent and what is missing.
    fn again(mut self, sent: &Fields) -> Self {
        self.believed_child = sent.has("believed");
        sent.get("profession").clone_into(&mut self.profession);
        self.errors = vec![("age".to_owned(), self.t.say("screening-error-age"))];
        self
    }
}
