//! The set-up after the first run: on what law each desk keeps hints and cases, and for how long;
//! signed by two people before anything of a real person is kept.

use super::cases::said;
use crate::fields::Fields;
use crate::{Failure, Officer, Route, StaffShell, Texts, go, page, page_again};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use guard::{Action, Role};
use std::sync::Arc;
use workflow::sign_set_up::{
    Ground, NewGround, PURPOSES, RETENTIONS, SetUp, record_grounds, sign_set_up, view_set_up,
};
use workflow::{Node, Refusal, RefusalKind};

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/set-up", Action::SetupSign, || get(show)),
    Route::post("/set-up/grounds", Action::DeskManage, || post(record)),
    Route::post("/set-up/sign", Action::SetupSign, || post(sign)),
];

/// The two who sign, in the order of the page.
const SIGNERS: [Role; 2] = [Role::Administrator, Role::Coordinator];

/// One line of the form: a desk's ground for one purpose, as typed or as recorded.
struct Line {
    /// Desk and purpose; the fields are called after it.
    id: String,
    purpose: &'static str,
    source: String,
    special: String,
    recipients: String,
    days: i64,
}

/// The lines of one desk.
struct DeskLines {
    name: String,
    is_done: bool,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "set_up.html")]
struct SetUpPage {
    t: Texts,
    shell: StaffShell,
    set_up: SetUp,
    desks: Vec<DeskLines>,
    /// Typed for all desks left empty.
    for_all: Vec<Line>,
    errors: Vec<(String, String)>,
}

impl SetUpPage {
    fn error(&self, field: &str, id: &str) -> String {
        let name = format!("{field}-{id}");
        let found = self.errors.iter().find(|(f, _)| *f == name);
        found.map(|(_, said)| said.clone()).unwrap_or_default()
    }

    fn recorded(&self) -> usize {
        self.set_up.grounds.iter().filter(|g| g.is_recorded()).count()
    }

    /// What each desk's grounds say, to be read before signing.
    fn to_sign(&self) -> &[Ground] {
        if self.set_up.is_recorded() && !self.set_up.is_signed() {
            &self.set_up.grounds
        } else {
            &[]
        }
    }

    /// Who signs, with the day when it was done.
    fn signers(&self) -> Vec<(&'static str, Option<String>)> {
        let signed = |role: Role| {
            let found = self.set_up.signatures.iter().find(|s| s.role == role)?;
            let (who, day) = (found.shown_name.as_str(), self.t.day(&found.on_day));
            Some(self.t.with2("set-up-signed-by", ("name", who), ("day", day)))
        };
        SIGNERS.map(|role| (role.id(), signed(role))).to_vec()
    }

    /// Id of the next step's sentence.
    fn next(&self) -> &'static str {
        let set_up = &self.set_up;
        match (set_up.is_signed(), set_up.is_recorded()) {
            (true, _) => "done",
            (_, false) if set_up.may_record => "record",
            (_, false) => "wait-record",
            _ if set_up.may_sign => "sign",
            _ => "wait-sign",
        }
    }

    fn tone(&self) -> &'static str {
        if self.set_up.is_recorded() { "calm" } else { "due" }
    }

    fn drawing(&self) -> &'static str {
        if self.set_up.is_recorded() { "tick" } else { "half" }
    }

    fn step(&self) -> &'static str {
        if self.set_up.is_recorded() { "done" } else { "due" }
    }

    fn retentions(&self) -> Vec<(i64, String)> {
        RETENTIONS.map(|days| (days, self.kept_for(&days))).to_vec()
    }

    fn kept_for(&self, days: &i64) -> String {
        self.t.coded("set-up-keep", days.to_string())
    }
}

async fn show(State(node): State<Arc<Node>>, officer: Officer) -> Result<Response, Failure> {
    page(&of(&node, &officer, None, Vec::new()).await?)
}

/// The page; what was typed stands in the form again.
async fn of(
    node: &Node,
    officer: &Officer,
    typed: Option<&Fields>,
    errors: Vec<(String, String)>,
) -> Result<SetUpPage, Failure> {
    let set_up = view_set_up(node, &officer.signed).await?;
    let mut desks: Vec<DeskLines> = Vec::new();
    for ground in &set_up.grounds {
        let line = line(ground, typed);
        match desks.last_mut().filter(|desk| desk.name == ground.desk_name) {
            Some(desk) => {
                desk.is_done &= ground.is_recorded();
                desk.lines.push(line);
            }
            None => desks.push(DeskLines {
                name: ground.desk_name.clone(),
                is_done: ground.is_recorded(),
                lines: vec![line],
            }),
        }
    }
    let for_all = PURPOSES.map(|purpose| typed_line(format!("all-{purpose}"), purpose, typed));
    let (t, shell, for_all) = (officer.t(), officer.shell(), for_all.into());
    Ok(SetUpPage { t, shell, set_up, desks, for_all, errors })
}

fn line(ground: &Ground, typed: Option<&Fields>) -> Line {
    if typed.is_some() {
        return typed_line(ground.id(), ground.purpose, typed);
    }
    let (source, days) = (ground.source.clone(), ground.retention_days);
    let (special, recipients) = (ground.special.clone(), ground.recipients.clone());
    Line { id: ground.id(), purpose: ground.purpose, source, special, recipients, days }
}

fn typed_line(id: String, purpose: &'static str, typed: Option<&Fields>) -> Line {
    let get = |field: &str| typed.map_or("", |fields| fields.get(&format!("{field}-{id}")));
    let [source, special, recipients] =
        ["source", "special", "recipients"].map(|field| get(field).trim().to_owned());
    Line { purpose, source, special, recipients, days: get("retention").parse().unwrap_or(0), id }
}

async fn record(
    State(node): State<Arc<Node>>,
    officer: Officer,
    fields: Fields,
) -> Result<Response, Failure> {
    let set_up = view_set_up(&node, &officer.signed).await?;
    let typed = |id, purpose| typed_line(id, purpose, Some(&fields));
    let new = set_up.grounds.iter().map(|ground| {
        let own = typed(ground.id(), ground.purpose);
        let said = [&own.source, &own.special, &own.recipients];
        let is_empty = said.into_iter().all(String::is_empty) && own.days == 0;
        let is_empty = is_empty && !ground.is_recorded();
        let all = || typed(format!("all-{}", ground.purpose), ground.purpose);
        let line = if is_empty { all() } else { own };
        NewGround {
            desk: ground.desk,
            purpose: ground.purpose,
            source: line.source,
            special: line.special,
            recipients: line.recipients,
            retention_days: line.days,
        }
    });
    let outcome = record_grounds(&node, &officer.signed, &new.collect::<Vec<_>>()).await;
    done(&node, &officer, Some(&fields), outcome).await
}

async fn sign(
    State(node): State<Arc<Node>>,
    officer: Officer,
    fields: Fields,
) -> Result<Response, Failure> {
    let outcome = sign_set_up(&node, &officer.signed, fields.get("hash")).await;
    done(&node, &officer, None, outcome).await
}

async fn done(
    node: &Node,
    officer: &Officer,
    typed: Option<&Fields>,
    outcome: Result<(), Refusal>,
) -> Result<Response, Failure> {
    match outcome {
        Ok(()) => go("/set-up"),
        Err(refusal) if refusal.kind == RefusalKind::BadInput => {
            let errors = said(&officer.t(), &refusal.fields);
            page_again(&of(node, officer, typed, errors).await?)
        }
        Err(refusal) => Err(refusal.into()),
    }
}
