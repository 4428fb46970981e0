//! One question a page, and the page of everything that can be observed. Each button saves.

use super::{opened, said};
use crate::fields::Fields;
use crate::shell::DANGER_NUMBER;
use crate::{Failure, Officer, StaffShell, Texts, go, page, page_again};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use lexicon::ids::ScreeningId;
use protection::screening::{Answer, Change, Draft, Question, Rules};
use std::sync::Arc;
use workflow::screen_person::{OpenScreening, note_in_screening, screening_rules};
use workflow::{Node, Refusal, RefusalKind};

/// A fact to tick.
struct Tick {
    id: String,
    label: String,
    is_on: bool,
}

#[derive(Template)]
#[template(path = "screening_question.html")]
struct QuestionPage {
    t: Texts,
    shell: StaffShell,
    id: String,
    alias: String,
    number: usize,
    done: usize,
    total: usize,
    progress: String,
    /// Id of the question, which comes back with the form.
    key: String,
    question: String,
    chosen: &'static str,
    ticks: Vec<Tick>,
    danger_number: &'static str,
}

/// A group of facts on the page of everything.
struct Group {
    title: String,
    ticks: Vec<Tick>,
    is_open: bool,
}

#[derive(Template)]
#[template(path = "screening_observations.html")]
struct ObservationsPage {
    t: Texts,
    shell: StaffShell,
    id: String,
    alias: String,
    groups: Vec<Group>,
    intended: bool,
    benefit_ruled_out: bool,
    note: String,
    error: String,
}

pub async fn show(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path((id, number)): Path<(String, usize)>,
) -> Result<Response, Failure> {
    let screening = opened(&node, &officer, &id).await?;
    let asked = questions(&screening.draft, &screening.rules);
    let at = number.checked_sub(1).and_then(|at| asked.get(at));
    let question = at.ok_or_else(Failure::not_found)?;
    let (t, draft) = (officer.t(), &screening.draft);
    page(&QuestionPage {
        t,
        shell: officer.shell().as_advice(),
        id,
        alias: screening.head.alias.clone(),
        number,
        done: number - 1,
        total: asked.len(),
        progress: t.with2("screening-progress", ("number", number), ("total", asked.len())),
        key: question.id.clone(),
        question: said(t, "question", &question.id, &question.text),
        chosen: draft.answers.get(&question.id).map_or("", |answer| answer.id()),
        ticks: ticks(t, &screening.rules, question, draft),
        danger_number: DANGER_NUMBER,
    })
}

fn ticks(t: Texts, rules: &Rules, question: &Question, draft: &Draft) -> Vec<Tick> {
    let covered = rules.covered(question).into_iter();
    let ticks = covered.map(|indicator| Tick {
        id: indicator.id.clone(),
        label: said(t, "indicator", &indicator.id, &indicator.text),
        is_on: draft.observed.contains(&indicator.id),
    });
    ticks.collect()
}

/// The questions of the draft's profession, in their order.
fn questions<'a>(draft: &Draft, rules: &'a Rules) -> Vec<&'a Question> {
    let profession = draft.profession.as_deref().and_then(|id| rules.profession(id));
    let positions = rules.questions_for(profession);
    positions.into_iter().filter_map(|at| rules.questions().get(at)).collect()
}

/// The number of a question on the pages of a draft, counted from 1.
pub fn number_of(draft: &Draft, rules: &Rules, id: &str) -> Option<usize> {
    questions(draft, rules).iter().position(|question| question.id == id).map(|at| at + 1)
}

pub async fn keep(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path((id, number)): Path<(String, usize)>,
    sent: Fields,
) -> Result<Response, Failure> {
    let screening = ScreeningId::parse(&id).ok_or_else(Failure::not_found)?;
    // The id of the question comes with the form: the order of the pages may have changed since.
    let change = Change::Question {
        question: sent.get("question").to_owned(),
        answer: Answer::parse(sent.get("answer")),
        observed: sent.all("observed").map(str::to_owned).collect(),
    };
    note_in_screening(&node, &officer.signed, screening, &change).await?;
    let total = questions_total(&node, &officer, &id).await?;
    match sent.get("go") {
        "result" => go(&format!("/screenings/{id}")),
        "back" if number > 1 => go(&format!("/screenings/{id}/questions/{}", number - 1)),
        "back" => go(&format!("/screenings/{id}/about")),
        _ if number < total => go(&format!("/screenings/{id}/questions/{}", number + 1)),
        _ => go(&format!("/screenings/{id}/observations")),
    }
}

async fn questions_total(node: &Node, officer: &Officer, id: &str) -> Result<usize, Failure> {
    let screening = opened(node, officer, id).await?;
    Ok(questions(&screening.draft, &screening.rules).len())
}

pub async fn all(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let screening = opened(&node, &officer, &id).await?;
    page(&observations(&officer, id, &screening))
}

fn observations(officer: &Officer, id: String, screening: &OpenScreening) -> ObservationsPage {
    let (t, draft) = (officer.t(), &screening.draft);
    ObservationsPage {
        t,
        shell: officer.shell().as_advice(),
        id,
        alias: screening.head.alias.clone(),
        groups: groups(t, &screening.rules, |id| draft.observed.contains(id)),
        intended: draft.intended,
        benefit_ruled_out: draft.benefit_ruled_out,
        note: draft.note.clone(),
        error: String::new(),
    }
}

/// Every indicator, by dimension in the order of the catalogue.
fn groups(t: Texts, rules: &Rules, is_on: impl Fn(&str) -> bool) -> Vec<Group> {
    let mut groups: Vec<(&str, Group)> = Vec::new();
    for indicator in rules.indicators() {
        let tick = Tick {
            id: indicator.id.clone(),
            label: said(t, "indicator", &indicator.id, &indicator.text),
            is_on: is_on(&indicator.id),
        };
        let dimension = indicator.dimension.as_str();
        if !groups.iter().any(|(known, _)| *known == dimension) {
            let title = said(t, "dimension", dimension, dimension);
            groups.push((dimension, Group { title, ticks: Vec::new(), is_open: false }));
        }
        if let Some((_, group)) = groups.iter_mut().find(|(known, _)| *known == dimension) {
            group.is_open |= tick.is_on;
            group.ticks.push(tick);
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

pub async fn keep_all(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
    sent: Fields,
) -> Result<Response, Failure> {
    let screening = ScreeningId::parse(&id).ok_or_else(Failure::not_found)?;
    let change = Change::Observations {
        observed: sent.all("observed").map(str::to_owned).collect(),
        intended: sent.has("intended"),
        benefit_ruled_out: sent.has("benefit"),
        note: sent.get("note").to_owned(),
    };
    match note_in_screening(&node, &officer.signed, screening, &change).await {
        Ok(()) => go(&format!("/screenings/{id}")),
        Err(refusal) if refusal.kind == RefusalKind::BadInput => {
            again(&node, &officer, (id, &sent), &refusal).await
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// The page with everything that was ticked and written, and what is wrong.
async fn again(
    node: &Node,
    officer: &Officer,
    (id, sent): (String, &Fields),
    refusal: &Refusal,
) -> Result<Response, Failure> {
    let t = officer.t();
    let rules = screening_rules(node).await?;
    let screening = opened(node, officer, &id).await?;
    let ticked: Vec<&str> = sent.all("observed").collect();
    page_again(&ObservationsPage {
        groups: groups(t, &rules, |id| ticked.contains(&id)),
        intended: sent.has("intended"),
        benefit_ruled_out: sent.has("benefit"),
        note: sent.get("note").to_owned(),
        error: refusal.fields.first().map(|wrong| t.phrase(&wrong.phrase)).unwrap_or_default(),
        ..observations(officer, id, &screening)
    })
}
