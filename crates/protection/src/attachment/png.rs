//! The allow-list for PNG: IHDR, PLTE, tRNS, IDAT, IEND, each with a sum that is checked. Text,
//! time, place and colour profiles stay out; an unknown part that pixels depend on is refused.

use super::{Bytes, Refused, check_pixels, check_tail};

pub(super) const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// Chunks that one picture may have.
const CHUNKS_MAX: usize = 20_000;

/// Copies the parts that carry pixels.
pub(super) fn copy(bytes: &[u8]) -> Result<Vec<u8>, Refused> {
    let mut from = Bytes { rest: bytes };
    if from.take(SIGNATURE.len())? != SIGNATURE {
        return Err(Refused::Damaged);
    }
    let mut made = Copy { out: SIGNATURE.to_vec(), ..Copy::default() };
    for _ in 0..CHUNKS_MAX {
        let chunk = Chunk::read(&mut from)?;
        if made.chunk(&chunk)? == Next::Done {
            check_tail(from.rest)?;
            return Ok(made.out);
        }
    }
    Err(Refused::Damaged)
}

struct Chunk<'a> {
    name: &'a [u8],
    body: &'a [u8],
    sum: u32,
}

impl<'a> Chunk<'a> {
    fn read(from: &mut Bytes<'a>) -> Result<Self, Refused> {
        let length = usize::try_from(from.u32()?).map_err(|_| Refused::Damaged)?;
        let name = from.take(4)?;
        if !name.iter().all(u8::is_ascii_alphabetic) {
            return Err(Refused::Damaged);
        }
        let body = from.take(length)?;
        let sum = from.u32()?;
        if sum != checksum(name, body) {
            return Err(Refused::Damaged);
        }
        Ok(Self { name, body, sum })
    }

    /// A decoder may leave an ancillary chunk out: the first letter of its name is small.
    fn is_ancillary(&self) -> bool {
        self.name.first().is_some_and(u8::is_ascii_lowercase)
    }
}

#[derive(PartialEq)]
enum Next {
    More,
    Done,
}

#[derive(Default)]
struct Copy {
    out: Vec<u8>,
    colour: Option<u8>,
    has_palette: bool,
    has_pixels: bool,
    are_pixels_closed: bool,
}

impl Copy {
    fn chunk(&mut self, chunk: &Chunk<'_>) -> Result<Next, Refused> {
        if self.colour.is_none() && chunk.name != b"IHDR" {
            return Err(Refused::Damaged);
        }
        if self.has_pixels && chunk.name != b"IDAT" {
            self.are_pixels_closed = true;
        }
        match chunk.name {
            b"IHDR" => self.header(chunk)?,
            b"PLTE" => self.palette(chunk)?,
            b"tRNS" => self.transparency(chunk)?,
            b"IDAT" => self.pixels(chunk)?,
            b"IEND" => return self.end(chunk),
            _ if chunk.is_ancillary() => {}
            _ => return Err(Refused::OtherVariant),
        }
        Ok(Next::More)
    }

    fn put(&mut self, chunk: &Chunk<'_>) -> Result<(), Refused> {
        let length = u32::try_from(chunk.body.len()).map_err(|_| Refused::Damaged)?;
        self.out.extend_from_slice(&length.to_be_bytes());
        self.out.extend_from_slice(chunk.name);
        self.out.extend_from_slice(chunk.body);
        self.out.extend_from_slice(&chunk.sum.to_be_bytes());
        Ok(())
    }

    fn header(&mut self, chunk: &Chunk<'_>) -> Result<(), Refused> {
        let mut from = Bytes { rest: chunk.body };
        let (width, height) = (from.u32()?, from.u32()?);
        let (depth, colour) = (from.u8()?, from.u8()?);
        let rest = from.take(3)?;
        check_pixels(width, height)?;
        let fits = match colour {
            0 => matches!(depth, 1 | 2 | 4 | 8 | 16),
            3 => matches!(depth, 1 | 2 | 4 | 8),
            2 | 4 | 6 => matches!(depth, 8 | 16),
            _ => false,
        };
        let is_known = matches!(rest, [0, 0, 0 | 1]);
        if self.colour.is_some() || !fits || !is_known || !from.rest.is_empty() {
            return Err(Refused::Damaged);
        }
        self.colour = Some(colour);
        self.put(chunk)
    }

    fn palette(&mut self, chunk: &Chunk<'_>) -> Result<(), Refused> {
        let fits = matches!(chunk.body.len(), 3..=768) && chunk.body.len().is_multiple_of(3);
        if self.has_palette || self.has_pixels || !fits || matches!(self.colour, Some(0 | 4)) {
            return Err(Refused::Damaged);
        }
        self.has_palette = true;
        self.put(chunk)
    }

    fn transparency(&mut self, chunk: &Chunk<'_>) -> Result<(), Refused> {
        let fits = match self.colour {
            Some(0) => chunk.body.len() == 2,
            Some(2) => chunk.body.len() == 6,
            Some(3) => self.has_palette && chunk.body.len() <= 256,
            _ => false,
        };
        if self.has_pixels || !fits {
            return Err(Refused::Damaged);
        }
        self.put(chunk)
    }

    fn pixels(&mut self, chunk: &Chunk<'_>) -> Result<(), Refused> {
        let lacks_palette = self.colour == Some(3) && !self.has_palette;
        if self.are_pixels_closed || lacks_palette {
            return Err(Refused::Damaged);
        }
        self.has_pixels = true;
        self.put(chunk)
    }

    fn end(&mut self, chunk: &Chunk<'_>) -> Result<Next, Refused> {
        if !self.has_pixels || !chunk.body.is_empty() {
            return Err(Refused::Damaged);
        }
        self.put(chunk)?;
        Ok(Next::Done)
    }
}

/// CRC-32 of a chunk's name and body, as the PNG standard asks.
pub(super) fn checksum(name: &[u8], body: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in name.iter().chain(body) {
        let at = usize::from((sum as u8) ^ byte);
        sum = TABLE.get(at).copied().unwrap_or(0) ^ (sum >> 8);
    }
    !sum
}

const TABLE: [u32; 256] = table();

#[expect(clippy::indexing_slicing, reason = "runs at compile time, where get() is not const")]
const fn table() -> [u32; 256] {
    let mut all = [0_u32; 256];
    let mut n = 0;
    while n < 256 {
        let mut sum = n as u32;
        let mut bit = 0;
        while bit < 8 {
            sum = if sum & 1 == 1 { 0xedb8_8320 ^ (sum >> 1) } else { sum >> 1 };
            bit += 1;
        }
        all[n] = sum;
        n += 1;
    }
    all
}
