//! The form of a backup file. It begins with a line that names it and a header in JSON; then come
//! blocks of rows, each with its own SHA-256; and at the end counts, the SHA-256 of everything
//! before and the mark of the node. A file without its end is no backup.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::io::{self, Read, Write};
use store::{Cell, DumpedRow};

const MAGIC: &[u8] = b"mangrove backup\n";
/// The form this program writes and reads.
pub const FORMAT: u32 = 1;
const HEADER_BYTES_MAX: u32 = 256 * 1024;
/// A block is written when it has grown to this, in bytes.
const BLOCK_BYTES: usize = 256 * 1024;
/// A single row may be a file; more than this is none.
const BLOCK_BYTES_MAX: u32 = 128 << 20;
const ROWS: u8 = b'R';
const END: u8 = b'E';

/// What stands at the beginning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    pub format: u32,
    /// Version of the program that made it.
    pub program: String,
    /// Short name of the tables.
    pub tables: String,
    /// The node: its ledger's public key in hexadecimal.
    pub node: String,
    pub made_on: String,
    /// Size and root of the last signed checkpoint.
    pub leaves: u64,
    pub root: String,
    /// Position of the last negative event it knows.
    pub negative_events: i64,
    /// Name of the one organisation whose rows it holds; the whole node without.
    pub organisation: Option<String>,
}

/// What every form of header has, also those of other versions.
#[derive(Deserialize)]
struct Any {
    format: u32,
    program: String,
}

/// Why a file is not read.
#[derive(Debug)]
pub enum ArchiveFault {
    /// Something else, or its beginning is spoiled.
    NotABackup,
    Older {
        program: String,
    },
    Newer {
        program: String,
    },
    /// It ends before its end.
    Half,
    /// A block is not what was written; its number, 0 for the whole.
    Spoiled {
        block: u64,
    },
    Io(io::Error),
}

impl From<io::Error> for ArchiveFault {
    fn from(why: io::Error) -> Self {
        if why.kind() == io::ErrorKind::UnexpectedEof { Self::Half } else { Self::Io(why) }
    }
}

/// Counts of a whole file and the digest that the node's mark is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Total {
    pub blocks: u64,
    pub rows: u64,
    pub digest: [u8; 32],
}

/// Writes a backup.
pub struct Writer<W> {
    to: W,
    hash: Sha256,
    block: Vec<u8>,
    block_rows: u32,
    table: u16,
    blocks: u64,
    rows: u64,
}

impl<W: Write> Writer<W> {
    /// Begins with the header.
    ///
    /// # Errors
    /// The disk's.
    pub fn begin(to: W, header: &Header) -> io::Result<Self> {
        let mut writer = Self {
            to,
            hash: Sha256::new(),
            block: Vec::new(),
            block_rows: 0,
            table: 0,
            blocks: 0,
            rows: 0,
        };
        let json = serde_json::to_vec(header)?;
        writer.put(MAGIC)?;
        writer.put(&u32::try_from(json.len()).unwrap_or(u32::MAX).to_be_bytes())?;
        writer.put(&json)?;
        Ok(writer)
    }

    /// Adds a row of the table with this place in the list of tables.
    ///
    /// # Errors
    /// The disk's.
    pub fn row(&mut self, table: u16, row: &DumpedRow) -> io::Result<()> {
        if table != self.table || self.block.len() >= BLOCK_BYTES {
            self.end_block()?;
            self.table = table;
        }
        for cell in row {
            encode(cell, &mut self.block);
        }
        self.block_rows += 1;
        self.rows += 1;
        Ok(())
    }

    fn end_block(&mut self) -> io::Result<()> {
        if self.block_rows == 0 {
            return Ok(());
        }
        let block = std::mem::take(&mut self.block);
        let length = u32::try_from(block.len()).unwrap_or(u32::MAX);
        if length > BLOCK_BYTES_MAX {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.put(&[ROWS])?;
        self.put(&self.table.to_be_bytes())?;
        self.put(&self.block_rows.to_be_bytes())?;
        self.put(&length.to_be_bytes())?;
        let hash: [u8; 32] = Sha256::digest(&block).into();
        self.put(&hash)?;
        self.put(&block)?;
        self.block_rows = 0;
        self.blocks += 1;
        Ok(())
    }

    /// Ends the file with the mark that `mark` makes of the digest.
    ///
    /// # Errors
    /// The disk's.
    pub fn end(mut self, mark: impl FnOnce(&[u8; 32]) -> [u8; 32]) -> io::Result<(W, Total)> {
        self.end_block()?;
        self.put(&[END])?;
        self.put(&self.blocks.to_be_bytes())?;
        self.put(&self.rows.to_be_bytes())?;
        let digest: [u8; 32] = self.hash.clone().finalize().into();
        self.to.write_all(&digest)?;
        self.to.write_all(&mark(&digest))?;
        self.to.flush()?;
        Ok((self.to, Total { blocks: self.blocks, rows: self.rows, digest }))
    }

    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.hash.update(bytes);
        self.to.write_all(bytes)
    }
}

/// Reads a backup from its beginning.
pub struct Reader<R> {
    from: R,
    hash: Sha256,
    pub header: Header,
    blocks: u64,
    rows: u64,
}

/// The next piece of a backup.
pub enum Piece {
    /// Rows of the table with this place in the list of tables.
    Rows(u16, Vec<DumpedRow>),
    /// The end: counts and digest, and the mark.
    End(Total, [u8; 32]),
}

impl<R: Read> Reader<R> {
    /// Reads the header.
    ///
    /// # Errors
    /// As [`ArchiveFault`] says.
    pub fn begin(mut from: R) -> Result<Self, ArchiveFault> {
        let mut hash = Sha256::new();
        let mut magic = [0; MAGIC.len()];
        from.read_exact(&mut magic).map_err(|why| match why.kind() {
            io::ErrorKind::UnexpectedEof => ArchiveFault::NotABackup,
            _ => ArchiveFault::Io(why),
        })?;
        if magic != MAGIC {
            return Err(ArchiveFault::NotABackup);
        }
        let mut length = [0; 4];
        from.read_exact(&mut length)?;
        let count = u32::from_be_bytes(length);
        if count > HEADER_BYTES_MAX {
            return Err(ArchiveFault::NotABackup);
        }
        let mut json = vec![0; usize::try_from(count).unwrap_or(0)];
        from.read_exact(&mut json)?;
        for part in [&magic[..], &length, &json] {
            hash.update(part);
        }
        let any: Any = serde_json::from_slice(&json).map_err(|_| ArchiveFault::NotABackup)?;
        if any.format > FORMAT {
            return Err(ArchiveFault::Newer { program: any.program });
        }
        if any.format < FORMAT {
            return Err(ArchiveFault::Older { program: any.program });
        }
        let header = serde_json::from_slice(&json).map_err(|_| ArchiveFault::NotABackup)?;
        Ok(Self { from, hash, header, blocks: 0, rows: 0 })
    }

    /// The next piece. `kinds`: what the columns of a table hold, by its place in the list.
    ///
    /// # Errors
    /// As [`ArchiveFault`] says.
    pub fn next(&mut self, width: impl Fn(u16) -> Option<usize>) -> Result<Piece, ArchiveFault> {
        let [tag] = self.take()?;
        match tag {
            ROWS => self.rows(width),
            END => self.end(),
            _ => Err(self.spoiled()),
        }
    }

    fn rows(&mut self, width: impl Fn(u16) -> Option<usize>) -> Result<Piece, ArchiveFault> {
        let table = u16::from_be_bytes(self.take()?);
        let count = u32::from_be_bytes(self.take()?);
        let length = u32::from_be_bytes(self.take()?);
        let said: [u8; 32] = self.take()?;
        let width = width(table).ok_or_else(|| self.spoiled())?;
        if length > BLOCK_BYTES_MAX {
            return Err(self.spoiled());
        }
        // Read in steps: a length that lies takes no more memory than the file has bytes.
        let mut block = Vec::new();
        (&mut self.from).take(u64::from(length)).read_to_end(&mut block)?;
        if block.len() != usize::try_from(length).unwrap_or(usize::MAX) {
            return Err(ArchiveFault::Half);
        }
        self.hash.update(&block);
        if <[u8; 32]>::from(Sha256::digest(&block)) != said {
            return Err(self.spoiled());
        }
        let rows = decode(&block, count, width).ok_or_else(|| self.spoiled())?;
        self.blocks += 1;
        self.rows += u64::from(count);
        Ok(Piece::Rows(table, rows))
    }

    fn end(&mut self) -> Result<Piece, ArchiveFault> {
        let blocks = u64::from_be_bytes(self.take()?);
        let rows = u64::from_be_bytes(self.take()?);
        let digest: [u8; 32] = self.hash.clone().finalize().into();
        let (said, mark): ([u8; 32], [u8; 32]) = (self.take()?, self.take()?);
        let mut more = [0; 1];
        let is_over = self.from.read(&mut more)? == 0;
        if digest != said || blocks != self.blocks || rows != self.rows || !is_over {
            return Err(ArchiveFault::Spoiled { block: 0 });
        }
        Ok(Piece::End(Total { blocks, rows, digest }, mark))
    }

    fn take<const N: usize>(&mut self) -> Result<[u8; N], ArchiveFault> {
        let mut bytes = [0; N];
        self.from.read_exact(&mut bytes)?;
        self.hash.update(bytes);
        Ok(bytes)
    }

    fn spoiled(&self) -> ArchiveFault {
        ArchiveFault::Spoiled { block: self.blocks + 1 }
    }
}

fn encode(cell: &Cell, to: &mut Vec<u8>) {
    let mut bytes = |tag: u8, bytes: &[u8]| {
        to.push(tag);
        to.extend_from_slice(&u32::try_from(bytes.len()).unwrap_or(u32::MAX).to_be_bytes());
        to.extend_from_slice(bytes);
    };
    match cell {
        Cell::Text(Some(text)) => bytes(b't', text.as_bytes()),
        Cell::Bytes(Some(value)) => bytes(b'b', value),
        Cell::Int(Some(number)) => {
            to.push(b'i');
            to.extend_from_slice(&number.to_be_bytes());
        }
        Cell::Int(None) => to.push(b'I'),
        Cell::Text(None) => to.push(b'T'),
        Cell::Bytes(None) => to.push(b'B'),
    }
}

fn decode(mut block: &[u8], rows: u32, width: usize) -> Option<Vec<DumpedRow>> {
    let mut all = Vec::new();
    for _ in 0..rows {
        let mut row = Vec::with_capacity(width);
        for _ in 0..width {
            let (tag, rest) = block.split_first()?;
            block = rest;
            row.push(match tag {
                b'i' => {
                    let (number, rest) = block.split_first_chunk::<8>()?;
                    block = rest;
                    Cell::Int(Some(i64::from_be_bytes(*number)))
                }
                b't' => Cell::Text(Some(String::from_utf8(counted(&mut block)?.to_vec()).ok()?)),
                b'b' => Cell::Bytes(Some(counted(&mut block)?.to_vec())),
                b'I' => Cell::Int(None),
                b'T' => Cell::Text(None),
                b'B' => Cell::Bytes(None),
                _ => return None,
            });
        }
        all.push(row);
    }
    block.is_empty().then_some(all)
}

fn counted<'a>(block: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (length, rest) = block.split_first_chunk::<4>()?;
    let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
    let (bytes, rest) = rest.split_at_checked(length)?;
    *block = rest;
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::{ArchiveFault, FORMAT, Header, Piece, Reader, Writer};
    use lexicon::chance::{SeededDice, spoil};
    use store::Cell;

    fn header() -> Header {
        Header {
            format: FORMAT,
            program: "0.1.0".to_owned(),
            tables: "00000000".to_owned(),
            node: "ab".repeat(32),
            made_on: "2026-11-29".to_owned(),
            leaves: 3,
            root: "cd".repeat(32),
            negative_events: 0,
            organisation: None,
        }
    }

    fn rows() -> Vec<(u16, Vec<Cell>)> {
        vec![
            (0, vec![Cell::Int(Some(-5)), Cell::Text(Some("é".to_owned()))]),
            (0, vec![Cell::Int(None), Cell::Text(None)]),
            (2, vec![Cell::Bytes(Some(vec![0; 300_000])), Cell::Bytes(None)]),
            (2, vec![Cell::Bytes(Some(vec![1])), Cell::Bytes(Some(Vec::new()))]),
        ]
    }

    fn written() -> Vec<u8> {
        let mut writer = Writer::begin(Vec::new(), &header()).unwrap();
        for (table, row) in rows() {
            writer.row(table, &row).unwrap();
        }
        writer.end(|_| [7; 32]).unwrap().0
    }

    fn read(bytes: &[u8]) -> Result<Vec<(u16, Vec<Cell>)>, ArchiveFault> {
        let mut reader = Reader::begin(bytes)?;
        let mut all = Vec::new();
        loop {
            match reader.next(|table| (table < 3).then_some(2))? {
                Piece::Rows(table, rows) => all.extend(rows.into_iter().map(|row| (table, row))),
                Piece::End(..) => return Ok(all),
            }
        }
    }

    #[test]
    fn a_backup_is_read_as_it_was_written() {
        assert_eq!(read(&written()).unwrap(), rows());
    }

    // proves: P-16, P-18
    #[test]
    fn p16_no_cut_or_spoiled_backup_is_read_to_its_end() {
        let whole = written();
        let step = 997;
        for cut in (0..whole.len()).step_by(step).chain(whole.len() - 120..whole.len()) {
            assert!(read(&whole[..cut]).is_err(), "cut at {cut}");
        }
        assert!(read(&[&whole[..], b"x"].concat()).is_err(), "more after the end");
        let dice = SeededDice::new(8);
        for round in 0..2_000 {
            let mut bytes = whole.clone();
            spoil(&mut bytes, &[b"R", b"E", &[0xff; 8]], &dice);
            // The mark itself is compared by who has the key.
            if bytes != whole
                && bytes[..bytes.len().min(whole.len() - 32)]
                    != whole[..bytes.len().min(whole.len() - 32)]
            {
                assert!(read(&bytes).is_err(), "round {round}");
            }
        }
    }

    #[test]
    fn another_form_is_told_as_older_or_newer() {
        for (format, newer) in [(0, false), (FORMAT + 1, true)] {
            let other = Header { format, program: "9.9".to_owned(), ..header() };
            let bytes = Writer::begin(Vec::new(), &other).unwrap().end(|_| [0; 32]).unwrap().0;
            match read(&bytes) {
                Err(ArchiveFault::Newer { program }) if newer => assert_eq!(program, "9.9"),
                Err(ArchiveFault::Older { program }) if !newer => assert_eq!(program, "9.9"),
                other => panic!("{:?}", other.err()),
            }
        }
        assert!(matches!(read(b"SQLite format 3\0 and more"), Err(ArchiveFault::NotABackup)));
    }
}
