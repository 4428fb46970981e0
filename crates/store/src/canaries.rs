//! Marks of persons who do not exist. Whose they are can be told only with the node's secret.

use crate::{StoreError, Tx};
use lexicon::ids::DeskId;

impl Tx {
    pub async fn insert_canary(&mut self, mark: [u8; 32], desk: DeskId) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO canaries (mark, desk_id) VALUES ($1, $2)",
            &[mark.into(), desk.into()],
        )
        .await?;
        Ok(())
    }

    pub async fn is_canary(&mut self, mark: [u8; 32]) -> Result<bool, StoreError> {
        let row =
            self.row("SELECT COUNT(*) AS n FROM canaries WHERE mark = $1", &[mark.into()]).await?;
        Ok(row.map_or(Ok(0), |r| r.int("n"))? > 0)
    }

    /// How many canaries each desk has.
    pub async fn count_canaries(&mut self) -> Result<Vec<(DeskId, i64)>, StoreError> {
        let rows = self
            .rows(
                "SELECT desk_id, COUNT(*) AS n FROM canaries GROUP BY desk_id ORDER BY desk_id",
                &[],
            )
            .await?;
        rows.iter().map(|row| Ok((row.id("desk_id")?, row.int("n")?))).collect()
    }
}
