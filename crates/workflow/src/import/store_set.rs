//! The verb behind `mangrove import` and the import page: a file becomes a set, whole or not at all.

use super::{ImportFormat, Parsed, Unreadable, parse};
use lexicon::ids::ImportId;
use lexicon::{Clock, Complaint, Day, Dice, Phrase};
use std::io::Read;
use store::{SetColumnRow, SetComplaintRow, SetRow, Store, StoreError, Tx};

/// What came of an import.
#[derive(Clone, Debug)]
pub struct Imported {
    /// `None` when no row could be stored.
    pub set: Option<ImportId>,
    pub profile: &'static str,
    pub rows_in: u64,
    pub rows_stored: u64,
    pub complaint_count: u64,
    /// The first of the complaints, one a refused row.
    pub complaints: Vec<Complaint>,
    /// What was kept but is worth knowing.
    pub notes: Vec<Complaint>,
    /// The day on which the same file was imported before; then nothing was added.
    pub known_since: Option<Day>,
}

/// Why an import failed; nothing of the file was stored.
#[derive(Debug)]
pub enum ImportError {
    Unreadable(Vec<Complaint>),
    Store(StoreError),
}

/// Reads a file and keeps it as a set, in one transaction. The same file of the same format is
/// kept once, and gets the same answer again. `file_name` is shown beside the set.
///
/// # Errors
/// When the file is no table of this format, or the store cannot keep it.
pub async fn import_set(
    store: &Store,
    clock: &dyn Clock,
    dice: &dyn Dice,
    format: &'static dyn ImportFormat,
    file_name: &str,
    source: impl Read + Send + 'static,
) -> Result<Imported, ImportError> {
    let parsed = tokio::task::spawn_blocking(move || parse(format, source))
        .await
        .map_err(|_| broken_off())?
        .map_err(|Unreadable { complaints }| ImportError::Unreadable(complaints))?;
    let mut tx = store.begin("import_set").await?;
    let imported = keep_set(&mut tx, clock, dice, (format, file_name), &parsed).await?;
    if imported.set.is_some() && imported.known_since.is_none() {
        tx.commit().await?;
    }
    Ok(imported)
}

/// Puts what was read into a transaction, unless the same file is there already or no row could be
/// stored. The caller commits.
///
/// # Errors
/// When the store cannot keep it.
pub(crate) async fn keep_set(
    tx: &mut Tx,
    clock: &dyn Clock,
    dice: &dyn Dice,
    (format, file_name): (&'static dyn ImportFormat, &str),
    parsed: &Parsed,
) -> Result<Imported, StoreError> {
    let mut imported = Imported {
        set: None,
        profile: parsed.profile.id,
        rows_in: parsed.rows_in,
        rows_stored: parsed.rows_stored,
        complaint_count: parsed.complaint_count,
        complaints: parsed.complaints.clone(),
        notes: parsed.notes.clone(),
        known_since: None,
    };
    if parsed.rows_stored == 0 {
        return Ok(imported);
    }
    if let Some(known) = tx.find_set_by_hash(format.id(), &parsed.file_hash).await? {
        imported.set = Some(known.id);
        imported.known_since = Some(known.imported_on);
        return Ok(imported);
    }
    let id = ImportId::random(dice);
    tx.insert_set(&SetRow {
        id,
        format: format.id().to_owned(),
        title: parsed.profile.id.to_owned(),
        source: super::cells::shown(file_name),
        file_hash: parsed.file_hash,
        rows_in: whole(parsed.rows_in),
        rows_stored: whole(parsed.rows_stored),
        complaint_count: whole(parsed.complaint_count),
        imported_on: clock.today(),
    })
    .await?;
    tx.insert_set_columns(id, &column_rows(parsed)).await?;
    tx.insert_set_complaints(id, &complaint_rows(&parsed.complaints)).await?;
    imported.set = Some(id);
    Ok(imported)
}

impl From<StoreError> for ImportError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

fn broken_off() -> ImportError {
    let phrase = Phrase::new("import-broken").with("reason", "the reading was broken off");
    ImportError::Unreadable(vec![Complaint::new(0, "", phrase)])
}

fn whole(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The dictionary stands with the first part of a column; the others hold codes only.
pub(crate) fn column_rows(parsed: &Parsed) -> Vec<SetColumnRow> {
    let mut rows = Vec::new();
    for (position, column) in parsed.columns.iter().enumerate() {
        for (part, codes) in column.pack_codes().into_iter().enumerate() {
            rows.push(SetColumnRow {
                name: column.name.clone(),
                part: whole(part as u64),
                position: whole(position as u64),
                dictionary: if part == 0 { column.pack_dictionary() } else { Vec::new() },
                codes,
            });
        }
    }
    rows
}

fn complaint_rows(complaints: &[Complaint]) -> Vec<SetComplaintRow> {
    complaints
        .iter()
        .enumerate()
        .map(|(position, complaint)| SetComplaintRow {
            position: whole(position as u64),
            line: whole(complaint.line),
            field: complaint.field.clone(),
            phrase_key: complaint.phrase.key.to_string(),
            phrase_values: values(&complaint.phrase),
        })
        .collect()
}

/// `{"value":"x"}`.
fn values(phrase: &Phrase) -> String {
    let pairs = phrase.values.iter().map(|(name, value)| {
        let value = match value {
            lexicon::phrase::Value::Text(text) => serde_json::Value::from(text.as_str()),
            lexicon::phrase::Value::Number(number) => serde_json::Value::from(*number),
        };
        ((*name).to_owned(), value)
    });
    serde_json::Value::Object(pairs.collect()).to_string()
}
