//! What a desk holds of a person, or a hint, is erased: one officer asks, another of the same desk
//! confirms. Every key to it is deleted and every sealed cell emptied in one transaction, with a
//! leaf; no key is needed for it. The last copies end with the epochs under which they are sealed.

use crate::open_case::case_event;
use crate::open_hint::{find_head, thing_of};
use crate::receive_hint::happened;
use crate::sealing::{ledger_keys, new_key};
use crate::second_place::copy_negative_events;
use crate::{Node, Refusal, RefusalKind, Signed};
use guard::ledger::{ErasureCertificate, Event, Leaf, SigningKey};
use guard::seal::epoch::DESTROYED_AFTER_DAYS;
use guard::{Action, Book, Kind, Thing};
use lexicon::ids::{CaseId, HintId, LeafId, PersonId};
use lexicon::{Day, Phrase};
use store::{ErasureDone, ErasureRow, Tx};

/// What can be erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Erasable {
    Person(PersonId),
    Hint(HintId),
}

impl Erasable {
    pub fn kind(self) -> Kind {
        match self {
            Self::Person(_) => Kind::Person,
            Self::Hint(_) => Kind::Hint,
        }
    }

    fn bytes(&self) -> &[u8; 16] {
        match self {
            Self::Person(id) => id.bytes(),
            Self::Hint(id) => id.bytes(),
        }
    }

    fn action(self) -> Action {
        match self {
            Self::Person(_) => Action::PersonErase,
            Self::Hint(_) => Action::HintErase,
        }
    }
}

/// How far an erasure is, for one officer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Nobody has asked.
    None,
    /// This officer asked; a colleague of the desk must confirm.
    AskedByYou(Day),
    /// A colleague asked; this officer can confirm.
    Asked {
        by: String,
        on: Day,
    },
    Done(ErasureCertificate),
}

/// What stands on the page of an erasure.
#[derive(Clone, Debug)]
pub struct Erasure {
    pub alias: String,
    /// The case of a person.
    pub case: Option<CaseId>,
    /// No other person of the desk stands in the case.
    pub is_only_person: bool,
    /// What the desk wrote in the case goes too.
    pub with_notes: bool,
    pub stage: Stage,
    /// The second medium could not be written yet.
    pub is_copy_waiting: bool,
}

/// The thing as the gate sees it, and what the page says of it.
struct Found {
    thing: Thing,
    alias: String,
    case: Option<CaseId>,
    is_only_person: bool,
}

async fn find(node: &Node, tx: &mut Tx, signed: &Signed, what: Erasable) -> Result<Found, Refusal> {
    match what {
        Erasable::Person(person) => {
            let (row, thing, _) = crate::open_identity::find(tx, signed, person).await?;
            let persons = tx.list_persons(row.case_id, row.desk_id).await?;
            let is_only_person =
                persons.iter().all(|p| p.id == person || p.sealed_identity.is_empty());
            Ok(Found { thing, alias: row.alias, case: Some(row.case_id), is_only_person })
        }
        Erasable::Hint(hint) => {
            let head = find_head(node, tx, signed, hint).await?;
            let thing = thing_of(&head, signed);
            Ok(Found { thing, alias: head.alias, case: None, is_only_person: false })
        }
    }
}

/// How far the erasure of something is.
///
/// # Errors
/// Not found, also for something of another desk; not allowed as the gate decides.
pub async fn view_erasure(
    node: &Node,
    signed: &Signed,
    what: Erasable,
) -> Result<Erasure, Refusal> {
    let mut tx = node.read("view_erasure").await?;
    let found = find(node, &mut tx, signed, what).await?;
    node.warrant(signed, what.action(), &found.thing)?;
    let row = tx.find_erasure(what.kind().id(), what.bytes()).await?;
    let stage = match &row {
        None => Stage::None,
        Some(row) => stage(node, &mut tx, signed, row).await?,
    };
    drop(tx);
    let is_done = matches!(stage, Stage::Done(_));
    Ok(Erasure {
        alias: found.alias,
        case: found.case,
        is_only_person: found.is_only_person,
        with_notes: row.is_some_and(|row| row.with_notes),
        stage,
        is_copy_waiting: is_done && !copy_negative_events(node).await?,
    })
}

async fn stage(
    node: &Node,
    tx: &mut Tx,
    signed: &Signed,
    row: &ErasureRow,
) -> Result<Stage, Refusal> {
    if let Some(done) = &row.done {
        return Ok(Stage::Done(certificate(node, tx, row, done).await?));
    }
    if row.asked_by == signed.officer.id {
        return Ok(Stage::AskedByYou(row.asked_on));
    }
    let by = tx.find_officer(row.asked_by).await?;
    Ok(Stage::Asked { by: by.map(|row| row.shown_name).unwrap_or_default(), on: row.asked_on })
}

async fn certificate(
    node: &Node,
    tx: &mut Tx,
    row: &ErasureRow,
    done: &ErasureDone,
) -> Result<ErasureCertificate, Refusal> {
    let leaf = tx.find_leaf_hash(done.leaf).await?;
    let (leaf_hash, _) = leaf.ok_or_else(|| Refusal::fault("an erasure without its leaf"))?;
    Ok(ErasureCertificate {
        id: row.id,
        kind: row.thing_kind.clone(),
        thing: row.thing_id,
        asked_on: row.asked_on,
        done_on: done.done_on,
        final_on: done.final_on,
        leaf_hash,
        node: [0; 32],
        signature: [0; 64],
    }
    .signed(&SigningKey::from_seed(&node.keys.signing_seed)))
}

/// Asks for an erasure. `with_notes`: what the desk wrote in the case goes too.
///
/// # Errors
/// As [`view_erasure`]; changed when it was asked for meanwhile.
pub async fn ask_erasure(
    node: &Node,
    signed: &Signed,
    what: Erasable,
    with_notes: bool,
) -> Result<(), Refusal> {
    let mut tx = node.begin("ask_erasure").await?;
    let found = find(node, &mut tx, signed, what).await?;
    spend(node, signed, what, &found.thing)?;
    if tx.find_erasure(what.kind().id(), what.bytes()).await?.is_some() {
        return Err(Refusal::changed());
    }
    let mut id = [0_u8; 16];
    node.dice.fill(&mut id);
    tx.insert_erasure(&ErasureRow {
        id,
        thing_kind: what.kind().id().to_owned(),
        thing_id: *what.bytes(),
        desk_id: found.thing.desk,
        with_notes: with_notes && found.case.is_some(),
        asked_by: signed.officer.id,
        asked_on: node.today(),
        done: None,
    })
    .await?;
    leaf(node, &mut tx, signed, (what, &found.thing), "erasure-asked").await?;
    timeline(node, signed, &mut tx, (what, &found), "erasure-asked").await?;
    tx.commit().await?;
    Ok(())
}

/// Takes back what was asked for and not confirmed. Each officer of the desk may.
///
/// # Errors
/// As [`view_erasure`]; changed when it is done already.
pub async fn drop_erasure(node: &Node, signed: &Signed, what: Erasable) -> Result<(), Refusal> {
    let mut tx = node.begin("drop_erasure").await?;
    let found = find(node, &mut tx, signed, what).await?;
    spend(node, signed, what, &found.thing)?;
    if !tx.delete_asked_erasure(what.kind().id(), what.bytes()).await? {
        return Err(Refusal::changed());
    }
    leaf(node, &mut tx, signed, (what, &found.thing), "erasure-dropped").await?;
    timeline(node, signed, &mut tx, (what, &found), "erasure-dropped").await?;
    tx.commit().await?;
    Ok(())
}

/// Confirms what a colleague asked for, and erases. Acknowledged once the second medium has it; a
/// medium that cannot be written is told on the page and tried again each second.
///
/// # Errors
/// As [`view_erasure`]; not allowed for the officer who asked; changed when nobody asks any more.
pub async fn confirm_erasure(node: &Node, signed: &Signed, what: Erasable) -> Result<(), Refusal> {
    let mut tx = node.begin("confirm_erasure").await?;
    let found = find(node, &mut tx, signed, what).await?;
    spend(node, signed, what, &found.thing)?;
    let row = tx.find_erasure(what.kind().id(), what.bytes()).await?;
    let row = row.filter(|row| row.done.is_none()).ok_or_else(Refusal::changed)?;
    if row.asked_by == signed.officer.id {
        let said = Phrase::new("erasure-needs-another");
        return Err(Refusal {
            said,
            ..Refusal::new(RefusalKind::NotAllowed, "refusal-not-allowed")
        });
    }
    let event = erase(node, &mut tx, (what, row.with_notes)).await?;
    let today = node.today();
    tx.insert_negative_event(event, what.bytes(), today).await?;
    let leaf = leaf(node, &mut tx, signed, (what, &found.thing), "erased").await?;
    let done = ErasureDone {
        confirmed_by: signed.officer.id,
        done_on: today,
        final_on: final_on(node),
        leaf,
    };
    if !tx.finish_erasure(&row.id, &done).await? {
        return Err(Refusal::changed());
    }
    timeline(node, signed, &mut tx, (what, &found), "erased").await?;
    tx.commit().await?;
    if let Erasable::Person(person) = what {
        node.sessions.shelves.forget(found.thing.desk, person).await;
    }
    copy_negative_events(node).await?;
    Ok(())
}

/// Empties everything; returns the code of the event.
pub(crate) async fn erase(
    node: &Node,
    tx: &mut Tx,
    (what, with_notes): (Erasable, bool),
) -> Result<&'static str, Refusal> {
    match what {
        Erasable::Hint(hint) => {
            tx.erase_hint(hint).await?;
            Ok("hint-erased")
        }
        Erasable::Person(person) => {
            let row = tx.find_person(person).await?.ok_or_else(Refusal::not_found)?;
            tx.erase_person(person).await?;
            if !with_notes {
                return Ok("person-erased");
            }
            let slices = tx.list_slices(row.case_id).await?;
            if let Some(own) = slices.into_iter().find(|slice| slice.desk_id == row.desk_id) {
                tx.erase_slice_notes(row.case_id, own.id).await?;
                // What is written from now on has a key of its own.
                new_key(node, tx, (Kind::Slice, own.id.bytes(), "content"), own.desk_id).await?;
            }
            Ok("person-and-notes-erased")
        }
    }
}

/// The last day on which an older copy could be opened, while this node runs.
fn final_on(node: &Node) -> Day {
    let today = node.today();
    let latest = today.plus_days(DESTROYED_AFTER_DAYS);
    let ends = node.store.epochs().map_or(latest, |epochs| epochs.keys().current().ends());
    ends.clamp(today, latest)
}

fn spend(node: &Node, signed: &Signed, what: Erasable, thing: &Thing) -> Result<(), Refusal> {
    let warrant = node.warrant(signed, what.action(), thing)?;
    if warrant.spend(what.action(), what.bytes(), node.clock.as_ref()) {
        Ok(())
    } else {
        Err(Refusal::not_allowed())
    }
}

async fn leaf(
    node: &Node,
    tx: &mut Tx,
    signed: &Signed,
    (what, thing): (Erasable, &Thing),
    step: &str,
) -> Result<LeafId, Refusal> {
    let keys = ledger_keys(tx, thing.desk).await?;
    let event = Event {
        day: node.today(),
        action: what.action().id().to_owned(),
        officer: Some(signed.officer.id),
        desk: Some(signed.officer.desk),
        thing_kind: what.kind().id().to_owned(),
        thing: match what {
            Erasable::Person(id) => id.to_string(),
            Erasable::Hint(id) => id.to_string(),
        },
        reason: step.to_owned(),
        note: String::new(),
    };
    let leaf = Leaf::seal(&event, &keys, node.dice.as_ref())?;
    let id = leaf.stored.id;
    tx.append(leaf);
    Ok(id)
}

async fn timeline(
    node: &Node,
    signed: &Signed,
    tx: &mut Tx,
    (what, found): (Erasable, &Found),
    code: &str,
) -> Result<(), Refusal> {
    match (what, found.case) {
        (Erasable::Person(_), Some(case)) => {
            case_event(node, signed, tx, case, (&format!("person-{code}"), "")).await
        }
        _ => {
            let officer = Some(signed.officer.id);
            happened(tx, what.bytes(), node.today(), (code, ""), officer).await
        }
    }
}
