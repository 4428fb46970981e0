//! The rules by which hints are sorted, in plain words; a country's own rules handed in, approved
//! by a second person, and every version there was.

use crate::fields::Fields;
use crate::pages::cases::said;
use crate::pages::hints::desk_kinds;
use crate::upload::Upload;
use crate::{Failure, Officer, Route, StaffShell, Texts, go, page, page_again};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use guard::Action;
use lexicon::catalogue::{Difference, OVERLAY_BYTES_MAX};
use lexicon::language::ENGLISH;
use lexicon::{Complaint, phrase};
use protection::routing::{Condition, Routing, Rule, When};
use std::sync::Arc;
use workflow::change_rules::{
    Answer, Example, Preview, RulesView, Verdict, Version, VersionView, decide_rules,
    preview_rules, propose_rules, view_rules, view_version,
};
use workflow::sign_set_up::may_sign_set_up;
use workflow::{Node, Refusal, RefusalKind};

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/rules", Action::RulesView, || get(show)),
    Route::get("/rules/versions/{number}", Action::RulesView, || get(show_version)),
    Route::post("/rules/check", Action::RulesPropose, || post(check)).reads().bytes_max(FILE_MAX),
    Route::post("/rules/propose", Action::RulesPropose, || post(propose)),
    Route::post("/rules/decide", Action::RulesApprove, || post(decide)),
];

/// Bytes of the form with the file; the file itself has the limit of an overlay.
const FILE_MAX: usize = 1024 * 1024;
/// Complaints shown at once.
const SHOWN_MAX: usize = 100;

/// One rule in plain words.
#[derive(PartialEq, Eq)]
struct Words {
    name: String,
    id: String,
    when: Vec<String>,
    path: String,
    read_by: String,
    goes_to: String,
    due: String,
    duty: String,
    basis: String,
}

/// One rule as it is and as it would be.
struct Changed {
    name: String,
    id: String,
    now: Option<Words>,
    then: Option<Words>,
}

/// What was sent and what came of it.
#[derive(Default)]
struct Draft {
    text: String,
    preview: Option<Preview>,
    /// Place and sentence of everything that must be changed.
    complaints: Vec<(String, String)>,
    errors: Vec<(String, String)>,
    reason: String,
}

#[derive(Template)]
#[template(path = "rules.html")]
struct RulesPage {
    t: Texts,
    shell: StaffShell,
    view: RulesView,
    draft: Draft,
    /// The officer signs the legal bases, too.
    may_sign: bool,
}

#[derive(Template)]
#[template(path = "rules_version.html")]
struct VersionPage {
    t: Texts,
    shell: StaffShell,
    view: VersionView,
}

/// The name of a rule; one that a country made is called by its duty, as its text says it.
pub fn rule_name(t: Texts, id: &str, duty: &str) -> String {
    let key = format!("routing-rule-{id}");
    if phrase::has(ENGLISH, &key) { t.say(key) } else { duty.to_owned() }
}

/// Why a hint is urgent; a reason that a country made is called by its id.
pub fn reason_name(t: Texts, id: &str) -> String {
    let key = format!("routing-reason-{id}");
    if phrase::has(ENGLISH, &key) { t.say(key) } else { id.replace('-', " ") }
}

/// Conditions with a semicolon between.
pub fn conditions(t: Texts, conditions: &[Condition]) -> String {
    let said = conditions.iter().map(|c| {
        let stated = ("stated", t.say(c.stated.key()));
        t.with2("hint-condition", ("fact", t.say(c.fact.key())), stated)
    });
    said.collect::<Vec<_>>().join("; ")
}

fn when(t: Texts, when: &When) -> Vec<String> {
    let parts = [
        ("rules-when-all", when.all()),
        ("rules-when-any", when.any()),
        ("rules-when-none", when.none()),
    ];
    let stated = parts.into_iter().filter(|(_, all)| !all.is_empty());
    let said: Vec<String> =
        stated.map(|(key, all)| t.with(key, "facts", conditions(t, all))).collect();
    if said.is_empty() { vec![t.say("rules-when-always")] } else { said }
}

fn words(t: Texts, rule: &Rule) -> Words {
    let goes_to =
        if rule.goes_to.is_empty() { t.say("triage-stays") } else { desk_kinds(t, &rule.goes_to) };
    Words {
        name: rule_name(t, &rule.id, &rule.duty),
        id: rule.id.clone(),
        when: when(t, &rule.when),
        path: t.coded("routing-path", rule.path.id()),
        read_by: desk_kinds(t, &rule.read_by),
        goes_to,
        due: t.with("rules-due", "days", rule.due_days),
        duty: rule.duty.clone(),
        basis: rule.basis.clone(),
    }
}

/// Every rule that would be another, in the order in which they would stand.
fn changed(t: Texts, preview: &Preview) -> Vec<Changed> {
    let find = |routing: &Routing, id: &str| {
        let all = routing.rules().iter().enumerate();
        all.map(|(at, rule)| (at, rule.clone())).find(|(_, rule)| rule.id == id)
    };
    let gone = preview.now.rules().iter().filter(|r| find(&preview.then, &r.id).is_none());
    let mut all = Vec::new();
    for rule in preview.then.rules().iter().chain(gone) {
        let (now, then) = (find(&preview.now, &rule.id), find(&preview.then, &rule.id));
        let is_same = now.as_ref().map(|(_, r)| r) == then.as_ref().map(|(_, r)| r);
        if !is_same {
            let place = |(at, rule): (usize, Rule)| {
                let mut words = words(t, &rule);
                words.when.insert(0, t.with("rules-place", "number", at + 1));
                words
            };
            all.push(Changed {
                name: rule_name(t, &rule.id, &rule.duty),
                id: rule.id.clone(),
                now: now.map(place),
                then: then.map(place),
            });
        }
    }
    all
}

/// `volume.table[id].field` of what differs besides the rules, which are shown in words.
fn others(differences: &[Difference]) -> Vec<(String, String, String)> {
    let is_rule = |d: &&Difference| d.volume == "routing" && d.table == "rule";
    let shown = differences.iter().filter(|d| !is_rule(d)).map(line);
    shown.collect()
}

fn line(d: &Difference) -> (String, String, String) {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let place = format!("{}.{}[{}].{}", d.volume, d.table, d.id, d.field);
    (place, text(&d.before), text(&d.after))
}

impl RulesPage {
    fn rules(&self) -> Vec<Words> {
        self.view.routing.rules().iter().map(|rule| words(self.t, rule)).collect()
    }

    /// Reason, level, and when.
    fn urgent(&self) -> Vec<(String, String, String)> {
        let t = self.t;
        let all = self.view.routing.urgent_when();
        all.map(|(id, level, w)| (reason_name(t, id), t.say(level.key()), when(t, w).join(". ")))
            .collect()
    }

    fn changed(&self, preview: &Preview) -> Vec<Changed> {
        changed(self.t, preview)
    }

    fn others(&self, preview: &Preview) -> Vec<(String, String, String)> {
        others(&preview.differences)
    }

    /// Facts of an example, its answer now, its answer then.
    fn examples(&self, preview: &Preview) -> Vec<(String, String, String)> {
        let one = |example: &Example| {
            let facts = example.vector.facts.iter().map(|(fact, stated)| {
                let stated = ("stated", self.t.say(stated.key()));
                self.t.with2("hint-condition", ("fact", self.t.say(fact.key())), stated)
            });
            let mut facts: Vec<String> = facts.collect();
            if facts.is_empty() {
                facts.push(self.t.say("rules-example-nothing"));
            }
            let now = self.answer(&preview.now, &example.now);
            (facts.join("; "), now, self.answer(&preview.then, &example.then))
        };
        preview.examples.iter().map(one).collect()
    }

    fn answer(&self, routing: &Routing, answer: &Answer) -> String {
        let name = |id: &String| {
            let rule = routing.rules().iter().find(|rule| rule.id == *id);
            rule_name(self.t, id, rule.map_or("", |rule| rule.duty.as_str()))
        };
        let mut said = vec![self.t.say(answer.urgency.key())];
        said.extend(answer.rules.iter().map(name));
        said.join(" · ")
    }

    fn active(&self) -> Option<&Version> {
        self.view.versions.iter().find(|version| version.is_active && !version.is_changed)
    }

    /// Name and version as the text states them, with the number of the node.
    fn named(&self, version: &Version) -> String {
        let name = format!("{} {}", version.name, version.stated);
        self.t.with2("rules-version-title", ("number", version.number), ("name", name.as_str()))
    }

    fn next(&self) -> &'static str {
        if self.view.may_decide { "rules-next-decide" } else { "rules-next-wait" }
    }

    /// Approved and in force, or approved once.
    fn state<'a>(&self, version: &'a Version) -> &'a str {
        match (version.is_changed, version.is_active) {
            (true, _) => "changed",
            (false, true) => "active",
            (false, false) => version.state.as_str(),
        }
    }

    fn tone(&self, state: &str) -> &'static str {
        match state {
            "waiting" => "due",
            "active" | "approved" => "calm",
            "changed" => "alarm",
            _ => "plain",
        }
    }

    fn drawing(&self, state: &str) -> &'static str {
        match state {
            "waiting" => "clock",
            "active" | "approved" => "tick",
            "changed" => "alarm",
            _ => "back",
        }
    }

    /// Why nothing can be previewed: place and sentence.
    fn said(&self, complaints: &[Complaint]) -> Vec<(String, String)> {
        placed(self.t, complaints)
    }

    fn error(&self, field: &str) -> &str {
        self.draft.errors.iter().find(|(f, _)| f == field).map_or("", |(_, said)| said)
    }
}

impl VersionPage {
    fn lines(&self) -> Vec<(String, String, String)> {
        self.view.differences.iter().map(line).collect()
    }
}

/// Line or key of each complaint, and what is wrong and what to do.
fn placed(t: Texts, complaints: &[Complaint]) -> Vec<(String, String)> {
    let place = |c: &Complaint| {
        if c.line > 0 { t.with("rules-line", "line", c.line) } else { c.field.clone() }
    };
    let shown = complaints.iter().take(SHOWN_MAX);
    let mut said: Vec<_> = shown.map(|c| (place(c), t.phrase(&c.phrase))).collect();
    if complaints.len() > SHOWN_MAX {
        let more = complaints.len() - SHOWN_MAX;
        said.push((String::new(), t.with("rules-more", "count", more)));
    }
    said
}

async fn of(node: &Node, officer: &Officer, draft: Draft) -> Result<RulesPage, Failure> {
    let view = view_rules(node, &officer.signed).await?;
    let may_sign = may_sign_set_up(node, &officer.signed);
    Ok(RulesPage { t: officer.t(), shell: officer.shell(), view, draft, may_sign })
}

async fn show(State(node): State<Arc<Node>>, officer: Officer) -> Result<Response, Failure> {
    page(&of(&node, &officer, Draft::default()).await?)
}

async fn show_version(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(number): Path<String>,
) -> Result<Response, Failure> {
    let number = number.parse().map_err(|_| Failure::not_found())?;
    let view = view_version(&node, &officer.signed, number).await?;
    page(&VersionPage { t: officer.t(), shell: officer.shell(), view })
}

/// Shows what a text would change, and keeps nothing.
async fn check(
    State(node): State<Arc<Node>>,
    officer: Officer,
    upload: Upload,
) -> Result<Response, Failure> {
    let (text, wrong) = sent(&upload);
    let mut draft = Draft { text, ..Draft::default() };
    if let Some(key) = wrong {
        let said = officer.t().with(key, "limit", OVERLAY_BYTES_MAX);
        draft.errors.push(("text".to_owned(), said));
        return page_again(&of(&node, &officer, draft).await?);
    }
    match preview_rules(&node, &officer.signed, &draft.text).await {
        Ok(preview) => {
            draft.preview = Some(preview);
            page(&of(&node, &officer, draft).await?)
        }
        Err(refusal) => again(&node, &officer, draft, refusal).await,
    }
}

/// The text of the file, or the one that was typed, and what is wrong with it.
fn sent(upload: &Upload) -> (String, Option<&'static str>) {
    let typed = upload.get("text").replace("\r\n", "\n");
    match upload.files.first() {
        _ if upload.is_cut => (String::new(), Some("rules-too-large")),
        Some(file) if file.bytes.len() > OVERLAY_BYTES_MAX => (typed, Some("rules-too-large")),
        Some(file) => match String::from_utf8(file.bytes.clone()) {
            Ok(text) if text.trim().is_empty() => (typed, Some("rules-empty")),
            Ok(text) => (text, None),
            Err(_) => (typed, Some("rules-not-text")),
        },
        None if typed.trim().is_empty() => (typed, Some("rules-empty")),
        None => (typed, None),
    }
}

async fn propose(
    State(node): State<Arc<Node>>,
    officer: Officer,
    fields: Fields,
) -> Result<Response, Failure> {
    let text = fields.get("text").to_owned();
    match propose_rules(&node, &officer.signed, &text).await {
        Ok(_) => go("/rules"),
        Err(refusal) => again(&node, &officer, Draft { text, ..Draft::default() }, refusal).await,
    }
}

async fn decide(
    State(node): State<Arc<Node>>,
    officer: Officer,
    fields: Fields,
) -> Result<Response, Failure> {
    let number = fields.number("version").unwrap_or(0);
    let reason = fields.get("reason").to_owned();
    let verdict = match fields.get("verdict") {
        "approve" => Verdict::Approve,
        _ => Verdict::Refuse(&reason),
    };
    let seen = (number, fields.get("hash"));
    match decide_rules(&node, &officer.signed, seen, verdict).await {
        Ok(()) => go("/rules"),
        Err(refusal) => {
            let draft = Draft { reason: reason.clone(), ..Draft::default() };
            again(&node, &officer, draft, refusal).await
        }
    }
}

/// The page again with everything that is wrong, and what was typed.
async fn again(
    node: &Node,
    officer: &Officer,
    mut draft: Draft,
    refusal: Refusal,
) -> Result<Response, Failure> {
    if refusal.kind != RefusalKind::BadInput {
        return Err(refusal.into());
    }
    let t = officer.t();
    let is_own = |c: &Complaint| matches!(c.field.as_str(), "text" | "reason");
    if refusal.fields.iter().all(is_own) {
        draft.errors = said(&t, &refusal.fields);
    } else {
        let count = refusal.fields.len();
        draft.errors = vec![("text".to_owned(), t.with("rules-broken", "count", count))];
        draft.complaints = placed(t, &refusal.fields);
    }
    page_again(&of(node, officer, draft).await?)
}
