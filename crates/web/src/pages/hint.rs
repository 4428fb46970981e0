//! One hint: what the reporter wrote, why it is urgent, why it goes there, the dialogue, and what
//! to do next.

use crate::fields::Fields;
use crate::pages::hints::{desk_kinds, tag_of, version};
use crate::pages::rules::{conditions, reason_name, rule_name};
use crate::{Failure, Officer, Route, StaffShell, Texts, go, page, page_again};
use askama::Template;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use guard::Action;
use lexicon::ids::{AttachmentId, DeskId, HintId};
use lexicon::language::ENGLISH;
use lexicon::{Day, phrase};
use protection::hint::{Channel, Fact, Stated};
use protection::routing::{Decision, Outcome};
use protection::triage::{Assessment, RaiseReason, Urgency, assess};
use std::sync::Arc;
use workflow::answer_reporter::answer_reporter;
use workflow::hand_over_hint::{Ground, hand_over_hint};
use workflow::open_hint::{OpenedHint, open_file, open_hint};
use workflow::raise_urgency::{raise_urgency, take_on_hint};
use workflow::{Node, Refusal, RefusalKind};

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/hints/{id}", Action::HintOpen, || get(show)),
    Route::get("/hints/{id}/files/{file}", Action::HintOpen, || get(download)),
    Route::post("/hints/{id}/answer", Action::HintAnswer, || post(answer)),
    Route::post("/hints/{id}/raise", Action::HintTriage, || post(raise)),
    Route::post("/hints/{id}/take", Action::HintTriage, || post(take_on)),
    Route::post("/hints/{id}/hand-over", Action::HintHandOver, || post(hand_over)),
];

#[derive(Template)]
#[template(path = "hint.html")]
struct HintPage {
    t: Texts,
    shell: StaffShell,
    hint: OpenedHint,
    assessment: Assessment,
    today: Day,
    /// Field and sentence of what could not be done.
    errors: Vec<(String, String)>,
    /// An answer that could not be sent.
    answer: String,
}

async fn show(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let hint = read_id(&id)?;
    page(&of(&node, &officer, hint, Vec::new(), String::new()).await?)
}

fn read_id(id: &str) -> Result<HintId, Failure> {
    HintId::parse(id).ok_or_else(|| Refusal::not_found().into())
}

async fn of(
    node: &Node,
    officer: &Officer,
    id: HintId,
    errors: Vec<(String, String)>,
    answer: String,
) -> Result<HintPage, Failure> {
    let hint = open_hint(node, &officer.signed, id).await?;
    let assessment = assess(&hint.answers, &hint.routing);
    let (t, shell, today) = (officer.t(), officer.shell(), node.today());
    Ok(HintPage { t, shell, hint, assessment, today, errors, answer })
}

/// After a small form: back to the hint, or the page again with what must be changed.
async fn done(
    node: &Node,
    officer: &Officer,
    id: HintId,
    outcome: Result<(), Refusal>,
    answer: String,
) -> Result<Response, Failure> {
    match outcome {
        Ok(()) => go(&format!("/hints/{id}")),
        Err(refusal) if refusal.kind == RefusalKind::BadInput => {
            let t = officer.t();
            let said = refusal.fields.iter().map(|c| (c.field.clone(), t.phrase(&c.phrase)));
            page_again(&of(node, officer, id, said.collect(), answer).await?)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

async fn answer(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let id = read_id(&id)?;
    let text = fields.get("text");
    let outcome = answer_reporter(&node, &officer.signed, id, text).await;
    done(&node, &officer, id, outcome, text.to_owned()).await
}

async fn raise(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let id = read_id(&id)?;
    let to = Urgency::parse(fields.get("level"));
    let reason = RaiseReason::parse(fields.get("reason"));
    let outcome = match (to, reason) {
        (Some(to), Some(reason)) => {
            let known = (id, version(&fields));
            raise_urgency(&node, &officer.signed, known, (to, reason)).await
        }
        _ => Err(Refusal::field("reason", lexicon::Phrase::new("triage-raise-error"))),
    };
    done(&node, &officer, id, outcome, String::new()).await
}

async fn take_on(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let id = read_id(&id)?;
    let outcome = take_on_hint(&node, &officer.signed, (id, version(&fields))).await;
    done(&node, &officer, id, outcome, String::new()).await
}

async fn hand_over(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let id = read_id(&id)?;
    let wrong = |field, key| Refusal::field(field, lexicon::Phrase::new(key));
    let outcome = match (DeskId::parse(fields.get("desk")), Ground::parse(fields.get("ground"))) {
        (Some(desk), Some(ground)) => {
            let known = (id, version(&fields));
            hand_over_hint(&node, &officer.signed, known, (desk, ground)).await
        }
        (None, _) => Err(wrong("desk", "hint-hand-over-error")),
        (_, None) => Err(wrong("ground", "hint-hand-over-ground-error")),
    };
    match outcome {
        // The hint is no longer this desk's to read.
        Ok(()) => go("/hints"),
        outcome => done(&node, &officer, id, outcome, String::new()).await,
    }
}

/// The cleaned copy, to be saved and never shown in the page.
async fn download(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path((id, file)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let file = AttachmentId::parse(&file).ok_or_else(Refusal::not_found)?;
    let (kind, copy) = open_file(&node, &officer.signed, (read_id(&id)?, file)).await?;
    let name = format!("attachment; filename=\"copy.{}\"", kind.extension());
    let name = HeaderValue::from_str(&name).unwrap_or(HeaderValue::from_static("attachment"));
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind.media_type())),
        (header::CONTENT_DISPOSITION, name),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    Ok((headers, Body::from(copy.show_bytes().to_vec())).into_response())
}

impl HintPage {
    fn tag(&self) -> &'static str {
        tag_of(&self.hint.urgency)
    }

    fn lead(&self) -> String {
        self.t.with("hint-received", "day", self.t.day(&self.hint.received_on))
    }

    fn days_left(&self) -> i64 {
        self.hint.due_on.days_since(self.today)
    }

    fn is_taken_down(&self) -> bool {
        matches!(self.hint.channel, Channel::Phone | Channel::WalkIn)
    }

    fn language_name(&self) -> String {
        let found = lexicon::Language::find(&self.hint.language);
        found.map_or_else(|| self.hint.language.clone(), |language| language.name.to_owned())
    }

    fn stated(&self, fact: Fact) -> String {
        self.t.say(self.hint.answers.stated(fact).key())
    }

    /// The facts shown in the panel: label and what was stated. What was not answered says so.
    fn facts(&self) -> Vec<(String, String)> {
        let t = self.t;
        let who = match self.hint.answers.stated(Fact::ThirdParty) {
            Stated::Yes => t.say("hint-who-other"),
            Stated::No => t.say("hint-who-self"),
            other => t.say(other.key()),
        };
        let mut all = vec![
            (t.say(Fact::DangerNow.key()), self.stated(Fact::DangerNow)),
            (t.say(Fact::Child.key()), self.stated(Fact::Child)),
            (t.say("hint-who"), who),
        ];
        let more = Fact::TICKS.into_iter().filter(|fact| *fact != Fact::Child);
        let ticked = more.filter(|fact| self.hint.answers.stated(*fact) == Stated::Yes);
        all.extend(ticked.map(|fact| (t.say(fact.key()), self.stated(fact))));
        all
    }

    /// Place, contact and languages: label and text, or that nothing was said.
    fn sealed_facts(&self) -> Vec<(String, String)> {
        let (t, answers) = (self.t, &self.hint.answers);
        let or = |text: &Option<String>, key: &str| text.clone().unwrap_or_else(|| t.say(key));
        let silent = "hint-stated-not-answered";
        let mut all = vec![
            (t.say("hint-contact"), or(&answers.contact, "hint-contact-code-only")),
            (t.say("hint-place"), or(&answers.place, silent)),
            (t.say("hint-languages"), or(&answers.languages, silent)),
        ];
        if answers.contact.is_some() || answers.contact_when.is_some() {
            all.push((t.say("hint-contact-when"), or(&answers.contact_when, silent)));
        }
        all
    }

    fn decision(&self) -> Decision<'_> {
        self.hint.routing.decide(&self.hint.answers)
    }

    fn reason(&self, id: &str) -> String {
        reason_name(self.t, id)
    }

    fn rule_title(&self, outcome: &Outcome<'_>) -> String {
        let name = rule_name(self.t, &outcome.rule.id, &outcome.rule.duty);
        let rule = ("rule", name);
        self.t.with2("hint-rule", ("number", outcome.number), rule)
    }

    fn fired_because(&self, outcome: &Outcome<'_>) -> String {
        if outcome.weighed.met.is_empty() {
            return self.t.say("hint-rule-fired-always");
        }
        self.t.with("hint-rule-fired", "facts", conditions(self.t, &outcome.weighed.met))
    }

    /// Why a rule did not fire: what was missing, then what stands against it.
    fn not_fired_because(&self, outcome: &Outcome<'_>) -> Vec<String> {
        let said = [
            ("hint-rule-missing", &outcome.weighed.missing),
            ("hint-rule-barring", &outcome.weighed.barring),
        ];
        let found = said.into_iter().filter(|(_, conditions)| !conditions.is_empty());
        found.map(|(key, all)| self.t.with(key, "facts", conditions(self.t, all))).collect()
    }

    fn goes_to(&self, outcome: &Outcome<'_>) -> String {
        if outcome.rule.goes_to.is_empty() {
            return self.t.coded("routing-path", outcome.rule.path.id());
        }
        self.t.with("hint-rule-goes-to", "desks", desk_kinds(self.t, &outcome.rule.goes_to))
    }

    /// The next step as the leading rule says it.
    fn next(&self) -> String {
        let decision = self.decision();
        let Some(rule) = decision.fired.first().map(|outcome| outcome.rule) else {
            return self.t.say("routing-rule-stays-next");
        };
        let key = format!("{}-next", rule.key());
        // A rule that a country made says its duty itself.
        if phrase::has(ENGLISH, &key) { self.t.say(key) } else { rule.duty.clone() }
    }

    fn next_help(&self) -> String {
        self.t.coded("routing-path", self.decision().path().id())
    }

    /// The desks it may be handed over to, those the rules name first.
    fn desks(&self) -> Vec<(String, String)> {
        let decision = self.decision();
        let wanted = decision.goes_to();
        let place = |kind: &str| wanted.iter().position(|k| *k == kind).unwrap_or(wanted.len());
        let mut desks: Vec<_> = self.hint.desks.iter().collect();
        desks.sort_by_key(|(_, name, kind)| (place(kind), name.clone()));
        desks.iter().map(|(id, name, _)| (id.to_string(), name.clone())).collect()
    }

    /// The ground that the leading rule suggests.
    fn ground(&self) -> &'static str {
        match self.decision().path().id() {
            "mandatory" => "law",
            "urgent" => "life-at-risk",
            _ => "",
        }
    }

    fn grounds(&self) -> Vec<(&'static str, String, bool)> {
        let suggested = self.ground();
        let name = |ground: Ground| {
            let id = ground.id();
            (id, self.t.coded("hint-ground", id), id == suggested)
        };
        Ground::ALL.into_iter().map(name).collect()
    }

    fn higher(&self) -> Vec<(String, String)> {
        let more = Urgency::ALL.into_iter().filter(|level| *level > self.hint.urgency);
        more.map(|level| (level.id().to_owned(), self.t.say(level.key()))).collect()
    }

    fn raise_reasons(&self) -> Vec<(String, String)> {
        let name = |r: RaiseReason| (r.id().to_owned(), self.t.coded("triage-raise", r.id()));
        RaiseReason::ALL.into_iter().map(name).collect()
    }

    fn reason_kind(&self, level: &Urgency) -> &'static str {
        if *level == Urgency::Week { "note" } else { "alarm" }
    }

    /// What happened, the newest first: text, help, day.
    fn happened(&self) -> Vec<(String, String, String)> {
        let t = self.t;
        let line = |code: &str, detail: &str, day: &Day| {
            let help = match (code, detail.split(' ').collect::<Vec<_>>().as_slice()) {
                ("sorted", _) => {
                    let rules = self.hint.routing.rules_of(detail);
                    let names: Vec<_> =
                        rules.iter().map(|(_, r)| rule_name(t, &r.id, &r.duty)).collect();
                    names.join(", ")
                }
                ("received", [channel]) if Channel::parse(channel).is_some() => {
                    t.coded("hint-channel", *channel)
                }
                ("handed-over", [kind, ..]) => t.coded("routing-desk", *kind),
                ("raised", [level, ..]) => t.coded("triage-level", *level),
                _ => String::new(),
            };
            (t.coded("hint-event", code), help, t.near(day, &self.today))
        };
        let events = self.hint.events.iter();
        events.map(|event| line(&event.code, &event.detail_code, &event.on_day)).collect()
    }

    fn error(&self, field: &str) -> String {
        let found = self.errors.iter().find(|(name, _)| name == field);
        found.map(|(_, sentence)| sentence.clone()).unwrap_or_default()
    }

    fn file_note(&self, file: &workflow::open_hint::File) -> String {
        if file.has_copy {
            self.t.say("hint-file-note")
        } else {
            self.t.say("hint-file-sealed-only")
        }
    }

    fn case_address(&self) -> String {
        self.hint.case.map(|case| format!("/cases/{case}")).unwrap_or_default()
    }
}
