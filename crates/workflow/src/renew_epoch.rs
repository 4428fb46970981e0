//! The round of the epochs: when the current one is old a new one begins, every wrap is sealed
//! anew under it a few at a time, and what was replaced is destroyed on its day. Nobody needs to
//! be signed in: the wraps inside stay sealed to their desks.

use crate::{Node, Refusal};
use guard::seal::epoch::REPLACED_AFTER_DAYS;
use guard::seal::{EpochAge, EpochKeys};

/// What the file of the epochs must hold next, or that it is as it should be.
pub enum EpochStep {
    Nothing,
    /// A new epoch begins.
    Begin(EpochKeys),
    /// An earlier one is destroyed: nothing in the database is sealed under it any more.
    Destroy(EpochAge, EpochKeys),
}

/// What is to be done today. While the day cannot be believed, nothing is.
///
/// # Errors
/// The store's.
pub async fn epoch_step(node: &Node) -> Result<EpochStep, Refusal> {
    let Some(epochs) = node.store.epochs() else { return Ok(EpochStep::Nothing) };
    if !node.clock.is_sound() {
        return Ok(EpochStep::Nothing);
    }
    let (keys, today) = (epochs.keys(), node.today());
    if today.days_since(keys.current().began) >= REPLACED_AFTER_DAYS {
        return Ok(EpochStep::Begin(keys.with_next(today, node.dice.as_ref())));
    }
    let over = keys.earlier().find(|age| age.ends() <= today);
    let Some(over) = over else { return Ok(EpochStep::Nothing) };
    let mut tx = node.read("count_wraps_of_epoch").await?;
    if tx.count_wraps_of_epoch(over.number).await? > 0 {
        return Ok(EpochStep::Nothing);
    }
    Ok(EpochStep::Destroy(over, keys.without(over.number)))
}

/// The file holds these epochs: from now on the node does too, and the database keeps the mark.
///
/// # Errors
/// The store's.
pub async fn take_epochs(node: &Node, keys: EpochKeys) -> Result<(), Refusal> {
    let Some(epochs) = node.store.epochs() else { return Ok(()) };
    let mark = keys.mark();
    epochs.replace(keys);
    let mut tx = node.begin("mark_epoch").await?;
    tx.put_node_key(EPOCH_MARK, &mark).await?;
    tx.commit().await?;
    Ok(())
}

/// Name under which the database keeps the mark of the current epoch.
pub const EPOCH_MARK: &str = "epoch-mark";

/// Seals some wraps anew that are under an earlier epoch; 0 when none is left.
///
/// # Errors
/// The store's, also for a wrap that does not open under the epoch it names.
pub async fn reseal_some(node: &Node) -> Result<usize, Refusal> {
    let Some(epochs) = node.store.epochs() else { return Ok(0) };
    for earlier in epochs.keys().earlier() {
        if node.read("peek_epoch").await?.count_wraps_of_epoch(earlier.number).await? == 0 {
            continue;
        }
        let mut tx = node.begin("reseal_wraps").await?;
        let count = tx.reseal_wraps_of(earlier.number).await?;
        tx.commit().await?;
        return Ok(count);
    }
    Ok(0)
}
