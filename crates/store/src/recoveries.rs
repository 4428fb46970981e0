//! How desks come back to their keys: recoveries, their shares, and who asked for one.

use crate::{Row, StoreError, Tx};
use lexicon::Day;
use lexicon::ids::{DeskId, OfficerId, RecoveryId};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecoveryRow {
    pub id: RecoveryId,
    pub desk_id: DeskId,
    /// `custodians` or `paper`.
    pub way: String,
    pub public_key: Vec<u8>,
    /// Custodians who together give the key back; 1 for a paper.
    pub needed: i64,
    /// `waiting`, `active`, `replaced` or `used`.
    pub state: String,
    pub made_by: OfficerId,
    pub made_on: Day,
    pub agreed_by: Option<OfficerId>,
    /// When the paper was last seen in its safe.
    pub checked_on: Option<Day>,
    pub ended_on: Option<Day>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareRow {
    pub recovery_id: RecoveryId,
    /// 1 for the first.
    pub position: i64,
    pub custodian_id: OfficerId,
    pub sealed: Vec<u8>,
    pub commitment: [u8; 32],
    pub checked_on: Option<Day>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskRow {
    pub id: [u8; 16],
    pub recovery_id: RecoveryId,
    pub officer_id: OfficerId,
    pub public_key: Vec<u8>,
    pub asked_on: Day,
}

/// A share as it was sealed anew: position, bytes.
pub type Release = (i64, Vec<u8>);

impl Tx {
    /// # Errors
    /// [`StoreError::Taken`] when one of this way waits, or counts, already.
    pub async fn insert_recovery(&mut self, row: &RecoveryRow) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO recoveries
                 (id, desk_id, way, public_key, needed, state, made_by, made_on, agreed_by,
                  checked_on, ended_on)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            &[
                row.id.into(),
                row.desk_id.into(),
                row.way.as_str().into(),
                row.public_key.as_slice().into(),
                row.needed.into(),
                row.state.as_str().into(),
                row.made_by.into(),
                row.made_on.into(),
                row.agreed_by.into(),
                row.checked_on.into(),
                row.ended_on.into(),
            ],
        )
        .await?;
        Ok(())
    }

    pub async fn find_recovery(
        &mut self,
        id: RecoveryId,
    ) -> Result<Option<RecoveryRow>, StoreError> {
        let row = self.row("SELECT * FROM recoveries WHERE id = $1", &[id.into()]).await?;
        row.as_ref().map(recovery).transpose()
    }

    /// Recoveries of a desk that wait or count.
    pub async fn list_recoveries(&mut self, desk: DeskId) -> Result<Vec<RecoveryRow>, StoreError> {
        let rows = self
            .rows(
                "SELECT * FROM recoveries
                 WHERE desk_id = $1 AND state IN ('waiting', 'active') ORDER BY way, state, id",
                &[desk.into()],
            )
            .await?;
        rows.iter().map(recovery).collect()
    }

    /// The day on which a desk's key was last given back, if it ever was.
    pub async fn last_recovery(&mut self, desk: DeskId) -> Result<Option<Day>, StoreError> {
        let sql = "SELECT MAX(ended_on) AS day FROM recoveries
                   WHERE desk_id = $1 AND state = 'used'";
        let row = self.row(sql, &[desk.into()]).await?;
        row.map_or(Ok(None), |row| row.opt_day("day"))
    }

    /// A second member agrees; `false` when it waits no longer.
    pub async fn agree_recovery(
        &mut self,
        id: RecoveryId,
        by: OfficerId,
    ) -> Result<bool, StoreError> {
        let sql = "UPDATE recoveries SET state = 'active', agreed_by = $2
                   WHERE id = $1 AND state = 'waiting' AND made_by <> $2";
        Ok(self.execute(sql, &[id.into(), by.into()]).await? == 1)
    }

    /// Ends a recovery: its wraps, its shares and what was released of them are deleted, the row
    /// stays. `state`: `replaced` or `used`.
    pub async fn end_recovery(
        &mut self,
        id: RecoveryId,
        (state, on_day): (&str, Day),
    ) -> Result<(), StoreError> {
        let own = [id.into()];
        self.execute(
            "DELETE FROM recovery_releases WHERE ask_id IN
                 (SELECT id FROM recovery_asks WHERE recovery_id = $1)",
            &own,
        )
        .await?;
        let ended = "UPDATE recovery_asks SET state = $2 WHERE recovery_id = $1 AND state = 'open'";
        let ask_state = if state == "used" { "used" } else { "ended" };
        self.execute(ended, &[id.into(), ask_state.into()]).await?;
        self.execute("DELETE FROM recovery_shares WHERE recovery_id = $1", &own).await?;
        self.execute("DELETE FROM recovery_wraps WHERE recovery_id = $1", &own).await?;
        self.execute(
            "UPDATE recoveries SET state = $2, ended_on = $3 WHERE id = $1",
            &[id.into(), state.into(), on_day.into()],
        )
        .await?;
        Ok(())
    }

    /// The paper was seen in its safe.
    pub async fn check_paper(&mut self, id: RecoveryId, on_day: Day) -> Result<(), StoreError> {
        let sql = "UPDATE recoveries SET checked_on = $2 WHERE id = $1";
        self.execute(sql, &[id.into(), on_day.into()]).await?;
        Ok(())
    }

    pub async fn insert_recovery_wrap(
        &mut self,
        id: RecoveryId,
        key_version: i64,
        wrap: &[u8],
    ) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO recovery_wraps (recovery_id, key_version, wrap) VALUES ($1, $2, $3)",
            &[id.into(), key_version.into(), wrap.into()],
        )
        .await?;
        Ok(())
    }

    /// Every version of a desk's key under a recovery, the oldest first.
    pub async fn list_recovery_wraps(
        &mut self,
        id: RecoveryId,
    ) -> Result<Vec<(i64, Vec<u8>)>, StoreError> {
        let sql = "SELECT key_version, wrap FROM recovery_wraps
                   WHERE recovery_id = $1 ORDER BY key_version";
        let rows = self.rows(sql, &[id.into()]).await?;
        rows.iter().map(|row| Ok((row.int("key_version")?, row.bytes("wrap")?))).collect()
    }

    pub async fn insert_share(&mut self, row: &ShareRow) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO recovery_shares
                 (recovery_id, position, custodian_id, sealed, commitment, checked_on)
             VALUES ($1, $2, $3, $4, $5, $6)",
            &[
                row.recovery_id.into(),
                row.position.into(),
                row.custodian_id.into(),
                row.sealed.as_slice().into(),
                row.commitment.into(),
                row.checked_on.into(),
            ],
        )
        .await?;
        Ok(())
    }

    pub async fn list_shares(&mut self, id: RecoveryId) -> Result<Vec<ShareRow>, StoreError> {
        let sql = "SELECT * FROM recovery_shares WHERE recovery_id = $1 ORDER BY position";
        let rows = self.rows(sql, &[id.into()]).await?;
        rows.iter().map(share).collect()
    }

    /// The shares that an officer keeps for desks.
    pub async fn list_shares_of(
        &mut self,
        custodian: OfficerId,
    ) -> Result<Vec<ShareRow>, StoreError> {
        let sql = "SELECT * FROM recovery_shares WHERE custodian_id = $1
                   ORDER BY recovery_id, position";
        let rows = self.rows(sql, &[custodian.into()]).await?;
        rows.iter().map(share).collect()
    }

    /// A custodian showed that the share opens.
    pub async fn check_share(
        &mut self,
        (id, position): (RecoveryId, i64),
        on_day: Day,
    ) -> Result<(), StoreError> {
        let sql = "UPDATE recovery_shares SET checked_on = $3
                   WHERE recovery_id = $1 AND position = $2";
        self.execute(sql, &[id.into(), position.into(), on_day.into()]).await?;
        Ok(())
    }

    /// Empties the shares of an officer who can open them no longer; the rows stay, so that the
    /// desk sees which custodian it lost.
    pub async fn empty_shares_of(&mut self, custodian: OfficerId) -> Result<u64, StoreError> {
        let sql = "UPDATE recovery_shares SET sealed = $2 WHERE custodian_id = $1";
        let empty: &[u8] = &[];
        self.execute(sql, &[custodian.into(), empty.into()]).await
    }

    /// # Errors
    /// [`StoreError::Taken`] when somebody has asked already.
    pub async fn insert_ask(&mut self, row: &AskRow) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO recovery_asks (id, recovery_id, officer_id, public_key, asked_on, state)
             VALUES ($1, $2, $3, $4, $5, 'open')",
            &[
                row.id.into(),
                row.recovery_id.into(),
                row.officer_id.into(),
                row.public_key.as_slice().into(),
                row.asked_on.into(),
            ],
        )
        .await?;
        Ok(())
    }

    /// Who asks for a recovery now.
    pub async fn open_ask(&mut self, id: RecoveryId) -> Result<Option<AskRow>, StoreError> {
        let sql = "SELECT * FROM recovery_asks WHERE recovery_id = $1 AND state = 'open'";
        let row = self.row(sql, &[id.into()]).await?;
        row.as_ref().map(ask).transpose()
    }

    /// Ends what an officer asked for, with everything released for it.
    pub async fn end_asks_of(&mut self, officer: OfficerId) -> Result<(), StoreError> {
        self.execute(
            "DELETE FROM recovery_releases WHERE ask_id IN
                 (SELECT id FROM recovery_asks WHERE officer_id = $1 AND state = 'open')",
            &[officer.into()],
        )
        .await?;
        let sql = "UPDATE recovery_asks SET state = 'ended'
                   WHERE officer_id = $1 AND state = 'open'";
        self.execute(sql, &[officer.into()]).await?;
        Ok(())
    }

    /// # Errors
    /// [`StoreError::Taken`] when this share was released already.
    pub async fn insert_release(
        &mut self,
        ask: [u8; 16],
        (position, sealed): (i64, &[u8]),
        on_day: Day,
    ) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO recovery_releases (ask_id, position, sealed, released_on)
             VALUES ($1, $2, $3, $4)",
            &[ask.into(), position.into(), sealed.into(), on_day.into()],
        )
        .await?;
        Ok(())
    }

    pub async fn list_releases(&mut self, ask: [u8; 16]) -> Result<Vec<Release>, StoreError> {
        let sql = "SELECT position, sealed FROM recovery_releases
                   WHERE ask_id = $1 ORDER BY position";
        let rows = self.rows(sql, &[ask.into()]).await?;
        rows.iter().map(|row| Ok((row.int("position")?, row.bytes("sealed")?))).collect()
    }
}

fn recovery(row: &Row) -> Result<RecoveryRow, StoreError> {
    Ok(RecoveryRow {
        id: row.id("id")?,
        desk_id: row.id("desk_id")?,
        way: row.text("way")?,
        public_key: row.bytes("public_key")?,
        needed: row.int("needed")?,
        state: row.text("state")?,
        made_by: row.id("made_by")?,
        made_on: row.day("made_on")?,
        agreed_by: row.opt_id("agreed_by")?,
        checked_on: row.opt_day("checked_on")?,
        ended_on: row.opt_day("ended_on")?,
    })
}

fn share(row: &Row) -> Result<ShareRow, StoreError> {
    Ok(ShareRow {
        recovery_id: row.id("recovery_id")?,
        position: row.int("position")?,
        custodian_id: row.id("custodian_id")?,
        sealed: row.bytes("sealed")?,
        commitment: row.array("commitment")?,
        checked_on: row.opt_day("checked_on")?,
    })
}

fn ask(row: &Row) -> Result<AskRow, StoreError> {
    Ok(AskRow {
        id: row.array("id")?,
        recovery_id: row.id("recovery_id")?,
        officer_id: row.id("officer_id")?,
        public_key: row.bytes("public_key")?,
        asked_on: row.day("asked_on")?,
    })
}
