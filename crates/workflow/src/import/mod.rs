//! Reading published tables into sets of coded columns. One file a format, one line in [`FORMATS`].
//!
//! Parsing never fails half-way: every line is stored or complained about, so that
//! `rows_in = rows_stored + complaints` always holds. What was stored but is worth knowing is a
//! note. A file that cannot be read as a table at all is refused as a whole.

mod cells;
mod ctdc;
mod glotip;
mod lines;
mod profile;
mod read;
mod store_set;
mod uk_nrm;

pub use profile::{Field, ImportFormat, Kind, Profile, Unit};
pub use read::{Parsed, parse, parse_within};
#[cfg(test)]
pub(crate) use store_set::column_rows;
pub(crate) use store_set::keep_set;
pub use store_set::{ImportError, Imported, import_set};

use lexicon::Complaint;

/// Every format that can be imported.
pub const FORMATS: [&dyn ImportFormat; 3] = [&ctdc::Ctdc, &glotip::Glotip, &uk_nrm::UkNrm];

/// Bytes of a file after unpacking, at most.
pub const FILE_BYTES_MAX: u64 = 1 << 30;
/// Bytes of one line, at most.
pub const LINE_BYTES_MAX: usize = 65_536;
/// Columns of a file, at most.
pub const COLUMNS_MAX: usize = 200;
/// Characters of one cell, at most.
pub const CELL_CHARS_MAX: usize = 1_000;
/// Complaints and notes that are kept, at most; all are counted.
pub const COMPLAINTS_MAX: usize = 1_000;

/// The format of an id such as `ctdc`.
pub fn format(id: &str) -> Option<&'static dyn ImportFormat> {
    FORMATS.into_iter().find(|f| f.id() == id)
}

/// The profile of an id such as `ctdc-victims-27`.
pub fn profile(id: &str) -> Option<&'static Profile> {
    FORMATS.into_iter().flat_map(ImportFormat::profiles).find(|p| p.id == id)
}

/// A file that cannot be imported at all; nothing of it was stored.
#[derive(Debug)]
pub struct Unreadable {
    pub complaints: Vec<Complaint>,
}

impl Unreadable {
    fn because(complaint: Complaint) -> Self {
        Self { complaints: vec![complaint] }
    }
}

#[cfg(test)]
mod tests;
