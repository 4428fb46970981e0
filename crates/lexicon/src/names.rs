//! How spellings of one name are brought together: the rules of catalogue/name_folding.toml,
//! applied to one word at a time. What is compared, and how well it fits, is decided elsewhere.

use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

const RULES: &str = include_str!("../../../catalogue/name_folding.toml");

/// Longest text that is folded, in characters; the rest is not looked at.
pub const TEXT_CHARS_MAX: usize = 2_000;
/// Longest word, in characters.
pub const WORD_CHARS_MAX: usize = 40;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    letters: BTreeMap<String, String>,
    abjad: BTreeMap<String, String>,
    sounds: Sounds,
    words: BTreeMap<String, String>,
    forms: Forms,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sounds {
    rules: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Forms {
    lists: Vec<String>,
}

struct Rule {
    from: String,
    to: String,
    at_start: bool,
    at_end: bool,
}

/// The rules, ready to be applied.
pub struct Folding {
    /// What a letter becomes, and whether it is of a script without short vowels.
    letters: HashMap<char, (String, bool)>,
    sounds: Vec<Rule>,
    words: BTreeMap<String, Vec<String>>,
    forms: HashMap<String, u16>,
}

/// One word of a name in the forms in which it is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Word {
    /// Letters only, without accents, in Latin letters where the script has a transcription.
    pub folded: String,
    /// The same as it sounds, roughly, in any of the languages.
    pub sound: String,
    /// The consonants of the sound.
    pub skeleton: String,
    /// Which list of forms of one name it stands on; 0 for none.
    pub form: u16,
    /// Written in a script that leaves out short vowels.
    pub is_abjad: bool,
}

/// The rules of this release.
pub fn folding() -> &'static Folding {
    static FOLDING: OnceLock<Folding> = OnceLock::new();
    FOLDING.get_or_init(|| {
        // Part of the program; the test of this file fails when it is broken.
        toml::from_str::<File>(RULES).map_or_else(|_| Folding::empty(), Folding::new)
    })
}

impl Folding {
    fn empty() -> Self {
        let (letters, forms) = (HashMap::new(), HashMap::new());
        Self { letters, sounds: Vec::new(), words: BTreeMap::new(), forms }
    }

    fn new(file: File) -> Self {
        let mut letters = HashMap::new();
        for (table, is_abjad) in [(&file.letters, false), (&file.abjad, true)] {
            for (to, from) in table {
                let to = if to == "none" { "" } else { to.as_str() };
                letters.extend(from.chars().map(|letter| (letter, (to.to_owned(), is_abjad))));
            }
        }
        let words = file.words.into_iter();
        let words = words
            .map(|(list, words)| (list, words.split_whitespace().map(str::to_owned).collect()))
            .collect();
        let mut forms = HashMap::new();
        for (number, list) in (1_u16..).zip(&file.forms.lists) {
            forms.extend(list.split_whitespace().map(|form| (form.to_owned(), number)));
        }
        let sounds = file.sounds.rules.lines().filter_map(Rule::read).collect();
        Self { letters, sounds, words, forms }
    }

    /// Whether a folded word stands on a list of `[words]`.
    pub fn is_on(&self, list: &str, folded: &str) -> bool {
        self.words.get(list).is_some_and(|words| words.iter().any(|word| word == folded))
    }

    /// What remains of a folded word without the first of a list that it begins with; at least
    /// `rest` letters must remain.
    pub fn without_start<'a>(&self, list: &str, folded: &'a str, rest: usize) -> Option<&'a str> {
        let starts = self.words.get(list)?;
        starts
            .iter()
            .find_map(|start| folded.strip_prefix(start.as_str()))
            .filter(|left| left.len() >= rest)
    }

    /// Whether a folded word ends as a father's name does.
    pub fn is_patronymic(&self, folded: &str) -> bool {
        let endings = self.words.get("patronymic").into_iter().flatten();
        endings
            .into_iter()
            .any(|end| folded.len() > end.len() + 1 && folded.ends_with(end.as_str()))
    }

    /// The words of a text, folded: letters only, and whether a script without short vowels was
    /// used. Hyphens and blanks part words, apostrophes do not.
    pub fn split(&self, text: &str) -> Vec<(String, bool)> {
        let mut words = Vec::new();
        let mut word = (String::new(), false);
        let letters = text.chars().take(TEXT_CHARS_MAX).flat_map(char::to_lowercase);
        for letter in letters.chain(std::iter::once(' ')) {
            // Marks that stand over a letter: accents, and the vowel signs of Arabic.
            if matches!(letter, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}') {
                continue;
            }
            if let Some((to, is_abjad)) = self.letters.get(&letter) {
                word.0.push_str(to);
                word.1 |= is_abjad;
            } else if letter.is_alphabetic() {
                word.0.push(letter);
            } else if !word.0.is_empty() {
                let (mut folded, is_abjad) = std::mem::take(&mut word);
                if let Some((end, _)) = folded.char_indices().nth(WORD_CHARS_MAX) {
                    folded.truncate(end);
                }
                words.push((folded, is_abjad));
            }
        }
        words
    }

    /// A folded word in all the forms in which it is compared.
    pub fn word(&self, folded: &str, is_abjad: bool) -> Word {
        let sound = self.sound(folded);
        let skeleton = sound.chars().filter(|letter| !matches!(letter, 'a' | 'i' | 'u')).collect();
        let form = self.forms.get(folded).copied().unwrap_or(0);
        Word { folded: folded.to_owned(), sound, skeleton, form, is_abjad }
    }

    fn sound(&self, folded: &str) -> String {
        let mut sound = folded.to_owned();
        for rule in &self.sounds {
            rule.apply(&mut sound);
        }
        let mut once = String::with_capacity(sound.len());
        for letter in sound.chars() {
            if !once.ends_with(letter) {
                once.push(letter);
            }
        }
        once
    }
}

impl Rule {
    fn read(line: &str) -> Option<Self> {
        let (from, to) = line.split_once(' ')?;
        let to = if to == "-" { "" } else { to };
        let bare = from.trim_start_matches('^').trim_end_matches('$');
        Some(Self {
            at_start: from.starts_with('^'),
            at_end: from.ends_with('$'),
            from: bare.to_owned(),
            to: to.to_owned(),
        })
    }

    fn apply(&self, sound: &mut String) {
        if self.at_start || self.at_end {
            let rest = match self.at_start {
                true => {
                    sound.strip_prefix(self.from.as_str()).map(|rest| format!("{}{rest}", self.to))
                }
                false => {
                    sound.strip_suffix(self.from.as_str()).map(|rest| format!("{rest}{}", self.to))
                }
            };
            // A word of nothing but the ending keeps it.
            if let Some(changed) = rest.filter(|changed| !changed.is_empty()) {
                *sound = changed;
            }
        } else if sound.contains(self.from.as_str()) {
            *sound = sound.replace(self.from.as_str(), &self.to);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{File, RULES, folding};

    #[test]
    fn the_rules_are_whole() {
        let file = toml::from_str::<File>(RULES).expect("catalogue/name_folding.toml");
        assert!(file.letters.len() > 20 && file.abjad.len() > 15 && file.forms.lists.len() > 40);
        for list in ["joined", "servant", "left_out", "before", "kin", "common", "patronymic"] {
            assert!(file.words.contains_key(list), "{list}");
        }
        for line in file.sounds.rules.lines().filter(|line| !line.is_empty()) {
            assert!(super::Rule::read(line).is_some(), "{line}");
        }
    }

    #[test]
    fn spellings_of_one_name_sound_alike() {
        let check = |one: &str, other: &str| {
            let sound = |name: &str| {
                let (word, is_abjad) = folding().split(name).swap_remove(0);
                folding().word(&word, is_abjad).sound
            };
            assert_eq!(sound(one), sound(other), "{one} and {other}");
        };
        check("Diallo", "Jallow");
        check("Diallo", "Jalloh");
        check("Touré", "Toure");
        check("Ouattara", "Wattara");
        check("Наталья", "Natalia");
        check("Coulibaly", "Kulibali");
        check("Nguyễn", "NGUYEN");
        check("Hussein", "Husain");
    }
}
