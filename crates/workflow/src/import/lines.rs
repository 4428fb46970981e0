//! From bytes to lines: unpacking, byte order marks, encodings, limits. A cell of these tables
//! never runs over a line, so a broken quotation mark costs one line and not the rest of the file.

use super::{LINE_BYTES_MAX, Unreadable};
use flate2::read::MultiGzDecoder;
use lexicon::{Complaint, Phrase};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::io::{BufRead, BufReader, Read};

/// The lines of a file, counted from 1.
pub struct Lines<'a> {
    source: Box<dyn BufRead + 'a>,
    bytes: Vec<u8>,
    hash: Sha256,
    byte_count: u64,
    bytes_max: u64,
    pub number: u64,
}

/// One line without its end.
pub enum Line {
    Text(String),
    /// Not UTF-8, read as Latin-1.
    Latin(String),
    TooLong,
}

impl<'a> Lines<'a> {
    /// Takes plain text or gzip, told by the first two bytes, up to so many bytes unpacked.
    pub fn new(source: impl Read + 'a, bytes_max: u64) -> Result<Self, Unreadable> {
        let mut plain = BufReader::with_capacity(1 << 16, source);
        let start = plain.fill_buf().map_err(|e| broken(&e))?;
        let source: Box<dyn BufRead + 'a> = if start.starts_with(&[0x1f, 0x8b]) {
            Box::new(BufReader::with_capacity(1 << 16, MultiGzDecoder::new(plain)))
        } else {
            Box::new(plain)
        };
        let (bytes, hash) = (Vec::new(), Sha256::new());
        let mut lines = Self { source, bytes, hash, byte_count: 0, bytes_max, number: 0 };
        lines.skip_mark()?;
        Ok(lines)
    }

    fn skip_mark(&mut self) -> Result<(), Unreadable> {
        let start = self.source.fill_buf().map_err(|e| broken(&e))?;
        if start.is_empty() {
            return Err(refused("import-empty"));
        }
        if start.starts_with(&[0xff, 0xfe]) || start.starts_with(&[0xfe, 0xff]) {
            return Err(refused("import-utf16"));
        }
        if start.starts_with(b"PK\x03\x04") {
            return Err(refused("import-spreadsheet"));
        }
        if start.starts_with(&[0xef, 0xbb, 0xbf]) {
            self.source.consume(3);
        }
        Ok(())
    }

    /// The next line; `None` at the end.
    pub fn next(&mut self) -> Result<Option<Line>, Unreadable> {
        self.bytes.clear();
        let mut is_long = false;
        let mut is_ended = false;
        while !is_ended {
            let chunk = self.source.fill_buf().map_err(|e| broken(&e))?;
            if chunk.is_empty() {
                break;
            }
            let end = chunk.iter().position(|b| *b == b'\n');
            let taken = end.map_or(chunk.len(), |at| at + 1);
            let part = chunk.get(..taken).unwrap_or_default();
            self.hash.update(part);
            if self.bytes.len() + part.len() > LINE_BYTES_MAX {
                is_long = true;
            } else {
                self.bytes.extend_from_slice(part);
            }
            self.byte_count += taken as u64;
            self.source.consume(taken);
            is_ended = end.is_some();
            if self.byte_count > self.bytes_max {
                return Err(refused("import-too-large"));
            }
        }
        if self.bytes.is_empty() && !is_long && !is_ended {
            return Ok(None);
        }
        self.number += 1;
        Ok(Some(if is_long { Line::TooLong } else { self.text() }))
    }

    fn text(&self) -> Line {
        let line = self.bytes.strip_suffix(b"\n").unwrap_or(&self.bytes);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        match std::str::from_utf8(line) {
            Ok(text) => Line::Text(text.to_owned()),
            Err(_) => Line::Latin(line.iter().map(|b| char::from(*b)).collect()),
        }
    }

    /// SHA-256 of the unpacked file, once every line was read.
    pub fn hash(self) -> [u8; 32] {
        self.hash.finalize().into()
    }
}

fn broken(error: &std::io::Error) -> Unreadable {
    let phrase = Phrase::new("import-broken").with("reason", error.to_string());
    Unreadable::because(Complaint::new(0, "", phrase))
}

fn refused(key: &'static str) -> Unreadable {
    Unreadable::because(Complaint::new(0, "", Phrase::new(key)))
}

/// The cells of a line, or the key of what is wrong with it.
pub fn split<'a>(
    line: &'a str,
    delimiter: char,
    cells: &mut Vec<Cow<'a, str>>,
) -> Result<(), &'static str> {
    cells.clear();
    if !line.contains('"') {
        cells.extend(line.split(delimiter).map(Cow::Borrowed));
        return Ok(());
    }
    let mut rest = line;
    loop {
        let (cell, after) = match rest.strip_prefix('"') {
            Some(quoted) => take_quoted(quoted)?,
            None => {
                let end = rest.find(delimiter).unwrap_or(rest.len());
                let (cell, after) = rest.split_at(end);
                (Cow::Borrowed(cell), after)
            }
        };
        cells.push(cell);
        match after.strip_prefix(delimiter) {
            Some(next) => rest = next,
            None if after.is_empty() => return Ok(()),
            None => return Err("import-text-after-quote"),
        }
    }
}

/// The text up to the closing quotation mark, and what stands behind it.
fn take_quoted(quoted: &str) -> Result<(Cow<'_, str>, &str), &'static str> {
    let mut cell = String::new();
    let mut rest = quoted;
    loop {
        let (text, after) = rest.split_once('"').ok_or("import-quote-open")?;
        match after.strip_prefix('"') {
            Some(next) => {
                cell.push_str(text);
                cell.push('"');
                rest = next;
            }
            None if cell.is_empty() => return Ok((Cow::Borrowed(text), after)),
            None => {
                cell.push_str(text);
                return Ok((Cow::Owned(cell), after));
            }
        }
    }
}

/// Comma, tab or semicolon, whichever parts the header into most cells.
pub fn delimiter_of(header: &str) -> char {
    let mut cells = Vec::new();
    [',', '\t', ';']
        .into_iter()
        .max_by_key(|delimiter| {
            let count = split(header, *delimiter, &mut cells).map_or(0, |()| cells.len());
            (count, *delimiter == ',')
        })
        .unwrap_or(',')
}
