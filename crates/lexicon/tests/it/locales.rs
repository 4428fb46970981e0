//! Nothing missing, nothing that differs, no word that hurts or that mixes the two crimes.

use crate::texts::{LANGUAGES, Text, read};
use std::collections::BTreeMap;

type Texts = BTreeMap<String, Text>;

fn all() -> Vec<(&'static str, Texts)> {
    LANGUAGES.into_iter().map(|language| (language, read(language).0)).collect()
}

fn assert_none(findings: &[String]) {
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

/// Collects what `look` finds in each text of each language.
fn look_through(look: impl Fn(&str, &str, &str) -> Option<String>) -> Vec<String> {
    let mut findings = Vec::new();
    for (language, texts) in all() {
        for (key, text) in texts {
            if let Some(what) = look(language, &key, &text.says) {
                findings.push(format!("{language}/{}: {key}: {what}", text.file));
            }
        }
    }
    findings
}

#[test]
fn every_file_can_be_read_and_no_key_stands_twice() {
    let faults: Vec<String> = LANGUAGES.into_iter().flat_map(|language| read(language).1).collect();
    assert_none(&faults);
}

// proves: row 8.12
#[test]
fn row_8_12_every_key_stands_in_all_four_languages_in_the_same_file() {
    let all = all();
    let mut findings = Vec::new();
    for (language, texts) in &all {
        for (key, text) in texts {
            for (other, others) in &all {
                if others.get(key).is_none_or(|found| found.file != text.file) {
                    findings.push(format!("{key} of {language}/{} is not in {other}", text.file));
                }
            }
        }
    }
    assert_none(&findings);
}

// proves: row 8.12
#[test]
fn row_8_12_a_text_has_the_same_variables_in_every_language() {
    let all = all();
    let (_, english) = &all[0];
    let mut findings = Vec::new();
    for (language, texts) in &all {
        for (key, text) in texts {
            let expected = english.get(key).map(Text::variables).unwrap_or_default();
            if text.variables() != expected {
                let found = text.variables();
                findings.push(format!("{language}: {key}: {found:?} instead of {expected:?}"));
            }
        }
    }
    assert_none(&findings);
}

/// Words of the drug trade and of the other crime: each is wrong without its complement.
fn bare_word(language: &str, says: &str) -> Option<String> {
    let complements: &[&str] = match language {
        "fr" => &["trafic illicite"],
        "pt" => &["tráfico de pessoas", "tráfico ilícito de migrantes", "traficante de pessoas"],
        "es" => &["tráfico ilícito", "traficante de migrantes", "traficantes de migrantes"],
        _ => return None,
    };
    let says = says.to_lowercase();
    let is_bare = |(at, _): (usize, &str)| !complements.iter().any(|c| says[at..].starts_with(c));
    let stems = ["trafic", "trafiqu", "tráfic"];
    let found = stems.iter().find(|stem| says.match_indices(**stem).any(is_bare))?;
    Some(format!("{found}… without its complement"))
}

// proves: row 1.3
#[test]
fn row_1_3_neither_crime_is_named_by_half_its_name() {
    assert_none(&look_through(|language, _, says| bare_word(language, says)));
}

/// Words that no text holds, by language.
fn banned(language: &str) -> &'static [&'static str] {
    match language {
        "en" => &BANNED_EN,
        "fr" => &BANNED_FR,
        "pt" => &BANNED_PT,
        "es" => &BANNED_ES,
        _ => &[],
    }
}

const BANNED_EN: [&str; 17] = [
    "human smuggling",
    "people smuggling",
    "illegal migrant",
    "illegal immigration",
    "trafficking/smuggling",
    "prostitute",
    "sex slave",
    "sex tourism",
    "child prostitution",
    "child pornography",
    "organ trafficking",
    "baby factory",
    "bush wife",
    "user",
    "please",
    "alleged",
    "reported victim",
];

const BANNED_FR: [&str; 18] = [
    "trafic de personnes",
    "trafic humain",
    "êtres humains",
    "traite des migrants",
    "traite des blanches",
    "traite et trafic",
    "clandestin",
    "prostituée",
    "utilisateur",
    "tourisme sexuel",
    "prostitution enfantine",
    "pédopornographie",
    "mère porteuse",
    "trafic d’organes",
    "soi-disant",
    "sans-papiers",
    "veuillez",
    "prétend",
];

const BANNED_PT: [&str; 13] = [
    "tráfico humano",
    "tráfico de órgãos",
    "migrante traficado",
    "contrabandeado",
    "prostituta",
    "turismo sexual",
    "prostituição infantil",
    "pornografia infantil",
    "barriga de aluguer",
    "suposta",
    "alegad",
    "utilizador",
    "por favor",
];

const BANNED_ES: [&str; 16] = [
    "tráfico de personas",
    "tráfico de seres",
    "trata de migrantes",
    "trata de blancas",
    "trata y tráfico",
    "migrante traficado",
    "prostituta",
    "turismo sexual",
    "sin papeles",
    "prostitución infantil",
    "pornografía infantil",
    "vientre de alquiler",
    "supuesta",
    "sirvienta",
    "usuario",
    "por favor",
];

fn holds_word(says: &str, word: &str) -> bool {
    let says = says.to_lowercase();
    says.match_indices(word).any(|(at, _)| {
        let before = says[..at].chars().next_back();
        !before.is_some_and(char::is_alphabetic)
    })
}

#[test]
fn no_text_holds_a_word_that_hurts() {
    let look = |language: &str, _: &str, says: &str| {
        banned(language).iter().find(|word| holds_word(says, word)).map(|word| format!("“{word}”"))
    };
    assert_none(&look_through(look));
}

// proves: row 1.3
#[test]
fn row_1_3_no_result_of_screening_is_said_as_a_verdict() {
    let verdicts = ["positiv", "negativ", "négativ", "confirm", "cleared", "not a victim"];
    let look = |_: &str, key: &str, says: &str| {
        let is_advice = ["result-", "decision-", "input-"].iter().any(|p| key.starts_with(p));
        let found = verdicts.iter().find(|word| says.to_lowercase().contains(**word));
        found.filter(|_| is_advice).map(|word| format!("“{word}”"))
    };
    assert_none(&look_through(look));
}

#[test]
fn french_has_its_spaces_and_its_apostrophes() {
    let look = |language: &str, _: &str, says: &str| {
        let chars: Vec<char> = says.chars().collect();
        let wrong = chars.windows(2).find(|pair| {
            let (before, mark) = (pair[0], pair[1]);
            let is_typewritten = before.is_alphabetic() && mark == '\'';
            let is_glued = before.is_alphanumeric() && matches!(mark, ';' | '!' | '?');
            let is_breaking = before == ' ' && matches!(mark, ';' | '!' | '?' | ':' | '»');
            is_typewritten || is_glued || is_breaking || (before == '«' && mark == ' ')
        });
        wrong.filter(|_| language == "fr").map(|pair| format!("{pair:?}"))
    };
    assert_none(&look_through(look));
}

/// Sentences of the pages that anybody may read: short enough to be read aloud.
#[test]
fn sentences_of_public_pages_are_short() {
    let look = |language: &str, key: &str, says: &str| {
        let is_public = key.starts_with("report-") || key.starts_with("question-q-");
        let limit = if language == "en" { 13 } else { 15 };
        let sentences = says.split_inclusive(['.', '?', '…', '\n']);
        let long = sentences.map(words).find(|count| *count > limit);
        long.filter(|_| is_public).map(|count| format!("a sentence of {count} words"))
    };
    assert_none(&look_through(look));
}

fn words(sentence: &str) -> usize {
    sentence.split_whitespace().filter(|w| w.chars().any(char::is_alphabetic)).count()
}

#[test]
fn the_checks_find_what_they_look_for() {
    assert!(bare_word("pt", "vítima de tráfico").is_some());
    assert!(bare_word("pt", "vítima de tráfico de pessoas").is_none());
    assert!(bare_word("es", "El traficante huyó").is_some());
    assert!(bare_word("es", "trata de personas").is_none());
    assert!(bare_word("fr", "un trafic").is_some());
    assert!(holds_word("A new user", "user") && !holds_word("abuser", "user"));
    assert_eq!(words("Pouvez-vous partir ?"), 2);
}
