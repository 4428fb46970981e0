//! A country changes the rules: the coordinator hands in an overlay, a second person of the
//! oversight body approves or refuses it. A broken one is refused whole. What is approved holds at
//! once for what comes; what came before keeps the rules under which it came.

use crate::rules::{NATIONAL, active_overlays, approve, is_genuine, laid_over, unfit};
use crate::sealing::ledger_keys;
use crate::{Node, Refusal, Signed};
use guard::{Action, Book, Event, Kind, Leaf, Thing};
use lexicon::catalogue::{Catalogue, Difference, OVERLAY_BYTES_MAX};
use lexicon::ids::OfficerId;
use lexicon::{Complaint, Day, Phrase};
use protection::hint::HintAnswers;
use protection::routing::{Routing, Vector};
use protection::screening::Rules;
use protection::triage::{Urgency, assess};
use sha2::{Digest, Sha256};
use store::{OverlayRow, Tx};

/// Longest reason of a refusal, in characters.
pub const REASON_CHARS_MAX: usize = 500;
/// Complaints shown of one overlay.
pub const COMPLAINTS_MAX: usize = 1_000;

/// One version of the country's rules, without its text.
#[derive(Clone, Debug)]
pub struct Version {
    pub number: i64,
    /// Name and version as the text states them of itself.
    pub name: String,
    pub stated: String,
    /// In hexadecimal, as in the ledger.
    pub hash: String,
    /// `waiting`, `approved`, `refused` or `replaced`.
    pub state: String,
    pub is_active: bool,
    /// Its text is not the one that was approved: it was changed behind the house's back.
    pub is_changed: bool,
    pub proposed_by: String,
    pub decided_by: String,
    pub on_day: Day,
    pub decided_on: Option<Day>,
    pub reason: String,
}

/// How a text would change what is in force.
#[derive(Clone, Debug)]
pub struct Preview {
    pub now: Routing,
    pub then: Routing,
    /// Everything that differs, rule by rule and field by field.
    pub differences: Vec<Difference>,
    /// Examples of the catalogue that would be answered otherwise.
    pub examples: Vec<Example>,
}

/// An example of the catalogue, as it is answered now and then.
#[derive(Clone, Debug)]
pub struct Example {
    pub vector: Vector,
    pub now: Answer,
    pub then: Answer,
}

/// Urgency, and the ids of the rules that fire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub urgency: Urgency,
    pub rules: Vec<String>,
}

/// A version that waits for its decision.
#[derive(Clone, Debug)]
pub struct Waiting {
    pub version: Version,
    pub text: String,
    /// Complaints when it does not fit any more, as after a new release.
    pub preview: Result<Box<Preview>, Vec<Complaint>>,
}

/// The rules in force and their history.
pub struct RulesView {
    pub routing: Routing,
    /// SHA-256 of the whole catalogue with what is laid over it.
    pub hash: String,
    pub catalogue: String,
    pub waiting: Option<Waiting>,
    /// The newest first.
    pub versions: Vec<Version>,
    pub may_propose: bool,
    pub may_decide: bool,
}

/// One version with its text and what it changes in the catalogue.
pub struct VersionView {
    pub version: Version,
    pub text: String,
    pub differences: Vec<Difference>,
}

/// The rules in force, what waits, and every version there was.
///
/// # Errors
/// Not allowed as the gate decides; a fault when an approved overlay does not fit this release.
pub async fn view_rules(node: &Node, signed: &Signed) -> Result<RulesView, Refusal> {
    warrant(node, signed, Action::RulesView)?;
    let mut tx = node.read("view_rules").await?;
    let active = active_overlays(node, &mut tx).await?;
    let catalogue = laid_over(&active)?;
    let all = tx.list_overlays().await?;
    let waiting = match all.iter().find(|row| row.state == "waiting") {
        Some(row) => Some(waiting(node, &mut tx, row, &catalogue, &active).await?),
        None => None,
    };
    let mut versions = Vec::new();
    for row in all.iter().rev() {
        versions.push(version(node, &mut tx, row).await?);
    }
    Ok(RulesView {
        routing: Routing::read(&catalogue).map_err(unfit)?,
        hash: catalogue.hash().to_owned(),
        catalogue: catalogue.version(protection::routing::VOLUME).to_owned(),
        waiting,
        versions,
        may_propose: may(node, signed, Action::RulesPropose),
        may_decide: may(node, signed, Action::RulesApprove),
    })
}

/// One version with its text.
///
/// # Errors
/// Not allowed as the gate decides; not found.
pub async fn view_version(
    node: &Node,
    signed: &Signed,
    number: i64,
) -> Result<VersionView, Refusal> {
    warrant(node, signed, Action::RulesView)?;
    let mut tx = node.read("view_version").await?;
    let row = tx.find_overlay(NATIONAL, number).await?.ok_or_else(Refusal::not_found)?;
    let catalogue = Catalogue::embedded().map_err(unfit)?;
    let differences = catalogue
        .with_overlay(&row.body)
        .map(|then| catalogue.differences(&then))
        .unwrap_or_default();
    Ok(VersionView { version: version(node, &mut tx, &row).await?, text: row.body, differences })
}

/// What a text would change, before anybody hands it in. Nothing is kept.
///
/// # Errors
/// Not allowed as the gate decides; every complaint about the text.
pub async fn preview_rules(node: &Node, signed: &Signed, text: &str) -> Result<Preview, Refusal> {
    warrant(node, signed, Action::RulesPropose)?;
    let mut tx = node.read("preview_rules").await?;
    let active = active_overlays(node, &mut tx).await?;
    preview(text, &laid_over(&active)?, &active).map_err(Refusal::fields)
}

/// The coordinator hands in the whole of the country's rules; what waited before is replaced.
/// Returns the number of the version.
///
/// # Errors
/// Not allowed as the gate decides; every complaint about the text, and nothing of it is kept; a
/// complaint when it is in force already.
pub async fn propose_rules(node: &Node, signed: &Signed, text: &str) -> Result<i64, Refusal> {
    warrant(node, signed, Action::RulesPropose)?;
    let mut tx = node.begin("propose_rules").await?;
    let active = active_overlays(node, &mut tx).await?;
    preview(text, &laid_over(&active)?, &active).map_err(Refusal::fields)?;
    let hash: [u8; 32] = Sha256::digest(text.as_bytes()).into();
    if active.iter().any(|row| row.file == NATIONAL && row.hash == hash) {
        return Err(Refusal::field("text", Phrase::new("rules-same")));
    }
    let today = node.today();
    let before = tx.list_overlays().await?;
    for row in before.iter().filter(|row| row.file == NATIONAL && row.state == "waiting") {
        tx.decide_overlay((NATIONAL, row.version), ("replaced", "", None), (None, today)).await?;
    }
    let row = OverlayRow {
        file: NATIONAL.to_owned(),
        version: 0,
        body: text.to_owned(),
        hash: hash.to_vec(),
        state: "waiting".to_owned(),
        is_active: false,
        proposed_by: Some(signed.officer.id),
        decided_by: None,
        on_day: today,
        decided_on: None,
        reason: String::new(),
        approval: None,
    };
    let number = tx.insert_overlay(&row).await?;
    let written = (Action::RulesPropose, "rules-proposed");
    append_leaf(node, signed, &mut tx, written, (number, &hash)).await?;
    tx.commit().await?;
    Ok(number)
}

/// What the second person decides.
#[derive(Clone, Copy, Debug)]
pub enum Verdict<'a> {
    Approve,
    /// With the reason, which the coordinator reads.
    Refuse(&'a str),
}

/// A second person, of the oversight body, approves or refuses what waits: exactly the text whose
/// hash stood on the page.
///
/// # Errors
/// Not allowed as the gate decides, and for who handed it in; changed when another text waits or
/// none; a complaint without a reason for a refusal; the complaints of a text that does not fit
/// any more.
pub async fn decide_rules(
    node: &Node,
    signed: &Signed,
    (number, seen_hash): (i64, &str),
    verdict: Verdict<'_>,
) -> Result<(), Refusal> {
    warrant(node, signed, Action::RulesApprove)?;
    let mut tx = node.begin("decide_rules").await?;
    let row = tx.find_overlay(NATIONAL, number).await?.ok_or_else(Refusal::not_found)?;
    if row.state != "waiting" || hex(&row.hash) != seen_hash {
        return Err(Refusal::changed());
    }
    if row.proposed_by == Some(signed.officer.id) {
        return Err(Refusal::not_allowed());
    }
    let (state, written, reason) = match verdict {
        Verdict::Approve => ("approved", "rules-approved", ""),
        Verdict::Refuse(reason) => ("refused", "rules-refused", reason.trim()),
    };
    if let Verdict::Approve = verdict {
        // It is checked again: since it was handed in, the catalogue may be of another release.
        let active = active_overlays(node, &mut tx).await?;
        preview(&row.body, &laid_over(&active)?, &active).map_err(Refusal::fields)?;
    } else {
        check_reason(reason)?;
    }
    let by = (Some(signed.officer.id), node.today());
    let approval = matches!(verdict, Verdict::Approve).then(|| approve(node, &row));
    let decided = (state, reason, approval.as_ref().map(<[u8; 64]>::as_slice));
    if !tx.decide_overlay((NATIONAL, number), decided, by).await? {
        return Err(Refusal::changed());
    }
    let written = (Action::RulesApprove, written);
    append_leaf(node, signed, &mut tx, written, (number, &row.hash)).await?;
    tx.commit().await?;
    Ok(())
}

fn check_reason(reason: &str) -> Result<(), Refusal> {
    let is_long = reason.chars().count() > REASON_CHARS_MAX;
    if reason.is_empty() || is_long || reason.chars().any(|c| c.is_control() && c != '\n') {
        return Err(Refusal::field("reason", Phrase::new("rules-reason-missing")));
    }
    Ok(())
}

/// Checks a text as strictly as the catalogue itself, and says what would change.
fn preview(text: &str, now: &Catalogue, active: &[OverlayRow]) -> Result<Preview, Vec<Complaint>> {
    if text.len() > OVERLAY_BYTES_MAX {
        let phrase = Phrase::new("catalogue-too-large").with("limit", OVERLAY_BYTES_MAX);
        return Err(vec![Complaint::new(0, "overlay", phrase)]);
    }
    // It takes the place of the country's version in force, and lies over everything else.
    let mut others = active.iter().filter(|row| row.file != NATIONAL);
    let base = others.try_fold(Catalogue::embedded()?, |all, row| all.with_overlay(&row.body))?;
    let then = base.with_overlay(text)?;
    let routing = Routing::read(&then);
    let mut complaints: Vec<Complaint> = routing.as_ref().err().cloned().unwrap_or_default();
    complaints.extend(Rules::of(&then).err().unwrap_or_default());
    complaints.truncate(COMPLAINTS_MAX);
    let (Ok(routing), true) = (routing, complaints.is_empty()) else { return Err(complaints) };
    let before = Routing::read(now)?;
    let examples = examples(&before, &routing);
    let differences = now.differences(&then);
    Ok(Preview { now: before, then: routing, differences, examples })
}

fn examples(now: &Routing, then: &Routing) -> Vec<Example> {
    let all = now.vectors().iter().map(|vector| Example {
        now: answer(now, vector),
        then: answer(then, vector),
        vector: vector.clone(),
    });
    all.filter(|example| example.now != example.then).collect()
}

fn answer(routing: &Routing, vector: &Vector) -> Answer {
    let stated = HintAnswers { facts: vector.facts.clone(), ..HintAnswers::default() };
    let fired = routing.decide(&stated).fired.iter().map(|o| o.rule.id.clone()).collect();
    Answer { urgency: assess(&stated, routing).urgency, rules: fired }
}

async fn waiting(
    node: &Node,
    tx: &mut Tx,
    row: &OverlayRow,
    now: &Catalogue,
    active: &[OverlayRow],
) -> Result<Waiting, Refusal> {
    let preview = preview(&row.body, now, active).map(Box::new);
    Ok(Waiting { version: version(node, tx, row).await?, text: row.body.clone(), preview })
}

async fn version(node: &Node, tx: &mut Tx, row: &OverlayRow) -> Result<Version, Refusal> {
    let mark = lexicon::catalogue::mark_of(&row.body);
    Ok(Version {
        number: row.version,
        name: mark.name,
        stated: mark.version,
        hash: hex(&row.hash),
        state: row.state.clone(),
        is_active: row.is_active,
        is_changed: row.state == "approved" && !is_genuine(node, row),
        proposed_by: name(tx, row.proposed_by).await?,
        decided_by: name(tx, row.decided_by).await?,
        on_day: row.on_day,
        decided_on: row.decided_on,
        reason: row.reason.clone(),
    })
}

async fn name(tx: &mut Tx, officer: Option<OfficerId>) -> Result<String, Refusal> {
    let Some(id) = officer else { return Ok(String::new()) };
    Ok(tx.find_officer(id).await?.map(|row| row.shown_name).unwrap_or_default())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

async fn append_leaf(
    node: &Node,
    signed: &Signed,
    tx: &mut Tx,
    (action, reason): (Action, &str),
    (number, hash): (i64, &[u8]),
) -> Result<(), Refusal> {
    let keys = ledger_keys(tx, signed.officer.desk).await?;
    let event = Event {
        day: node.today(),
        action: action.id().to_owned(),
        officer: Some(signed.officer.id),
        desk: Some(signed.officer.desk),
        thing_kind: Kind::Rules.id().to_owned(),
        thing: format!("{NATIONAL} {number}"),
        reason: reason.to_owned(),
        note: format!("{number}: {}", hex(hash)),
    };
    tx.append(Leaf::seal(&event, &keys, node.dice.as_ref())?);
    Ok(())
}

fn thing(signed: &Signed) -> Thing {
    let officer = &signed.officer;
    Thing::standing(Kind::Rules, *officer.desk.bytes(), officer.desk, officer.sphere())
}

fn may(node: &Node, signed: &Signed, action: Action) -> bool {
    node.gate.allows(&signed.officer, action, &thing(signed))
}

fn warrant(node: &Node, signed: &Signed, action: Action) -> Result<(), Refusal> {
    let warrant = node.warrant(signed, action, &thing(signed))?;
    if warrant.spend(action, signed.officer.desk.bytes(), node.clock.as_ref()) {
        Ok(())
    } else {
        Err(Refusal::not_allowed())
    }
}
