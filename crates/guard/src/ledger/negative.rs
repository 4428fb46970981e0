//! The log of what was taken away, as it is kept on a second medium: one line an event, each bound
//! to the one before by a key that only this node has, so that no line is changed, left out or
//! added in the middle unnoticed.

use super::checkpoint::{from_hex, hex};
use crate::seal::derive_key;
use lexicon::Day;
use zeroize::Zeroizing;

/// First line of the file.
pub const TITLE: &str = "mangrove negative events 1";
/// Longest line, in bytes.
pub const LINE_BYTES_MAX: usize = 200;

/// One event of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NegativeEvent {
    /// 1 for the first.
    pub position: i64,
    pub day: Day,
    /// A code such as `person-erased`.
    pub kind: String,
    pub thing: [u8; 16],
}

/// Writes and checks the lines of one node.
pub struct NegativeChain {
    key: Zeroizing<[u8; 32]>,
    last: i64,
    mark: [u8; 32],
}

/// The line after which the log of a node cannot be followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line} is not of this node, or was changed, or one before it is missing")]
pub struct BrokenChain {
    /// 1 is the title.
    pub line: i64,
}

impl NegativeChain {
    /// The beginning of the log of the node whose ledger is signed with `signing_seed`.
    pub fn start(signing_seed: &[u8; 32]) -> Self {
        let key = derive_key::<32>(signing_seed, TITLE.as_bytes(), "log of negative events");
        Self { key, last: 0, mark: [0; 32] }
    }

    /// Position of the last event written or read; 0 at the beginning.
    pub fn last(&self) -> i64 {
        self.last
    }

    /// The next line, with its line end.
    pub fn write(&mut self, event: &NegativeEvent) -> String {
        let said = said(event);
        self.mark = self.mark_of(&said);
        self.last = event.position;
        format!("{said} {}\n", hex(&self.mark))
    }

    /// Reads the next line.
    ///
    /// # Errors
    /// [`BrokenChain`] for any line that this node did not write at this place.
    pub fn read(&mut self, line: &str) -> Result<NegativeEvent, BrokenChain> {
        let broken = BrokenChain { line: self.last + 2 };
        let event = parse(line).filter(|event| event.position == self.last + 1).ok_or(broken)?;
        let before = (self.last, self.mark);
        if self.write(&event).trim_end_matches('\n') != line {
            (self.last, self.mark) = before;
            return Err(broken);
        }
        Ok(event)
    }

    /// Reads a whole file. A last line without its end was cut by a power failure before it was
    /// acknowledged and is left out; `bytes` says up to where the file is whole.
    ///
    /// # Errors
    /// As [`Self::read`]; a file with another first line is broken at line 1.
    pub fn read_all(&mut self, text: &str) -> Result<(Vec<NegativeEvent>, usize), BrokenChain> {
        let whole = text.rfind('\n').map_or(0, |end| end + 1);
        if whole == 0 {
            return Ok((Vec::new(), 0));
        }
        let mut lines = text.get(..whole).unwrap_or_default().lines();
        if lines.next() != Some(TITLE) {
            return Err(BrokenChain { line: 1 });
        }
        let events = lines.map(|line| self.read(line)).collect::<Result<Vec<_>, _>>()?;
        Ok((events, whole))
    }

    fn mark_of(&self, said: &str) -> [u8; 32] {
        *derive_key::<32>(self.key.as_slice(), &self.mark, said)
    }
}

fn said(event: &NegativeEvent) -> String {
    format!("{} {} {} {}", event.position, event.day, event.kind, hex(&event.thing))
}

fn parse(line: &str) -> Option<NegativeEvent> {
    if line.len() > LINE_BYTES_MAX {
        return None;
    }
    let mut parts = line.split(' ');
    let position = parts.next()?.parse().ok()?;
    let day = Day::parse(parts.next()?)?;
    let kind = parts.next()?.to_owned();
    let thing = from_hex(parts.next()?)?;
    Some(NegativeEvent { position, day, kind, thing })
}

#[cfg(test)]
mod tests {
    use super::{BrokenChain, NegativeChain, NegativeEvent, TITLE};
    use lexicon::Day;
    use lexicon::chance::{SeededDice, spoil};

    fn event(position: i64) -> NegativeEvent {
        NegativeEvent {
            position,
            day: Day::parse("2026-11-29").expect("a day"),
            kind: "person-erased".to_owned(),
            thing: [u8::try_from(position).expect("small"); 16],
        }
    }

    fn log(seed: u8, events: i64) -> String {
        let mut chain = NegativeChain::start(&[seed; 32]);
        let lines: String = (1..=events).map(|n| chain.write(&event(n))).collect();
        format!("{TITLE}\n{lines}")
    }

    // proves: P-11
    #[test]
    fn p11_no_line_of_the_log_is_changed_or_left_out_unnoticed() {
        let text = log(1, 5);
        let read = |text: &str| NegativeChain::start(&[1; 32]).read_all(text);
        let (events, whole) = read(&text).expect("whole");
        assert_eq!((events.len(), whole), (5, text.len()));
        let without: Vec<&str> =
            text.lines().enumerate().filter(|(n, _)| *n != 3).map(|(_, line)| line).collect();
        assert_eq!(read(&format!("{}\n", without.join("\n"))), Err(BrokenChain { line: 4 }));
        assert!(NegativeChain::start(&[2; 32]).read_all(&text).is_err(), "another node's");
        let dice = SeededDice::new(9);
        for _ in 0..500 {
            let mut bytes = text.clone().into_bytes();
            spoil(&mut bytes, &[b"\n", b"person-erased"], &dice);
            let Ok(spoiled) = String::from_utf8(bytes) else { continue };
            if let Ok((events, _)) = read(&spoiled) {
                // Only cutting at the end goes unseen here; the count in a backup tells of it.
                assert!(text.starts_with(
                    spoiled.get(..spoiled.rfind('\n').map_or(0, |n| n + 1)).unwrap_or_default()
                ));
                assert!(events.iter().enumerate().all(|(n, e)| *e == event(n as i64 + 1)));
            }
        }
    }

    #[test]
    fn a_line_cut_by_a_power_failure_is_left_out() {
        let text = log(1, 3);
        let cut = &text[..text.len() - 4];
        let (events, whole) = NegativeChain::start(&[1; 32]).read_all(cut).expect("readable");
        assert_eq!(events.len(), 2);
        assert!(text[..whole].ends_with('\n') && whole < cut.len());
    }
}
