//! Numbers of phones and papers.

use super::slips::{letters, within};

/// Why a number fits, the closest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NumberFit {
    Same,
    Slip,
    End,
}

/// Digits at the end of a phone number that are compared: country and trunk codes differ.
const PHONE_DIGITS: usize = 8;
/// Fewest letters and digits of an end that says anything.
const END_MIN: usize = 4;
/// Fewest of a number in which a slip is looked for.
const SLIP_MIN: usize = 6;

/// How a number asked for fits one that is kept; both are digits, or capitals and digits.
pub fn number_fit(asked: &str, kept: &str, is_phone: bool) -> Option<NumberFit> {
    if asked.len() < END_MIN || kept.len() < END_MIN {
        return None;
    }
    if asked == kept || (is_phone && asked.len() >= PHONE_DIGITS && end(asked) == end(kept)) {
        return Some(NumberFit::Same);
    }
    let (a, b) = if is_phone { (end(asked), end(kept)) } else { (asked, kept) };
    if a.len().min(b.len()) >= SLIP_MIN && within((a, letters(a)), (b, letters(b)), 1).is_some() {
        return Some(NumberFit::Slip);
    }
    kept.ends_with(asked).then_some(NumberFit::End)
}

fn end(number: &str) -> &str {
    number.get(number.len().saturating_sub(PHONE_DIGITS)..).unwrap_or(number)
}

#[cfg(test)]
mod tests {
    use super::{NumberFit, number_fit};

    #[test]
    fn numbers_fit_by_their_end_and_with_one_slip() {
        let phone = |a: &str, b: &str| number_fit(a, b, true);
        assert_eq!(phone("0771234567", "221771234567"), Some(NumberFit::Same));
        assert_eq!(phone("771234567", "771234576"), Some(NumberFit::Slip));
        assert_eq!(phone("4567", "771234567"), Some(NumberFit::End));
        assert_eq!(phone("567", "771234567"), None);
        assert_eq!(phone("771234567", "339998887"), None);
        let paper = |a: &str, b: &str| number_fit(a, b, false);
        assert_eq!(paper("AB123456", "AB123456"), Some(NumberFit::Same));
        assert_eq!(paper("AB123456", "A8123456"), Some(NumberFit::Slip));
        assert_eq!(paper("3456", "AB123456"), Some(NumberFit::End));
        assert_eq!(paper("AB123456", "CD998877"), None);
    }
}
