//! Whether an officer opens somebody of the own family or neighbourhood: the officer's own names,
//! places and phones against what is known of the person.

use crate::person::Identity;
use std::collections::BTreeSet;

/// An officer's own words, as lists of lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WatchWords {
    pub families: Vec<String>,
    /// Villages, quarters, streets.
    pub places: Vec<String>,
    pub phones: Vec<String>,
}

/// What fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Near {
    /// The family name, and place, phone or a word of kin as well; or the family name alone of an
    /// officer whose words nobody has kept.
    Name,
    /// A phone or a place of the officer, whatever the name.
    Contact,
}

/// Words of kin in the languages of the house, without accents.
const KIN: [&str; 56] = [
    "mother", "father", "brother", "sister", "cousin", "uncle", "aunt", "nephew", "niece",
    "husband", "wife", "son", "daughter", "inlaw", "kin", "mere", "pere", "frere", "soeur",
    "cousine", "oncle", "tante", "neveu", "mari", "femme", "epouse", "fils", "fille", "mae", "pai",
    "irmao", "irma", "primo", "prima", "tio", "tia", "sobrinho", "sobrinha", "marido", "esposa",
    "filho", "filha", "madre", "padre", "hermano", "hermana", "sobrino", "sobrina", "esposo",
    "hijo", "hija", "cunado", "cunada", "cunhado", "cunhada", "famille",
];
/// Shorter words are no family name and no place.
const LETTERS_MIN: usize = 3;
/// Last digits of a phone that must be equal, so that a country's prefix does not matter.
const DIGITS: usize = 7;

/// Compares a person with an officer. `shown_name` is the officer's own in the house; `words` is
/// `None` while nobody has kept any.
pub fn near(identity: &Identity, shown_name: &str, words: Option<&WatchWords>) -> Option<Near> {
    let none = WatchWords::default();
    let kept = words.unwrap_or(&none);
    let text = everything(identity);
    let persons: BTreeSet<String> = words_of(&text).collect();
    let names: BTreeSet<String> =
        words_of(&format!("{} {}", identity.name, identity.other_names)).collect();
    let own = kept.families.iter().map(String::as_str).chain([shown_name]);
    let has_name = own.flat_map(words_of).any(|word| names.contains(&word));
    let has_place = kept.places.iter().any(|place| is_in(place, &persons));
    let has_phone = kept.phones.iter().any(|phone| has_digits(phone, &text));
    let has_kin = persons.iter().any(|word| KIN.contains(&word.as_str()));
    if has_name && (has_place || has_phone || has_kin || words.is_none()) {
        Some(Near::Name)
    } else if has_phone || has_place {
        Some(Near::Contact)
    } else {
        None
    }
}

/// Every word of a place stands in what is known of the person.
fn is_in(place: &str, persons: &BTreeSet<String>) -> bool {
    let mut words = words_of(place).peekable();
    words.peek().is_some() && words.all(|word| persons.contains(&word))
}

fn everything(identity: &Identity) -> String {
    let Identity { name, other_names, born, phone, papers, safe_contact, .. } = identity;
    [name, other_names, born, phone, papers, safe_contact].map(String::as_str).join("\n")
}

fn has_digits(phone: &str, text: &str) -> bool {
    let last: String = {
        let all: Vec<char> = phone.chars().filter(char::is_ascii_digit).collect();
        all.iter().skip(all.len().saturating_sub(DIGITS)).collect()
    };
    let spoken: String = text.lines().map(digits).collect::<Vec<_>>().join("\n");
    last.len() == DIGITS && spoken.contains(&last)
}

fn digits(line: &str) -> String {
    line.chars().filter(char::is_ascii_digit).collect()
}

/// Words in small letters without accents, of at least three letters, and numbers.
fn words_of(text: &str) -> impl Iterator<Item = String> {
    let plain: String = text.chars().flat_map(char::to_lowercase).map(without_accent).collect();
    let words: Vec<String> = plain
        .split(|c: char| !c.is_alphanumeric())
        // A number of a house is told however short it is.
        .filter(|word| {
            let is_number = !word.is_empty() && word.chars().all(|c| c.is_ascii_digit());
            word.chars().count() >= LETTERS_MIN || is_number
        })
        .map(str::to_owned)
        .collect();
    words.into_iter()
}

fn without_accent(letter: char) -> char {
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ý' | 'ÿ' => 'y',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::{Near, WatchWords, near};
    use crate::person::Identity;

    fn words() -> WatchWords {
        let list = |words: &[&str]| words.iter().map(|w| (*w).to_owned()).collect();
        WatchWords {
            families: list(&["Núñez"]),
            places: list(&["Vila Amaro", "12 Palm Street"]),
            phones: list(&["+240 222 123 4567"]),
        }
    }

    fn check(name: &str, contact: &str, expect: Option<Near>) {
        let identity = Identity {
            name: name.to_owned(),
            safe_contact: contact.to_owned(),
            ..Identity::default()
        };
        assert_eq!(near(&identity, "A. Ferro", Some(&words())), expect, "{name} {contact}");
    }

    #[test]
    fn a_name_with_place_phone_or_kin_is_near_and_a_name_alone_is_not() {
        check("Ana NUNEZ", "", None);
        check("Ana Nuñez", "through her cousin", Some(Near::Name));
        check("Ana Nuñez", "market of Vila Amaro", Some(Near::Name));
        check("Ana Nuñez", "222-123-45-67", Some(Near::Name));
        check("Ana Ferro", "o irmão dela", Some(Near::Name));
        check("Ana Lima", "her cousin", None);
        check("Ana Lima", "12, Palm street", Some(Near::Contact));
        check("Ana Lima", "Palm street 99", None);
        check("Ana Lima", "call 2221234567 at noon", Some(Near::Contact));
        check("Ana Lima", "Vila Nova", None);
        check("", "", None);
    }

    #[test]
    fn while_nobody_kept_an_officers_words_the_name_alone_warns() {
        let identity = Identity { name: "Rui Ferro".to_owned(), ..Identity::default() };
        assert_eq!(near(&identity, "A. Ferro", None), Some(Near::Name));
        assert_eq!(near(&identity, "A. Lima", None), None);
    }
}
