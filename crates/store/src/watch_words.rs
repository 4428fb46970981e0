//! An officer's own names, places and phones, sealed to the officer's desk.

use crate::{StoreError, Tx};
use guard::members::SealedWatch;
use lexicon::Day;
use lexicon::ids::{DeskId, OfficerId};

#[derive(Clone, Debug)]
pub struct WatchRow {
    pub officer_id: OfficerId,
    pub desk_id: DeskId,
    pub kept: SealedWatch,
    pub kept_by: OfficerId,
    pub kept_on: Day,
}

impl Tx {
    /// Keeps the words of an officer in place of those before.
    pub async fn put_watch(&mut self, row: &WatchRow) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO watch_words
                 (officer_id, desk_id, key_version, wrap, sealed, kept_by, kept_on)
             VALUES ($1, $2, $3, $4, $5, $6, $7)
             ON CONFLICT (officer_id) DO UPDATE SET desk_id = excluded.desk_id,
                 key_version = excluded.key_version, wrap = excluded.wrap,
                 sealed = excluded.sealed, kept_by = excluded.kept_by,
                 kept_on = excluded.kept_on",
            &[
                row.officer_id.into(),
                row.desk_id.into(),
                row.kept.key_version.into(),
                row.kept.wrap.as_slice().into(),
                row.kept.sealed.as_slice().into(),
                row.kept_by.into(),
                row.kept_on.into(),
            ],
        )
        .await?;
        Ok(())
    }

    pub async fn find_watch(&mut self, officer: OfficerId) -> Result<Option<WatchRow>, StoreError> {
        let row =
            self.row("SELECT * FROM watch_words WHERE officer_id = $1", &[officer.into()]).await?;
        let Some(row) = row else { return Ok(None) };
        Ok(Some(WatchRow {
            officer_id: row.id("officer_id")?,
            desk_id: row.id("desk_id")?,
            kept: SealedWatch {
                key_version: row.int("key_version")?,
                wrap: row.bytes("wrap")?,
                sealed: row.bytes("sealed")?,
            },
            kept_by: row.id("kept_by")?,
            kept_on: row.day("kept_on")?,
        }))
    }

    /// Officers whose words are kept, with the day.
    pub async fn list_watched(&mut self) -> Result<Vec<(OfficerId, Day)>, StoreError> {
        let rows = self
            .rows("SELECT officer_id, kept_on FROM watch_words ORDER BY officer_id", &[])
            .await?;
        rows.iter().map(|row| Ok((row.id("officer_id")?, row.day("kept_on")?))).collect()
    }
}
