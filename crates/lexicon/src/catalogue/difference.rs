//! What an overlay changes, so that it can be read before it is approved.

use super::volume::id_of;
use std::collections::{BTreeMap, BTreeSet};

/// One field that differs. For an entry that is added there is one for each of its fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub volume: String,
    pub table: String,
    pub id: String,
    pub field: String,
    /// As TOML; `None` where the field or its entry was not there.
    pub before: Option<String>,
    /// As TOML; `None` where the field is not there any more.
    pub after: Option<String>,
}

type Volumes = BTreeMap<String, toml::Table>;

pub fn between(before: &Volumes, after: &Volumes) -> Vec<Difference> {
    let mut found = Vec::new();
    for (volume, tables) in after {
        for (table, value) in tables {
            let old = before.get(volume).and_then(|tables| tables.get(table));
            let old = old.and_then(toml::Value::as_array).map(Vec::as_slice).unwrap_or_default();
            let new = value.as_array().map(Vec::as_slice).unwrap_or_default();
            let by_id: BTreeMap<&str, &toml::Value> = old.iter().map(|e| (id_of(e), e)).collect();
            for entry in new.iter().filter(|entry| !id_of(entry).is_empty()) {
                let known = by_id.get(id_of(entry)).copied();
                fields(volume, table, (known, entry), &mut found);
            }
        }
    }
    found
}

fn fields(
    volume: &str,
    table: &str,
    (before, after): (Option<&toml::Value>, &toml::Value),
    found: &mut Vec<Difference>,
) {
    let keys = |entry: Option<&toml::Value>| -> BTreeSet<String> {
        let table = entry.and_then(toml::Value::as_table);
        table.into_iter().flat_map(|t| t.keys().cloned()).collect()
    };
    for field in &keys(before) | &keys(Some(after)) {
        let text = |entry: Option<&toml::Value>| {
            entry.and_then(|entry| entry.get(&field)).map(ToString::to_string)
        };
        let (old, new) = (text(before), text(Some(after)));
        if old != new {
            found.push(Difference {
                volume: volume.to_owned(),
                table: table.to_owned(),
                id: id_of(after).to_owned(),
                field,
                before: old,
                after: new,
            });
        }
    }
}
