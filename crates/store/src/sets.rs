//! Imported sets: coded columns as blobs, and every complaint with its row and column.

use crate::{Cell, Row, StoreError, Tx};
use lexicon::Day;
use lexicon::ids::ImportId;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetRow {
    pub id: ImportId,
    /// `ctdc`, `glotip` or `uk-nrm`.
    pub format: String,
    pub title: String,
    pub source: String,
    /// SHA-256 of the file.
    pub file_hash: [u8; 32],
    pub rows_in: i64,
    pub rows_stored: i64,
    pub complaint_count: i64,
    pub imported_on: Day,
}

/// One column, or one part of a long one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetColumnRow {
    pub name: String,
    /// From 0; parts of a column follow each other.
    pub part: i64,
    /// Place of the column in the file, from 0.
    pub position: i64,
    /// The values, as the importer wrote them.
    pub dictionary: Vec<u8>,
    /// One code a row, as the importer wrote them.
    pub codes: Vec<u8>,
}

/// One thing wrong in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetComplaintRow {
    /// From 0.
    pub position: i64,
    /// Line of the file, from 1 with the header.
    pub line: i64,
    pub field: String,
    pub phrase_key: String,
    /// JSON of the phrase's values.
    pub phrase_values: String,
}

impl Tx {
    /// # Errors
    /// [`StoreError::Taken`] when the same file was imported already.
    pub async fn insert_set(&mut self, row: &SetRow) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO sets (id, format, title, source, file_hash, rows_in, rows_stored,
                 complaint_count, imported_on)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            &[
                row.id.into(),
                row.format.as_str().into(),
                row.title.as_str().into(),
                row.source.as_str().into(),
                row.file_hash.into(),
                row.rows_in.into(),
                row.rows_stored.into(),
                row.complaint_count.into(),
                row.imported_on.into(),
            ],
        )
        .await?;
        Ok(())
    }

    pub async fn insert_set_columns(
        &mut self,
        set: ImportId,
        columns: &[SetColumnRow],
    ) -> Result<(), StoreError> {
        for column in columns {
            self.execute(
                "INSERT INTO set_columns (set_id, name, part, position, dictionary, codes)
                 VALUES ($1, $2, $3, $4, $5, $6)",
                &[
                    set.into(),
                    column.name.as_str().into(),
                    column.part.into(),
                    column.position.into(),
                    column.dictionary.as_slice().into(),
                    column.codes.as_slice().into(),
                ],
            )
            .await?;
        }
        Ok(())
    }

    pub async fn insert_set_complaints(
        &mut self,
        set: ImportId,
        complaints: &[SetComplaintRow],
    ) -> Result<(), StoreError> {
        let rows: Vec<Vec<Cell>> = complaints
            .iter()
            .map(|c| {
                vec![
                    set.into(),
                    c.position.into(),
                    c.line.into(),
                    c.field.as_str().into(),
                    c.phrase_key.as_str().into(),
                    c.phrase_values.as_str().into(),
                ]
            })
            .collect();
        self.execute_many(
            "INSERT INTO set_complaints \
             (set_id, position, line, field, phrase_key, phrase_values)",
            &rows,
            "",
        )
        .await?;
        Ok(())
    }

    pub async fn find_set_by_hash(
        &mut self,
        format: &str,
        file_hash: &[u8; 32],
    ) -> Result<Option<SetRow>, StoreError> {
        let row = self
            .row(
                "SELECT * FROM sets WHERE format = $1 AND file_hash = $2",
                &[format.into(), file_hash.into()],
            )
            .await?;
        row.as_ref().map(set).transpose()
    }

    pub async fn find_set(&mut self, id: ImportId) -> Result<Option<SetRow>, StoreError> {
        let row = self.row("SELECT * FROM sets WHERE id = $1", &[id.into()]).await?;
        row.as_ref().map(set).transpose()
    }

    /// All sets by title.
    pub async fn list_sets(&mut self) -> Result<Vec<SetRow>, StoreError> {
        let rows = self.rows("SELECT * FROM sets ORDER BY title, id", &[]).await?;
        rows.iter().map(set).collect()
    }

    /// All columns of a set in the order of the file, parts in their order.
    pub async fn list_set_columns(
        &mut self,
        set: ImportId,
    ) -> Result<Vec<SetColumnRow>, StoreError> {
        let rows = self
            .rows(
                "SELECT * FROM set_columns WHERE set_id = $1 ORDER BY position, name, part",
                &[set.into()],
            )
            .await?;
        rows.iter()
            .map(|row| {
                Ok(SetColumnRow {
                    name: row.text("name")?,
                    part: row.int("part")?,
                    position: row.int("position")?,
                    dictionary: row.bytes("dictionary")?,
                    codes: row.bytes("codes")?,
                })
            })
            .collect()
    }

    /// Complaints of a set in the order of the file, after a position (-1 begins).
    pub async fn list_set_complaints(
        &mut self,
        set: ImportId,
        after: i64,
        limit: i64,
    ) -> Result<Vec<SetComplaintRow>, StoreError> {
        let rows = self
            .rows(
                "SELECT * FROM set_complaints WHERE set_id = $1 AND position > $2
                 ORDER BY position LIMIT $3",
                &[set.into(), after.into(), limit.into()],
            )
            .await?;
        rows.iter()
            .map(|row| {
                Ok(SetComplaintRow {
                    position: row.int("position")?,
                    line: row.int("line")?,
                    field: row.text("field")?,
                    phrase_key: row.text("phrase_key")?,
                    phrase_values: row.text("phrase_values")?,
                })
            })
            .collect()
    }

    /// Deletes a set with its columns and complaints.
    pub async fn delete_set(&mut self, set: ImportId) -> Result<(), StoreError> {
        self.execute("DELETE FROM set_complaints WHERE set_id = $1", &[set.into()]).await?;
        self.execute("DELETE FROM set_columns WHERE set_id = $1", &[set.into()]).await?;
        self.execute("DELETE FROM sets WHERE id = $1", &[set.into()]).await?;
        Ok(())
    }
}

fn set(row: &Row) -> Result<SetRow, StoreError> {
    Ok(SetRow {
        id: row.id("id")?,
        format: row.text("format")?,
        title: row.text("title")?,
        source: row.text("source")?,
        file_hash: row.array("file_hash")?,
        rows_in: row.int("rows_in")?,
        rows_stored: row.int("rows_stored")?,
        complaint_count: row.int("complaint_count")?,
        imported_on: row.day("imported_on")?,
    })
}
