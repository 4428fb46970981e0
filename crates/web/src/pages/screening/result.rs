//! The advice with every reason, the elements of both crimes, what was not asked, and the
//! officer's decision.

use super::question::number_of;
use super::{opened, said};
use crate::fields::Fields;
use crate::{Failure, Officer, StaffShell, Texts, go, page, page_again};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use lexicon::ids::ScreeningId;
use lexicon::language::ENGLISH;
use lexicon::palermo::Crime;
use lexicon::{Day, phrase};
use protection::screening::draft::choices;
use protection::screening::{
    ActionReason, Decided, Draft, Explanation, InputReason, Judgement, Observations, Rules,
};
use std::sync::Arc;
use workflow::screen_person::{OpenScreening, decide_screening};
use workflow::{Node, RefusalKind};

/// A step to take and where it comes from.
struct Step {
    text: String,
    why: String,
}

/// One reason with the facts behind it.
struct Why {
    drawing: &'static str,
    strong: String,
    text: String,
    facts: Vec<String>,
}

/// A question that is still open.
struct Open {
    text: String,
    /// Empty when the question is not on the pages of this profession.
    address: String,
}

/// The decision as it was noted.
struct Noted {
    result: String,
    advised: String,
    follows: bool,
    reason: String,
    day: Day,
}

/// The decision form as it is shown.
#[derive(Default)]
struct Form {
    chosen: String,
    result: String,
    reason: String,
    errors: Vec<(String, String)>,
}

impl Form {
    fn error(&self, field: &str) -> &str {
        self.errors.iter().find(|(name, _)| name == field).map_or("", |(_, said)| said)
    }
}

#[derive(Template)]
#[template(path = "screening_result.html")]
struct ResultPage {
    t: Texts,
    shell: StaffShell,
    id: String,
    alias: String,
    title: String,
    meaning: String,
    also: String,
    is_urgent: bool,
    is_lapsed: bool,
    answered: String,
    steps: Vec<Step>,
    waits: Vec<String>,
    why: Vec<Why>,
    rule: String,
    source: String,
    tip: Vec<(String, String, &'static str)>,
    som: Vec<(String, String, &'static str)>,
    /// Forms of exploitation that the ticks speak of, and those ticks.
    forms: Vec<(String, Vec<String>)>,
    open: Vec<Open>,
    next_question: String,
    noted: Option<Noted>,
    can_decide: bool,
    choices: Vec<(String, String)>,
    form: Form,
    expires_on: Option<Day>,
    version: String,
    hint: String,
    case: String,
}

pub async fn show(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let screening = opened(&node, &officer, &id).await?;
    page(&result_page(&officer, &screening, Form::default()))
}

pub async fn decide(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
    sent: Fields,
) -> Result<Response, Failure> {
    let screening = opened(&node, &officer, &id).await?;
    let (line, _) = screening.draft.line(&screening.rules);
    let judgement = screening.rules.judge(&line);
    let advised = judgement.advice("", &screening.rules).result.to_owned();
    let result = match sent.get("decision") {
        "follow" => advised,
        "otherwise" => sent.get("result").to_owned(),
        _ => String::new(),
    };
    if result.is_empty() {
        let form = form_of(&sent, ("decision", officer.t().say("screening-error-decision")));
        return page_again(&result_page(&officer, &screening, form));
    }
    let key = ScreeningId::parse(&id).ok_or_else(Failure::not_found)?;
    match decide_screening(&node, &officer.signed, key, (&result, sent.get("reason"))).await {
        Ok(()) => go(&format!("/screenings/{id}")),
        Err(refusal) if refusal.kind == RefusalKind::BadInput => {
            let wrong = refusal.fields.first();
            let field = wrong.map_or("decision", |wrong| wrong.field.as_str());
            let text = wrong.map(|wrong| officer.t().phrase(&wrong.phrase)).unwrap_or_default();
            page_again(&result_page(&officer, &screening, form_of(&sent, (field, text))))
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn form_of(sent: &Fields, (field, text): (&str, String)) -> Form {
    Form {
        chosen: sent.get("decision").to_owned(),
        result: sent.get("result").to_owned(),
        reason: sent.get("reason").to_owned(),
        errors: vec![(field.to_owned(), text)],
    }
}

fn result_page(officer: &Officer, screening: &OpenScreening, form: Form) -> ResultPage {
    let (t, rules, draft) = (officer.t(), &*screening.rules, &screening.draft);
    let head = &screening.head;
    let (line, unknown) = draft.line(rules);
    let judgement = rules.judge(&line);
    let advice = judgement.advice("", rules);
    let explained = rules.explain(&line, &judgement);
    let open = open_questions(t, rules, draft, &advice.not_asked, &head.id.to_string());
    let total = rules.questions_for(line.profession).len();
    let done = total.saturating_sub(advice.not_asked.len());
    let next_question = open.iter().find(|o| !o.address.is_empty());
    ResultPage {
        t,
        shell: officer.shell().as_advice(),
        id: head.id.to_string(),
        alias: head.alias.clone(),
        title: of_result(t, rules, advice.result),
        meaning: t.say(format!("result-{}-meaning", advice.result)),
        also: advice.also.map(|id| of_result(t, rules, id)).unwrap_or_default(),
        is_urgent: advice.urgent,
        is_lapsed: screening.is_lapsed,
        answered: t.with2("screening-answered", ("done", done), ("total", total)),
        steps: steps(t, rules, &explained),
        waits: explained.removal_waits_for.iter().map(|step| waited(t, step)).collect(),
        why: reasons(t, rules, (draft, &unknown), &explained, advice.age_basis),
        rule: said(t, "decision", advice.decision, advice.decision),
        source: explained.source.to_owned(),
        tip: elements(t, Crime::Tip, &explained),
        som: elements(t, Crime::Som, &explained),
        forms: suggested(t, screening),
        next_question: next_question.map(|o| o.address.clone()).unwrap_or_default(),
        open,
        noted: draft.decision.as_ref().map(|decided| noted(t, rules, decided)),
        can_decide: screening.can_decide,
        choices: shown_choices(t, rules, (&line, &judgement), advice.result),
        form,
        expires_on: head.expires_on,
        version: rules.version().to_owned(),
        hint: head.hint_id.map(|id| id.to_string()).unwrap_or_default(),
        case: head.case_id.map(|id| id.to_string()).unwrap_or_default(),
    }
}

fn of_result(t: Texts, rules: &Rules, id: &str) -> String {
    let own = rules.results().iter().find(|result| result.id == id);
    said(t, "result", id, own.map_or(id, |result| result.meaning.as_str()))
}

fn of_indicator(t: Texts, rules: &Rules, id: &str) -> String {
    let own = rules.indicators().iter().find(|indicator| indicator.id == id);
    said(t, "indicator", id, own.map_or(id, |indicator| indicator.text.as_str()))
}

fn of_question(t: Texts, rules: &Rules, id: &str) -> String {
    let own = rules.questions().iter().find(|question| question.id == id);
    said(t, "question", id, own.map_or(id, |question| question.text.as_str()))
}

fn steps(t: Texts, rules: &Rules, explained: &Explanation<'_>) -> Vec<Step> {
    let steps = explained.actions.iter().map(|action| Step {
        text: said(t, "action", action.action, rules.action_text(action.action)),
        why: match action.reason {
            ActionReason::Always(_) => said(t, "always", action.rule, action.rule),
            _ => t.say("screening-action-by-row"),
        },
    });
    steps.collect()
}

/// A step for which a removal waits; most are actions.
fn waited(t: Texts, step: &str) -> String {
    let key = format!("action-{step}");
    if phrase::has(ENGLISH, &key) { t.say(key) } else { t.coded("screening-waits", step) }
}

/// Every reason: the inputs that decided or that facts speak of, then refusals and what to look at
/// again.
fn reasons(
    t: Texts,
    rules: &Rules,
    (draft, unknown): (&Draft, &[&str]),
    explained: &Explanation<'_>,
    age_basis: &str,
) -> Vec<Why> {
    let shown = explained.inputs.iter().filter(|input| input.decided || !input.facts.is_empty());
    let mut why: Vec<Why> = shown.map(|input| reason(t, rules, input, age_basis)).collect();
    for (question, answer) in &draft.answers {
        if *answer == protection::screening::Answer::Refused {
            why.push(Why {
                drawing: "note",
                strong: of_question(t, rules, question),
                text: t.say("screening-why-refused"),
                facts: Vec::new(),
            });
        }
    }
    for question in draft.yes_without_tick(rules) {
        why.push(Why {
            drawing: "note",
            strong: said(t, "question", &question.id, &question.text),
            text: t.say("screening-why-yes"),
            facts: Vec::new(),
        });
    }
    for id in unknown {
        let strong = t.with("screening-why-unknown", "id", *id);
        why.push(Why { drawing: "note", strong, text: String::new(), facts: Vec::new() });
    }
    why
}

fn reason(t: Texts, rules: &Rules, input: &InputReason<'_>, age_basis: &str) -> Why {
    let key = format!("input-{}", input.input.replace('_', "-"));
    let mut ids: Vec<&str> = Vec::new();
    for id in input.facts.iter().flat_map(|fact| &fact.indicators) {
        if !ids.contains(id) {
            ids.push(id);
        }
    }
    let text = match input.input {
        "age" => t.coded("age-basis", age_basis),
        _ => t.say(format!("{key}-{}", input.value)),
    };
    Why {
        drawing: if ids.is_empty() { "note" } else { "tick" },
        strong: t.say(key),
        text,
        facts: ids.into_iter().map(|id| of_indicator(t, rules, id)).collect(),
    }
}

fn elements(
    t: Texts,
    crime: Crime,
    explained: &Explanation<'_>,
) -> Vec<(String, String, &'static str)> {
    let of_crime = explained.elements.iter().filter(|state| state.element.crime() == crime);
    let rows = of_crime.map(|state| {
        let key = format!("element-{}-{}", crime.id(), state.element.id());
        (t.say(&key), t.say(format!("{key}-meaning")), state.mark.id())
    });
    rows.collect()
}

fn suggested(t: Texts, screening: &OpenScreening) -> Vec<(String, Vec<String>)> {
    let (rules, forms) = (&*screening.rules, &*screening.forms);
    let name = |id: &String| {
        said(t, "form", id, forms.form(id).map_or(id.as_str(), |form| form.name.as_str()))
    };
    let all = rules.suggested_forms(forms, &screening.draft).into_iter().map(|suggestion| {
        let names: Vec<String> = suggestion.forms.iter().map(name).collect();
        let facts = suggestion.indicators.iter().map(|id| of_indicator(t, rules, id));
        (names.join(" · "), facts.collect())
    });
    all.collect()
}

fn open_questions(
    t: Texts,
    rules: &Rules,
    draft: &Draft,
    not_asked: &[&str],
    id: &str,
) -> Vec<Open> {
    let open = not_asked.iter().map(|question| Open {
        text: of_question(t, rules, question),
        address: number_of(draft, rules, question)
            .map(|number| format!("/screenings/{id}/questions/{number}"))
            .unwrap_or_default(),
    });
    open.collect()
}

fn shown_choices(
    t: Texts,
    rules: &Rules,
    (line, judgement): (&Observations, &Judgement),
    advised: &str,
) -> Vec<(String, String)> {
    let others = choices(rules, line, judgement).into_iter().filter(|id| *id != advised);
    others.map(|id| (id.to_owned(), of_result(t, rules, id))).collect()
}

fn noted(t: Texts, rules: &Rules, decided: &Decided) -> Noted {
    Noted {
        result: of_result(t, rules, &decided.result),
        advised: of_result(t, rules, &decided.advised),
        follows: decided.follows_advice,
        reason: decided.reason.clone(),
        day: decided.decided_on,
    }
}
