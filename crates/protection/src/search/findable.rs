//! What of a person can be found, and what an officer remembers.

use crate::person::Identity;
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, Zeroizing};

/// Longest text of one field of a question, in characters.
pub const ASKED_CHARS_MAX: usize = 200;
/// Numbers of one kind that are kept of one person.
const NUMBERS_MAX: usize = 6;

/// What of an identity goes into the index of its desk. It stands in the database only sealed,
/// filled up to a length that many share.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, Zeroize)]
#[serde(deny_unknown_fields)]
pub struct Findable {
    pub name: String,
    pub other_names: String,
    pub kin: String,
    pub place: String,
    /// First and last year in which the person may have been born; 0 and 0 when nothing is known.
    pub born: (i32, i32),
    /// Digits only.
    pub phones: Vec<String>,
    /// Letters and digits only, in capitals.
    pub papers: Vec<String>,
}

/// A sealed entry has a multiple of so many bytes.
const STEP_BYTES: usize = 512;

impl Findable {
    /// From an identity and the coded age group, in the year `this_year`.
    pub fn of(identity: &Identity, age_group: &str, this_year: i32) -> Zeroizing<Self> {
        Zeroizing::new(Self {
            name: identity.name.clone(),
            other_names: identity.other_names.clone(),
            kin: identity.kin.clone(),
            place: identity.place.clone(),
            born: born(&identity.born, this_year)
                .or_else(|| by_group(age_group, this_year))
                .unwrap_or((0, 0)),
            phones: phones(&format!("{}\n{}", identity.phone, identity.safe_contact)),
            papers: papers(&identity.papers),
        })
    }

    /// The bytes that are sealed: JSON and blanks, up to a whole number of steps.
    ///
    /// # Errors
    /// Never for these fields; serde's error otherwise.
    pub fn to_bytes(&self) -> Result<Zeroizing<Vec<u8>>, serde_json::Error> {
        Ok(padded(serde_json::to_vec(self)?, STEP_BYTES))
    }

    /// # Errors
    /// When the bytes are not those of [`Findable::to_bytes`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Zeroizing<Self>, serde_json::Error> {
        serde_json::from_slice(bytes).map(Zeroizing::new)
    }
}

/// Fills JSON up with blanks to a whole number of `step` bytes, so that its length tells little.
pub fn padded(mut json: Vec<u8>, step: usize) -> Zeroizing<Vec<u8>> {
    let whole = json.len().div_ceil(step.max(1)) * step.max(1);
    // A vector that grows leaves its letters behind; this one is copied and wiped.
    let mut filled = Zeroizing::new(Vec::with_capacity(whole));
    filled.extend_from_slice(&json);
    filled.resize(whole, b' ');
    json.zeroize();
    filled
}

/// What an officer remembers. Every field may be empty.
#[derive(Clone, Default, PartialEq, Eq, Zeroize)]
pub struct Asked {
    pub name: String,
    /// Estimated age today, in years.
    pub age: Option<i32>,
    pub kin: String,
    pub place: String,
    pub phone: String,
    pub papers: String,
}

impl Asked {
    /// The kinds of facts that are given, in the order of the form.
    pub fn kinds(&self) -> Vec<&'static str> {
        let given = [
            ("name", !self.name.trim().is_empty()),
            ("age", self.age.is_some()),
            ("kin", !self.kin.trim().is_empty()),
            ("place", !self.place.trim().is_empty()),
            ("phone", !digits(&self.phone).is_empty()),
            ("papers", !capitals(&self.papers).is_empty()),
        ];
        given.into_iter().filter(|(_, is_given)| *is_given).map(|(kind, _)| kind).collect()
    }

    /// The first field that is too long, if any.
    pub fn too_long(&self) -> Option<&'static str> {
        [
            ("name", &self.name),
            ("kin", &self.kin),
            ("place", &self.place),
            ("phone", &self.phone),
            ("papers", &self.papers),
        ]
        .into_iter()
        .find(|(_, text)| text.chars().count() > ASKED_CHARS_MAX)
        .map(|(field, _)| field)
    }
}

/// Years of birth from words: `1999`, `about 1999`, `3 May 2004`, `about 19 years`.
fn born(text: &str, this_year: i32) -> Option<(i32, i32)> {
    let numbers: Vec<i32> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| (1..=4).contains(&part.len()))
        .filter_map(|part| part.parse().ok())
        .collect();
    let years: Vec<i32> =
        numbers.iter().copied().filter(|n| (1900..=this_year).contains(n)).collect();
    if let (Some(first), Some(last)) = (years.iter().min(), years.iter().max()) {
        return Some((*first, *last));
    }
    let ages: Vec<i32> = numbers.into_iter().filter(|n| (1..=110).contains(n)).collect();
    let (youngest, oldest) = (ages.iter().min()?, ages.iter().max()?);
    Some((this_year - oldest - 1, this_year - youngest))
}

fn by_group(group: &str, this_year: i32) -> Option<(i32, i32)> {
    let (from, to) = match group.split_once('-')? {
        (from, "plus") => (from.parse::<i32>().ok()?, 100),
        (from, to) => (from.parse().ok()?, to.parse::<i32>().ok()?),
    };
    Some((this_year - to - 1, this_year - from))
}

pub(super) fn digits(text: &str) -> String {
    // Digits of other scripts are digits too.
    text.chars()
        .filter_map(|c| match c {
            '\u{660}'..='\u{669}' => char::from_digit(u32::from(c) - 0x660, 10),
            '\u{6f0}'..='\u{6f9}' => char::from_digit(u32::from(c) - 0x6f0, 10),
            _ => c.is_ascii_digit().then_some(c),
        })
        .collect()
}

pub(super) fn capitals(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
}

/// Numbers in a text, each of at least six digits. Blanks, dots and hyphens do not end one.
fn phones(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| c.is_alphabetic() || matches!(c, ',' | ';' | '/' | '\n'));
    let mut found: Vec<String> = parts.map(digits).filter(|number| number.len() >= 6).collect();
    found.truncate(NUMBERS_MAX);
    found
}

/// Numbers of papers: words with a digit in them, of at least four letters and digits.
fn papers(text: &str) -> Vec<String> {
    let parts = text.split([' ', ',', ';', '/', '\n', ':', '(', ')']);
    let mut found: Vec<String> = parts
        .map(capitals)
        .filter(|word| word.len() >= 4 && word.bytes().any(|b| b.is_ascii_digit()))
        .collect();
    let together = capitals(text);
    if (4..=24).contains(&together.len()) && !found.contains(&together) {
        found.push(together);
    }
    found.truncate(NUMBERS_MAX);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_of_birth_are_read_from_words() {
        let check = |text: &str, years: Option<(i32, i32)>| {
            assert_eq!(born(text, 2026), years, "{text}");
        };
        check("1999", Some((1999, 1999)));
        check("about 1999 or 2001", Some((1999, 2001)));
        check("2004-05-03", Some((2004, 2004)));
        check("about 19 years", Some((2006, 2007)));
        check("in the year of the flood", None);
        check("", None);
        assert_eq!(by_group("18-29", 2026), Some((1996, 2008)));
        assert_eq!(by_group("48-plus", 2026), Some((1925, 1978)));
        assert_eq!(by_group("unknown", 2026), None);
    }

    #[test]
    fn numbers_are_read_as_they_are_written() {
        assert_eq!(phones("+221 77-123 45 67, home 33.821.0000"), ["221771234567", "338210000"]);
        assert_eq!(phones("by her aunt"), Vec::<String>::new());
        assert!(papers("passport no. A 123 4567").contains(&"PASSPORTNOA1234567".to_owned()));
        assert!(papers("ID: AB-123456").contains(&"AB123456".to_owned()));
    }

    #[test]
    fn entries_of_different_names_have_one_length() {
        let entry = |name: &str| {
            let one = Findable { name: name.to_owned(), ..Findable::default() };
            one.to_bytes().expect("bytes").len()
        };
        assert_eq!(entry("Li"), entry("María Guadalupe Hernández de la Cruz y Villaseñor"));
        assert_eq!(entry(""), STEP_BYTES);
        let one = Findable { name: "Li".to_owned(), born: (1, 2), ..Findable::default() };
        let read = Findable::from_bytes(&one.to_bytes().expect("bytes")).expect("read");
        assert!(*read == one);
    }
}
