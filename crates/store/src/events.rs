//! The timeline of a thing: days and codes only.

use crate::{StoreError, Tx};
use lexicon::Day;
use lexicon::ids::OfficerId;

/// One entry of a timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventRow {
    pub on_day: Day,
    /// A locale key without its prefix, e.g. `opened`.
    pub code: String,
    /// A further code (a state, a rule), or empty.
    pub detail_code: String,
    pub officer_id: Option<OfficerId>,
}

/// Entries of one timeline that are read at once.
const EVENTS_MAX: i64 = 500;

impl Tx {
    /// Adds the next entry of a timeline.
    pub async fn insert_event(
        &mut self,
        thing_kind: &str,
        thing_id: &[u8; 16],
        event: &EventRow,
    ) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO events
                 (thing_kind, thing_id, position, on_day, code, detail_code, officer_id)
             SELECT $1, $2, COALESCE(MAX(position), 0) + 1, $3, $4, $5, $6
             FROM events WHERE thing_kind = $1 AND thing_id = $2",
            &[
                thing_kind.into(),
                thing_id.as_slice().into(),
                event.on_day.into(),
                event.code.as_str().into(),
                event.detail_code.as_str().into(),
                event.officer_id.into(),
            ],
        )
        .await?;
        Ok(())
    }

    /// The newest entries of a timeline, newest first, at most 500.
    pub async fn list_events(
        &mut self,
        thing_kind: &str,
        thing_id: &[u8; 16],
    ) -> Result<Vec<EventRow>, StoreError> {
        let rows = self
            .rows(
                "SELECT on_day, code, detail_code, officer_id FROM events
                 WHERE thing_kind = $1 AND thing_id = $2 ORDER BY position DESC LIMIT $3",
                &[thing_kind.into(), thing_id.as_slice().into(), EVENTS_MAX.into()],
            )
            .await?;
        rows.iter()
            .map(|row| {
                Ok(EventRow {
                    on_day: row.day("on_day")?,
                    code: row.text("code")?,
                    detail_code: row.text("detail_code")?,
                    officer_id: row.opt_id("officer_id")?,
                })
            })
            .collect()
    }
}
