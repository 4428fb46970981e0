//! The log of negative events in a second place: what was taken away is written there and on the
//! disk before it is acknowledged, so that an older copy of the database cannot bring it back.

use crate::receive_hint::blocking;
use crate::{Node, Refusal};
use guard::ledger::NegativeEvent;
use std::io;
use std::sync::{Arc, OnceLock};

/// Events copied at once.
const AT_ONCE: i64 = 500;

/// A file on a second medium, as the program keeps it.
pub trait KeepsEvents: Send + Sync {
    /// Position of the last event it holds; 0 for none.
    ///
    /// # Errors
    /// The medium's, or the file is not this node's.
    fn last(&self) -> io::Result<i64>;

    /// Adds those of the events that it does not hold yet, and returns once the disk has them.
    ///
    /// # Errors
    /// The medium's; what was acknowledged before stays.
    fn append(&self, events: &[NegativeEvent]) -> io::Result<()>;
}

/// Where the log goes; nowhere until the program says so.
#[derive(Default)]
pub struct SecondPlace(OnceLock<Arc<dyn KeepsEvents>>);

impl SecondPlace {
    /// From now on the log goes there. A second call changes nothing.
    pub fn set(&self, place: Arc<dyn KeepsEvents>) {
        let _already = self.0.set(place);
    }
}

/// Brings the second place up to date. `false` when it cannot be written now: then nothing that
/// was just taken away is beyond every copy yet, and the next second tries again.
///
/// # Errors
/// The store's.
pub async fn copy_negative_events(node: &Node) -> Result<bool, Refusal> {
    let Some(place) = node.second_place.0.get().cloned() else { return Ok(true) };
    let reading = Arc::clone(&place);
    let Ok(mut last) = blocking(move || reading.last()).await? else { return Ok(false) };
    loop {
        let mut tx = node.read("copy_negative_events").await?;
        let rows = tx.list_negative_events(last, AT_ONCE).await?;
        drop(tx);
        let Some(newest) = rows.last() else { return Ok(true) };
        last = newest.position;
        let events: Vec<NegativeEvent> = rows
            .into_iter()
            .map(|row| NegativeEvent {
                position: row.position,
                day: row.on_day,
                kind: row.kind,
                thing: row.thing_id,
            })
            .collect();
        let place = Arc::clone(&place);
        if let Err(why) = blocking(move || place.append(&events)).await? {
            tracing::warn!(%why, "the log of negative events could not be copied");
            return Ok(false);
        }
    }
}
