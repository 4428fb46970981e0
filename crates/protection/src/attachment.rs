//! Files that come with a hint. A picture is copied by allow-list: only the parts that carry
//! pixels reach the copy, so that place, time, device, thumbnail and anything hung behind the
//! picture stay out of it. Nothing is decoded or rendered. A PDF is sealed and never copied.
//!
//! Architecture invariant: the type is read from the bytes; a name or a declared type is never
//! believed, and never needed.

mod jpeg;
mod png;

use lexicon::Phrase;

/// Bytes that one file may have: 8 MiB.
pub const FILE_BYTES_MAX: usize = 8 * 1024 * 1024;
/// Files that may come with one hint or message.
pub const FILES_MAX: usize = 5;
/// Pixels that one picture may have; beyond this a viewer could run out of memory.
pub const PIXELS_MAX: u64 = 100_000_000;

/// What a file is by its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Jpeg,
    Png,
    Pdf,
}

impl Kind {
    pub fn id(self) -> &'static str {
        match self {
            Self::Jpeg => "jpeg",
            Self::Png => "png",
            Self::Pdf => "pdf",
        }
    }

    pub fn parse(id: &str) -> Option<Self> {
        [Self::Jpeg, Self::Png, Self::Pdf].into_iter().find(|k| k.id() == id)
    }

    /// The media type sent with the cleaned copy.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Pdf => "application/pdf",
        }
    }

    /// The ending of the name under which a copy is saved.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Pdf => "pdf",
        }
    }

    fn of(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
            Some(Self::Jpeg)
        } else if bytes.starts_with(png::SIGNATURE) {
            Some(Self::Png)
        } else if bytes.starts_with(b"%PDF-") {
            Some(Self::Pdf)
        } else {
            None
        }
    }
}

/// A file that may be kept.
#[derive(Debug, PartialEq, Eq)]
pub struct Accepted {
    pub kind: Kind,
    /// The copy that an officer may see; `None` for a PDF, which stays sealed.
    pub copy: Option<Vec<u8>>,
}

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("the file has no bytes")]
    Empty,
    #[error("the file is larger than 8 MiB")]
    TooLarge,
    #[error("the file is neither JPEG, PNG nor PDF")]
    OtherType,
    #[error("the file ends too early")]
    Truncated,
    #[error("the file is damaged")]
    Damaged,
    #[error("the file is two files in one")]
    Polyglot,
    #[error("the picture has too many pixels")]
    TooManyPixels,
    #[error("the picture is of a kind that cannot be copied")]
    OtherVariant,
}

impl Refused {
    /// What to tell the person who sent the file.
    pub fn phrase(self, name: &str) -> Phrase {
        let key = match self {
            Self::Empty => "hint-file-empty",
            Self::TooLarge => "hint-file-too-large",
            Self::OtherType => "hint-file-other-type",
            Self::Truncated => "hint-file-truncated",
            Self::Damaged => "hint-file-damaged",
            Self::Polyglot => "hint-file-polyglot",
            Self::TooManyPixels => "hint-file-too-many-pixels",
            Self::OtherVariant => "hint-file-other-variant",
        };
        Phrase::new(key).with("name", shown_name(name))
    }
}

/// A file's name as it may be shown: no path, no control signs, at most 80 characters.
pub fn shown_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let short: String = last.chars().filter(|c| !c.is_control()).take(80).collect();
    if short.trim().is_empty() { "-".to_owned() } else { short }
}

/// Looks at one file and makes its cleaned copy.
///
/// Errors: the first reason for which the file is not taken; nothing of it is kept then.
pub fn accept(bytes: &[u8]) -> Result<Accepted, Refused> {
    if bytes.is_empty() {
        return Err(Refused::Empty);
    }
    if bytes.len() > FILE_BYTES_MAX {
        return Err(Refused::TooLarge);
    }
    let kind = Kind::of(bytes).ok_or(Refused::OtherType)?;
    let copy = match kind {
        Kind::Jpeg => Some(jpeg::copy(bytes)?),
        Kind::Png => Some(png::copy(bytes)?),
        Kind::Pdf => {
            check_pdf(bytes)?;
            None
        }
    };
    Ok(Accepted { kind, copy })
}

/// A PDF must have its end mark near its end, and no archive hung behind it.
fn check_pdf(bytes: &[u8]) -> Result<(), Refused> {
    let tail = bytes.get(bytes.len().saturating_sub(1024)..).unwrap_or(bytes);
    if holds(bytes, b"PK\x05\x06") && holds(bytes, b"PK\x03\x04") {
        return Err(Refused::Polyglot);
    }
    if !holds(tail, b"%%EOF") {
        return Err(Refused::Truncated);
    }
    Ok(())
}

/// Refuses what hangs behind a picture when it is a file of another kind. Other bytes (phones add
/// a second picture or a film there) are left out of the copy without a word.
fn check_tail(tail: &[u8]) -> Result<(), Refused> {
    const STARTS: [&[u8]; 5] = [b"MZ", b"\x7fELF", b"Rar!", b"7z\xbc\xaf", b"#!"];
    const ANYWHERE: [&[u8]; 6] =
        [b"PK\x03\x04", b"PK\x05\x06", b"%PDF-", b"<script", b"<html", b"<?php"];
    let is_other = STARTS.iter().any(|mark| tail.starts_with(mark))
        || ANYWHERE.iter().any(|mark| holds(tail, mark));
    if is_other { Err(Refused::Polyglot) } else { Ok(()) }
}

fn holds(bytes: &[u8], mark: &[u8]) -> bool {
    bytes.windows(mark.len()).any(|w| w.eq_ignore_ascii_case(mark))
}

fn check_pixels(width: u32, height: u32) -> Result<(), Refused> {
    if width == 0 || height == 0 {
        return Err(Refused::Damaged);
    }
    if u64::from(width) * u64::from(height) > PIXELS_MAX {
        return Err(Refused::TooManyPixels);
    }
    Ok(())
}

/// Reads bytes from the front; every read that finds too little says that the file is truncated.
struct Bytes<'a> {
    rest: &'a [u8],
}

impl<'a> Bytes<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], Refused> {
        let (head, rest) = self.rest.split_at_checked(count).ok_or(Refused::Truncated)?;
        self.rest = rest;
        Ok(head)
    }

    fn u8(&mut self) -> Result<u8, Refused> {
        let (first, rest) = self.rest.split_first().ok_or(Refused::Truncated)?;
        self.rest = rest;
        Ok(*first)
    }

    fn u16(&mut self) -> Result<u16, Refused> {
        Ok(u16::from(self.u8()?) << 8 | u16::from(self.u8()?))
    }

    fn u32(&mut self) -> Result<u32, Refused> {
        Ok(u32::from(self.u16()?) << 16 | u32::from(self.u16()?))
    }
}

#[cfg(test)]
mod tests;
