//! Leaves and checkpoints. Leaves are written by the commit of their transaction, and by nothing
//! else; the sequencer numbers them and signs.

use crate::{Row, StoreError, Tx};
use guard::Leaf;
use guard::ledger::{Checkpoint, Numbered, StoredLeaf};
use lexicon::ids::LeafId;

/// A leaf that waits for its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingLeaf {
    /// Order of arrival, from 1, without gaps: it becomes the number.
    pub arrival: u64,
    pub leaf_hash: [u8; 32],
}

impl Tx {
    /// Called by the commit. The second opening of a day has no leaf of its own.
    pub(crate) async fn keep_leaf(&mut self, leaf: &Leaf) -> Result<(), StoreError> {
        let stored = &leaf.stored;
        if let Some(entry) = &leaf.opening
            && !self.insert_opening(entry, stored.id).await?
        {
            return Ok(());
        }
        self.execute(
            "INSERT INTO leaves
                 (id, arrival, number, leaf_hash, commitment, sealed_event, oversight_desk,
                  oversight_version, oversight_wrap, owner_desk, owner_version, owner_wrap, on_day)
             SELECT $1, COALESCE(MAX(arrival), 0) + 1, NULL, $2, $3, $4, $5, $6, $7, $8, $9, $10,
                 $11 FROM leaves",
            &[
                stored.id.into(),
                stored.hash().into(),
                stored.commitment.into(),
                stored.sealed_event.as_slice().into(),
                stored.oversight_desk.into(),
                stored.oversight_version.into(),
                stored.oversight_wrap.as_slice().into(),
                stored.owner_desk.into(),
                stored.owner_version.into(),
                stored.owner_wrap.as_slice().into(),
                stored.day.into(),
            ],
        )
        .await?;
        Ok(())
    }

    /// Leaves without a number, in order of arrival.
    pub async fn waiting_leaves(&mut self, limit: i64) -> Result<Vec<WaitingLeaf>, StoreError> {
        let rows = self
            .rows(
                "SELECT arrival, leaf_hash FROM leaves
                 WHERE arrival > (SELECT COALESCE(MAX(number), 0) FROM leaves)
                 ORDER BY arrival LIMIT $1",
                &[limit.into()],
            )
            .await?;
        rows.iter()
            .map(|row| {
                Ok(WaitingLeaf {
                    arrival: whole(row.int("arrival")?),
                    leaf_hash: row.array("leaf_hash")?,
                })
            })
            .collect()
    }

    /// Numbers all waiting leaves up to an arrival, which the checkpoint in the same transaction
    /// signs. Returns how many.
    pub async fn number_leaves(&mut self, up_to: u64) -> Result<u64, StoreError> {
        self.execute(
            "UPDATE leaves SET number = arrival
             WHERE arrival <= $1 AND arrival > (SELECT COALESCE(MAX(number), 0) FROM leaves)",
            &[signed(up_to).into()],
        )
        .await
    }

    /// Hashes kept beside numbered leaves after a number, in order: what the sequencer needs to
    /// go on after a restart.
    pub async fn leaf_hashes(
        &mut self,
        after: u64,
        limit: i64,
    ) -> Result<Vec<[u8; 32]>, StoreError> {
        let rows = self
            .rows(
                "SELECT leaf_hash FROM leaves WHERE number > $1 ORDER BY number LIMIT $2",
                &[signed(after).into(), limit.into()],
            )
            .await?;
        rows.iter().map(|row| row.array("leaf_hash")).collect()
    }

    /// Numbered leaves after a number, in order: what `verify` reads.
    pub async fn numbered_leaves(
        &mut self,
        after: u64,
        limit: i64,
    ) -> Result<Vec<Numbered>, StoreError> {
        let rows = self
            .rows(
                "SELECT * FROM leaves WHERE number > $1 ORDER BY number LIMIT $2",
                &[signed(after).into(), limit.into()],
            )
            .await?;
        rows.iter().map(numbered).collect()
    }

    /// Numbered leaves before a number, the newest first: a page of the ledger. `before` 0 begins
    /// at the newest.
    pub async fn newest_leaves(
        &mut self,
        before: u64,
        limit: i64,
    ) -> Result<Vec<Numbered>, StoreError> {
        let before = if before == 0 { i64::MAX } else { signed(before) };
        let rows = self
            .rows(
                "SELECT * FROM leaves WHERE number < $1 ORDER BY number DESC LIMIT $2",
                &[before.into(), limit.into()],
            )
            .await?;
        rows.iter().map(numbered).collect()
    }

    /// A leaf that has a number.
    pub async fn find_numbered_leaf(
        &mut self,
        id: lexicon::ids::LeafId,
    ) -> Result<Option<Numbered>, StoreError> {
        let sql = "SELECT * FROM leaves WHERE id = $1 AND number IS NOT NULL";
        self.row(sql, &[id.into()]).await?.as_ref().map(numbered).transpose()
    }

    /// One leaf by its id.
    pub async fn find_leaf(&mut self, id: LeafId) -> Result<Option<StoredLeaf>, StoreError> {
        let row = self.row("SELECT * FROM leaves WHERE id = $1", &[id.into()]).await?;
        row.as_ref().map(stored).transpose()
    }

    /// All leaves, and those of them that have a number.
    pub async fn count_leaves(&mut self) -> Result<(u64, u64), StoreError> {
        let row = self
            .row("SELECT COUNT(*) AS n, COUNT(number) AS numbered FROM leaves", &[])
            .await?
            .ok_or(StoreError::Column { column: "n" })?;
        Ok((whole(row.int("n")?), whole(row.int("numbered")?)))
    }

    pub async fn insert_checkpoint(&mut self, checkpoint: &Checkpoint) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO checkpoints (size, root, signature, on_day) VALUES ($1, $2, $3, $4)",
            &[
                signed(checkpoint.size).into(),
                checkpoint.root.into(),
                checkpoint.signature.into(),
                checkpoint.day.into(),
            ],
        )
        .await?;
        Ok(())
    }

    /// All checkpoints in order of their size.
    pub async fn list_checkpoints(&mut self) -> Result<Vec<Checkpoint>, StoreError> {
        let rows = self.rows("SELECT * FROM checkpoints ORDER BY size", &[]).await?;
        rows.iter().map(checkpoint).collect()
    }

    pub async fn last_checkpoint(&mut self) -> Result<Option<Checkpoint>, StoreError> {
        Ok(self.newest_checkpoints(1).await?.into_iter().next())
    }

    /// The newest first.
    pub async fn newest_checkpoints(&mut self, limit: i64) -> Result<Vec<Checkpoint>, StoreError> {
        let rows = self
            .rows("SELECT * FROM checkpoints ORDER BY size DESC LIMIT $1", &[limit.into()])
            .await?;
        rows.iter().map(checkpoint).collect()
    }

    /// The checkpoint over so many leaves.
    pub async fn find_checkpoint(&mut self, size: u64) -> Result<Option<Checkpoint>, StoreError> {
        let row =
            self.row("SELECT * FROM checkpoints WHERE size = $1", &[signed(size).into()]).await?;
        row.as_ref().map(checkpoint).transpose()
    }
}

fn numbered(row: &Row) -> Result<Numbered, StoreError> {
    Ok(Numbered {
        number: whole(row.int("number")?),
        kept_hash: row.bytes("leaf_hash")?,
        leaf: stored(row)?,
    })
}

fn stored(row: &Row) -> Result<StoredLeaf, StoreError> {
    Ok(StoredLeaf {
        id: row.id("id")?,
        day: row.day("on_day")?,
        commitment: row.array("commitment")?,
        sealed_event: row.bytes("sealed_event")?,
        oversight_desk: row.id("oversight_desk")?,
        oversight_version: row.int("oversight_version")?,
        oversight_wrap: row.bytes("oversight_wrap")?,
        owner_desk: row.opt_id("owner_desk")?,
        owner_version: row.int("owner_version")?,
        owner_wrap: row.bytes("owner_wrap")?,
    })
}

fn checkpoint(row: &Row) -> Result<Checkpoint, StoreError> {
    Ok(Checkpoint {
        size: whole(row.int("size")?),
        root: row.array("root")?,
        day: row.day("on_day")?,
        signature: row.array("signature")?,
    })
}

/// A count of the database, which its CHECK keeps from being negative.
fn whole(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(0)
}

fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
