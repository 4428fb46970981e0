//! The national picture: published sets as tables, and the country's own cases from the counting
//! copy. The two never stand in one table.

pub mod export;
pub mod own;
pub mod tables;
pub mod views;

use crate::{Node, Refusal, Signed};
use guard::{Action, Thing};
use lexicon::ids::ImportId;
use std::cmp::Reverse;
use store::SetColumnRow;
pub use store::SetRow;
use tables::{Table, one_table, tables};
use views::{Shape, View, view};

/// Every imported set.
///
/// # Errors
/// Not found when the gate does not show the picture to the officer.
pub async fn list_sets(node: &Node, signed: &Signed) -> Result<Vec<SetRow>, Refusal> {
    check(node, signed)?;
    let mut tx = node.read("list_sets").await?;
    Ok(tx.list_sets().await?)
}

/// The set whose map stands on the first page: the largest that knows corridors.
pub fn first_of(sets: &[SetRow]) -> Option<(&SetRow, &'static View)> {
    let known = sets.iter().filter_map(|set| Some((set, view(&set.title, "places")?)));
    known.max_by_key(|(set, view)| {
        let is_whole = matches!(view.shape, Shape::Places { to: Some(_), .. });
        (is_whole, set.rows_stored, Reverse(set.id))
    })
}

/// One set and its tables.
///
/// # Errors
/// Not found when there is no such set, or the officer may not see it.
pub async fn see_set(
    node: &Node,
    signed: &Signed,
    id: ImportId,
) -> Result<(SetRow, Vec<Table>), Refusal> {
    let (set, stored) = load(node, signed, id).await?;
    let made = aside(move || tables(&set, &stored).map(|tables| (set, tables))).await?;
    made.map_err(|broken| Refusal::fault(broken.to_string()))
}

/// One table of a set.
///
/// # Errors
/// Not found when there is no such set or table, or the officer may not see it.
pub async fn see_table(
    node: &Node,
    signed: &Signed,
    (id, table): (ImportId, &str),
) -> Result<(SetRow, Table), Refusal> {
    let (set, stored) = load(node, signed, id).await?;
    let view = view(&set.title, table).ok_or_else(Refusal::not_found)?;
    let made = aside(move || one_table(&set, &stored, view).map(|made| (set, made))).await?;
    let (set, made) = made.map_err(|broken| Refusal::fault(broken.to_string()))?;
    Ok((set, made.ok_or_else(Refusal::not_found)?))
}

/// A set as it is stored.
///
/// # Errors
/// Not found when there is no such set, or the officer may not see it.
pub async fn load(
    node: &Node,
    signed: &Signed,
    id: ImportId,
) -> Result<(SetRow, Vec<SetColumnRow>), Refusal> {
    check(node, signed)?;
    let mut tx = node.read("see_set").await?;
    let set = tx.find_set(id).await?.ok_or_else(Refusal::not_found)?;
    let stored = tx.list_set_columns(id).await?;
    Ok((set, stored))
}

/// Counts beside the threads that answer.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Refusal> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|broken| Refusal::fault(broken.to_string()))
}

fn check(node: &Node, signed: &Signed) -> Result<(), Refusal> {
    may(node, signed, Action::PictureView).then_some(()).ok_or_else(Refusal::not_found)
}

/// Whether the officer may do this with the picture.
pub(crate) fn may(node: &Node, signed: &Signed, action: Action) -> bool {
    let officer = &signed.officer;
    let thing = Thing::standing(action.kind(), [0; 16], officer.desk, officer.sphere());
    node.gate.allows(officer, action, &thing)
}

#[cfg(test)]
mod tests;
