//! Settings of the node, its public keys, legal bases, and national rules.

use crate::{Row, StoreError, Tx};
use lexicon::Day;
use lexicon::ids::OfficerId;

/// On what law data of a purpose may be kept, and for how long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegalBasisRow {
    pub id: String,
    pub purpose: String,
    /// The law, with its article.
    pub source: String,
    pub retention_days: i64,
    pub recorded_on: Day,
}

/// One version of a country's rules for one file of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverlayRow {
    pub file: String,
    /// From 1.
    pub version: i64,
    /// TOML.
    pub body: String,
    /// SHA-256 of the body.
    pub hash: Vec<u8>,
    pub is_active: bool,
    pub proposed_by: Option<OfficerId>,
    pub approved_by: Option<OfficerId>,
    pub on_day: Day,
}

impl Tx {
    pub async fn find_setting(&mut self, key: &str) -> Result<Option<String>, StoreError> {
        let row = self.row("SELECT value FROM settings WHERE key = $1", &[key.into()]).await?;
        row.map(|r| r.text("value")).transpose()
    }

    pub async fn put_setting(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO settings (key, value) VALUES ($1, $2)
             ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            &[key.into(), value.into()],
        )
        .await?;
        Ok(())
    }

    /// A value of the node in bytes: a public key, a salt, a hash of a key file.
    pub async fn find_node_key(&mut self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let row = self.row("SELECT value FROM node_keys WHERE key = $1", &[key.into()]).await?;
        row.map(|r| r.bytes("value")).transpose()
    }

    pub async fn put_node_key(&mut self, key: &str, value: &[u8]) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO node_keys (key, value) VALUES ($1, $2)
             ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            &[key.into(), value.into()],
        )
        .await?;
        Ok(())
    }

    /// Records a legal basis; one of the same id is replaced.
    pub async fn put_legal_basis(&mut self, row: &LegalBasisRow) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO legal_bases (id, purpose, source, retention_days, recorded_on)
             VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (id) DO UPDATE SET purpose = excluded.purpose,
                 source = excluded.source, retention_days = excluded.retention_days,
                 recorded_on = excluded.recorded_on",
            &[
                row.id.as_str().into(),
                row.purpose.as_str().into(),
                row.source.as_str().into(),
                row.retention_days.into(),
                row.recorded_on.into(),
            ],
        )
        .await?;
        Ok(())
    }

    pub async fn list_legal_bases(&mut self) -> Result<Vec<LegalBasisRow>, StoreError> {
        let rows = self.rows("SELECT * FROM legal_bases ORDER BY id", &[]).await?;
        rows.iter()
            .map(|row| {
                Ok(LegalBasisRow {
                    id: row.text("id")?,
                    purpose: row.text("purpose")?,
                    source: row.text("source")?,
                    retention_days: row.int("retention_days")?,
                    recorded_on: row.day("recorded_on")?,
                })
            })
            .collect()
    }

    /// Adds the next version of a file's overlay; the number given in the row is not used.
    pub async fn insert_overlay(&mut self, row: &OverlayRow) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO overlays
                 (file, version, body, hash, is_active, proposed_by, approved_by, on_day)
             SELECT $1, COALESCE(MAX(version), 0) + 1, $2, $3, $4, $5, $6, $7
             FROM overlays WHERE file = $1",
            &[
                row.file.as_str().into(),
                row.body.as_str().into(),
                row.hash.as_slice().into(),
                row.is_active.into(),
                row.proposed_by.into(),
                row.approved_by.into(),
                row.on_day.into(),
            ],
        )
        .await?;
        Ok(())
    }

    /// Makes one version the active one of its file.
    pub async fn approve_overlay(
        &mut self,
        file: &str,
        version: i64,
        approved_by: OfficerId,
    ) -> Result<(), StoreError> {
        self.execute("UPDATE overlays SET is_active = 0 WHERE file = $1", &[file.into()]).await?;
        self.execute(
            "UPDATE overlays SET is_active = 1, approved_by = $3
             WHERE file = $1 AND version = $2",
            &[file.into(), version.into(), approved_by.into()],
        )
        .await?;
        Ok(())
    }

    /// All versions, by file and version.
    pub async fn list_overlays(&mut self) -> Result<Vec<OverlayRow>, StoreError> {
        let rows = self.rows("SELECT * FROM overlays ORDER BY file, version", &[]).await?;
        rows.iter().map(overlay).collect()
    }
}

fn overlay(row: &Row) -> Result<OverlayRow, StoreError> {
    Ok(OverlayRow {
        file: row.text("file")?,
        version: row.int("version")?,
        body: row.text("body")?,
        hash: row.bytes("hash")?,
        is_active: row.bool("is_active")?,
        proposed_by: row.opt_id("proposed_by")?,
        approved_by: row.opt_id("approved_by")?,
        on_day: row.day("on_day")?,
    })
}
