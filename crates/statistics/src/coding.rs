//! A column as codes into a dictionary: what a set of rows is kept as.

use std::collections::HashMap;

/// Rows of one set, at most.
pub const ROWS_MAX: usize = 5_000_000;
/// Different texts in one column, at most.
pub const ENTRIES_MAX: usize = 1_000_000;
/// Bytes of one text, at most.
pub const TEXT_BYTES_MAX: usize = 4_096;
/// Rows in one packed part.
pub const PART_ROWS: usize = 262_144;

/// One text of a column and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// As it stood in the file.
    pub raw: String,
    /// The code under which it is counted; `unknown`, `not-asked` and `refused` are missing values.
    pub value: String,
}

#[derive(Clone, Debug, PartialEq)]
enum Codes {
    Narrow(Vec<u8>),
    Middle(Vec<u16>),
    Wide(Vec<u32>),
}

/// A named column: a dictionary and one code a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    pub name: String,
    entries: Vec<Entry>,
    by_raw: HashMap<String, u32>,
    codes: Codes,
}

/// Why a column could not be added to or read back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodingError {
    #[error("the column holds more different texts than the limit of {ENTRIES_MAX}")]
    TooManyEntries,
    #[error("the set holds more rows than the limit of {ROWS_MAX}")]
    TooManyRows,
    #[error("a text is longer than the limit of {TEXT_BYTES_MAX} bytes")]
    TooLong,
    #[error("the packed column is broken")]
    Broken,
}

impl Column {
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            entries: Vec::new(),
            by_raw: HashMap::new(),
            codes: Codes::Narrow(Vec::new()),
        }
    }

    /// The code of a text that the dictionary already holds.
    pub fn find(&self, raw: &str) -> Option<u32> {
        self.by_raw.get(raw).copied()
    }

    /// Adds a text with its meaning to the dictionary and returns its code; a text that is already
    /// there keeps its meaning.
    ///
    /// # Errors
    /// When the text is too long or the dictionary is full.
    pub fn add_entry(&mut self, raw: &str, value: &str) -> Result<u32, CodingError> {
        if let Some(code) = self.find(raw) {
            return Ok(code);
        }
        if raw.len() > TEXT_BYTES_MAX || value.len() > TEXT_BYTES_MAX {
            return Err(CodingError::TooLong);
        }
        if self.entries.len() >= ENTRIES_MAX {
            return Err(CodingError::TooManyEntries);
        }
        let code = u32::try_from(self.entries.len()).map_err(|_| CodingError::TooManyEntries)?;
        self.entries.push(Entry { raw: raw.to_owned(), value: value.to_owned() });
        self.by_raw.insert(raw.to_owned(), code);
        Ok(code)
    }

    /// Appends one row by its code.
    ///
    /// # Errors
    /// When the column is full or the dictionary has no such code.
    pub fn push(&mut self, code: u32) -> Result<(), CodingError> {
        if self.row_count() >= ROWS_MAX {
            return Err(CodingError::TooManyRows);
        }
        if self.entry(code).is_none() {
            return Err(CodingError::Broken);
        }
        self.codes.push(code);
        Ok(())
    }

    pub fn row_count(&self) -> usize {
        match &self.codes {
            Codes::Narrow(codes) => codes.len(),
            Codes::Middle(codes) => codes.len(),
            Codes::Wide(codes) => codes.len(),
        }
    }

    /// The dictionary, in the order of the codes.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    pub fn entry(&self, code: u32) -> Option<&Entry> {
        self.entries.get(usize::try_from(code).ok()?)
    }

    /// One code a row.
    pub fn codes(&self) -> Box<dyn Iterator<Item = u32> + '_> {
        match &self.codes {
            Codes::Narrow(codes) => Box::new(codes.iter().map(|c| u32::from(*c))),
            Codes::Middle(codes) => Box::new(codes.iter().map(|c| u32::from(*c))),
            Codes::Wide(codes) => Box::new(codes.iter().copied()),
        }
    }

    /// The dictionary as bytes.
    pub fn pack_dictionary(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        put_length(&mut bytes, self.entries.len());
        for text in self.entries.iter().flat_map(|e| [&e.raw, &e.value]) {
            put_length(&mut bytes, text.len());
            bytes.extend_from_slice(text.as_bytes());
        }
        bytes
    }

    /// The codes as bytes, in parts of [`PART_ROWS`] rows; the first byte of each tells its width.
    pub fn pack_codes(&self) -> Vec<Vec<u8>> {
        match &self.codes {
            Codes::Narrow(codes) => pack(codes, 1, |c| c.to_le_bytes()),
            Codes::Middle(codes) => pack(codes, 2, |c| c.to_le_bytes()),
            Codes::Wide(codes) => pack(codes, 4, |c| c.to_le_bytes()),
        }
    }

    /// A column from what [`Self::pack_dictionary`] and [`Self::pack_codes`] gave.
    ///
    /// # Errors
    /// When the bytes are not such, or go beyond a limit.
    pub fn unpack<B: AsRef<[u8]>>(
        name: impl Into<String>,
        dictionary: &[u8],
        parts: &[B],
    ) -> Result<Self, CodingError> {
        let mut column = Self::new(name);
        let mut rest = dictionary;
        let count = take_length(&mut rest)?;
        if count > ENTRIES_MAX {
            return Err(CodingError::TooManyEntries);
        }
        for _ in 0..count {
            let raw = take_text(&mut rest)?;
            let value = take_text(&mut rest)?;
            column.add_entry(raw, value)?;
        }
        if !rest.is_empty() || column.entries.len() != count {
            return Err(CodingError::Broken);
        }
        for part in parts {
            column.unpack_part(part.as_ref())?;
        }
        Ok(column)
    }

    fn unpack_part(&mut self, part: &[u8]) -> Result<(), CodingError> {
        let (width, bytes) = part.split_first().ok_or(CodingError::Broken)?;
        let width = usize::from(*width);
        if !matches!(width, 1 | 2 | 4) || !bytes.len().is_multiple_of(width) {
            return Err(CodingError::Broken);
        }
        for chunk in bytes.chunks_exact(width) {
            let code = chunk.iter().rev().fold(0_u32, |code, byte| code << 8 | u32::from(*byte));
            self.push(code)?;
        }
        Ok(())
    }
}

impl Codes {
    fn push(&mut self, code: u32) {
        self.widen_for(code);
        match self {
            Self::Narrow(codes) => codes.push(u8::try_from(code).unwrap_or(u8::MAX)),
            Self::Middle(codes) => codes.push(u16::try_from(code).unwrap_or(u16::MAX)),
            Self::Wide(codes) => codes.push(code),
        }
    }

    fn widen_for(&mut self, code: u32) {
        *self = match self {
            Self::Narrow(codes) if code > u32::from(u8::MAX) => {
                Self::Middle(codes.iter().map(|c| u16::from(*c)).collect())
            }
            _ => match self {
                Self::Middle(codes) if code > u32::from(u16::MAX) => {
                    Self::Wide(codes.iter().map(|c| u32::from(*c)).collect())
                }
                _ => return,
            },
        };
        self.widen_for(code);
    }
}

fn pack<T: Copy, const N: usize>(
    codes: &[T],
    width: u8,
    bytes_of: impl Fn(T) -> [u8; N],
) -> Vec<Vec<u8>> {
    codes
        .chunks(PART_ROWS)
        .map(|part| {
            let mut bytes = Vec::with_capacity(1 + part.len() * N);
            bytes.push(width);
            part.iter().for_each(|code| bytes.extend_from_slice(&bytes_of(*code)));
            bytes
        })
        .collect()
}

fn put_length(bytes: &mut Vec<u8>, length: usize) {
    // Lengths are held by ENTRIES_MAX and TEXT_BYTES_MAX, far below what four bytes hold.
    let length = u32::try_from(length).unwrap_or(u32::MAX);
    bytes.extend_from_slice(&length.to_le_bytes());
}

fn take_length(rest: &mut &[u8]) -> Result<usize, CodingError> {
    let (length, tail) = rest.split_first_chunk::<4>().ok_or(CodingError::Broken)?;
    *rest = tail;
    usize::try_from(u32::from_le_bytes(*length)).map_err(|_| CodingError::Broken)
}

fn take_text<'a>(rest: &mut &'a [u8]) -> Result<&'a str, CodingError> {
    let length = take_length(rest)?;
    if length > TEXT_BYTES_MAX {
        return Err(CodingError::TooLong);
    }
    let (text, tail) = rest.split_at_checked(length).ok_or(CodingError::Broken)?;
    *rest = tail;
    std::str::from_utf8(text).map_err(|_| CodingError::Broken)
}

#[cfg(test)]
mod tests {
    use super::{CodingError, Column};
    use proptest::prelude::*;

    fn column(texts: &[String]) -> Column {
        let mut column = Column::new("c");
        for text in texts {
            let code = column.add_entry(text, &text.to_uppercase()).expect("room");
            column.push(code).expect("room");
        }
        column
    }

    proptest! {
        #[test]
        fn a_column_is_packed_and_unpacked_the_same(texts in prop::collection::vec(".{0,8}", 0..600)) {
            let column = column(&texts);
            let back = Column::unpack("c", &column.pack_dictionary(), &column.pack_codes());
            prop_assert_eq!(back, Ok(column));
        }

        // proves: P-16
        #[test]
        fn p16_broken_bytes_are_refused_without_a_panic(
            dictionary in prop::collection::vec(any::<u8>(), 0..80),
            part in prop::collection::vec(any::<u8>(), 0..80),
        ) {
            let _ = Column::unpack("c", &dictionary, &[part]);
        }
    }

    #[test]
    fn codes_widen_when_the_dictionary_grows() {
        let texts: Vec<String> = (0..70_000).map(|n| n.to_string()).collect();
        let column = column(&texts);
        assert!(column.codes().eq(0..70_000));
        let back = Column::unpack("c", &column.pack_dictionary(), &column.pack_codes());
        assert_eq!(back.expect("what was packed").row_count(), 70_000);
    }

    #[test]
    fn a_code_without_an_entry_is_refused() {
        assert_eq!(Column::new("c").push(0), Err(CodingError::Broken));
        assert_eq!(Column::unpack("c", &[0; 4], &[vec![1, 0]]), Err(CodingError::Broken));
    }
}
