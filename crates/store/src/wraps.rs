//! Data keys wrapped to desks. On its way into the table each wrap is sealed once more under the
//! current epoch, whose key is not in the database; on its way out it is opened under its own.

use crate::{Row, StoreError, Tx};
use guard::receipts::ReceiptKeys;
use guard::seal::{Epochs, Place, SealError};
use lexicon::ids::{DeskId, HintId};

/// Wraps sealed anew in one transaction.
pub const RESEALED_AT_ONCE: i64 = 500;

/// One data key of one thing, wrapped to one desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrapRow {
    /// `hint`, `screening`, `case`, `slice`, `person` or `findable`.
    pub thing_kind: &'static str,
    pub thing_id: [u8; 16],
    /// What the key is for: `content`, `dialogue`, `core`.
    pub key_purpose: &'static str,
    pub desk_id: DeskId,
    pub key_version: i64,
    pub wrap: Vec<u8>,
}

/// The row a wrap stands in, as it is bound into the outer seal.
struct At<'a> {
    kind: &'a str,
    thing: &'a [u8; 16],
    purpose: &'a str,
    desk: &'a [u8; 16],
    version: i64,
}

impl At<'_> {
    /// The column of the place names the kind too: a wrap's own place does not.
    fn column(&self) -> String {
        format!("{}/{}", self.kind, self.purpose)
    }

    fn seal(&self, epochs: Option<&Epochs>, wrap: &[u8]) -> Result<(i64, Vec<u8>), StoreError> {
        let Some(epochs) = epochs else { return Ok((0, wrap.to_vec())) };
        let column = self.column();
        let place = Place::wrap(self.thing, &column, self.desk, self.version);
        epochs.seal(&place, wrap).map_err(StoreError::Seal)
    }

    fn open(
        &self,
        epochs: Option<&Epochs>,
        epoch: i64,
        kept: &[u8],
    ) -> Result<Vec<u8>, StoreError> {
        let Some(epochs) = epochs else {
            return if epoch == 0 { Ok(kept.to_vec()) } else { Err(gone()) };
        };
        let column = self.column();
        let place = Place::wrap(self.thing, &column, self.desk, self.version);
        epochs.open(epoch, &place, kept).map_err(StoreError::Seal)
    }
}

fn gone() -> StoreError {
    StoreError::Seal(SealError::EpochGone)
}

/// The wrap to a receipt, sealed under the current epoch; 0 and nothing where there is none.
pub(crate) fn seal_receipt(
    epochs: Option<&Epochs>,
    hint: HintId,
    wrap: Option<&[u8]>,
) -> Result<(i64, Option<Vec<u8>>), StoreError> {
    match (epochs, wrap) {
        (Some(epochs), Some(wrap)) => {
            let sealed = epochs.seal(&ReceiptKeys::wrap_place(hint.bytes()), wrap);
            sealed.map(|(epoch, kept)| (epoch, Some(kept))).map_err(StoreError::Seal)
        }
        (_, wrap) => Ok((0, wrap.map(<[u8]>::to_vec))),
    }
}

pub(crate) fn open_receipt(
    epochs: Option<&Epochs>,
    hint: HintId,
    (epoch, kept): (i64, Option<Vec<u8>>),
) -> Result<Option<Vec<u8>>, StoreError> {
    match (epochs, kept) {
        (_, None) => Ok(None),
        (Some(epochs), Some(kept)) => epochs
            .open(epoch, &ReceiptKeys::wrap_place(hint.bytes()), &kept)
            .map(Some)
            .map_err(StoreError::Seal),
        (None, kept) => {
            if epoch == 0 {
                Ok(kept)
            } else {
                Err(gone())
            }
        }
    }
}

impl Tx {
    pub async fn insert_wrap(&mut self, row: &WrapRow) -> Result<(), StoreError> {
        let at = At {
            kind: row.thing_kind,
            thing: &row.thing_id,
            purpose: row.key_purpose,
            desk: row.desk_id.bytes(),
            version: row.key_version,
        };
        let (epoch, kept) = at.seal(self.epochs.as_deref(), &row.wrap)?;
        self.execute(
            "INSERT INTO wraps (thing_kind, thing_id, key_purpose, desk_id, key_version, wrap, epoch)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            &[
                row.thing_kind.into(),
                row.thing_id.as_slice().into(),
                row.key_purpose.into(),
                row.desk_id.into(),
                row.key_version.into(),
                kept.into(),
                epoch.into(),
            ],
        )
        .await?;
        Ok(())
    }

    /// The newest wrap of a key to a desk: key version and ciphertext.
    pub async fn find_wrap(
        &mut self,
        thing_kind: &str,
        thing_id: &[u8; 16],
        key_purpose: &str,
        desk_id: DeskId,
    ) -> Result<Option<(i64, Vec<u8>)>, StoreError> {
        let row = self
            .row(
                "SELECT key_version, wrap, epoch FROM wraps
                 WHERE thing_kind = $1 AND thing_id = $2 AND key_purpose = $3 AND desk_id = $4
                 ORDER BY key_version DESC LIMIT 1",
                &[
                    thing_kind.into(),
                    thing_id.as_slice().into(),
                    key_purpose.into(),
                    desk_id.into(),
                ],
            )
            .await?;
        let Some(row) = row else { return Ok(None) };
        let version = row.int("key_version")?;
        let at = At {
            kind: thing_kind,
            thing: thing_id,
            purpose: key_purpose,
            desk: desk_id.bytes(),
            version,
        };
        let wrap = at.open(self.epochs.as_deref(), row.int("epoch")?, &row.bytes("wrap")?)?;
        Ok(Some((version, wrap)))
    }

    /// Takes every key of a thing away from a desk; returns how many wraps were deleted.
    pub async fn delete_wraps(
        &mut self,
        thing_kind: &str,
        thing_id: &[u8; 16],
        desk_id: DeskId,
    ) -> Result<u64, StoreError> {
        self.execute(
            "DELETE FROM wraps WHERE thing_kind = $1 AND thing_id = $2 AND desk_id = $3",
            &[thing_kind.into(), thing_id.as_slice().into(), desk_id.into()],
        )
        .await
    }

    /// Takes every key of a thing away from everybody; returns how many wraps were deleted.
    pub async fn delete_all_wraps(
        &mut self,
        thing_kind: &str,
        thing_id: &[u8; 16],
    ) -> Result<u64, StoreError> {
        self.execute(
            "DELETE FROM wraps WHERE thing_kind = $1 AND thing_id = $2",
            &[thing_kind.into(), thing_id.as_slice().into()],
        )
        .await
    }

    /// How many keys of a thing anybody holds.
    pub async fn count_wraps(
        &mut self,
        thing_kind: &str,
        thing_id: &[u8; 16],
    ) -> Result<i64, StoreError> {
        let sql = "SELECT COUNT(*) AS n FROM wraps WHERE thing_kind = $1 AND thing_id = $2";
        let row = self.row(sql, &[thing_kind.into(), thing_id.into()]).await?;
        row.map_or(Ok(0), |row| row.int("n"))
    }

    /// How many wraps are sealed under an epoch.
    pub async fn count_wraps_of_epoch(&mut self, epoch: i64) -> Result<i64, StoreError> {
        let sql = "SELECT (SELECT COUNT(*) FROM wraps WHERE epoch = $1)
                   + (SELECT COUNT(*) FROM hints WHERE receipt_epoch = $1) AS n";
        self.row(sql, &[epoch.into()]).await?.map_or(Ok(0), |row| row.int("n"))
    }

    /// Seals some wraps of an epoch anew under the current one, at most [`RESEALED_AT_ONCE`] of
    /// each table; returns how many. 0: none is left.
    ///
    /// # Errors
    /// A wrap that does not open under the epoch it names; the store's.
    pub async fn reseal_wraps_of(&mut self, epoch: i64) -> Result<usize, StoreError> {
        let epochs = self.epochs.clone().ok_or_else(gone)?;
        let sql = "SELECT * FROM wraps WHERE epoch = $1 LIMIT $2";
        let rows = self.rows(sql, &[epoch.into(), RESEALED_AT_ONCE.into()]).await?;
        for row in &rows {
            self.reseal_wrap(&epochs, row).await?;
        }
        let sql = "SELECT id, receipt_wrap FROM hints WHERE receipt_epoch = $1 LIMIT $2";
        let hints = self.rows(sql, &[epoch.into(), RESEALED_AT_ONCE.into()]).await?;
        for row in &hints {
            let hint: HintId = row.id("id")?;
            let wrap = open_receipt(Some(&epochs), hint, (epoch, row.opt_bytes("receipt_wrap")?))?;
            let (new, kept) = seal_receipt(Some(&epochs), hint, wrap.as_deref())?;
            self.execute(
                "UPDATE hints SET receipt_wrap = $2, receipt_epoch = $3 WHERE id = $1",
                &[hint.into(), kept.into(), new.into()],
            )
            .await?;
        }
        Ok(rows.len() + hints.len())
    }

    async fn reseal_wrap(&mut self, epochs: &Epochs, row: &Row) -> Result<(), StoreError> {
        let (kind, purpose) = (row.text("thing_kind")?, row.text("key_purpose")?);
        let (thing, desk): ([u8; 16], [u8; 16]) = (row.array("thing_id")?, row.array("desk_id")?);
        let version = row.int("key_version")?;
        let at = At { kind: &kind, thing: &thing, purpose: &purpose, desk: &desk, version };
        let wrap = at.open(Some(epochs), row.int("epoch")?, &row.bytes("wrap")?)?;
        let (epoch, kept) = at.seal(Some(epochs), &wrap)?;
        self.execute(
            "UPDATE wraps SET wrap = $6, epoch = $7
             WHERE thing_kind = $1 AND thing_id = $2 AND key_purpose = $3 AND desk_id = $4
               AND key_version = $5",
            &[
                kind.into(),
                thing.into(),
                purpose.into(),
                desk.into(),
                version.into(),
                kept.into(),
                epoch.into(),
            ],
        )
        .await?;
        Ok(())
    }
}
