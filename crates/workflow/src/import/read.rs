//! From lines to columns.

use super::cells::{self, Reading, shown};
use super::lines::{Line, Lines, delimiter_of, split};
use super::profile::{Field, ImportFormat, Kind, Profile};
use super::{CELL_CHARS_MAX, COLUMNS_MAX, COMPLAINTS_MAX, FILE_BYTES_MAX, Unreadable};
use lexicon::{Complaint, Phrase};
use statistics::Column;
use statistics::coding::CodingError;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};
use std::io::Read;

/// Lines at the top of a file among which the header is looked for.
const HEADER_LINES_MAX: usize = 5;

/// A file that was read: its rows as columns, and what was wrong with it.
pub struct Parsed {
    pub profile: &'static Profile,
    pub columns: Vec<Column>,
    /// Lines under the header that are not empty.
    pub rows_in: u64,
    pub rows_stored: u64,
    /// Rows that were refused; one complaint each, of which the first are listed.
    pub complaint_count: u64,
    pub complaints: Vec<Complaint>,
    /// What was kept but is worth knowing.
    pub notes: Vec<Complaint>,
    /// SHA-256 of the unpacked file.
    pub file_hash: [u8; 32],
}

/// Reads a whole file.
///
/// # Errors
/// When it is no table of this format; then nothing of it can be kept.
pub fn parse(format: &dyn ImportFormat, source: impl Read) -> Result<Parsed, Unreadable> {
    parse_within(format, source, FILE_BYTES_MAX)
}

/// [`parse`] with a limit of one's own on the bytes of the unpacked file.
///
/// # Errors
/// As [`parse`].
pub fn parse_within(
    format: &dyn ImportFormat,
    source: impl Read,
    bytes_max: u64,
) -> Result<Parsed, Unreadable> {
    let mut lines = Lines::new(source, bytes_max)?;
    let (mut table, waiting) = Table::find(format, &mut lines)?;
    for (number, line) in waiting {
        table.take(number, line)?;
    }
    while let Some(line) = lines.next()? {
        table.take(lines.number, line)?;
    }
    Ok(table.finish(lines.hash()))
}

/// One column of the file while it is read.
struct Slot {
    /// As the header has it.
    header: String,
    kind: Kind,
    /// `None`: an index column that is left out.
    column: Option<Column>,
    refused: HashMap<String, Phrase>,
    /// By code of the dictionary.
    noted: HashMap<u32, &'static str>,
}

/// A note, where it was met first and how often.
struct Met {
    line: u64,
    field: String,
    phrase: Phrase,
    row_count: u64,
}

/// A header held against one shape.
struct Shape {
    profile: &'static Profile,
    /// The field that each header names.
    fields: Vec<Option<&'static Field>>,
    /// How many headers name one.
    known: usize,
    /// Required fields that no header names.
    missing: Vec<&'static Field>,
}

impl Shape {
    fn of(profile: &'static Profile, headers: &[String]) -> Self {
        let fields = profile.fields_of(headers);
        let known = fields.iter().flatten().count();
        let mut shape = Self { profile, fields, known, missing: Vec::new() };
        let required = profile.fields.iter().filter(|field| field.is_required);
        shape.missing = required.filter(|field| !shape.has(field)).collect();
        shape
    }

    fn has(&self, field: &Field) -> bool {
        self.fields.iter().flatten().any(|named| named.name == field.name)
    }

    /// Columns that the header has twice.
    fn twice(&self, headers: &[String], number: u64) -> Vec<Complaint> {
        let mut seen = HashSet::new();
        let named = headers.iter().zip(&self.fields).filter(|(header, _)| !is_index(header));
        named
            .filter(|(header, field)| !seen.insert(field.map_or(header.as_str(), |f| f.name)))
            .map(|(h, _)| Complaint::new(number, shown(h), Phrase::new("import-column-twice")))
            .collect()
    }
}

struct Table {
    profile: &'static Profile,
    delimiter: char,
    slots: Vec<Slot>,
    rows_in: u64,
    complaint_count: u64,
    complaints: Vec<Complaint>,
    met: Vec<Met>,
    met_at: HashMap<(String, &'static str, String), usize>,
    seen: HashSet<u64>,
    hasher: RandomState,
}

type Waiting = Vec<(u64, Line)>;

impl Table {
    /// Looks for the header among the first lines; gives back the lines under it that were read.
    fn find(
        format: &dyn ImportFormat,
        lines: &mut Lines<'_>,
    ) -> Result<(Self, Waiting), Unreadable> {
        let mut first = Vec::new();
        while first.len() < HEADER_LINES_MAX
            && let Some(line) = lines.next()?
        {
            first.push((lines.number, line));
        }
        let mut best: Option<(usize, usize, Vec<Complaint>)> = None;
        let mut found = None;
        for (at, (number, line)) in first.iter().enumerate() {
            let (Line::Text(text) | Line::Latin(text)) = line else { continue };
            match Self::of_header(format, *number, text) {
                Ok(table) => {
                    found = Some((at, table));
                    break;
                }
                Err((known, complaints)) if best.as_ref().is_none_or(|b| known > b.0) => {
                    best = Some((known, at, complaints));
                }
                Err(_) => {}
            }
        }
        let Some((at, mut table)) = found else {
            let complaints = best.map(|b| b.2).unwrap_or_default();
            return Err(Unreadable { complaints });
        };
        if at > 0 {
            let phrase = Phrase::new("import-note-lines-above").with("lines", at);
            table.note(1, "", phrase);
        }
        Ok((table, first.split_off(at + 1)))
    }

    /// The shape whose columns the header has, or how many known columns it has and what it lacks.
    fn of_header(
        format: &dyn ImportFormat,
        number: u64,
        line: &str,
    ) -> Result<Self, (usize, Vec<Complaint>)> {
        let whole = |key| (0, vec![Complaint::new(number, "", Phrase::new(key))]);
        let delimiter = delimiter_of(line);
        let mut cells = Vec::new();
        split(line, delimiter, &mut cells).map_err(whole)?;
        if cells.len() > COLUMNS_MAX {
            return Err(whole("import-too-many-columns"));
        }
        let headers: Vec<String> = cells.iter().map(|c| c.trim().to_owned()).collect();
        let shapes = format.profiles().iter().map(|profile| Shape::of(profile, &headers));
        let best = shapes.min_by_key(|shape| (shape.missing.len(), usize::MAX - shape.known));
        let Some(shape) = best else { return Err(whole("import-not-this-format")) };
        if shape.known < shape.missing.len() || shape.known == 0 {
            return Err(whole("import-not-this-format"));
        }
        let complaints: Vec<Complaint> = shape
            .missing
            .iter()
            .map(|field| field.aliases.first().copied().unwrap_or(field.name))
            .map(|name| Complaint::new(number, name, Phrase::new("import-column-missing")))
            .chain(shape.twice(&headers, number))
            .collect();
        if !complaints.is_empty() {
            return Err((shape.known, complaints));
        }
        Ok(Self::new(&shape, delimiter, headers, number))
    }

    fn new(shape: &Shape, delimiter: char, headers: Vec<String>, number: u64) -> Self {
        let mut table = Self {
            profile: shape.profile,
            delimiter,
            slots: Vec::new(),
            rows_in: 0,
            complaint_count: 0,
            complaints: Vec::new(),
            met: Vec::new(),
            met_at: HashMap::new(),
            seen: HashSet::new(),
            hasher: RandomState::new(),
        };
        for (header, field) in headers.into_iter().zip(&shape.fields) {
            let is_index = field.is_none() && is_index(&header);
            match field {
                Some(_) => {}
                None if is_index => {
                    table.note(number, &shown(&header), Phrase::new("import-note-index-column"));
                }
                None => {
                    table.note(number, &shown(&header), Phrase::new("import-note-unknown-column"));
                }
            }
            let name = field.map_or_else(|| table.free_name(&header), |f| f.name.to_owned());
            table.slots.push(Slot {
                kind: field.map_or(Kind::Text, |f| f.kind),
                column: (!is_index).then(|| Column::new(name)),
                header,
                refused: HashMap::new(),
                noted: HashMap::new(),
            });
        }
        for field in shape.profile.fields.iter().filter(|field| !shape.has(field)) {
            let name = field.aliases.first().copied().unwrap_or(field.name);
            table.note(number, name, Phrase::new("import-note-column-absent"));
        }
        table
    }

    /// A name for an unknown column that no other column has.
    fn free_name(&self, header: &str) -> String {
        let is_taken = |name: &str| {
            self.profile.field(name).is_some()
                || self.slots.iter().flat_map(|s| &s.column).any(|c| c.name == name)
        };
        let mut name = shown(header);
        while is_taken(&name) {
            name.push('+');
        }
        name
    }

    /// Stores one line or complains about it.
    fn take(&mut self, number: u64, line: Line) -> Result<(), Unreadable> {
        let text = match line {
            Line::Text(text) => text,
            Line::Latin(text) => {
                self.note(number, "", Phrase::new("import-note-latin"));
                text
            }
            Line::TooLong => {
                self.rows_in += 1;
                self.complain(number, String::new(), Phrase::new("import-line-too-long"));
                return Ok(());
            }
        };
        if text.is_empty() {
            self.note(number, "", Phrase::new("import-note-empty-line"));
            return Ok(());
        }
        self.rows_in += 1;
        let mut cells = Vec::new();
        if let Err(key) = split(&text, self.delimiter, &mut cells) {
            self.complain(number, String::new(), Phrase::new(key));
            return Ok(());
        }
        if cells.len() != self.slots.len() {
            let phrase = Phrase::new("import-cell-count")
                .with("cells", cells.len())
                .with("columns", self.slots.len());
            self.complain(number, String::new(), phrase);
            return Ok(());
        }
        self.store(number, &cells)?;
        self.notice_repeat(number, &text);
        Ok(())
    }

    fn store(&mut self, number: u64, cells: &[Cow<'_, str>]) -> Result<(), Unreadable> {
        let mut codes = Vec::with_capacity(cells.len());
        let mut wrong: Vec<(String, Phrase)> = Vec::new();
        for (slot, cell) in self.slots.iter_mut().zip(cells) {
            match slot.code(cell).map_err(|e| overfull(number, e))? {
                Ok(code) => codes.push(code),
                Err(phrase) => wrong.push((slot.header.clone(), phrase)),
            }
        }
        if wrong.is_empty()
            && let Some((name, key)) = self.absurd(&codes)
        {
            let field = self.profile.field(name);
            let header = field.and_then(|f| f.aliases.first().copied()).unwrap_or(name);
            wrong.push((header.to_owned(), Phrase::new(key)));
        }
        if let Some((_, phrase)) = wrong.first() {
            // One complaint a row: every wrong column is named, the first is explained.
            let fields: Vec<String> = wrong.iter().map(|(field, _)| shown(field)).collect();
            self.complain(number, fields.join(", "), phrase.clone());
            return Ok(());
        }
        self.note_cells(number, &codes);
        for (slot, code) in self.slots.iter_mut().zip(codes) {
            if let (Some(column), Some(code)) = (&mut slot.column, code) {
                column.push(code).map_err(|e| overfull(number, e))?;
            }
        }
        Ok(())
    }

    fn absurd(&self, codes: &[Option<u32>]) -> Option<(&'static str, &'static str)> {
        let value_of = |name: &str| {
            self.slots
                .iter()
                .zip(codes)
                .find(|(s, _)| s.column.as_ref().is_some_and(|c| c.name == name))
                .and_then(|(s, code)| s.column.as_ref()?.entry((*code)?))
                .map_or(String::new(), |e| e.value.clone())
        };
        (self.profile.is_absurd)(&value_of)
    }

    fn note_cells(&mut self, number: u64, codes: &[Option<u32>]) {
        let mut notes = Vec::new();
        for (slot, code) in self.slots.iter().zip(codes) {
            let (Some(code), Some(column)) = (code, &slot.column) else { continue };
            if let (Some(key), Some(entry)) = (slot.noted.get(code), column.entry(*code)) {
                let phrase = Phrase::new(*key).with("value", shown(&entry.raw));
                notes.push((slot.header.clone(), phrase));
            }
        }
        for (field, phrase) in notes {
            self.note(number, &field, phrase);
        }
    }

    /// In a table of counts a line that stands twice would count twice.
    fn notice_repeat(&mut self, number: u64, text: &str) {
        if self.profile.unit == super::Unit::Person {
            return;
        }
        if !self.seen.insert(self.hasher.hash_one(text)) {
            self.note(number, "", Phrase::new("import-note-repeated-line"));
        }
    }

    fn complain(&mut self, line: u64, field: String, phrase: Phrase) {
        self.complaint_count += 1;
        if self.complaints.len() < COMPLAINTS_MAX {
            self.complaints.push(Complaint::new(line, field, phrase));
        }
    }

    /// Notes a thing once, with the number of rows it concerns.
    fn note(&mut self, line: u64, field: &str, phrase: Phrase) {
        let value = format!("{:?}", phrase.values);
        let key = match &phrase.key {
            Cow::Borrowed(key) => *key,
            Cow::Owned(_) => "",
        };
        let place = (field.to_owned(), key, value);
        if let Some(met) = self.met_at.get(&place).and_then(|at| self.met.get_mut(*at)) {
            met.row_count += 1;
        } else if self.met.len() < COMPLAINTS_MAX {
            self.met_at.insert(place, self.met.len());
            self.met.push(Met { line, field: field.to_owned(), phrase, row_count: 1 });
        }
    }

    fn finish(self, file_hash: [u8; 32]) -> Parsed {
        let notes = self
            .met
            .into_iter()
            .map(|met| {
                let rows = i64::try_from(met.row_count).unwrap_or(i64::MAX);
                Complaint::new(met.line, met.field, met.phrase.with("rows", rows))
            })
            .collect();
        Parsed {
            profile: self.profile,
            columns: self.slots.into_iter().filter_map(|s| s.column).collect(),
            rows_in: self.rows_in,
            rows_stored: self.rows_in - self.complaint_count,
            complaint_count: self.complaint_count,
            complaints: self.complaints,
            notes,
            file_hash,
        }
    }
}

impl Slot {
    /// The code of a cell, `None` in an index column, or why the cell cannot be kept.
    fn code(&mut self, cell: &str) -> Result<Result<Option<u32>, Phrase>, CodingError> {
        let Some(column) = &mut self.column else { return Ok(Ok(None)) };
        if let Some(code) = column.find(cell) {
            return Ok(Ok(Some(code)));
        }
        if let Some(phrase) = self.refused.get(cell) {
            return Ok(Err(phrase.clone()));
        }
        match cells::read(self.kind, cell) {
            Reading::Value(value) => column.add_entry(cell, &value).map(|code| Ok(Some(code))),
            Reading::Noted(value, key) => {
                let code = column.add_entry(cell, &value)?;
                self.noted.insert(code, key);
                Ok(Ok(Some(code)))
            }
            Reading::Refused(phrase) => {
                // What is refused is remembered only as far as memory allows.
                if self.refused.len() < COMPLAINTS_MAX && cell.len() <= CELL_CHARS_MAX {
                    self.refused.insert(cell.to_owned(), phrase.clone());
                }
                Ok(Err(phrase))
            }
        }
    }
}

fn overfull(line: u64, error: CodingError) -> Unreadable {
    let key = match error {
        CodingError::TooManyRows => "import-too-many-rows",
        CodingError::TooManyEntries => "import-too-many-texts",
        CodingError::TooLong | CodingError::Broken => "import-cell-too-long",
    };
    Unreadable::because(Complaint::new(line, "", Phrase::new(key)))
}

/// A column that only counts the rows: without a name, or named by the terms of use of CTDC.
fn is_index(header: &str) -> bool {
    header.is_empty()
        || header.starts_with("Unnamed:")
        || header.to_ascii_lowercase().starts_with("by using this data")
}
