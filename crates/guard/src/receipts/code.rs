//! The code itself, in digits and in words.

use super::{NodePepper, words};
use crate::seal::derive_key;
use lexicon::{Dice, Phrase};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// Codes are numbers below this.
const CODES: u64 = 10_000_000_000_000_000;
/// Values of the check inside the words: 115 × 10^16 is just below 2^60, six words of 10 bits.
const WORD_CHECKS: u64 = 115;
/// Longest text read as a code, in bytes.
const TEXT_BYTES_MAX: usize = 200;

/// A receipt code. Wiped from memory when dropped; shown once, to its owner.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct Receipt(u64);

/// Why a text is no code. It is said before any work is done, and says nothing of what exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodeFault {
    #[error("neither 17 digits nor six words")]
    Length,
    #[error("the check does not fit: a digit or word is wrong or two were exchanged")]
    Check,
}

impl CodeFault {
    pub fn phrase(self) -> Phrase {
        Phrase::new(match self {
            Self::Length => "guard-receipt-length",
            Self::Check => "guard-receipt-check",
        })
    }
}

impl Receipt {
    pub fn random(dice: &dyn Dice) -> Self {
        Self(dice.below(CODES))
    }

    /// The code of one sending: the same for the same, and without the pepper of the node as hard
    /// to foretell as one drawn by chance. `sending` holds 16 bytes of chance from the form.
    pub fn of_sending(node: &NodePepper, sending: &[u8; 32]) -> Self {
        let drawn = derive_key::<16>(&node.pepper, sending, "mangrove receipt of a sending 1");
        // Of 2^128 numbers the first 10^16 remainders are equally likely but for one in 10^22.
        let code = u128::from_be_bytes(*drawn) % u128::from(CODES);
        Self(u64::try_from(code).unwrap_or(0))
    }

    /// `1234 5678 9012 3456 7`: 16 digits and the check digit.
    pub fn digits(&self) -> Zeroizing<String> {
        let digits = format!("{:016}", self.0);
        let mut text = String::with_capacity(24);
        for (i, digit) in digits.chars().enumerate() {
            if i % 4 == 0 && i > 0 {
                text.push(' ');
            }
            text.push(digit);
        }
        text.push_str(&format!(" {}", damm(&digits)));
        Zeroizing::new(text)
    }

    /// Six words with spaces between.
    pub fn words(&self) -> Zeroizing<String> {
        let value = self.0 * WORD_CHECKS + word_check(self.0);
        let words: Vec<String> = (0..6)
            .rev()
            .map(|i| words::word(u16::try_from((value >> (10 * i)) & 1_023).unwrap_or(0)))
            .collect();
        Zeroizing::new(words.join(" "))
    }

    /// Reads digits or words, with any spaces, hyphens, dots or capitals between.
    ///
    /// # Errors
    /// [`CodeFault`] when it can be seen without looking anything up that this is no code.
    pub fn parse(text: &str) -> Result<Self, CodeFault> {
        if text.len() > TEXT_BYTES_MAX {
            return Err(CodeFault::Length);
        }
        let text = Zeroizing::new(text.to_lowercase());
        if text.chars().any(char::is_alphabetic) {
            Self::from_words(&text)
        } else {
            Self::from_digits(&text)
        }
    }

    fn from_digits(text: &str) -> Result<Self, CodeFault> {
        let digits: Zeroizing<String> =
            Zeroizing::new(text.chars().filter(char::is_ascii_digit).collect());
        let strange = |c: char| !(c.is_ascii_digit() || c.is_whitespace() || "-.".contains(c));
        if digits.len() != 17 || text.chars().any(strange) {
            return Err(CodeFault::Length);
        }
        if damm(&digits) != 0 {
            return Err(CodeFault::Check);
        }
        let code = digits.get(..16).and_then(|d| d.parse().ok()).ok_or(CodeFault::Length)?;
        Ok(Self(code))
    }

    fn from_words(text: &str) -> Result<Self, CodeFault> {
        let words: Vec<&str> =
            text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).collect();
        if words.len() != 6 {
            return Err(CodeFault::Length);
        }
        let mut value = 0_u64;
        for word in words {
            let number = words::number(word).ok_or(CodeFault::Check)?;
            value = value << 10 | u64::from(number);
        }
        let (code, check) = (value / WORD_CHECKS, value % WORD_CHECKS);
        if code >= CODES || check != word_check(code) {
            return Err(CodeFault::Check);
        }
        Ok(Self(code))
    }

    pub(super) fn secret_bytes(&self) -> Zeroizing<[u8; 8]> {
        Zeroizing::new(self.0.to_be_bytes())
    }
}

fn word_check(code: u64) -> u64 {
    use sha2::{Digest, Sha256};
    let hash = Sha256::digest(code.to_be_bytes());
    hash.iter().take(4).fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte)) % WORD_CHECKS
}

/// Damm's check digit: every single wrong digit and every exchange of neighbours is noticed.
/// Over digits followed by their check digit it is 0.
fn damm(digits: &str) -> u8 {
    const TABLE: [[u8; 10]; 10] = [
        [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
        [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
        [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
        [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
        [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
        [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
        [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
        [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
        [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
        [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
    ];
    digits.bytes().filter(u8::is_ascii_digit).fold(0, |state, digit| {
        let row = TABLE.get(usize::from(state));
        row.and_then(|r| r.get(usize::from(digit - b'0'))).copied().unwrap_or(0)
    })
}
