//! The queue of hints, and the operator's form.

use crate::fields::Fields;
use crate::pages::report;
use crate::pages::rules::rule_name;
use crate::upload::{UPLOAD_BYTES_MAX, Upload};
use crate::{Failure, Officer, Route, StaffShell, Texts, go, page, page_again};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;
use guard::Action;
use lexicon::Day;
use protection::hint::{Channel, Fact, HintForm};
use protection::triage::Urgency;
use serde::Deserialize;
use std::sync::Arc;
use workflow::list_hints::{Line, Queue, Wanted, list_hints};
use workflow::receive_hint::{Received, SentHint};
use workflow::sent_once::draw_number;
use workflow::sign_set_up::need_open_intake;
use workflow::take_hint_by_phone::take_hint_by_phone;
use workflow::{Node, RefusalKind};

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/hints", Action::HintList, || get(list)),
    Route::get("/hints/new", Action::HintCreate, || get(new)),
    Route::get("/hand-overs", Action::HintCreate, || get(new)),
    Route::post("/hints/new", Action::HintCreate, || axum::routing::post(take))
        .bytes_max(UPLOAD_BYTES_MAX),
];

#[derive(Template)]
#[template(path = "hints.html")]
struct QueuePage {
    t: Texts,
    shell: StaffShell,
    queue: Queue,
    wanted: Wanted,
    today: Day,
    can_take: bool,
}

#[derive(Template)]
#[template(path = "hint_phone.html")]
struct PhonePage {
    t: Texts,
    shell: StaffShell,
    form: HintForm,
    channel: String,
    /// The number of this form, so that pressed twice it is one hint.
    once: String,
    errors: Vec<(String, String)>,
    /// Why the node could not take it: [`report::trouble`].
    trouble: &'static str,
}

#[derive(Template)]
#[template(path = "hint_phone_receipt.html")]
struct PhoneReceiptPage {
    t: Texts,
    shell: StaffShell,
    groups: Vec<String>,
    words: String,
    urgency: String,
    can_list: bool,
}

#[derive(Deserialize)]
struct Asked {
    q: Option<String>,
    u: Option<String>,
    s: Option<String>,
}

async fn list(
    State(node): State<Arc<Node>>,
    mut officer: Officer,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let wanted = Wanted {
        urgency: asked.u.as_deref().and_then(Urgency::parse),
        state: asked.s.filter(|state| STATES.contains(&state.as_str())),
        alias: asked.q.unwrap_or_default().chars().take(60).collect::<String>().trim().to_owned(),
    };
    match list_hints(&node, &officer.signed, &wanted).await {
        Ok(queue) => {
            let waiting = usize::try_from(queue.counts.waiting).unwrap_or(0);
            officer.waiting.push(("/hints", waiting));
            let can_take = can_take(&node, &officer);
            let today = node.today();
            page(&QueuePage {
                t: officer.t(),
                shell: officer.shell(),
                queue,
                wanted,
                today,
                can_take,
            })
        }
        // Whoever takes hints and reads none comes to the form at once.
        Err(refusal) if refusal.kind == RefusalKind::NotAllowed && can_take(&node, &officer) => {
            go("/hints/new")
        }
        Err(refusal) => Err(refusal.into()),
    }
}

const STATES: [&str; 5] = ["new", "triaged", "handed-over", "case-opened", "closed"];

fn to_make(officer: &Officer) -> guard::Thing {
    let who = &officer.signed.officer;
    guard::Thing::to_be_made(guard::Kind::Hint, [0; 16], who.desk, who.sphere())
}

pub fn can_take(node: &Node, officer: &Officer) -> bool {
    node.gate.allows(&officer.signed.officer, Action::HintCreate, &to_make(officer))
}

async fn new(State(node): State<Arc<Node>>, officer: Officer) -> Result<Response, Failure> {
    if !can_take(&node, &officer) {
        return Err(workflow::Refusal::not_allowed().into());
    }
    need_open_intake(&node, &officer.signed).await?;
    page(&PhonePage {
        t: officer.t(),
        shell: officer.shell(),
        form: HintForm::default(),
        channel: Channel::Phone.id().to_owned(),
        once: draw_number(node.dice.as_ref()),
        errors: Vec::new(),
        trouble: "",
    })
}

async fn take(
    State(node): State<Arc<Node>>,
    officer: Officer,
    upload: Upload,
) -> Result<Response, Failure> {
    let form = report::typed(&upload);
    let channel = Channel::parse(upload.get("channel")).unwrap_or(Channel::Phone);
    let once = upload.get("once").to_owned();
    let sent = SentHint {
        form: form.clone(),
        files: upload.files,
        language: officer.language,
        channel,
        once: once.clone(),
    };
    let again = |errors, trouble| {
        page_again(&PhonePage {
            t: officer.t(),
            shell: officer.shell(),
            form: form.clone(),
            channel: channel.id().to_owned(),
            once: once.clone(),
            errors,
            trouble,
        })
    };
    let t = officer.t();
    if upload.is_cut {
        return again(vec![("files".to_owned(), t.say("report-limit-kept"))], "");
    }
    match take_hint_by_phone(&node, &officer.signed, sent).await {
        Ok(received) => receipt(&node, &officer, &received),
        Err(refusal) if refusal.kind == RefusalKind::BadInput => {
            let said = refusal.fields.iter().map(|c| (c.field.clone(), t.phrase(&c.phrase)));
            again(said.collect(), "")
        }
        Err(refusal) if !report::trouble(&refusal).is_empty() => {
            report::tell_operator(&refusal);
            again(Vec::new(), report::trouble(&refusal))
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn receipt(node: &Node, officer: &Officer, received: &Received) -> Result<Response, Failure> {
    page(&PhoneReceiptPage {
        t: officer.t(),
        shell: officer.shell(),
        groups: received.receipt.digits().split(' ').map(str::to_owned).collect(),
        words: received.receipt.words().to_string(),
        urgency: received.urgency.key(),
        can_list: node.gate.allows(&officer.signed.officer, Action::HintList, &to_make(officer)),
    })
}

/// The code of the urgency tag.
pub fn tag_of(urgency: &Urgency) -> &'static str {
    match urgency {
        Urgency::Danger => "now",
        Urgency::Today => "today",
        Urgency::Week => "week",
    }
}

/// Names of kinds of desks with commas between, as they stand after a colon or alone.
pub fn desk_kinds(t: Texts, kinds: &[impl AsRef<str>]) -> String {
    let names: Vec<String> =
        kinds.iter().map(|kind| t.coded("routing-desk", kind.as_ref())).collect();
    names.join(", ")
}

impl QueuePage {
    fn is_narrowed(&self) -> bool {
        !self.wanted.alias.is_empty()
            || self.wanted.urgency.is_some()
            || self.wanted.state.is_some()
    }

    fn urgencies(&self) -> Vec<(String, String)> {
        let all = std::iter::once((String::new(), self.t.say("triage-filter-all")));
        let levels = Urgency::ALL.into_iter().rev();
        all.chain(levels.map(|u| (u.id().to_owned(), self.t.say(u.key())))).collect()
    }

    fn states(&self) -> Vec<(String, String)> {
        let all = std::iter::once((String::new(), self.t.say("triage-filter-open")));
        let name = |state: &&str| ((*state).to_owned(), self.t.coded("triage-state", state));
        all.chain(STATES.iter().map(name)).collect()
    }

    fn chosen_urgency(&self) -> &'static str {
        self.wanted.urgency.map_or("", Urgency::id)
    }

    fn chosen_state(&self) -> &str {
        self.wanted.state.as_deref().unwrap_or_default()
    }

    /// What stands under an alias: the rules that fired, then what is new.
    fn why(&self, line: &Line) -> String {
        let is_alone = line.rules.len() == 1;
        let rules = line.rules.iter().filter(|(_, id, _)| is_alone || id != "stays");
        let mut all: Vec<String> = rules.map(|(_, id, duty)| rule_name(self.t, id, duty)).collect();
        if line.has_news {
            all.push(self.t.say("triage-reporter-wrote"));
        }
        if line.state == "handed-over" {
            all.push(self.t.say("triage-state-handed-over"));
        }
        if line.is_yours {
            all.push(self.t.say("triage-yours"));
        } else if line.is_assigned {
            all.push(self.t.say("triage-assigned"));
        }
        all.join(" · ")
    }

    fn goes_to(&self, line: &Line) -> String {
        if line.goes_to.is_empty() {
            return self.t.say("triage-stays");
        }
        desk_kinds(self.t, &line.goes_to)
    }

    fn tag(&self, line: &Line) -> &'static str {
        tag_of(&line.urgency)
    }

    fn days_left(&self, line: &Line) -> i64 {
        line.due_on.days_since(self.today)
    }
}

impl PhonePage {
    fn ticks(&self) -> Vec<(&'static str, String, bool)> {
        let tick = |fact: Fact| {
            let is_ticked = self.form.ticks.iter().any(|t| t == fact.id());
            (fact.id(), self.t.say(fact.key()), is_ticked)
        };
        Fact::TICKS.into_iter().map(tick).collect()
    }

    fn error(&self, field: &str) -> String {
        let found = self.errors.iter().find(|(name, _)| name == field);
        found.map(|(_, sentence)| sentence.clone()).unwrap_or_default()
    }
}

/// Fields of the small forms on the hint's page.
pub fn version(fields: &Fields) -> i64 {
    fields.number("version").unwrap_or(0)
}
