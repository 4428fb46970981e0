//! An officer opens who a person is: with a reason, after a fresh proof, and never before the leaf
//! is kept.

use crate::add_person::identity_place;
use crate::event_mode::live_event;
use crate::sealing::{data_key, ledger_keys};
use crate::watch_words::warn_of_kin;
use crate::way_to_open::{Asked, openings_a_day, watch_canary, way_to_open};
use crate::{Node, Refusal, RefusalKind, Signed};
use guard::ledger::{PersonOpening, Way};
use guard::seal::Sealed;
use guard::{Action, Kind, Reason, Thing, Warrant};
use lexicon::Phrase;
use lexicon::ids::{CaseId, OfficerId, PersonId};
use protection::person::Identity;
use store::persons::PersonRow;
use store::{OpeningRow, Tx};

/// Purpose of the data key of an identity.
pub const IDENTITY: &str = "content";
/// Reasons an officer can give, in the order of the form.
pub const REASONS: [&str; 5] = ["contact", "appointment", "court", "same-person", "danger"];
/// The reason of looking again on the day of an opening, which makes no second leaf.
const AGAIN: &str = "again-today";

/// What is known of a person before the name is opened.
#[derive(Clone, Debug)]
pub struct Closed {
    pub person: PersonId,
    pub case: CaseId,
    pub alias: String,
    /// The officer's own person: not counted against anything.
    pub is_assigned: bool,
    /// Opened by this officer today already: it opens again without another reason.
    pub is_opened_today: bool,
    /// The officer must prove again who they are before it opens.
    pub needs_proof: bool,
    /// What stands in the way of who is not assigned.
    pub standing: Standing,
    /// One more today is beyond the officer's number.
    pub is_over_budget: bool,
}

/// What stands in the way of an opening.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// Assigned, opened today already, or in the event mode of the desk.
    #[default]
    Free,
    /// The event mode of the desk runs.
    Event,
    /// Nobody was asked.
    Alone,
    Asked,
    SaidYes,
    SaidNo,
}

/// An identity that was opened.
pub struct OpenedIdentity {
    pub closed: Closed,
    pub identity: Identity,
}

/// What stands on the page that asks for the reason.
///
/// # Errors
/// Not found, also for a person of another desk.
pub async fn before_opening(
    node: &Node,
    signed: &Signed,
    person: PersonId,
) -> Result<Closed, Refusal> {
    let mut tx = node.read("before_opening").await?;
    let (row, thing, _) = find(&mut tx, signed, person).await?;
    if row.sealed_identity.is_empty() {
        return Err(erased());
    }
    let is_opened_today = is_opened_today(node, &mut tx, signed, person).await?;
    // Asked as if reason and proof were there, so that the page appears only where they help.
    let around = guard::gate::Circumstances { has_reason: true, is_fresh: true };
    let clock = node.clock.as_ref();
    let asked = node.gate.decide_in(&signed.officer, Action::PersonOpen, &thing, around, clock);
    asked.map_err(|denial| Refusal { said: denial.phrase(), ..Refusal::not_allowed() })?;
    let closed = closed(node, signed, &row, &thing, is_opened_today);
    if closed.is_assigned || is_opened_today {
        return Ok(closed);
    }
    let (standing, is_over_budget) = standing(node, signed, &mut tx, &row).await?;
    Ok(Closed { standing, is_over_budget, ..closed })
}

async fn standing(
    node: &Node,
    signed: &Signed,
    tx: &mut Tx,
    row: &PersonRow,
) -> Result<(Standing, bool), Refusal> {
    if live_event(node, tx, row.desk_id).await?.is_some() {
        return Ok((Standing::Event, false));
    }
    let officer = signed.officer.id;
    let taken = tx.counted_openings(officer, node.today()).await?;
    let is_over = taken >= openings_a_day(tx).await?;
    let asked = tx.find_yes_of(officer, row.id, node.today()).await?;
    let standing = match asked.as_ref().map(|yes| yes.state.as_str()) {
        Some("yes") => Standing::SaidYes,
        Some("no") => Standing::SaidNo,
        Some(_) => Standing::Asked,
        None => Standing::Alone,
    };
    Ok((standing, is_over))
}

/// Opens an identity. The first opening by an officer on a day is a leaf, in the same transaction,
/// before anything is shown; and oversight is warned of a relative or a neighbour before that.
///
/// # Errors
/// Not found; not allowed as the gate decides; complaints on `reason` and `note`; a wait where the
/// officer is not assigned and no colleague said yes.
pub async fn open_identity(
    node: &Node,
    signed: &Signed,
    person: PersonId,
    (reason, note): (&str, &str),
) -> Result<OpenedIdentity, Refusal> {
    let mut tx = node.begin("open_identity").await?;
    let (row, thing, owner) = find(&mut tx, signed, person).await?;
    if row.sealed_identity.is_empty() {
        return Err(erased());
    }
    let is_opened_today = is_opened_today(node, &mut tx, signed, person).await?;
    let reason = stated(reason, note, is_opened_today)?;
    let warrant = node.warrant_with_reason(signed, Action::PersonOpen, &thing)?;
    let asked = Asked {
        person,
        desk: row.desk_id,
        is_assigned: thing.is_assigned,
        owner,
        reason: reason.code,
        note: &reason.note,
    };
    // What was opened today opens again by the same right: its leaf is there.
    let way = if is_opened_today {
        PersonOpening { way: Way::Alone, slot: Some((1, 1)), alarm: None }
    } else {
        watch_canary(node, signed, &mut tx, &asked).await?;
        way_to_open(node, signed, &mut tx, &asked).await?
    };
    let opened = unseal(node, signed, tx, (row, warrant, &reason, way)).await?;
    warn_of_kin(node, signed, &opened, owner).await?;
    let closed = closed(node, signed, &opened.row, &thing, true);
    Ok(OpenedIdentity { closed, identity: opened.identity })
}

/// An identity that left its transaction and was shown to nobody yet.
pub(crate) struct Unsealed {
    pub row: PersonRow,
    pub identity: Identity,
}

/// Puts the leaf down, commits, and takes the identity out.
pub(crate) async fn unseal(
    node: &Node,
    signed: &Signed,
    mut tx: Tx,
    (row, warrant, reason, way): (PersonRow, Warrant, &Reason, PersonOpening),
) -> Result<Unsealed, Refusal> {
    let keys = ledger_keys(&mut tx, row.desk_id).await?;
    let around = (node.clock.as_ref(), node.dice.as_ref());
    let opening = guard::open_person(warrant, (reason, way), &keys, &mut tx, around)?;
    let key = data_key(&mut tx, signed, (Kind::Person, row.id.bytes(), IDENTITY)).await?;
    let sealed = Sealed::from_bytes(row.sealed_identity.clone());
    let opened = opening.unseal(&key, &identity_place(&row.id), &sealed)?;
    tx.commit().await?;
    let opened = opened.take()?;
    let identity = serde_json::from_slice(opened.show_bytes())
        .map_err(|_| Refusal::fault("an identity is not in a form this version knows"))?;
    Ok(Unsealed { row, identity })
}

/// There is nothing to open any more, whoever asks.
pub(crate) fn erased() -> Refusal {
    Refusal { said: Phrase::new("erasure-nothing-left"), ..Refusal::not_found() }
}

fn stated(reason: &str, note: &str, is_opened_today: bool) -> Result<Reason, Refusal> {
    let note = note.trim();
    if note.chars().count() > guard::opening::NOTE_CHARS_MAX {
        return Err(Refusal::field("note", Phrase::new("officer-note-too-long")));
    }
    let code = match REASONS.into_iter().find(|known| *known == reason) {
        Some(code) => code,
        None if is_opened_today => AGAIN,
        None => return Err(Refusal::field("reason", Phrase::new("officer-reason-missing"))),
    };
    Ok(Reason { code, note: note.to_owned() })
}

/// The person as the gate sees it, and who is assigned.
pub(crate) async fn find(
    tx: &mut Tx,
    signed: &Signed,
    person: PersonId,
) -> Result<(PersonRow, Thing, Option<OfficerId>), Refusal> {
    let row = tx.find_person(person).await?.ok_or_else(Refusal::not_found)?;
    // The same answer for a person of another desk as for none.
    if row.desk_id != signed.officer.desk {
        return Err(Refusal::not_found());
    }
    let slices = tx.list_slices(row.case_id).await?;
    let own = slices.iter().find(|slice| slice.desk_id == row.desk_id);
    let own = own.ok_or_else(|| {
        // not shown: for the operator
        Refusal::new(RefusalKind::Fault, "refusal-fault").known("a person without a slice")
    })?;
    let thing = Thing {
        kind: Kind::Person,
        id: *person.bytes(),
        desk: row.desk_id,
        sphere: row.sphere,
        state: own.state.clone(),
        is_assigned: own.assigned_officer == Some(signed.officer.id),
    };
    Ok((row, thing, own.assigned_officer))
}

async fn is_opened_today(
    node: &Node,
    tx: &mut Tx,
    signed: &Signed,
    person: PersonId,
) -> Result<bool, Refusal> {
    let today = node.today();
    let openings = tx.list_openings_of_thing(Kind::Person.id(), person.bytes()).await?;
    let is_own = |o: &OpeningRow| o.officer_id == signed.officer.id && o.on_day == today;
    Ok(openings.iter().any(|o| is_own(o) && o.way != Way::BreakGlass.id()))
}

pub(crate) fn closed(
    node: &Node,
    signed: &Signed,
    row: &PersonRow,
    thing: &Thing,
    is_opened_today: bool,
) -> Closed {
    Closed {
        person: row.id,
        case: row.case_id,
        alias: row.alias.clone(),
        is_assigned: thing.is_assigned,
        is_opened_today,
        needs_proof: !signed.is_fresh(node.clock.now_s()),
        standing: Standing::Free,
        is_over_budget: false,
    }
}
