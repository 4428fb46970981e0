//! A country's own rules: one TOML text, merged into the volumes by id.
//!
//! ```toml
//! overlay = "aurelia"
//! version = "2026-11-25"
//!
//! [[screening_indicators.indicator]]   # a known id: these fields are changed
//! id = "co-documents"
//! strength = "medium"
//!
//! [[forms_of_exploitation.form]]       # a new id says so, so that a slip of the pen is found
//! id = "pearl-diving"
//! new = true
//! # ... every field that all entries of the table have
//! ```
//!
//! Nothing can be taken away, and what is fixed for every country (`[contract]` and other single
//! tables, test cases) cannot be changed.

use super::volume::{check_ids, id_of, parse, place};
use crate::{Complaint, Phrase};
use std::collections::BTreeMap;

/// Largest overlay, in bytes.
pub const OVERLAY_BYTES_MAX: usize = 64 * 1024;
/// Deepest value of an overlay; the catalogue itself needs five.
pub const OVERLAY_DEPTH_MAX: usize = 8;
/// Most entries that one overlay changes or adds.
pub const OVERLAY_ENTRIES_MAX: usize = 1_000;
/// Tables that no country changes: the examples by which everybody checks the rules.
const FIXED: [&str; 2] = ["test_case", "vector"];
/// The mark of an entry that is added.
const NEW: &str = "new";

/// The name and version that an overlay states of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlay {
    pub name: String,
    pub version: String,
}

type Volumes = BTreeMap<String, toml::Table>;

/// The volumes with the overlay merged in.
pub fn lay_over(volumes: &Volumes, text: &str) -> Result<(Volumes, Overlay), Vec<Complaint>> {
    if text.len() > OVERLAY_BYTES_MAX {
        let phrase = Phrase::new("catalogue-too-large").with("limit", OVERLAY_BYTES_MAX);
        return Err(vec![Complaint::new(0, "overlay", phrase)]);
    }
    let overlay = parse("overlay", text)?;
    let mut complaints = limits(&overlay);
    if !complaints.is_empty() {
        return Err(complaints);
    }
    let mark = Overlay {
        name: header(&overlay, "overlay", &mut complaints),
        version: header(&overlay, "version", &mut complaints),
    };
    let mut merged = volumes.clone();
    for (name, changes) in &overlay {
        if matches!(name.as_str(), "overlay" | "version") {
            continue;
        }
        match (merged.get_mut(name), changes.as_table()) {
            (Some(volume), Some(changes)) => merge(name, volume, changes, &mut complaints),
            _ => {
                let phrase = Phrase::new("catalogue-volume-unknown");
                complaints.push(Complaint::new(0, name.as_str(), phrase));
            }
        }
    }
    if complaints.is_empty() { Ok((merged, mark)) } else { Err(complaints) }
}

/// Before anything is merged: how deep it is, and how much it holds.
fn limits(overlay: &toml::Table) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    let mut entries = 0;
    for (name, value) in overlay {
        if depth(value) > OVERLAY_DEPTH_MAX {
            let phrase = Phrase::new("catalogue-too-deep").with("limit", OVERLAY_DEPTH_MAX);
            complaints.push(Complaint::new(0, name.as_str(), phrase));
        }
        let tables = value.as_table().into_iter().flat_map(|tables| tables.values());
        entries += tables.map(|table| table.as_array().map_or(1, Vec::len)).sum::<usize>();
    }
    if entries > OVERLAY_ENTRIES_MAX {
        let phrase = Phrase::new("catalogue-too-many").with("limit", OVERLAY_ENTRIES_MAX);
        complaints.push(Complaint::new(0, "overlay", phrase));
    }
    complaints
}

/// TOML is read with a limit of its own, so this ends.
fn depth(value: &toml::Value) -> usize {
    let deepest = match value {
        toml::Value::Array(all) => all.iter().map(depth).max(),
        toml::Value::Table(table) => table.values().map(depth).max(),
        _ => return 0,
    };
    1 + deepest.unwrap_or(0)
}

fn header(overlay: &toml::Table, field: &str, complaints: &mut Vec<Complaint>) -> String {
    let stated = overlay.get(field).and_then(toml::Value::as_str).unwrap_or_default();
    if stated.is_empty() || stated.len() > 80 || stated.chars().any(char::is_control) {
        complaints.push(Complaint::new(0, field, Phrase::new("catalogue-field-missing")));
    }
    stated.to_owned()
}

fn merge(
    name: &str,
    volume: &mut toml::Table,
    changes: &toml::Table,
    complaints: &mut Vec<Complaint>,
) {
    for (table, changed) in changes {
        let at = format!("{name}.{table}");
        let is_fixed = FIXED.contains(&table.as_str());
        match (volume.get_mut(table), changed.as_array()) {
            (Some(toml::Value::Array(entries)), Some(changed)) if !is_fixed => {
                check_ids(name, table, changed, complaints);
                for change in changed {
                    merge_entry(&at, entries, change, complaints);
                }
                if entries.len() > super::ENTRIES_MAX {
                    let phrase =
                        Phrase::new("catalogue-too-many").with("limit", super::ENTRIES_MAX);
                    complaints.push(Complaint::new(0, at, phrase));
                }
            }
            (Some(_), _) => {
                complaints.push(Complaint::new(0, at, Phrase::new("catalogue-table-fixed")));
            }
            (None, _) => {
                complaints.push(Complaint::new(0, at, Phrase::new("catalogue-table-unknown")));
            }
        }
    }
}

fn merge_entry(
    at: &str,
    entries: &mut Vec<toml::Value>,
    change: &toml::Value,
    complaints: &mut Vec<Complaint>,
) {
    let Some(change) = change.as_table() else { return };
    let id = change.get("id").and_then(toml::Value::as_str).unwrap_or_default();
    let is_new = change.get(NEW).and_then(toml::Value::as_bool).unwrap_or(false);
    let known = entries.iter().position(|entry| id_of(entry) == id);
    let mut complain = |field: &str, key: &'static str| {
        let (volume, table) = at.split_once('.').unwrap_or((at, ""));
        complaints.push(Complaint::new(0, place(volume, table, id, field), Phrase::new(key)));
    };
    match (known, is_new) {
        (None, false) => return complain("id", "catalogue-id-unknown"),
        (Some(_), true) => return complain("id", "catalogue-id-taken"),
        _ => {}
    }
    for (field, value) in change.iter().filter(|(field, _)| *field != NEW) {
        let mut kinds = entries.iter().filter_map(|e| e.get(field)).map(toml::Value::type_str);
        match kinds.next() {
            None => complain(field, "catalogue-field-unknown"),
            Some(kind) if kind != value.type_str() && !kinds.any(|k| k == value.type_str()) => {
                complain(field, "catalogue-value-kind");
            }
            Some(_) => {}
        }
    }
    if is_new {
        for field in fields_of_all(entries) {
            if !change.contains_key(&field) {
                complain(&field, "catalogue-field-missing");
            }
        }
    }
    let fields = change.iter().filter(|(field, _)| *field != NEW);
    match known.and_then(|position| entries.get_mut(position)).and_then(|e| e.as_table_mut()) {
        Some(entry) => {
            for (field, value) in fields {
                entry.insert(field.clone(), value.clone());
            }
        }
        None => {
            let entry = fields.map(|(field, value)| (field.clone(), value.clone())).collect();
            entries.push(toml::Value::Table(entry));
        }
    }
}

/// The fields that every entry of a table has.
fn fields_of_all(entries: &[toml::Value]) -> Vec<String> {
    let first = entries.first().and_then(toml::Value::as_table);
    let names = first.into_iter().flat_map(|table| table.keys());
    names.filter(|name| entries.iter().all(|e| e.get(name.as_str()).is_some())).cloned().collect()
}
