//! Passkeys of officers.

use crate::{Row, StoreError, Tx};
use lexicon::Day;
use lexicon::ids::{OfficerId, PasskeyId};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasskeyRow {
    pub id: PasskeyId,
    pub officer_id: OfficerId,
    /// The credential's id as the device gave it.
    pub credential: Vec<u8>,
    /// The host it was made for.
    pub host: String,
    pub public_key: Vec<u8>,
    pub counter: i64,
    pub shown_name: String,
    pub locked_secret: Option<Vec<u8>>,
    pub added_on: Day,
    pub is_stopped: bool,
}

impl Tx {
    /// # Errors
    /// [`StoreError::Taken`] when the credential is known already.
    pub async fn insert_passkey(&mut self, row: &PasskeyRow) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO passkeys
                 (id, officer_id, credential, host, public_key, counter, shown_name,
                  locked_secret, added_on, is_stopped)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            &[
                row.id.into(),
                row.officer_id.into(),
                row.credential.as_slice().into(),
                row.host.as_str().into(),
                row.public_key.as_slice().into(),
                row.counter.into(),
                row.shown_name.as_str().into(),
                crate::Cell::Bytes(row.locked_secret.clone()),
                row.added_on.into(),
                row.is_stopped.into(),
            ],
        )
        .await?;
        Ok(())
    }

    pub async fn find_passkey(
        &mut self,
        credential: &[u8],
    ) -> Result<Option<PasskeyRow>, StoreError> {
        let row =
            self.row("SELECT * FROM passkeys WHERE credential = $1", &[credential.into()]).await?;
        row.as_ref().map(passkey).transpose()
    }

    /// An officer's passkeys by name.
    pub async fn list_passkeys(
        &mut self,
        officer: OfficerId,
    ) -> Result<Vec<PasskeyRow>, StoreError> {
        let rows = self
            .rows(
                "SELECT * FROM passkeys WHERE officer_id = $1 ORDER BY shown_name, id",
                &[officer.into()],
            )
            .await?;
        rows.iter().map(passkey).collect()
    }

    /// Counts a use; `false` when the counter did not grow, or the passkey is gone or stopped.
    /// Of a device that does not count, both counters are 0.
    pub async fn count_passkey(&mut self, id: PasskeyId, counter: i64) -> Result<bool, StoreError> {
        let touched = self
            .execute(
                "UPDATE passkeys SET counter = $2
                 WHERE id = $1 AND is_stopped = 0 AND (counter < $2 OR (counter = 0 AND $2 = 0))",
                &[id.into(), counter.into()],
            )
            .await?;
        Ok(touched == 1)
    }

    /// Takes a passkey that may have been copied out of use.
    pub async fn stop_passkey(&mut self, id: PasskeyId) -> Result<(), StoreError> {
        self.execute("UPDATE passkeys SET is_stopped = 1 WHERE id = $1", &[id.into()]).await?;
        Ok(())
    }

    /// Removes one passkey of an officer; `false` when there was none.
    pub async fn delete_passkey(
        &mut self,
        officer: OfficerId,
        id: PasskeyId,
    ) -> Result<bool, StoreError> {
        let touched = self
            .execute(
                "DELETE FROM passkeys WHERE id = $1 AND officer_id = $2",
                &[id.into(), officer.into()],
            )
            .await?;
        Ok(touched == 1)
    }

    /// Removes all passkeys of an officer, who left or got a new key.
    pub async fn delete_passkeys(&mut self, officer: OfficerId) -> Result<u64, StoreError> {
        self.execute("DELETE FROM passkeys WHERE officer_id = $1", &[officer.into()]).await
    }
}

fn passkey(row: &Row) -> Result<PasskeyRow, StoreError> {
    Ok(PasskeyRow {
        id: row.id("id")?,
        officer_id: row.id("officer_id")?,
        credential: row.bytes("credential")?,
        host: row.text("host")?,
        public_key: row.bytes("public_key")?,
        counter: row.int("counter")?,
        shown_name: row.text("shown_name")?,
        locked_secret: row.opt_bytes("locked_secret")?,
        added_on: row.day("added_on")?,
        is_stopped: row.bool("is_stopped")?,
    })
}
