//! What outsiders hold of the ledger.

use crate::{StoreError, Tx};
use lexicon::Day;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WitnessedRow {
    pub size: u64,
    pub root: [u8; 32],
    /// Name of the witness, or `paper`.
    pub witness: String,
    /// The signed note as it came; empty for paper.
    pub signed_text: String,
    pub on_day: Day,
}

/// Rows that are read at once.
const WITNESSED_MAX: i64 = 1_000;

impl Tx {
    /// `false` when this witness is kept at this size already.
    pub async fn insert_witnessed(&mut self, row: &WitnessedRow) -> Result<bool, StoreError> {
        let touched = self
            .execute(
                "INSERT INTO witnessed (size, root, witness, signed_text, on_day)
                 VALUES ($1, $2, $3, $4, $5) ON CONFLICT (size, witness) DO NOTHING",
                &[
                    i64::try_from(row.size).unwrap_or(i64::MAX).into(),
                    row.root.into(),
                    row.witness.as_str().into(),
                    row.signed_text.as_str().into(),
                    row.on_day.into(),
                ],
            )
            .await?;
        Ok(touched == 1)
    }

    /// The largest first.
    pub async fn list_witnessed(&mut self) -> Result<Vec<WitnessedRow>, StoreError> {
        let rows = self
            .rows(
                "SELECT * FROM witnessed ORDER BY size DESC, witness LIMIT $1",
                &[WITNESSED_MAX.into()],
            )
            .await?;
        let read = |row: &crate::Row| {
            Ok(WitnessedRow {
                size: u64::try_from(row.int("size")?).unwrap_or(0),
                root: row.array("root")?,
                witness: row.text("witness")?,
                signed_text: row.text("signed_text")?,
                on_day: row.day("on_day")?,
            })
        };
        rows.iter().map(read).collect()
    }
}
