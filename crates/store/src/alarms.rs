//! What the oversight body is warned of: codes, ids and days. The words stand sealed in the leaf.

use crate::{Row, StoreError, Tx};
use lexicon::Day;
use lexicon::ids::{AlarmId, DeskId, LeafId, OfficerId};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlarmRow {
    pub id: AlarmId,
    pub on_day: Day,
    pub code: String,
    pub leaf_id: LeafId,
    /// Empty when the alarm is about no thing.
    pub thing_kind: String,
    pub thing_id: Option<[u8; 16]>,
    /// The desk that owns the thing.
    pub desk_id: Option<DeskId>,
    /// Who caused it; `None` when the node found it by itself.
    pub officer_id: Option<OfficerId>,
    /// The owning desk is told as well.
    pub tells_desk: bool,
    /// Who answers for the thing; without one, the desk.
    pub told_officer: Option<OfficerId>,
    /// Somebody of the desk has read it.
    pub is_told: bool,
    /// `new`, `seen` or `reviewed` by the oversight body.
    pub state: String,
    pub reviewed_by: Option<OfficerId>,
}

/// Who at a desk asks for the alarms told to it.
#[derive(Clone, Copy, Debug)]
pub struct AlarmReader {
    pub desk: DeskId,
    pub officer: OfficerId,
    /// Answers for the whole desk.
    pub is_head: bool,
}

/// Alarms that are read at once.
const ALARMS_MAX: i64 = 500;

/// Alarms told to an officer: of the own desk, never about the officer's own doing.
const TOLD: &str = "desk_id = $1 AND tells_desk = 1
    AND (officer_id IS NULL OR officer_id <> $2)
    AND (told_officer IS NULL OR told_officer = $2 OR $3 = 1)";

impl Tx {
    pub async fn insert_alarm(&mut self, row: &AlarmRow) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO alarms
                 (id, on_day, code, leaf_id, thing_kind, thing_id, desk_id, officer_id,
                  tells_desk, told_officer, is_told, state, reviewed_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
            &[
                row.id.into(),
                row.on_day.into(),
                row.code.as_str().into(),
                row.leaf_id.into(),
                row.thing_kind.as_str().into(),
                row.thing_id.as_ref().map(<[u8; 16]>::as_slice).into(),
                row.desk_id.into(),
                row.officer_id.into(),
                row.tells_desk.into(),
                row.told_officer.into(),
                row.is_told.into(),
                row.state.as_str().into(),
                row.reviewed_by.into(),
            ],
        )
        .await?;
        Ok(())
    }

    pub async fn find_alarm(&mut self, id: AlarmId) -> Result<Option<AlarmRow>, StoreError> {
        let row = self.row("SELECT * FROM alarms WHERE id = $1", &[id.into()]).await?;
        row.as_ref().map(alarm).transpose()
    }

    /// Alarms in one state, the newest day first.
    pub async fn list_alarms(&mut self, state: &str) -> Result<Vec<AlarmRow>, StoreError> {
        let rows = self
            .rows(
                "SELECT * FROM alarms WHERE state = $1 ORDER BY on_day DESC, code, id LIMIT $2",
                &[state.into(), ALARMS_MAX.into()],
            )
            .await?;
        rows.iter().map(alarm).collect()
    }

    /// Whether this officer raised this alarm over this thing on this day.
    pub async fn has_alarm(
        &mut self,
        (code, officer): (&str, OfficerId),
        thing: &[u8; 16],
        on_day: Day,
    ) -> Result<bool, StoreError> {
        let row = self
            .row(
                "SELECT COUNT(*) AS n FROM alarms
                 WHERE officer_id = $1 AND code = $2 AND on_day = $3 AND thing_id = $4",
                &[officer.into(), code.into(), on_day.into(), thing.into()],
            )
            .await?;
        Ok(row.map_or(Ok(0), |r| r.int("n"))? > 0)
    }

    /// The day on which this alarm was raised last about an officer.
    pub async fn last_alarm(
        &mut self,
        code: &str,
        officer: OfficerId,
    ) -> Result<Option<Day>, StoreError> {
        let row = self
            .row(
                "SELECT on_day FROM alarms WHERE officer_id = $1 AND code = $2
                 ORDER BY on_day DESC LIMIT 1",
                &[officer.into(), code.into()],
            )
            .await?;
        row.map(|r| r.day("on_day")).transpose()
    }

    pub async fn count_new_alarms(&mut self) -> Result<i64, StoreError> {
        let row = self.row("SELECT COUNT(*) AS n FROM alarms WHERE state = 'new'", &[]).await?;
        row.map_or(Ok(0), |r| r.int("n"))
    }

    /// Alarms told to an officer from a day on, the newest first.
    pub async fn list_told_alarms(
        &mut self,
        reader: AlarmReader,
        from: Day,
    ) -> Result<Vec<AlarmRow>, StoreError> {
        let sql = format!(
            "SELECT * FROM alarms WHERE {TOLD} AND on_day >= $4
             ORDER BY on_day DESC, code, id LIMIT $5"
        );
        let [desk, officer, head] = reader.cells();
        let cells = [desk, officer, head, from.into(), ALARMS_MAX.into()];
        let rows = self.rows(sqlx::AssertSqlSafe(sql), &cells).await?;
        rows.iter().map(alarm).collect()
    }

    /// Alarms told to an officer that nobody of the desk has read.
    pub async fn count_told_alarms(&mut self, reader: AlarmReader) -> Result<i64, StoreError> {
        let sql = format!("SELECT COUNT(*) AS n FROM alarms WHERE {TOLD} AND is_told = 0");
        let row = self.row(sqlx::AssertSqlSafe(sql), &reader.cells()).await?;
        row.map_or(Ok(0), |r| r.int("n"))
    }

    /// Somebody of the desk has read it; `false` when it is not told to this officer.
    pub async fn mark_alarm_told(
        &mut self,
        id: AlarmId,
        reader: AlarmReader,
    ) -> Result<bool, StoreError> {
        let sql = format!("UPDATE alarms SET is_told = 1 WHERE {TOLD} AND id = $4");
        let [desk, officer, head] = reader.cells();
        let touched =
            self.execute(sqlx::AssertSqlSafe(sql), &[desk, officer, head, id.into()]).await?;
        Ok(touched == 1)
    }

    /// The oversight body has seen or reviewed it. What was reviewed stays so; `false` then.
    pub async fn mark_alarm(
        &mut self,
        id: AlarmId,
        (state, by): (&str, OfficerId),
    ) -> Result<bool, StoreError> {
        let touched = self
            .execute(
                "UPDATE alarms SET state = $2, reviewed_by = $3
                 WHERE id = $1 AND state <> 'reviewed' AND state <> $2",
                &[id.into(), state.into(), by.into()],
            )
            .await?;
        Ok(touched == 1)
    }
}

impl AlarmReader {
    fn cells(&self) -> [crate::Cell; 3] {
        [self.desk.into(), self.officer.into(), self.is_head.into()]
    }
}

fn alarm(row: &Row) -> Result<AlarmRow, StoreError> {
    let thing_id = row.opt_bytes("thing_id")?.map(|bytes| {
        <[u8; 16]>::try_from(bytes).map_err(|_| StoreError::Column { column: "thing_id" })
    });
    Ok(AlarmRow {
        id: row.id("id")?,
        on_day: row.day("on_day")?,
        code: row.text("code")?,
        leaf_id: row.id("leaf_id")?,
        thing_kind: row.text("thing_kind")?,
        thing_id: thing_id.transpose()?,
        desk_id: row.opt_id("desk_id")?,
        officer_id: row.opt_id("officer_id")?,
        tells_desk: row.bool("tells_desk")?,
        told_officer: row.opt_id("told_officer")?,
        is_told: row.bool("is_told")?,
        state: row.text("state")?,
        reviewed_by: row.opt_id("reviewed_by")?,
    })
}
