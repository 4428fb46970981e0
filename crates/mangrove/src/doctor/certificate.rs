//! Until when a certificate for TLS is good: the one thing that is read of it.

use lexicon::Day;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use std::path::Path;

const SEQUENCE: u8 = 0x30;
const UTC_TIME: u8 = 0x17;
const LONG_TIME: u8 = 0x18;

/// First and last day of the first certificate of a PEM file; `None` when none can be read.
pub fn days(path: &Path) -> Option<(Day, Day)> {
    let certificate = CertificateDer::from_pem_file(path).ok()?;
    validity(&certificate)
}

/// Certificate ::= { tbs { [0] version, serial, algorithm, issuer, validity { from, to }, ... } }
fn validity(der: &[u8]) -> Option<(Day, Day)> {
    let (tag, certificate, _) = element(der)?;
    let (inner, mut rest, _) = element(certificate)?;
    if tag != SEQUENCE || inner != SEQUENCE {
        return None;
    }
    let mut sequences = 0;
    // Algorithm and issuer are sequences; the third is the validity.
    loop {
        let (tag, content, after) = element(rest)?;
        rest = after;
        sequences += u32::from(tag == SEQUENCE);
        if sequences == 3 {
            let (from_tag, from, after) = element(content)?;
            let (to_tag, to, _) = element(after)?;
            return Some((day(from_tag, from)?, day(to_tag, to)?));
        }
    }
}

/// Tag, content, and what comes after it.
fn element(der: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (tag, rest) = der.split_first()?;
    let (first, rest) = rest.split_first()?;
    let (length, rest) = match *first {
        short if short < 0x80 => (usize::from(short), rest),
        long => {
            let (bytes, rest) = rest.split_at_checked(usize::from(long & 0x7f))?;
            if bytes.is_empty() || bytes.len() > 4 {
                return None;
            }
            let length = bytes.iter().fold(0_usize, |all, byte| all << 8 | usize::from(*byte));
            (length, rest)
        }
    };
    let (content, after) = rest.split_at_checked(length)?;
    Some((*tag, content, after))
}

fn day(tag: u8, text: &[u8]) -> Option<Day> {
    let text = std::str::from_utf8(text).ok()?;
    let (year, rest) = match tag {
        UTC_TIME => {
            let year: i16 = text.get(..2)?.parse().ok()?;
            (if year < 50 { 2000 + year } else { 1900 + year }, text.get(2..)?)
        }
        LONG_TIME => (text.get(..4)?.parse().ok()?, text.get(4..)?),
        _ => return None,
    };
    Day::from_ymd(year, rest.get(..2)?.parse().ok()?, rest.get(2..4)?.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::{day, element, validity};
    use lexicon::Day;

    fn seq(parts: &[&[u8]]) -> Vec<u8> {
        let body = parts.concat();
        [&[0x30, u8::try_from(body.len()).unwrap()][..], &body].concat()
    }

    // proves: P-16
    #[test]
    fn p16_the_days_of_a_certificate_are_read_and_a_spoiled_one_is_none() {
        let from = [&[0x17, 13][..], b"260101000000Z"].concat();
        let to = [&[0x18, 15][..], b"20511231235959Z"].concat();
        let tbs = seq(&[&[0xa0, 0], &[2, 1, 5], &seq(&[]), &seq(&[]), &seq(&[&from, &to])]);
        let der = seq(&[&tbs]);
        let days = (Day::parse("2026-01-01").unwrap(), Day::parse("2051-12-31").unwrap());
        assert_eq!(validity(&der), Some(days));
        for cut in 0..der.len() {
            assert_eq!(validity(&der[..cut]), None, "cut at {cut}");
        }
        assert!(element(&[0x30, 0x85, 1, 1, 1, 1, 1]).is_none());
        assert!(day(0x17, b"269901").is_none());
    }
}
