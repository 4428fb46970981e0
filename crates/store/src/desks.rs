//! Organisations and desks: who holds keys.

use crate::{Row, StoreError, Tx};
use lexicon::Sphere;
use lexicon::ids::{DeskId, OfficerId, OrganisationId};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationRow {
    pub id: OrganisationId,
    pub name: String,
    /// A code, as `ngo` or `police`.
    pub kind: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskRow {
    pub id: DeskId,
    pub organisation_id: OrganisationId,
    /// An id of `guard::DeskKind`.
    pub kind: String,
    pub sphere: Sphere,
    pub name: String,
    /// X25519, 32 bytes.
    pub public_key: Vec<u8>,
    pub key_version: i64,
    /// `active` or `closed`.
    pub state: String,
}

/// A desk's private key wrapped to one member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberWrapRow {
    pub desk_id: DeskId,
    pub key_version: i64,
    pub officer_id: OfficerId,
    pub wrap: Vec<u8>,
}

impl Tx {
    /// # Errors
    /// [`StoreError::Taken`] when the name is in use.
    pub async fn insert_organisation(&mut self, row: &OrganisationRow) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO organisations (id, name, kind) VALUES ($1, $2, $3)",
            &[row.id.into(), row.name.as_str().into(), row.kind.as_str().into()],
        )
        .await?;
        Ok(())
    }

    /// All organisations by name.
    pub async fn list_organisations(&mut self) -> Result<Vec<OrganisationRow>, StoreError> {
        let rows = self.rows("SELECT id, name, kind FROM organisations ORDER BY name", &[]).await?;
        rows.iter()
            .map(|row| {
                Ok(OrganisationRow {
                    id: row.id("id")?,
                    name: row.text("name")?,
                    kind: row.text("kind")?,
                })
            })
            .collect()
    }

    /// # Errors
    /// [`StoreError::Taken`] when the name is in use.
    pub async fn insert_desk(&mut self, row: &DeskRow) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO desks
                 (id, organisation_id, kind, sphere, name, public_key, key_version, state)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            &[
                row.id.into(),
                row.organisation_id.into(),
                row.kind.as_str().into(),
                row.sphere.into(),
                row.name.as_str().into(),
                row.public_key.as_slice().into(),
                row.key_version.into(),
                row.state.as_str().into(),
            ],
        )
        .await?;
        Ok(())
    }

    pub async fn find_desk(&mut self, id: DeskId) -> Result<Option<DeskRow>, StoreError> {
        let row = self.row("SELECT * FROM desks WHERE id = $1", &[id.into()]).await?;
        row.as_ref().map(desk).transpose()
    }

    /// All desks by name.
    pub async fn list_desks(&mut self) -> Result<Vec<DeskRow>, StoreError> {
        let rows = self.rows("SELECT * FROM desks ORDER BY name, id", &[]).await?;
        rows.iter().map(desk).collect()
    }

    /// Active desks of one kind, by name.
    pub async fn list_desks_of_kind(&mut self, kind: &str) -> Result<Vec<DeskRow>, StoreError> {
        let rows = self
            .rows(
                "SELECT * FROM desks WHERE kind = $1 AND state = 'active' ORDER BY name, id",
                &[kind.into()],
            )
            .await?;
        rows.iter().map(desk).collect()
    }

    /// A new version of a desk's key, made when a member leaves.
    pub async fn update_desk_key(
        &mut self,
        id: DeskId,
        public_key: &[u8; 32],
        key_version: i64,
    ) -> Result<(), StoreError> {
        self.execute(
            "UPDATE desks SET public_key = $2, key_version = $3 WHERE id = $1",
            &[id.into(), public_key.as_slice().into(), key_version.into()],
        )
        .await?;
        Ok(())
    }

    pub async fn insert_member_wrap(&mut self, row: &MemberWrapRow) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO member_wraps (desk_id, key_version, officer_id, wrap)
             VALUES ($1, $2, $3, $4)",
            &[
                row.desk_id.into(),
                row.key_version.into(),
                row.officer_id.into(),
                row.wrap.as_slice().into(),
            ],
        )
        .await?;
        Ok(())
    }

    /// Every desk key that is wrapped to an officer.
    pub async fn list_member_wraps(
        &mut self,
        officer: OfficerId,
    ) -> Result<Vec<MemberWrapRow>, StoreError> {
        let rows = self
            .rows(
                "SELECT * FROM member_wraps WHERE officer_id = $1 ORDER BY desk_id, key_version",
                &[officer.into()],
            )
            .await?;
        rows.iter()
            .map(|row| {
                Ok(MemberWrapRow {
                    desk_id: row.id("desk_id")?,
                    key_version: row.int("key_version")?,
                    officer_id: row.id("officer_id")?,
                    wrap: row.bytes("wrap")?,
                })
            })
            .collect()
    }

    /// Who holds a version of a desk's key.
    pub async fn list_key_holders(&mut self, desk: DeskId) -> Result<Vec<OfficerId>, StoreError> {
        let rows = self
            .rows("SELECT DISTINCT officer_id FROM member_wraps WHERE desk_id = $1", &[desk.into()])
            .await?;
        rows.iter().map(|row| row.id("officer_id")).collect()
    }

    /// Takes all desk keys away from an officer; returns how many wraps were deleted.
    pub async fn delete_member_wraps(&mut self, officer: OfficerId) -> Result<u64, StoreError> {
        self.execute("DELETE FROM member_wraps WHERE officer_id = $1", &[officer.into()]).await
    }
}

fn desk(row: &Row) -> Result<DeskRow, StoreError> {
    Ok(DeskRow {
        id: row.id("id")?,
        organisation_id: row.id("organisation_id")?,
        kind: row.text("kind")?,
        sphere: row.sphere("sphere")?,
        name: row.text("name")?,
        public_key: row.bytes("public_key")?,
        key_version: row.int("key_version")?,
        state: row.text("state")?,
    })
}
