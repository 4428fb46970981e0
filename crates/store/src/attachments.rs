//! Files that came with a hint, sealed.

use crate::{Row, StoreError, Tx};
use lexicon::ids::{AttachmentId, HintId};

/// What a list shows of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttachmentHead {
    pub id: AttachmentId,
    pub hint_id: HintId,
    /// From 1.
    pub position: i64,
    /// `jpeg`, `png` or `pdf`.
    pub kind: String,
    /// Size of the original in bytes.
    pub byte_count: i64,
    pub sealed_name: Vec<u8>,
    pub sealed_hash: Vec<u8>,
    /// Whether there is a copy without what a camera adds.
    pub has_copy: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttachmentRow {
    pub head: AttachmentHead,
    pub sealed_original: Vec<u8>,
    pub sealed_copy: Option<Vec<u8>>,
}

const HEAD: &str = "id, hint_id, position, kind, byte_count, sealed_name, sealed_hash, \
                    CASE WHEN sealed_copy IS NULL THEN 0 ELSE 1 END AS has_copy";

impl Tx {
    pub async fn insert_attachment(&mut self, row: &AttachmentRow) -> Result<(), StoreError> {
        let head = &row.head;
        self.execute(
            "INSERT INTO attachments (id, hint_id, position, kind, byte_count, sealed_name,
                 sealed_hash, sealed_original, sealed_copy)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            &[
                head.id.into(),
                head.hint_id.into(),
                head.position.into(),
                head.kind.as_str().into(),
                head.byte_count.into(),
                head.sealed_name.as_slice().into(),
                head.sealed_hash.as_slice().into(),
                row.sealed_original.as_slice().into(),
                (&row.sealed_copy).into(),
            ],
        )
        .await?;
        Ok(())
    }

    /// The files of a hint in the order they were sent.
    pub async fn list_attachments(
        &mut self,
        hint: HintId,
    ) -> Result<Vec<AttachmentHead>, StoreError> {
        let sql = format!("SELECT {HEAD} FROM attachments WHERE hint_id = $1 ORDER BY position");
        let rows = self.rows(sqlx::AssertSqlSafe(sql), &[hint.into()]).await?;
        rows.iter().map(head).collect()
    }

    pub async fn find_attachment(
        &mut self,
        id: AttachmentId,
    ) -> Result<Option<AttachmentRow>, StoreError> {
        let sql =
            format!("SELECT {HEAD}, sealed_original, sealed_copy FROM attachments WHERE id = $1");
        let row = self.row(sqlx::AssertSqlSafe(sql), &[id.into()]).await?;
        row.map(|row| {
            Ok(AttachmentRow {
                head: head(&row)?,
                sealed_original: row.bytes("sealed_original")?,
                sealed_copy: row.opt_bytes("sealed_copy")?,
            })
        })
        .transpose()
    }
}

fn head(row: &Row) -> Result<AttachmentHead, StoreError> {
    Ok(AttachmentHead {
        id: row.id("id")?,
        hint_id: row.id("hint_id")?,
        position: row.int("position")?,
        kind: row.text("kind")?,
        byte_count: row.int("byte_count")?,
        sealed_name: row.bytes("sealed_name")?,
        sealed_hash: row.bytes("sealed_hash")?,
        has_copy: row.bool("has_copy")?,
    })
}
