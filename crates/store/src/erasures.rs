//! Erasures, and the log of what was taken away.

use crate::{Row, StoreError, Tx};
use lexicon::Day;
use lexicon::ids::{CaseId, DeskId, HintId, LeafId, OfficerId, PersonId, SliceId};

/// One line of the log of negative events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NegativeRow {
    /// 1 for the first.
    pub position: i64,
    pub kind: String,
    pub thing_id: [u8; 16],
    pub on_day: Day,
}

/// One erasure, asked for or done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErasureRow {
    pub id: [u8; 16],
    /// `person` or `hint`.
    pub thing_kind: String,
    pub thing_id: [u8; 16],
    pub desk_id: DeskId,
    /// What the desk wrote in the case goes too.
    pub with_notes: bool,
    pub asked_by: OfficerId,
    pub asked_on: Day,
    pub done: Option<ErasureDone>,
}

/// What a certificate says beside the thing itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErasureDone {
    pub confirmed_by: OfficerId,
    pub done_on: Day,
    pub final_on: Day,
    pub leaf: LeafId,
}

impl Tx {
    /// Adds a line to the log of negative events; returns its position.
    pub async fn insert_negative_event(
        &mut self,
        kind: &str,
        thing_id: &[u8; 16],
        on_day: Day,
    ) -> Result<i64, StoreError> {
        let position = self.last_negative_event().await? + 1;
        self.execute(
            "INSERT INTO negative_events (position, kind, thing_id, on_day)
             VALUES ($1, $2, $3, $4)",
            &[position.into(), kind.into(), thing_id.into(), on_day.into()],
        )
        .await?;
        Ok(position)
    }

    /// Position of the last line; 0 when there is none.
    pub async fn last_negative_event(&mut self) -> Result<i64, StoreError> {
        let sql = "SELECT CAST(COALESCE(MAX(position), 0) AS BIGINT) AS n FROM negative_events";
        self.row(sql, &[]).await?.map_or(Ok(0), |row| row.int("n"))
    }

    /// Lines after a position, the first first.
    pub async fn list_negative_events(
        &mut self,
        after: i64,
        limit: i64,
    ) -> Result<Vec<NegativeRow>, StoreError> {
        let sql = "SELECT * FROM negative_events WHERE position > $1 ORDER BY position LIMIT $2";
        let rows = self.rows(sql, &[after.into(), limit.into()]).await?;
        rows.iter().map(negative).collect()
    }

    pub async fn insert_erasure(&mut self, row: &ErasureRow) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO erasures (id, thing_kind, thing_id, desk_id, with_notes, state, asked_by,
                 asked_on)
             VALUES ($1, $2, $3, $4, $5, 'asked', $6, $7)",
            &[
                row.id.into(),
                row.thing_kind.as_str().into(),
                row.thing_id.into(),
                row.desk_id.into(),
                row.with_notes.into(),
                row.asked_by.into(),
                row.asked_on.into(),
            ],
        )
        .await?;
        Ok(())
    }

    pub async fn find_erasure(
        &mut self,
        thing_kind: &str,
        thing_id: &[u8; 16],
    ) -> Result<Option<ErasureRow>, StoreError> {
        let sql = "SELECT * FROM erasures WHERE thing_kind = $1 AND thing_id = $2";
        let row = self.row(sql, &[thing_kind.into(), thing_id.into()]).await?;
        row.as_ref().map(erasure).transpose()
    }

    /// Takes back an erasure that is only asked for; `false` when it is done or was never asked.
    pub async fn delete_asked_erasure(
        &mut self,
        thing_kind: &str,
        thing_id: &[u8; 16],
    ) -> Result<bool, StoreError> {
        let sql = "DELETE FROM erasures
                   WHERE thing_kind = $1 AND thing_id = $2 AND state = 'asked'";
        Ok(self.execute(sql, &[thing_kind.into(), thing_id.into()]).await? == 1)
    }

    /// Marks an asked erasure as done; `false` when it was done before.
    pub async fn finish_erasure(
        &mut self,
        id: &[u8; 16],
        done: &ErasureDone,
    ) -> Result<bool, StoreError> {
        let touched = self
            .execute(
                "UPDATE erasures SET state = 'done', confirmed_by = $2, done_on = $3,
                     final_on = $4, leaf_id = $5
                 WHERE id = $1 AND state = 'asked'",
                &[
                    id.into(),
                    done.confirmed_by.into(),
                    done.done_on.into(),
                    done.final_on.into(),
                    done.leaf.into(),
                ],
            )
            .await?;
        Ok(touched == 1)
    }

    /// Hash and number of a leaf; the number is `None` until the sequencer has been.
    pub async fn find_leaf_hash(
        &mut self,
        leaf: LeafId,
    ) -> Result<Option<([u8; 32], Option<i64>)>, StoreError> {
        let sql = "SELECT leaf_hash, number FROM leaves WHERE id = $1";
        let row = self.row(sql, &[leaf.into()]).await?;
        row.map(|row| Ok((row.array("leaf_hash")?, row.opt_int("number")?))).transpose()
    }

    /// Whether a leaf of this hash is in the ledger.
    pub async fn has_leaf_hash(&mut self, hash: &[u8; 32]) -> Result<bool, StoreError> {
        let sql = "SELECT 1 AS n FROM leaves WHERE leaf_hash = $1";
        Ok(self.row(sql, &[hash.into()]).await?.is_some())
    }

    /// Everything of a person that is sealed, and every key to it, in this transaction. The row
    /// stays, empty; the counting copy stays, and nothing points to it any more.
    pub async fn erase_person(&mut self, person: PersonId) -> Result<bool, StoreError> {
        self.delete_all_wraps("person", person.bytes()).await?;
        self.delete_findable(person).await?;
        let sql = "SELECT id FROM screenings WHERE person_id = $1";
        self.erase_screenings(sql, person.bytes()).await?;
        let touched = self
            .execute(
                "UPDATE persons SET sealed_identity = $2, counting_row_sealed = $2,
                     version = version + 1
                 WHERE id = $1",
                &[person.into(), Vec::new().into()],
            )
            .await?;
        Ok(touched == 1)
    }

    /// What a desk wrote in its part of a case, and every key to it. The caller makes a new key for
    /// what will be written later.
    pub async fn erase_slice_notes(
        &mut self,
        case: CaseId,
        slice: SliceId,
    ) -> Result<(), StoreError> {
        self.delete_all_wraps("slice", slice.bytes()).await?;
        self.execute("DELETE FROM slice_fields WHERE slice_id = $1", &[slice.into()]).await?;
        let sql = "SELECT id FROM screenings
                   WHERE case_id = $1 AND hint_id IS NULL AND person_id IS NULL AND desk_id =
                       (SELECT desk_id FROM slices WHERE id = $2)";
        let rows = self.rows(sql, &[case.into(), slice.into()]).await?;
        for row in &rows {
            self.erase_screening(&row.array("id")?).await?;
        }
        Ok(())
    }

    /// Everything of a hint that is sealed, with its dialogue, files and screenings, and every key
    /// to it. The row stays, closed and empty; its code opens nothing.
    pub async fn erase_hint(&mut self, hint: HintId) -> Result<bool, StoreError> {
        self.delete_all_wraps("hint", hint.bytes()).await?;
        let sql = "SELECT id FROM screenings WHERE hint_id = $1";
        self.erase_screenings(sql, hint.bytes()).await?;
        self.execute("DELETE FROM messages WHERE hint_id = $1", &[hint.into()]).await?;
        self.execute("DELETE FROM attachments WHERE hint_id = $1", &[hint.into()]).await?;
        self.execute("DELETE FROM hint_proofs WHERE hint_id = $1", &[hint.into()]).await?;
        let touched = self
            .execute(
                "UPDATE hints SET sealed_text = $2, sealed_answers = $2, receipt_lookup = NULL,
                     receipt_public = NULL, receipt_wrap = NULL, receipt_epoch = 0,
                     state = 'closed', has_news = 0, version = version + 1
                 WHERE id = $1",
                &[hint.into(), Vec::new().into()],
            )
            .await?;
        Ok(touched == 1)
    }

    async fn erase_screenings(
        &mut self,
        sql: &'static str,
        of: &[u8; 16],
    ) -> Result<(), StoreError> {
        for row in self.rows(sql, &[of.into()]).await? {
            self.erase_screening(&row.array("id")?).await?;
        }
        Ok(())
    }

    async fn erase_screening(&mut self, id: &[u8; 16]) -> Result<(), StoreError> {
        self.delete_all_wraps("screening", id).await?;
        self.execute("DELETE FROM screenings WHERE id = $1", &[id.into()]).await?;
        Ok(())
    }
}

fn negative(row: &Row) -> Result<NegativeRow, StoreError> {
    Ok(NegativeRow {
        position: row.int("position")?,
        kind: row.text("kind")?,
        thing_id: row.array("thing_id")?,
        on_day: row.day("on_day")?,
    })
}

fn erasure(row: &Row) -> Result<ErasureRow, StoreError> {
    let done = match (row.opt_id("confirmed_by")?, row.opt_id("leaf_id")?) {
        (Some(confirmed_by), Some(leaf)) => Some(ErasureDone {
            confirmed_by,
            done_on: row.day("done_on")?,
            final_on: row.day("final_on")?,
            leaf,
        }),
        _ => None,
    };
    Ok(ErasureRow {
        id: row.array("id")?,
        thing_kind: row.text("thing_kind")?,
        thing_id: row.array("thing_id")?,
        desk_id: row.id("desk_id")?,
        with_notes: row.bool("with_notes")?,
        asked_by: row.id("asked_by")?,
        asked_on: row.day("asked_on")?,
        done,
    })
}
