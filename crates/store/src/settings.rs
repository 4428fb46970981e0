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
    /// The ground for sensitive data.
    pub special: String,
    /// Who receives what is kept.
    pub recipients: String,
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
    /// `waiting`, `approved`, `refused`, or `replaced` by a later proposal before a decision.
    pub state: String,
    /// The approved version that is in force.
    pub is_active: bool,
    pub proposed_by: Option<OfficerId>,
    /// Never who proposed it.
    pub decided_by: Option<OfficerId>,
    pub on_day: Day,
    pub decided_on: Option<Day>,
    /// Why it was refused.
    pub reason: String,
    /// The node's signature over file, version and hash; none before it is approved.
    pub approval: Option<Vec<u8>>,
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
            "INSERT INTO legal_bases
                 (id, purpose, source, special, recipients, retention_days, recorded_on)
             VALUES ($1, $2, $3, $4, $5, $6, $7)
             ON CONFLICT (id) DO UPDATE SET purpose = excluded.purpose,
                 source = excluded.source, special = excluded.special,
                 recipients = excluded.recipients, retention_days = excluded.retention_days,
                 recorded_on = excluded.recorded_on",
            &[
                row.id.as_str().into(),
                row.purpose.as_str().into(),
                row.source.as_str().into(),
                row.special.as_str().into(),
                row.recipients.as_str().into(),
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
                    special: row.text("special")?,
                    recipients: row.text("recipients")?,
                    retention_days: row.int("retention_days")?,
                    recorded_on: row.day("recorded_on")?,
                })
            })
            .collect()
    }

    /// Adds the next version of a file's overlay and gives its number; the number given in the row
    /// is not used.
    pub async fn insert_overlay(&mut self, row: &OverlayRow) -> Result<i64, StoreError> {
        let file = row.file.as_str();
        let sql = "SELECT COALESCE(MAX(version), 0) + 1 AS n FROM overlays WHERE file = $1";
        let next = self.row(sql, &[file.into()]).await?;
        let version = next.map_or(Ok(1), |row| row.int("n"))?;
        self.execute(
            "INSERT INTO overlays
                 (file, version, body, hash, state, is_active, proposed_by, decided_by, on_day,
                  decided_on, reason)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            &[
                file.into(),
                version.into(),
                row.body.as_str().into(),
                row.hash.as_slice().into(),
                row.state.as_str().into(),
                row.is_active.into(),
                row.proposed_by.into(),
                row.decided_by.into(),
                row.on_day.into(),
                row.decided_on.into(),
                row.reason.as_str().into(),
            ],
        )
        .await?;
        Ok(version)
    }

    /// Decides a waiting version; an approved one is then the active one of its file. `false` when
    /// it does not wait any more.
    pub async fn decide_overlay(
        &mut self,
        (file, version): (&str, i64),
        (state, reason, approval): (&'static str, &str, Option<&[u8]>),
        (decided_by, on_day): (Option<OfficerId>, Day),
    ) -> Result<bool, StoreError> {
        let decided = self
            .execute(
                "UPDATE overlays SET state = $3, reason = $4, decided_by = $5, decided_on = $6,
                     approval = $7
                 WHERE file = $1 AND version = $2 AND state = 'waiting'",
                &[
                    file.into(),
                    version.into(),
                    state.into(),
                    reason.into(),
                    decided_by.into(),
                    on_day.into(),
                    approval.map(<[u8]>::to_vec).into(),
                ],
            )
            .await?;
        if decided == 1 && state == "approved" {
            let off = "UPDATE overlays SET is_active = 0 WHERE file = $1";
            self.execute(off, &[file.into()]).await?;
            let on = "UPDATE overlays SET is_active = 1 WHERE file = $1 AND version = $2";
            self.execute(on, &[file.into(), version.into()]).await?;
        }
        Ok(decided == 1)
    }

    /// The active versions, by file.
    pub async fn active_overlays(&mut self) -> Result<Vec<OverlayRow>, StoreError> {
        let sql = "SELECT * FROM overlays WHERE is_active = 1 ORDER BY file";
        self.rows(sql, &[]).await?.iter().map(overlay).collect()
    }

    pub async fn find_overlay(
        &mut self,
        file: &str,
        version: i64,
    ) -> Result<Option<OverlayRow>, StoreError> {
        let sql = "SELECT * FROM overlays WHERE file = $1 AND version = $2";
        let row = self.row(sql, &[file.into(), version.into()]).await?;
        row.as_ref().map(overlay).transpose()
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
        state: row.text("state")?,
        is_active: row.bool("is_active")?,
        proposed_by: row.opt_id("proposed_by")?,
        decided_by: row.opt_id("decided_by")?,
        on_day: row.day("on_day")?,
        decided_on: row.opt_day("decided_on")?,
        reason: row.text("reason")?,
        approval: row.opt_bytes("approval")?,
    })
}
