//! The catalogue: what the field knows, as TOML files under `catalogue/`, embedded, and a
//! country's own rules laid over them.
//!
//! A *volume* is a file that names itself (`catalogue = "name"`); files without that line are lists
//! of another shape, read by their own modules. A *table* is one `[[name]]` of it; an *entry* has an `id` that is
//! unique in its table. Every problem is a [`Complaint`] whose field says
//! `volume.table[id].field`.

mod difference;
mod forms;
mod overlay;
mod screening;
mod volume;

pub use difference::Difference;
pub use forms::{ExploitationCode, Form, Forms};
pub use overlay::{OVERLAY_BYTES_MAX, OVERLAY_DEPTH_MAX, OVERLAY_ENTRIES_MAX, Overlay};
pub use screening::{
    Accept, Accepted, Action, AlsoRule, AlwaysAction, Confidence, Contract, Decision,
    DecisionInput, DerivedForm, Dimension, DimensionRule, Fact, Indicator, InputField, InputRule,
    OutcomeOfScreening, Screening, ShortForm, ShortQuestion, Strength, TestCase,
};

use crate::{Complaint, Phrase};
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Largest volume or overlay that is read, in bytes.
pub const BYTES_MAX: usize = 4 << 20;
/// Most entries of one table.
pub const ENTRIES_MAX: usize = 10_000;

/// The name and version that the text of an overlay states of itself; empty where it states none.
pub fn mark_of(text: &str) -> Overlay {
    let table = text.parse::<toml::Table>().unwrap_or_default();
    let stated = |field: &str| table.get(field).and_then(toml::Value::as_str).unwrap_or_default();
    Overlay { name: stated("overlay").to_owned(), version: stated("version").to_owned() }
}

#[derive(rust_embed::RustEmbed)]
#[folder = "../../catalogue"]
struct CatalogueFiles;

/// The volumes with every overlay laid over them.
#[derive(Clone, Debug)]
pub struct Catalogue {
    volumes: BTreeMap<String, toml::Table>,
    overlays: Vec<Overlay>,
    hash: String,
}

impl Catalogue {
    /// Every volume that is part of this release.
    ///
    /// # Errors
    /// One complaint for each thing wrong in a volume.
    pub fn embedded() -> Result<Self, Vec<Complaint>> {
        let files: Vec<_> = CatalogueFiles::iter().collect();
        let names = files.iter().filter_map(|file| file.strip_suffix(".toml"));
        Self::only(&names.filter(|name| names_itself(name)).collect::<Vec<_>>())
    }

    /// Some volumes of this release, for a command that needs no others.
    ///
    /// # Errors
    /// One complaint for each thing wrong in a volume, or for a volume that does not exist.
    pub fn only(names: &[&str]) -> Result<Self, Vec<Complaint>> {
        let mut volumes = BTreeMap::new();
        let mut complaints = Vec::new();
        for name in names {
            let Some(file) = CatalogueFiles::get(&format!("{name}.toml")) else {
                complaints.push(Complaint::new(0, *name, Phrase::new("catalogue-volume-unknown")));
                continue;
            };
            let text = String::from_utf8_lossy(&file.data);
            match volume::read(name, &text) {
                Ok(table) => {
                    volumes.insert((*name).to_owned(), table);
                }
                Err(wrong) => complaints.extend(wrong),
            }
        }
        if complaints.is_empty() { Ok(Self::of(volumes, Vec::new())) } else { Err(complaints) }
    }

    fn of(volumes: BTreeMap<String, toml::Table>, overlays: Vec<Overlay>) -> Self {
        let hash = hash_of(&volumes);
        Self { volumes, overlays, hash }
    }

    /// This catalogue with a country's own rules laid over it: fields of known entries changed,
    /// new entries added. The catalogue itself is left as it is.
    ///
    /// # Errors
    /// A complaint for each unknown volume, table, id or field, and for each value of the wrong
    /// kind; nothing of the overlay is taken then.
    pub fn with_overlay(&self, text: &str) -> Result<Self, Vec<Complaint>> {
        let (volumes, mark) = overlay::lay_over(&self.volumes, text)?;
        let mut overlays = self.overlays.clone();
        overlays.push(mark);
        let merged = Self::of(volumes, overlays);
        if merged.volumes.contains_key(screening::VOLUME) {
            merged.screening()?;
        }
        if merged.volumes.contains_key(forms::VOLUME) {
            merged.forms()?;
        }
        Ok(merged)
    }

    /// What another catalogue says otherwise, entry by entry and field by field.
    pub fn differences(&self, other: &Self) -> Vec<Difference> {
        difference::between(&self.volumes, &other.volumes)
    }

    /// SHA-256 over all volumes as merged, in lower-case hexadecimal.
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// The overlays in the order in which they were laid.
    pub fn overlays(&self) -> &[Overlay] {
        &self.overlays
    }

    /// The volumes by name.
    pub fn volumes(&self) -> impl Iterator<Item = &str> {
        self.volumes.keys().map(String::as_str)
    }

    /// The version that a volume states of itself; empty when there is no such volume.
    pub fn version(&self, volume: &str) -> &str {
        let stated = self.volumes.get(volume).and_then(|table| table.get("version"));
        stated.and_then(toml::Value::as_str).unwrap_or_default()
    }

    /// The entries of one table, in the order of the file, new ones of overlays last.
    ///
    /// # Errors
    /// A complaint for each entry that does not have the shape of `T`, or when the volume or the
    /// table is not there.
    pub fn entries<T: DeserializeOwned>(
        &self,
        volume: &str,
        table: &str,
    ) -> Result<Vec<T>, Vec<Complaint>> {
        let found = self.volumes.get(volume).and_then(|v| v.get(table));
        let Some(entries) = found.and_then(toml::Value::as_array) else {
            let at = format!("{volume}.{table}");
            return Err(vec![Complaint::new(0, at, Phrase::new("catalogue-table-unknown"))]);
        };
        let mut read = Vec::with_capacity(entries.len());
        let mut complaints = Vec::new();
        for entry in entries {
            match T::deserialize(entry.clone()) {
                Ok(it) => read.push(it),
                Err(why) => {
                    let at = volume::place(volume, table, volume::id_of(entry), "");
                    complaints.push(entry_wrong(at, &why));
                }
            }
        }
        if complaints.is_empty() { Ok(read) } else { Err(complaints) }
    }

    /// A single table, such as `[contract]`.
    ///
    /// # Errors
    /// A complaint when it is missing or does not have the shape of `T`.
    pub fn single<T: DeserializeOwned>(
        &self,
        volume: &str,
        table: &str,
    ) -> Result<T, Vec<Complaint>> {
        let at = format!("{volume}.{table}");
        let Some(found) = self.volumes.get(volume).and_then(|v| v.get(table)) else {
            return Err(vec![Complaint::new(0, at, Phrase::new("catalogue-table-unknown"))]);
        };
        T::deserialize(found.clone()).map_err(|why| vec![entry_wrong(at, &why)])
    }

    /// The screening indicators with their rules, as typed values.
    ///
    /// # Errors
    /// A complaint for each entry that cannot be read.
    pub fn screening(&self) -> Result<Screening, Vec<Complaint>> {
        Screening::read(self)
    }

    /// The forms of exploitation.
    ///
    /// # Errors
    /// A complaint for each entry that cannot be read or that names an unknown form.
    pub fn forms(&self) -> Result<Forms, Vec<Complaint>> {
        Forms::read(self)
    }
}

/// Whether a file has the line that makes it a volume.
fn names_itself(name: &str) -> bool {
    let file = CatalogueFiles::get(&format!("{name}.toml"));
    let text = file.as_ref().map(|f| String::from_utf8_lossy(&f.data)).unwrap_or_default();
    text.lines().take_while(|l| !l.starts_with('[')).any(|l| l.starts_with("catalogue = "))
}

fn entry_wrong(at: String, why: &toml::de::Error) -> Complaint {
    Complaint::new(0, at, Phrase::new("catalogue-entry-wrong").with("why", why.message()))
}

fn hash_of(volumes: &BTreeMap<String, toml::Table>) -> String {
    let mut hash = Sha256::new();
    for (name, table) in volumes {
        let text = table.to_string();
        for piece in [name.as_str(), text.as_str()] {
            hash.update(u64::try_from(piece.len()).unwrap_or(u64::MAX).to_be_bytes());
            hash.update(piece.as_bytes());
        }
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests;
