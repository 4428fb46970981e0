//! Officers: exactly one hat each, a desk and a role.

use crate::{Row, StoreError, Tx};
use lexicon::ids::{DeskId, OfficerId, OrganisationId};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficerRow {
    pub id: OfficerId,
    pub organisation_id: OrganisationId,
    pub desk_id: DeskId,
    pub staff_id: String,
    pub sign_in_name: String,
    pub shown_name: String,
    /// An id of `guard::Role`.
    pub role: String,
    /// X25519, 32 bytes.
    pub public_key: Vec<u8>,
    pub locked_secret: Vec<u8>,
    pub totp_sealed: Vec<u8>,
    pub totp_last_step: i64,
    /// Tag, as `pt`.
    pub language: String,
    /// `device`, `light` or `dark`.
    pub theme: String,
    /// `comfortable` or `compact`.
    pub density: String,
    pub is_trained_screener: bool,
    /// `active`, `left` or `suspended`.
    pub state: String,
}

/// What is made anew when an officer gets a new sheet.
pub struct MemberKeys {
    pub public_key: Vec<u8>,
    pub locked_secret: Vec<u8>,
    pub totp_sealed: Vec<u8>,
}

impl Tx {
    /// # Errors
    /// [`StoreError::Taken`] when the sign-in name or the staff id is in use.
    pub async fn insert_officer(&mut self, row: &OfficerRow) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO officers
                 (id, organisation_id, desk_id, staff_id, sign_in_name, shown_name, role,
                  public_key, locked_secret, totp_sealed, totp_last_step, language, theme,
                  density, is_trained_screener, state)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
            &[
                row.id.into(),
                row.organisation_id.into(),
                row.desk_id.into(),
                row.staff_id.as_str().into(),
                row.sign_in_name.as_str().into(),
                row.shown_name.as_str().into(),
                row.role.as_str().into(),
                row.public_key.as_slice().into(),
                row.locked_secret.as_slice().into(),
                row.totp_sealed.as_slice().into(),
                row.totp_last_step.into(),
                row.language.as_str().into(),
                row.theme.as_str().into(),
                row.density.as_str().into(),
                row.is_trained_screener.into(),
                row.state.as_str().into(),
            ],
        )
        .await?;
        Ok(())
    }

    pub async fn find_officer(&mut self, id: OfficerId) -> Result<Option<OfficerRow>, StoreError> {
        let row = self.row("SELECT * FROM officers WHERE id = $1", &[id.into()]).await?;
        row.as_ref().map(officer).transpose()
    }

    pub async fn find_officer_by_sign_in_name(
        &mut self,
        sign_in_name: &str,
    ) -> Result<Option<OfficerRow>, StoreError> {
        let row = self
            .row("SELECT * FROM officers WHERE sign_in_name = $1", &[sign_in_name.into()])
            .await?;
        row.as_ref().map(officer).transpose()
    }

    /// All officers by sign-in name.
    pub async fn list_officers(&mut self) -> Result<Vec<OfficerRow>, StoreError> {
        let rows = self.rows("SELECT * FROM officers ORDER BY sign_in_name", &[]).await?;
        rows.iter().map(officer).collect()
    }

    /// Active officers of a desk by shown name.
    pub async fn list_officers_of_desk(
        &mut self,
        desk: DeskId,
    ) -> Result<Vec<OfficerRow>, StoreError> {
        let rows = self
            .rows(
                "SELECT * FROM officers WHERE desk_id = $1 AND state = 'active'
                 ORDER BY shown_name, id",
                &[desk.into()],
            )
            .await?;
        rows.iter().map(officer).collect()
    }

    pub async fn count_officers(&mut self) -> Result<i64, StoreError> {
        let row = self.row("SELECT COUNT(*) AS n FROM officers", &[]).await?;
        row.map_or(Ok(0), |r| r.int("n"))
    }

    pub async fn update_officer_preferences(
        &mut self,
        id: OfficerId,
        language: &str,
        theme: &str,
        density: &str,
    ) -> Result<(), StoreError> {
        self.execute(
            "UPDATE officers SET language = $2, theme = $3, density = $4 WHERE id = $1",
            &[id.into(), language.into(), theme.into(), density.into()],
        )
        .await?;
        Ok(())
    }

    /// A new passphrase: the member key locked again.
    pub async fn update_officer_secret(
        &mut self,
        id: OfficerId,
        locked_secret: &[u8],
    ) -> Result<(), StoreError> {
        self.execute(
            "UPDATE officers SET locked_secret = $2 WHERE id = $1",
            &[id.into(), locked_secret.into()],
        )
        .await?;
        Ok(())
    }

    /// A new key of an officer, and with it a new passphrase and a new secret of the app.
    pub async fn update_officer_keys(
        &mut self,
        id: OfficerId,
        keys: &MemberKeys,
    ) -> Result<(), StoreError> {
        self.execute(
            "UPDATE officers SET public_key = $2, locked_secret = $3, totp_sealed = $4,
                 totp_last_step = 0 WHERE id = $1",
            &[
                id.into(),
                keys.public_key.as_slice().into(),
                keys.locked_secret.as_slice().into(),
                keys.totp_sealed.as_slice().into(),
            ],
        )
        .await?;
        Ok(())
    }

    /// Takes the step of a one-time code; `false` when it or a later one was taken already.
    pub async fn take_totp_step(&mut self, id: OfficerId, step: i64) -> Result<bool, StoreError> {
        let touched = self
            .execute(
                "UPDATE officers SET totp_last_step = $2 WHERE id = $1 AND totp_last_step < $2",
                &[id.into(), step.into()],
            )
            .await?;
        Ok(touched == 1)
    }

    /// A new role or state; one that left keeps its row, for the ledger names its id.
    pub async fn update_officer_hat(
        &mut self,
        id: OfficerId,
        role: &str,
        state: &str,
    ) -> Result<(), StoreError> {
        self.execute(
            "UPDATE officers SET role = $2, state = $3 WHERE id = $1",
            &[id.into(), role.into(), state.into()],
        )
        .await?;
        Ok(())
    }
}

fn officer(row: &Row) -> Result<OfficerRow, StoreError> {
    Ok(OfficerRow {
        id: row.id("id")?,
        organisation_id: row.id("organisation_id")?,
        desk_id: row.id("desk_id")?,
        staff_id: row.text("staff_id")?,
        sign_in_name: row.text("sign_in_name")?,
        shown_name: row.text("shown_name")?,
        role: row.text("role")?,
        public_key: row.bytes("public_key")?,
        locked_secret: row.bytes("locked_secret")?,
        totp_sealed: row.bytes("totp_sealed")?,
        totp_last_step: row.int("totp_last_step")?,
        language: row.text("language")?,
        theme: row.text("theme")?,
        density: row.text("density")?,
        is_trained_screener: row.bool("is_trained_screener")?,
        state: row.text("state")?,
    })
}
