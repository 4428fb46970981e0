//! Data keys wrapped to desks.

use crate::{StoreError, Tx};
use lexicon::ids::DeskId;

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

impl Tx {
    pub async fn insert_wrap(&mut self, row: &WrapRow) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO wraps (thing_kind, thing_id, key_purpose, desk_id, key_version, wrap)
             VALUES ($1, $2, $3, $4, $5, $6)",
            &[
                row.thing_kind.into(),
                row.thing_id.as_slice().into(),
                row.key_purpose.into(),
                row.desk_id.into(),
                row.key_version.into(),
                row.wrap.clone().into(),
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
                "SELECT key_version, wrap FROM wraps
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
        row.map(|row| Ok((row.int("key_version")?, row.bytes("wrap")?))).transpose()
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
}
