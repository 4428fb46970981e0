//! Published sets are brought in and taken away by the officers the policy names; each time a leaf
//! says who did.

use crate::import::{Imported, Unreadable, format, keep_set, parse};
use crate::picture::{SetRow, may};
use crate::sealing::ledger_keys;
use crate::{Node, Refusal, Signed};
use guard::{Action, Book, Event, Kind, Leaf, Thing};
use lexicon::ids::ImportId;
use lexicon::phrase::Value;
use lexicon::{Complaint, Phrase};
use std::io::Read;
use store::{SetComplaintRow, Tx};

/// What a leaf says was done to a set.
pub const STEPS: [&str; 2] = ["set-imported", "set-removed"];

/// A stored set with what was refused of its file.
#[derive(Debug)]
pub struct KeptSet {
    pub set: SetRow,
    /// The first of its complaints.
    pub complaints: Vec<Complaint>,
}

/// Complaints of a set that are shown; the others are counted.
const COMPLAINTS_MAX: i64 = 1_000;

/// Whether the officer may bring sets in.
///
/// # Errors
/// Not allowed as the gate decides.
pub fn may_keep_sets(node: &Node, signed: &Signed) -> Result<(), Refusal> {
    may(node, signed, Action::SetImport).then_some(()).ok_or_else(Refusal::not_allowed)
}

/// Reads a file that an officer sent and keeps it as a set, whole or not at all; the same file is
/// kept once. `known` in the answer says that it was there already.
///
/// # Errors
/// Not allowed as the gate decides; complaints on `file` when it is no table of the format.
pub async fn import_sent_set(
    node: &Node,
    signed: &Signed,
    (format_id, file_name): (&str, &str),
    file: impl Read + Send + 'static,
) -> Result<Imported, Refusal> {
    may_keep_sets(node, signed)?;
    let Some(format) = format(format_id) else {
        return Err(Refusal::field("format", Phrase::new("sets-choose-format")));
    };
    let parsed = tokio::task::spawn_blocking(move || parse(format, file)).await;
    let parsed = parsed.map_err(|why| Refusal::fault(why.to_string()))?;
    let parsed = parsed.map_err(|Unreadable { complaints }| {
        let on_file = |mut complaint: Complaint| {
            let field = std::mem::replace(&mut complaint.field, "file".to_owned());
            if !field.is_empty() {
                complaint.phrase = complaint.phrase.with("field", field);
            }
            complaint
        };
        Refusal::fields(complaints.into_iter().map(on_file).collect())
    })?;
    let mut tx = node.begin("import_sent_set").await?;
    let (clock, dice) = (node.clock.as_ref(), node.dice.as_ref());
    let imported = keep_set(&mut tx, clock, dice, (format, file_name), &parsed).await?;
    if let Some(id) = imported.set.filter(|_| imported.known_since.is_none()) {
        append_leaf(node, signed, &mut tx, (id, "set-imported")).await?;
        tx.commit().await?;
    }
    Ok(imported)
}

/// The sets there are.
///
/// # Errors
/// Not allowed as the gate decides.
pub async fn list_kept_sets(node: &Node, signed: &Signed) -> Result<Vec<SetRow>, Refusal> {
    may_keep_sets(node, signed)?;
    let mut tx = node.read("list_kept_sets").await?;
    Ok(tx.list_sets().await?)
}

/// One set with its complaints.
///
/// # Errors
/// Not allowed as the gate decides; not found when there is no such set.
pub async fn see_kept_set(node: &Node, signed: &Signed, id: ImportId) -> Result<KeptSet, Refusal> {
    may_keep_sets(node, signed)?;
    let mut tx = node.read("see_kept_set").await?;
    let set = tx.find_set(id).await?.ok_or_else(Refusal::not_found)?;
    let complaints = tx.list_set_complaints(id, -1, COMPLAINTS_MAX).await?;
    Ok(KeptSet { set, complaints: complaints.into_iter().map(complaint).collect() })
}

/// Takes a set away with everything it holds.
///
/// # Errors
/// Not allowed as the gate decides; not found when there is no such set.
pub async fn remove_set(node: &Node, signed: &Signed, id: ImportId) -> Result<(), Refusal> {
    may_keep_sets(node, signed)?;
    let mut tx = node.begin("remove_set").await?;
    tx.find_set(id).await?.ok_or_else(Refusal::not_found)?;
    tx.delete_set(id).await?;
    append_leaf(node, signed, &mut tx, (id, "set-removed")).await?;
    tx.commit().await?;
    Ok(())
}

async fn append_leaf(
    node: &Node,
    signed: &Signed,
    tx: &mut Tx,
    (id, reason): (ImportId, &str),
) -> Result<(), Refusal> {
    let officer = &signed.officer;
    let thing = Thing::standing(Kind::Set, *id.bytes(), officer.desk, officer.sphere());
    let warrant = node.warrant(signed, Action::SetImport, &thing)?;
    if !warrant.spend(Action::SetImport, id.bytes(), node.clock.as_ref()) {
        return Err(Refusal::not_allowed());
    }
    let keys = ledger_keys(tx, officer.desk).await?;
    let event = Event {
        day: node.today(),
        action: Action::SetImport.id().to_owned(),
        officer: Some(officer.id),
        desk: Some(officer.desk),
        thing_kind: Kind::Set.id().to_owned(),
        thing: id.to_string(),
        reason: reason.to_owned(),
        note: String::new(),
    };
    tx.append(Leaf::seal(&event, &keys, node.dice.as_ref())?);
    Ok(())
}

/// A complaint as it was kept; the values that stand in complaints have these names.
fn complaint(row: SetComplaintRow) -> Complaint {
    const NAMES: [&str; 6] = ["value", "cells", "columns", "reason", "lines", "rows"];
    let values: serde_json::Value = serde_json::from_str(&row.phrase_values).unwrap_or_default();
    let mut phrase = Phrase::new(row.phrase_key);
    for name in NAMES {
        phrase = match values.get(name) {
            Some(serde_json::Value::String(text)) => phrase.with(name, Value::Text(text.clone())),
            Some(value) => phrase.with(name, Value::Number(value.as_i64().unwrap_or(0))),
            None => phrase,
        };
    }
    Complaint::new(u64::try_from(row.line).unwrap_or(0), row.field, phrase)
}
