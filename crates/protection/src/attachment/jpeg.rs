//! The allow-list for JPEG: SOI, a rewritten JFIF head, the colour transform, quantisation and
//! Huffman tables, frame, restart interval, scans, EOI. Every other segment stays out.

use super::{Bytes, Refused, check_pixels, check_tail};

const SOI: u8 = 0xd8;
const EOI: u8 = 0xd9;
const SOS: u8 = 0xda;
const DQT: u8 = 0xdb;
const DRI: u8 = 0xdd;
const DHT: u8 = 0xc4;
const APP0: u8 = 0xe0;
const APP14: u8 = 0xee;
const COM: u8 = 0xfe;
/// Segments that one picture may have; a picture of a phone has about twenty.
const SEGMENTS_MAX: usize = 2_000;

/// Copies the parts that carry pixels.
pub(super) fn copy(bytes: &[u8]) -> Result<Vec<u8>, Refused> {
    let mut from = Bytes { rest: bytes };
    let mut made = Copy::default();
    if from.take(2)? != [0xff, SOI] {
        return Err(Refused::Damaged);
    }
    made.out.extend_from_slice(&[0xff, SOI]);
    for _ in 0..SEGMENTS_MAX {
        let marker = next_marker(&mut from)?;
        if marker == EOI {
            made.finish()?;
            check_tail(from.rest)?;
            return Ok(made.out);
        }
        made.segment(marker, &mut from)?;
    }
    Err(Refused::Damaged)
}

fn next_marker(from: &mut Bytes<'_>) -> Result<u8, Refused> {
    if from.u8()? != 0xff {
        return Err(Refused::Damaged);
    }
    // Any number of fill bytes may stand before a marker.
    loop {
        match from.u8()? {
            0xff => {}
            0x00 => return Err(Refused::Damaged),
            marker => return Ok(marker),
        }
    }
}

#[derive(Default)]
struct Copy {
    out: Vec<u8>,
    components: Option<u8>,
    has_scan: bool,
    has_head: bool,
}

impl Copy {
    fn segment(&mut self, marker: u8, from: &mut Bytes<'_>) -> Result<(), Refused> {
        let length = usize::from(from.u16()?);
        let body = from.take(length.checked_sub(2).ok_or(Refused::Damaged)?)?;
        match marker {
            APP0 => self.head(body),
            APP14 => self.transform(body),
            0xe1..=0xef | COM => Ok(()),
            DQT => check_quantisation(body).and_then(|()| self.put(marker, body)),
            DHT => check_huffman(body).and_then(|()| self.put(marker, body)),
            DRI if body.len() == 2 => self.put(marker, body),
            0xc0..=0xc2 => self.frame(marker, body),
            // Lossless, hierarchical and arithmetic pictures are not what phones make.
            0xc3 | 0xc5..=0xcf => Err(Refused::OtherVariant),
            SOS => self.scan(body, from),
            _ => Err(Refused::Damaged),
        }
    }

    fn put(&mut self, marker: u8, body: &[u8]) -> Result<(), Refused> {
        let length = u16::try_from(body.len() + 2).map_err(|_| Refused::Damaged)?;
        self.out.extend_from_slice(&[0xff, marker]);
        self.out.extend_from_slice(&length.to_be_bytes());
        self.out.extend_from_slice(body);
        Ok(())
    }

    /// Writes the JFIF head again without its thumbnail, which may show what was cut away.
    fn head(&mut self, body: &[u8]) -> Result<(), Refused> {
        if self.has_head || !body.starts_with(b"JFIF\0") {
            return Ok(());
        }
        let fixed = body.get(..12).ok_or(Refused::Damaged)?;
        let mut short = fixed.to_vec();
        short.extend_from_slice(&[0, 0]);
        self.has_head = true;
        self.put(APP0, &short)
    }

    /// Keeps of the Adobe segment only how colours are to be read.
    fn transform(&mut self, body: &[u8]) -> Result<(), Refused> {
        match (body.starts_with(b"Adobe"), body.get(11)) {
            (true, Some(transform @ 0..=2)) => {
                let fixed = [b'A', b'd', b'o', b'b', b'e', 0, 100, 0, 0, 0, 0, *transform];
                self.put(APP14, &fixed)
            }
            _ => Ok(()),
        }
    }

    fn frame(&mut self, marker: u8, body: &[u8]) -> Result<(), Refused> {
        let mut from = Bytes { rest: body };
        let _bits = from.u8()?;
        let height = from.u16()?;
        let width = from.u16()?;
        let components = from.u8()?;
        check_pixels(u32::from(width), u32::from(height))?;
        let fits = body.len() == 6 + 3 * usize::from(components);
        if self.components.is_some() || !matches!(components, 1 | 3 | 4) || !fits {
            return Err(Refused::Damaged);
        }
        self.components = Some(components);
        self.put(marker, body)
    }

    fn scan(&mut self, body: &[u8], from: &mut Bytes<'_>) -> Result<(), Refused> {
        let in_frame = self.components.ok_or(Refused::Damaged)?;
        let count = *body.first().ok_or(Refused::Damaged)?;
        if count == 0 || count > in_frame || body.len() != 4 + 2 * usize::from(count) {
            return Err(Refused::Damaged);
        }
        self.put(SOS, body)?;
        let length = scan_length(from.rest)?;
        self.out.extend_from_slice(from.take(length)?);
        self.has_scan = true;
        Ok(())
    }

    fn finish(&mut self) -> Result<(), Refused> {
        if !self.has_scan {
            return Err(Refused::Damaged);
        }
        self.out.extend_from_slice(&[0xff, EOI]);
        Ok(())
    }
}

/// Bytes up to the next marker that is neither stuffing nor a restart.
fn scan_length(bytes: &[u8]) -> Result<usize, Refused> {
    let at = bytes
        .windows(2)
        .position(|w| matches!(w, [0xff, next] if !matches!(next, 0x00 | 0xd0..=0xd7 | 0xff)));
    at.ok_or(Refused::Truncated)
}

/// Tables of 64 steps of one or two bytes, and nothing behind them.
fn check_quantisation(body: &[u8]) -> Result<(), Refused> {
    let mut from = Bytes { rest: body };
    while !from.rest.is_empty() {
        let wide = match from.u8()? {
            0x00..=0x03 => 1,
            0x10..=0x13 => 2,
            _ => return Err(Refused::Damaged),
        };
        from.take(64 * wide).map_err(|_| Refused::Damaged)?;
    }
    Ok(())
}

/// Tables of 16 counts and as many signs as they add up to, and nothing behind them.
fn check_huffman(body: &[u8]) -> Result<(), Refused> {
    let mut from = Bytes { rest: body };
    while !from.rest.is_empty() {
        if !matches!(from.u8()?, 0x00..=0x03 | 0x10..=0x13) {
            return Err(Refused::Damaged);
        }
        let counts = from.take(16).map_err(|_| Refused::Damaged)?;
        let signs: usize = counts.iter().map(|c| usize::from(*c)).sum();
        if signs > 256 {
            return Err(Refused::Damaged);
        }
        from.take(signs).map_err(|_| Refused::Damaged)?;
    }
    Ok(())
}
