//! One sending, however often its button is pressed. A form carries a number drawn by chance; the
//! number and what was written make the code of the hint (or the id of the message), so that a
//! second press finds what the first one made. The number itself is kept nowhere.

use crate::Refusal;
use crate::receive_hint::{SentFile, SentHint};
use lexicon::Dice;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// For so long a repeated sending is answered with the same code, in seconds: a double press, a
/// reload, a network that failed. Later the page that was sent is opened by somebody else.
const AGAIN_S_MAX: i64 = 10 * 60;
/// Sendings remembered at once, more than arrive in that time.
const RECENT_MAX: usize = 20_000;
/// The number in a form: 16 bytes as hexadecimal digits.
const NUMBER_DIGITS: usize = 32;

/// A number for one form.
pub fn draw_number(dice: &dyn Dice) -> String {
    let mut bytes = [0_u8; NUMBER_DIGITS / 2];
    dice.fill(&mut bytes);
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The number for the form that follows one: the same for the same, so that a page that may tell
/// nothing differs in nothing. Empty after an empty one.
pub fn next_number(once: &str) -> String {
    if once.len() != NUMBER_DIGITS {
        return String::new();
    }
    let hash = Sha256::digest(once.as_bytes());
    hash.iter().take(NUMBER_DIGITS / 2).map(|byte| format!("{byte:02x}")).collect()
}

/// What was sent under which number; none for a form without one.
pub(crate) fn sending_of_hint(sent: &SentHint) -> Result<Option<[u8; 32]>, Refusal> {
    let form = serde_json::to_vec(&sent.form).map_err(|e| Refusal::fault(e.to_string()))?;
    let parts = [form.as_slice(), sent.language.tag.as_bytes(), sent.channel.id().as_bytes()];
    Ok(sending(&sent.once, &parts, &sent.files))
}

/// The same for a message of who comes back with a code.
pub(crate) fn sending_of_message(
    once: &str,
    code: &str,
    text: &str,
    files: &[SentFile],
) -> Option<[u8; 32]> {
    sending(once, &[code.as_bytes(), text.as_bytes()], files)
}

fn sending(once: &str, parts: &[&[u8]], files: &[SentFile]) -> Option<[u8; 32]> {
    let is_number = once.len() == NUMBER_DIGITS && once.bytes().all(|b| b.is_ascii_hexdigit());
    if !is_number {
        return None;
    }
    let mut hash = Sha256::new();
    let named = files.iter().flat_map(|file| [file.name.as_bytes(), file.bytes.as_slice()]);
    for part in [once.as_bytes()].into_iter().chain(parts.iter().copied()).chain(named) {
        // The length stands first, so that no text can pass for another in two parts.
        hash.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(part);
    }
    Some(hash.finalize().into())
}

/// Hints taken in the last minutes, by the look-up of their code. In memory only: no table holds
/// a time of a hint.
#[derive(Default)]
pub(crate) struct Recent {
    taken: Mutex<HashMap<[u8; 32], i64>>,
}

impl Recent {
    pub fn note(&self, lookup: [u8; 32], now_s: i64) {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        taken.retain(|_, at_s| is_recent(*at_s, now_s));
        if taken.len() < RECENT_MAX {
            taken.insert(lookup, now_s);
        }
    }

    pub fn holds(&self, lookup: &[u8; 32], now_s: i64) -> bool {
        let taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        taken.get(lookup).is_some_and(|at_s| is_recent(*at_s, now_s))
    }
}

fn is_recent(at_s: i64, now_s: i64) -> bool {
    (0..=AGAIN_S_MAX).contains(&(now_s - at_s))
}

#[cfg(test)]
mod tests {
    use super::{Recent, draw_number, sending};
    use crate::receive_hint::SentFile;
    use lexicon::chance::SeededDice;

    #[test]
    fn a_sending_is_its_number_and_all_that_was_written() {
        let number = draw_number(&SeededDice::new(7));
        let file = |name: &str, bytes: &[u8]| SentFile { name: name.into(), bytes: bytes.into() };
        let first = sending(&number, &[b"ab", b"c"], &[file("x", b"1")]);
        assert!(first.is_some());
        assert_eq!(first, sending(&number, &[b"ab", b"c"], &[file("x", b"1")]));
        assert_ne!(first, sending(&number, &[b"a", b"bc"], &[file("x", b"1")]));
        assert_ne!(first, sending(&number, &[b"ab", b"c"], &[file("x", b"2")]));
        assert_ne!(first, sending(&draw_number(&SeededDice::new(8)), &[b"ab", b"c"], &[]));
        for wrong in ["", "12", "z".repeat(32).as_str()] {
            assert_eq!(sending(wrong, &[b"ab"], &[]), None, "{wrong}");
        }
    }

    #[test]
    fn a_sending_is_recent_for_ten_minutes() {
        let recent = Recent::default();
        recent.note([1; 32], 1_000);
        assert!(recent.holds(&[1; 32], 1_000) && recent.holds(&[1; 32], 1_600));
        assert!(!recent.holds(&[1; 32], 1_601) && !recent.holds(&[1; 32], 999));
        assert!(!recent.holds(&[2; 32], 1_000));
    }
}
