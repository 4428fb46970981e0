//! One file of the catalogue: read, and checked for what every volume must have.

use super::{BYTES_MAX, ENTRIES_MAX};
use crate::{Complaint, Phrase};
use std::collections::HashSet;

/// Longest id, in bytes.
const ID_BYTES_MAX: usize = 80;

/// Reads a volume and checks its header and ids.
pub fn read(name: &str, text: &str) -> Result<toml::Table, Vec<Complaint>> {
    let table = parse(name, text)?;
    let mut complaints = Vec::new();
    if table.get("catalogue").and_then(toml::Value::as_str) != Some(name) {
        let at = format!("{name}.catalogue");
        complaints.push(Complaint::new(0, at, Phrase::new("catalogue-name-differs")));
    }
    if table.get("version").and_then(toml::Value::as_str).is_none_or(str::is_empty) {
        let at = format!("{name}.version");
        complaints.push(Complaint::new(0, at, Phrase::new("catalogue-field-missing")));
    }
    for (table_name, value) in &table {
        if let Some(entries) = value.as_array() {
            check_ids(name, table_name, entries, &mut complaints);
        }
    }
    if complaints.is_empty() { Ok(table) } else { Err(complaints) }
}

/// TOML of a limited size; the complaint gives the line of what cannot be read.
pub fn parse(name: &str, text: &str) -> Result<toml::Table, Vec<Complaint>> {
    if text.len() > BYTES_MAX {
        let phrase = Phrase::new("catalogue-too-large").with("limit", BYTES_MAX);
        return Err(vec![Complaint::new(0, name, phrase)]);
    }
    text.parse::<toml::Table>().map_err(|why| {
        let before = why.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let phrase = Phrase::new("catalogue-not-toml").with("why", why.message());
        vec![Complaint::new(u64::try_from(line).unwrap_or(0), name, phrase)]
    })
}

/// Every entry has an id, in the letters of ids, once.
pub fn check_ids(
    volume: &str,
    table: &str,
    entries: &[toml::Value],
    complaints: &mut Vec<Complaint>,
) {
    if entries.len() > ENTRIES_MAX {
        let phrase = Phrase::new("catalogue-too-many").with("limit", ENTRIES_MAX);
        complaints.push(Complaint::new(0, format!("{volume}.{table}"), phrase));
    }
    let mut seen = HashSet::new();
    for (position, entry) in entries.iter().enumerate() {
        let id = id_of(entry);
        if !is_id(id) {
            let at = format!("{volume}.{table}[{}].id", position + 1);
            complaints.push(Complaint::new(0, at, Phrase::new("catalogue-id-wrong")));
        } else if !seen.insert(id) {
            let at = place(volume, table, id, "id");
            complaints.push(Complaint::new(0, at, Phrase::new("catalogue-id-twice")));
        }
    }
}

/// The id of an entry; empty when it has none.
pub fn id_of(entry: &toml::Value) -> &str {
    entry.get("id").and_then(toml::Value::as_str).unwrap_or_default()
}

/// `volume.table[id].field`, or without the last part when `field` is empty.
pub fn place(volume: &str, table: &str, id: &str, field: &str) -> String {
    let dot = if field.is_empty() { "" } else { "." };
    format!("{volume}.{table}[{id}]{dot}{field}")
}

pub fn is_id(id: &str) -> bool {
    let is_letter = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_');
    !id.is_empty() && id.len() <= ID_BYTES_MAX && id.bytes().all(is_letter)
}
