//! Event modes of desks: raids and rescues.

use crate::{Row, StoreError, Tx};
use lexicon::Day;
use lexicon::ids::{DeskId, EventModeId, OfficerId};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventModeRow {
    pub id: EventModeId,
    pub desk_id: DeskId,
    /// A coded reason.
    pub reason: String,
    pub asked_by: OfficerId,
    pub asked_on: Day,
    /// For how long, from its begin: 1 to 24.
    pub hours: i64,
    pub begun_by: Option<OfficerId>,
    /// Unix seconds.
    pub begun_s: Option<i64>,
    pub ends_s: Option<i64>,
}

/// Event modes that are read at once.
const EVENTS_MAX: i64 = 200;

impl Tx {
    pub async fn insert_event_mode(&mut self, row: &EventModeRow) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO event_modes (id, desk_id, reason, asked_by, asked_on, hours)
             VALUES ($1, $2, $3, $4, $5, $6)",
            &[
                row.id.into(),
                row.desk_id.into(),
                row.reason.as_str().into(),
                row.asked_by.into(),
                row.asked_on.into(),
                row.hours.into(),
            ],
        )
        .await?;
        Ok(())
    }

    /// Event modes of a desk, the newest first.
    pub async fn list_event_modes_of_desk(
        &mut self,
        desk: DeskId,
    ) -> Result<Vec<EventModeRow>, StoreError> {
        let rows = self
            .rows(
                "SELECT * FROM event_modes WHERE desk_id = $1
                 ORDER BY asked_on DESC, ends_s DESC, id LIMIT $2",
                &[desk.into(), EVENTS_MAX.into()],
            )
            .await?;
        rows.iter().map(event).collect()
    }

    /// Event modes of all desks that were begun, the newest first.
    pub async fn list_event_modes(&mut self) -> Result<Vec<EventModeRow>, StoreError> {
        let rows = self
            .rows(
                "SELECT * FROM event_modes WHERE begun_by IS NOT NULL
                 ORDER BY begun_s DESC, id LIMIT $1",
                &[EVENTS_MAX.into()],
            )
            .await?;
        rows.iter().map(event).collect()
    }

    /// A second officer begins it; `false` when it was begun before.
    pub async fn begin_event_mode(
        &mut self,
        id: EventModeId,
        (by, begun_s, ends_s): (OfficerId, i64, i64),
    ) -> Result<bool, StoreError> {
        let touched = self
            .execute(
                "UPDATE event_modes SET begun_by = $2, begun_s = $3, ends_s = $4
                 WHERE id = $1 AND begun_by IS NULL",
                &[id.into(), by.into(), begun_s.into(), ends_s.into()],
            )
            .await?;
        Ok(touched == 1)
    }

    /// Ends it before its time; never later than it would end by itself.
    pub async fn end_event_mode(
        &mut self,
        id: EventModeId,
        now_s: i64,
    ) -> Result<bool, StoreError> {
        let touched = self
            .execute(
                "UPDATE event_modes SET ends_s = $2
                 WHERE id = $1 AND begun_s <= $2 AND ends_s > $2",
                &[id.into(), now_s.into()],
            )
            .await?;
        Ok(touched == 1)
    }

    /// How many persons were opened in an event mode.
    pub async fn count_event_openings(&mut self, id: EventModeId) -> Result<i64, StoreError> {
        let row = self
            .row("SELECT COUNT(*) AS n FROM openings WHERE event_id = $1", &[id.into()])
            .await?;
        row.map_or(Ok(0), |r| r.int("n"))
    }
}

fn event(row: &Row) -> Result<EventModeRow, StoreError> {
    Ok(EventModeRow {
        id: row.id("id")?,
        desk_id: row.id("desk_id")?,
        reason: row.text("reason")?,
        asked_by: row.id("asked_by")?,
        asked_on: row.day("asked_on")?,
        hours: row.int("hours")?,
        begun_by: row.opt_id("begun_by")?,
        begun_s: row.opt_int("begun_s")?,
        ends_s: row.opt_int("ends_s")?,
    })
}
