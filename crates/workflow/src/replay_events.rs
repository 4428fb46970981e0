//! An older copy of the database takes in what was taken away after it was made. Nobody is signed
//! in: keys are deleted, nothing is opened.

use crate::erase::{Erasable, erase};
use crate::remove_officer::shut_out;
use crate::sealing::ledger_keys;
use crate::{Node, Refusal};
use guard::ledger::{Event, Leaf, NegativeEvent};
use guard::{Book, DeskKind};
use lexicon::ids::{CaseId, HintId, OfficerId, PersonId};
use store::Tx;
use store::events::EventRow;

/// What a replay did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Replayed {
    /// Events that were newer than the copy.
    pub events: u64,
}

/// Why a log cannot be replayed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplayFault {
    /// The log ends before the copy of the database does: it is not the whole one.
    Short { log: i64, kept: i64 },
    /// The log and the copy tell different things of the same position.
    Differs { position: i64 },
}

/// Takes in the events of a log after the last one that the database knows, in this transaction,
/// with a leaf that says how many.
///
/// # Errors
/// The inner error when the log does not fit; the outer one is the store's.
pub async fn replay_events(
    node: &Node,
    tx: &mut Tx,
    log: &[NegativeEvent],
) -> Result<Result<Replayed, ReplayFault>, Refusal> {
    let kept = tx.last_negative_event().await?;
    let last = log.last().map_or(0, |event| event.position);
    if last < kept {
        return Ok(Err(ReplayFault::Short { log: last, kept }));
    }
    let mut after = 0;
    while after < kept {
        let rows = tx.list_negative_events(after, 500).await?;
        for row in &rows {
            let same = log.get(usize::try_from(row.position - 1).unwrap_or(usize::MAX));
            if same.is_none_or(|event| event.thing != row.thing_id || event.kind != row.kind) {
                return Ok(Err(ReplayFault::Differs { position: row.position }));
            }
        }
        match rows.last() {
            Some(row) => after = row.position,
            None => break,
        }
    }
    let mut replayed = Replayed::default();
    for event in log.iter().filter(|event| event.position > kept) {
        replay(node, tx, event).await?;
        tx.insert_negative_event(&event.kind, &event.thing, event.day).await?;
        replayed.events += 1;
    }
    Ok(Ok(replayed))
}

async fn replay(node: &Node, tx: &mut Tx, event: &NegativeEvent) -> Result<(), Refusal> {
    let happened = |code: &str| EventRow {
        on_day: event.day,
        code: code.to_owned(),
        detail_code: String::new(),
        officer_id: None,
    };
    match event.kind.as_str() {
        "person-erased" | "person-and-notes-erased" => {
            let person = PersonId::from_bytes(event.thing);
            // Whoever came after the copy was made is not in it.
            let Some(row) = tx.find_person(person).await? else { return Ok(()) };
            let with_notes = event.kind == "person-and-notes-erased";
            erase(node, tx, (Erasable::Person(person), with_notes)).await?;
            let case: CaseId = row.case_id;
            tx.insert_event("case", case.bytes(), &happened("person-erased")).await?;
        }
        "hint-erased" => {
            let hint = HintId::from_bytes(event.thing);
            if tx.find_hint_head(hint).await?.is_some() {
                erase(node, tx, (Erasable::Hint(hint), false)).await?;
                tx.insert_event("hint", hint.bytes(), &happened("erased")).await?;
            }
        }
        "officer-left" | "officer-frozen" => {
            let officer = OfficerId::from_bytes(event.thing);
            let state = if event.kind == "officer-left" { "left" } else { "suspended" };
            shut_out(node, tx, officer, state).await?;
        }
        _ => {}
    }
    Ok(())
}

/// Writes in the ledger that this node was restored, from what, and what was taken in.
///
/// # Errors
/// The store's.
pub async fn restored_leaf(node: &Node, tx: &mut Tx, note: &str) -> Result<(), Refusal> {
    let desks = tx.list_desks_of_kind(DeskKind::Oversight.id()).await?;
    // A node that was never set up has nobody to tell, and nothing to tell of.
    let Some(oversight) = desks.first() else { return Ok(()) };
    let keys = ledger_keys(tx, oversight.id).await?;
    let event = Event {
        day: node.today(),
        action: "node.restored".to_owned(),
        officer: None,
        desk: None,
        thing_kind: String::new(),
        thing: String::new(),
        reason: "restored".to_owned(),
        note: note.to_owned(),
    };
    tx.append(Leaf::seal(&event, &keys, node.dice.as_ref())?);
    Ok(())
}
