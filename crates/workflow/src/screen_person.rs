//! An officer screens a person: begins, notes one answer at a time, reads the advice, decides.
//! Everything noted is sealed under a key of its own to the officer's desk, and each answer is
//! kept when it is given, so that a screening goes on elsewhere and loses no word.

use crate::receive_hint::happened;
use crate::rules::{forms_in_force, screening_in_force};
use crate::sealing::{data_key, ledger_keys, new_key};
use crate::sign_set_up::need_set_up;
use crate::{Node, Refusal, Signed};
use guard::ledger::{Event, Leaf};
use guard::seal::{DataKey, Place, Sealed};
use guard::{Action, Book, DeskKind, Kind, Reason, Thing};
use lexicon::Day;
use lexicon::catalogue::Forms;
use lexicon::ids::{CaseId, HintId, ScreeningId};
use protection::alias;
use protection::screening::draft::known_profession;
use protection::screening::{Age, Change, Draft, Rules};
use std::sync::Arc;
use store::{ScreeningHead, ScreeningRow, Tx};

/// A draft that nobody decided is deleted after this many days.
pub const DRAFT_DAYS_MAX: i64 = 30;
/// Screenings shown at once.
pub const SHOWN_MAX: i64 = 100;
/// Tries to keep an answer while somebody else keeps one of the same screening.
const TRIES_MAX: u32 = 5;

/// How a screening begins.
#[derive(Clone, Debug)]
pub struct NewScreening {
    pub age: Age,
    pub believed_child: bool,
    pub profession: Option<String>,
    /// The hint it belongs to, if there is one.
    pub hint: Option<HintId>,
    /// The case it belongs to, if there is one.
    pub case: Option<CaseId>,
}

/// A screening that was opened.
pub struct OpenScreening {
    pub head: ScreeningHead,
    pub draft: Draft,
    pub rules: Arc<Rules>,
    /// The forms of exploitation in force.
    pub forms: Arc<Forms>,
    /// The officer is trained to decide and the desk holds it.
    pub can_decide: bool,
    /// The advice or decision has lapsed: screen again, never read it as no.
    pub is_lapsed: bool,
}

/// One line of the list: an alias and days, nothing of what was found.
#[derive(Clone, Debug)]
pub struct Line {
    pub id: ScreeningId,
    pub alias: String,
    pub is_decided: bool,
    pub started_on: Day,
    pub expires_on: Option<Day>,
    pub is_lapsed: bool,
    pub is_yours: bool,
}

/// The profession whose order of questions a desk begins with.
pub fn profession_of(desk: DeskKind) -> &'static str {
    match desk {
        DeskKind::Hospital => "health-worker",
        DeskKind::ChildProtection => "child-protection",
        DeskKind::LabourInspectorate => "labour-inspector",
        DeskKind::BorderGuard | DeskKind::Protection => "border-guard",
        DeskKind::Police
        | DeskKind::Prosecution
        | DeskKind::Fiu
        | DeskKind::Inquiry
        | DeskKind::ImmigrationEnforcement => "police",
        DeskKind::Coordination | DeskKind::Ngo | DeskKind::Shelter | DeskKind::Oversight => "ngo",
    }
}

/// Whether the officer's desk may see what a screening finds: help and labour desks only.
pub fn may_see_screenings(node: &Node, signed: &Signed) -> bool {
    let officer = &signed.officer;
    let thing = Thing::to_be_made(Kind::Screening, [0; 16], officer.desk, officer.sphere());
    node.gate.allows(officer, Action::ScreeningView, &thing)
}

/// Whether the gate lets the officer begin a screening.
pub fn may_start_screening(node: &Node, signed: &Signed) -> bool {
    let officer = &signed.officer;
    let thing = Thing::to_be_made(Kind::Screening, [0; 16], officer.desk, officer.sphere());
    node.gate.allows(officer, Action::ScreeningStart, &thing)
}

/// Deletes drafts that nobody decided in time, with their keys; nobody needs to be signed in.
/// Returns how many.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_old_drafts(node: &Node) -> Result<u64, Refusal> {
    if !node.clock.is_sound() {
        return Ok(0);
    }
    let mut tx = node.begin("delete_old_drafts").await?;
    let count = tx.delete_expired_screenings(node.today()).await?;
    tx.commit().await?;
    Ok(count)
}

/// The rules of screening in force, with their questions and professions.
///
/// # Errors
/// A fault when an approved overlay does not fit the catalogue of this release.
pub async fn screening_rules(node: &Node) -> Result<Arc<Rules>, Refusal> {
    let mut tx = node.read("screening_rules").await?;
    screening_in_force(node, &mut tx).await
}

/// Begins a screening at the officer's own desk.
///
/// # Errors
/// Not allowed as the gate decides, which lets it begin only where what it finds may be seen; not
/// found for a hint or case that the officer may not open; bad input for an unknown profession; not
/// set up while nobody has signed on what law the desk may keep it.
pub async fn start_screening(
    node: &Node,
    signed: &Signed,
    new: NewScreening,
) -> Result<ScreeningId, Refusal> {
    let officer = &signed.officer;
    let id = ScreeningId::random(node.dice.as_ref());
    let thing = Thing::to_be_made(Kind::Screening, *id.bytes(), officer.desk, officer.sphere());
    let warrant = node.warrant(signed, Action::ScreeningStart, &thing)?;
    if !warrant.spend(Action::ScreeningStart, id.bytes(), node.clock.as_ref()) {
        return Err(Refusal::not_allowed());
    }
    let mut tx = node.begin("start_screening").await?;
    need_set_up(node, &mut tx, officer.desk).await?;
    let rules = screening_in_force(node, &mut tx).await?;
    let profession =
        known_profession(new.profession, &rules).map_err(|c| Refusal::fields(vec![c]))?;
    let hint = linked_hint(node, signed, &mut tx, new.hint).await?;
    let case = linked_case(node, signed, &mut tx, new.case).await?;
    let case_id = new.case.or(hint.as_ref().and_then(|head| head.case_id));
    let alias = hint.map(|head| head.alias).or(case);
    let today = node.today();
    let key =
        new_key(node, &mut tx, (Kind::Screening, id.bytes(), "content"), officer.desk).await?;
    let draft = Draft::new(new.age, new.believed_child, profession);
    let head = ScreeningHead {
        id,
        hint_id: new.hint,
        case_id,
        person_id: None,
        desk_id: officer.desk,
        sphere: officer.sphere(),
        officer_id: officer.id,
        state: "started".to_owned(),
        alias: alias.unwrap_or_else(|| alias::draw(node.dice.as_ref())),
        started_on: today,
        expires_on: Some(today.plus_days(DRAFT_DAYS_MAX)),
        version: 1,
    };
    let sealed = seal(node, &key, id, &draft)?;
    tx.insert_screening(&ScreeningRow { head, sealed }).await?;
    if let Some(hint) = new.hint {
        happened(&mut tx, hint.bytes(), today, ("screened", ""), Some(officer.id)).await?;
    }
    tx.commit().await?;
    Ok(id)
}

async fn linked_hint(
    node: &Node,
    signed: &Signed,
    tx: &mut Tx,
    hint: Option<HintId>,
) -> Result<Option<store::HintHead>, Refusal> {
    let Some(id) = hint else { return Ok(None) };
    let head = tx.find_hint_head(id).await?.ok_or_else(Refusal::not_found)?;
    let thing = crate::open_hint::thing_of(&head, signed);
    if !node.gate.allows(&signed.officer, Action::HintOpen, &thing) {
        return Err(Refusal::not_found());
    }
    Ok(Some(head))
}

/// The alias of a case that the officer's desk may open.
async fn linked_case(
    node: &Node,
    signed: &Signed,
    tx: &mut Tx,
    case: Option<CaseId>,
) -> Result<Option<String>, Refusal> {
    let Some(id) = case else { return Ok(None) };
    let slices = tx.list_slices(id).await?;
    let own = slices.into_iter().find(|slice| slice.desk_id == signed.officer.desk);
    let own = own.ok_or_else(Refusal::not_found)?;
    let thing = crate::see_case::thing(signed, Kind::Case, *id.bytes(), &own);
    if !node.gate.allows(&signed.officer, Action::CaseOpen, &thing) {
        return Err(Refusal::not_found());
    }
    Ok(Some(own.alias))
}

/// What the officer may see, the newest first.
///
/// # Errors
/// Not allowed when the gate permits no screening at all.
pub async fn list_screenings(node: &Node, signed: &Signed) -> Result<Vec<Line>, Refusal> {
    let officer = &signed.officer;
    let desks = [(officer.desk, officer.sphere())];
    let permitted = node.gate.permitted(officer, Action::ScreeningView, &desks);
    if permitted.is_empty() {
        return Err(Refusal::not_allowed());
    }
    let mut tx = node.read("list_screenings").await?;
    let heads = tx.list_screenings(&permitted, officer.id, None, SHOWN_MAX).await?;
    let today = node.today();
    let lines = heads.into_iter().map(|head| Line {
        id: head.id,
        is_decided: head.state == "decided",
        is_lapsed: is_lapsed(&head, today),
        is_yours: head.officer_id == officer.id,
        alias: head.alias,
        started_on: head.started_on,
        expires_on: head.expires_on,
    });
    Ok(lines.collect())
}

/// Opens a screening. The first opening by an officer on a day is a leaf of the ledger.
///
/// # Errors
/// Not found; not allowed as the gate decides.
pub async fn open_screening(
    node: &Node,
    signed: &Signed,
    id: ScreeningId,
) -> Result<OpenScreening, Refusal> {
    let (head, draft, _) = unseal(node, signed, id, Action::ScreeningView).await?;
    let mut tx = node.read("screening_rules").await?;
    let (rules, forms) =
        (screening_in_force(node, &mut tx).await?, forms_in_force(node, &mut tx).await?);
    drop(tx);
    let can_decide =
        node.gate.allows(&signed.officer, Action::ScreeningDecide, &thing_of(&head, signed));
    let is_lapsed = is_lapsed(&head, node.today());
    Ok(OpenScreening { head, draft, rules, forms, can_decide, is_lapsed })
}

/// Keeps one thing noted. Two officers, or two devices, that note different things at once lose
/// neither.
///
/// # Errors
/// Bad input with the field; changed when it was decided in the meantime.
pub async fn note_in_screening(
    node: &Node,
    signed: &Signed,
    id: ScreeningId,
    change: &Change,
) -> Result<(), Refusal> {
    let rules = screening_rules(node).await?;
    for _ in 0..TRIES_MAX {
        let (head, mut draft, key) = unseal(node, signed, id, Action::ScreeningView).await?;
        if head.state != "started" {
            return Err(Refusal::changed());
        }
        draft.note(change.clone(), &rules).map_err(|wrong| Refusal::fields(vec![wrong]))?;
        let sealed = seal(node, &key, id, &draft)?;
        let mut tx = node.begin("note_in_screening").await?;
        if tx.update_screening(&ScreeningRow { head, sealed }).await? {
            tx.commit().await?;
            return Ok(());
        }
    }
    Err(Refusal::changed())
}

/// A trained officer decides, along the advice or otherwise with a reason; never the score.
///
/// # Errors
/// Not allowed as the gate decides; bad input for a result that may not be chosen or a missing
/// reason; changed when it was decided already.
pub async fn decide_screening(
    node: &Node,
    signed: &Signed,
    id: ScreeningId,
    (result, reason): (&str, &str),
) -> Result<(), Refusal> {
    let rules = screening_rules(node).await?;
    let (mut head, mut draft, key) = unseal(node, signed, id, Action::ScreeningDecide).await?;
    if head.state != "started" {
        return Err(Refusal::changed());
    }
    let today = node.today();
    let (line, _) = draft.line(&rules);
    let judgement = rules.judge(&line);
    let days = judgement.advice("", &rules).expiry_days;
    let decided = draft
        .decide(&rules, result, reason, (signed.officer.id, today))
        .map_err(|wrong| Refusal::fields(vec![wrong]))?;
    let follows = decided.follows_advice;
    "decided".clone_into(&mut head.state);
    head.expires_on = (days > 0).then(|| today.plus_days(i64::from(days)));
    let sealed = seal(node, &key, id, &draft)?;
    let mut tx = node.begin("decide_screening").await?;
    append_leaf(node, signed, &mut tx, &head, follows).await?;
    if !tx.update_screening(&ScreeningRow { head, sealed }).await? {
        return Err(Refusal::changed());
    }
    tx.commit().await?;
    Ok(())
}

/// A decision is a leaf of its own, whoever opened the screening on that day before.
async fn append_leaf(
    node: &Node,
    signed: &Signed,
    tx: &mut Tx,
    head: &ScreeningHead,
    follows: bool,
) -> Result<(), Refusal> {
    let keys = ledger_keys(tx, head.desk_id).await?;
    let event = Event {
        day: node.today(),
        action: Action::ScreeningDecide.id().to_owned(),
        officer: Some(signed.officer.id),
        desk: Some(signed.officer.desk),
        thing_kind: Kind::Screening.id().to_owned(),
        thing: head.id.to_string(),
        reason: if follows { "follows-advice" } else { "differs-from-advice" }.to_owned(),
        note: String::new(),
    };
    tx.append(Leaf::seal(&event, &keys, node.dice.as_ref())?);
    Ok(())
}

fn is_lapsed(head: &ScreeningHead, today: Day) -> bool {
    head.expires_on.is_some_and(|day| day <= today)
}

/// A screening as the gate sees it.
fn thing_of(head: &ScreeningHead, signed: &Signed) -> Thing {
    Thing {
        kind: Kind::Screening,
        id: *head.id.bytes(),
        desk: head.desk_id,
        sphere: head.sphere,
        state: head.state.clone(),
        is_assigned: head.officer_id == signed.officer.id,
    }
}

fn place(id: &ScreeningId) -> Place<'_> {
    Place::cell("screenings", id.bytes(), "sealed", id.bytes())
}

fn seal(node: &Node, key: &DataKey, id: ScreeningId, draft: &Draft) -> Result<Vec<u8>, Refusal> {
    let plain = zeroize::Zeroizing::new(
        serde_json::to_vec(draft).map_err(|error| Refusal::fault(error.to_string()))?,
    );
    Ok(key.seal(&place(&id), &plain, node.dice.as_ref())?.into_bytes())
}

/// Warrant, leaf, commit, and only then sight.
async fn unseal(
    node: &Node,
    signed: &Signed,
    id: ScreeningId,
    action: Action,
) -> Result<(ScreeningHead, Draft, DataKey), Refusal> {
    let mut tx = node.begin("open_screening").await?;
    let row = tx.find_screening(id).await?.ok_or_else(Refusal::not_found)?;
    let thing = thing_of(&row.head, signed);
    // Who may not see it learns nothing, not even that it is there.
    let warrant = node.warrant(signed, action, &thing).map_err(|refusal| {
        let is_seen = node.gate.allows(&signed.officer, Action::ScreeningView, &thing);
        if is_seen { refusal } else { Refusal::not_found() }
    })?;
    let keys = ledger_keys(&mut tx, row.head.desk_id).await?;
    let (clock, dice) = (node.clock.as_ref(), node.dice.as_ref());
    let opening = guard::open(warrant, &Reason::desk_work(), &keys, &mut tx, clock, dice)?;
    let key = data_key(&mut tx, signed, (Kind::Screening, id.bytes(), "content")).await?;
    let opened = opening.unseal(&key, &place(&id), &Sealed::from_bytes(row.sealed))?;
    tx.commit().await?;
    let opened = opened.take()?;
    let draft = serde_json::from_slice(opened.show_bytes())
        .map_err(|error| Refusal::fault(error.to_string()))?;
    Ok((row.head, draft, key))
}
