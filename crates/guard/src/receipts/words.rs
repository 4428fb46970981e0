//! 1,024 words that belong to no language, made by rule: consonant, vowel, consonant, vowel. The
//! last vowel follows from the rest, so that most slips of the pen are noticed in the word itself.
//! No list has to be kept, translated or embedded; letters that sound alike in English, French,
//! Portuguese and Spanish (b and v, s and z, c, k and q) do not stand beside each other.

const CONSONANTS: [char; 16] =
    ['b', 'd', 'f', 'g', 'h', 'j', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'w', 'y'];
const VOWELS: [char; 4] = ['a', 'e', 'i', 'o'];

/// Coarse, hurtful or frightening in one of the four languages; the next vowel is taken instead.
/// Changing this list changes codes already given out in words.
const AVOIDED: [&str; 35] = [
    "kaka", "pedo", "peda", "pene", "teta", "tete", "pipi", "pito", "bite", "rape", "rapo", "rabo",
    "nega", "nego", "nigo", "niga", "nege", "dike", "homo", "sado", "maso", "bobo", "boba", "jode",
    "mata", "mate", "meda", "rata", "puto", "paki", "kike", "meto", "sida", "toke", "gode",
];

/// Word `number` (the lowest 10 bits count).
pub fn word(number: u16) -> String {
    let number = usize::from(number % 1_024);
    let (first, vowel, second) = (number >> 6, (number >> 4) & 3, number & 15);
    let letter = |set: &[char], at: usize| set.get(at).copied().unwrap_or('a');
    let start: String =
        [letter(&CONSONANTS, first), letter(&VOWELS, vowel), letter(&CONSONANTS, second)]
            .iter()
            .collect();
    let rule = first + 2 * vowel + 3 * second;
    let ended = |step: usize| format!("{start}{}", letter(&VOWELS, (rule + step) & 3));
    (0..VOWELS.len())
        .map(ended)
        .find(|word| !AVOIDED.contains(&word.as_str()))
        .unwrap_or_else(|| ended(0))
}

/// The number of a word; `None` when there is no such word.
pub(crate) fn number(text: &str) -> Option<u16> {
    let letters: Vec<char> = text.chars().take(5).collect();
    let [first, vowel, second, _] = letters.as_slice() else { return None };
    let place = |set: &[char], c: &char| set.iter().position(|x| x == c);
    let number =
        place(&CONSONANTS, first)? << 6 | place(&VOWELS, vowel)? << 4 | place(&CONSONANTS, second)?;
    let number = u16::try_from(number).ok()?;
    (word(number) == text).then_some(number)
}
