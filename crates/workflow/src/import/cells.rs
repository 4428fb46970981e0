//! What one cell means.

use super::CELL_CHARS_MAX;
use super::profile::{Code, Kind};
use lexicon::{Country, Phrase, Place};
use statistics::{NOT_ASKED, UNKNOWN};

/// A cell as it was understood.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    Value(String),
    /// Kept, but worth knowing: the value and the key of the note.
    Noted(String, &'static str),
    /// Cannot be kept: the row is refused.
    Refused(Phrase),
}

/// Codes that ISO 3166-1 no longer has but older tables do.
const FORMER_CODES: [&str; 10] = ["AN", "CS", "YU", "SU", "TP", "ZR", "BU", "DD", "ANT", "SCG"];

/// The largest count that is believed of one row.
const COUNT_MAX: u64 = 9_999_999_999;

/// Reads a cell. It is a function of the text alone, so it is asked once for each different text.
pub fn read(kind: Kind, text: &str) -> Reading {
    let text = text.trim();
    if text.chars().count() > CELL_CHARS_MAX {
        return Reading::Refused(Phrase::new("import-cell-too-long"));
    }
    match kind {
        Kind::Text => match missing(text) {
            Some(code) => value(code),
            None => value(&code_of(text)),
        },
        _ if missing(text).is_some() && !matches!(kind, Kind::Count) => {
            value(missing(text).unwrap_or(UNKNOWN))
        }
        _ if code_of(text) == "total" && !matches!(kind, Kind::Count) => value("total"),
        Kind::Year => year(text),
        Kind::Quarter => quarter(text),
        Kind::Day => match lexicon::Day::parse(text) {
            Some(day) => value(&day.to_string()),
            None => refuse("import-not-a-day", text),
        },
        Kind::Flag => flag(text),
        Kind::Count => count(text),
        Kind::CountryCode => country_code(text),
        Kind::CountryName => country_name(text),
        Kind::Category => listed(FORMS, text).map_or_else(|| country_name(text), value),
        Kind::List(codes) => match listed(codes, text) {
            Some(code) => value(code),
            None => refuse("import-not-in-list", text),
        },
        Kind::Several(codes) => several(codes, text),
    }
}

/// Forms of exploitation as GLOTIP counts them.
pub const FORMS: &[Code] = &[
    ("forced-labour", &["Forced labour"]),
    ("sexual-exploitation", &["Sexual exploitation"]),
    ("other-exploitation", &["Other forms of exploitation"]),
];

fn value(code: &str) -> Reading {
    Reading::Value(code.to_owned())
}

fn refuse(key: &'static str, text: &str) -> Reading {
    Reading::Refused(Phrase::new(key).with("value", shown(text)))
}

/// A text as it may stand in a complaint: short, on one line.
pub fn shown(text: &str) -> String {
    let mut short: String =
        text.chars()
            .take(60)
            .map(|c| {
                if c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c) {
                    '\u{fffd}'
                } else {
                    c
                }
            })
            .collect();
    if text.chars().nth(60).is_some() {
        short.push('…');
    }
    short
}

/// What stands for a missing value in these tables.
fn missing(text: &str) -> Option<&'static str> {
    const UNKNOWN_TEXTS: [&str; 12] = [
        "",
        "-99",
        "NULL",
        "NA",
        "N/A",
        "NaN",
        "Unknown",
        "Not specified",
        "Not known",
        "Not specified or unknown",
        "Age not specified or unknown",
        "Missing",
    ];
    const NOT_ASKED_TEXTS: [&str; 4] =
        ["Not currently recorded", "Not recorded", "Not collected", "Not asked"];
    if UNKNOWN_TEXTS.iter().any(|t| t.eq_ignore_ascii_case(text)) {
        Some(UNKNOWN)
    } else if NOT_ASKED_TEXTS.iter().any(|t| t.eq_ignore_ascii_case(text)) {
        Some(NOT_ASKED)
    } else if text.eq_ignore_ascii_case("Refused") {
        Some(statistics::REFUSED)
    } else {
        None
    }
}

/// Small letters, digits, `+` and `<`, parted by single hyphens.
fn code_of(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        if letter.is_alphanumeric() || matches!(letter, '+' | '<') {
            code.push(letter);
        } else if !code.is_empty() && !code.ends_with('-') {
            code.push('-');
        }
    }
    code.truncate(code.trim_end_matches('-').len());
    code
}

fn listed(codes: &'static [Code], text: &str) -> Option<&'static str> {
    let wanted = code_of(text);
    codes
        .iter()
        .find(|(code, texts)| *code == wanted || texts.iter().any(|t| code_of(t) == wanted))
        .map(|(code, _)| *code)
}

fn several(codes: &'static [Code], text: &str) -> Reading {
    let mut found = Vec::new();
    for part in text.split(';').map(str::trim).filter(|p| !p.is_empty()) {
        match listed(codes, part) {
            Some(code) => found.push(code),
            None => return refuse("import-not-in-list", part),
        }
    }
    found.sort_unstable();
    found.dedup();
    if found.is_empty() { value(UNKNOWN) } else { Reading::Value(found.join(";")) }
}

fn year(text: &str) -> Reading {
    let is_year = |t: &str| t.len() == 4 && matches!(t.parse(), Ok(1900..=2100_u16));
    let (from, to) = text.split_once(['-', '–']).unwrap_or((text, text));
    let (from, to) = (from.trim(), to.trim());
    if !is_year(from) || !is_year(to) || from > to {
        return refuse("import-not-a-year", text);
    }
    if from == to { value(from) } else { Reading::Value(format!("{from}-{to}")) }
}

fn quarter(text: &str) -> Reading {
    match text.trim_start_matches(['Q', 'q']) {
        quarter @ ("1" | "2" | "3" | "4") => Reading::Value(format!("Q{quarter}")),
        _ => refuse("import-not-a-quarter", text),
    }
}

fn flag(text: &str) -> Reading {
    match text {
        "1" | "1.0" | "true" | "TRUE" | "True" => value("yes"),
        "0" | "0.0" | "false" | "FALSE" | "False" => value("no"),
        _ => refuse("import-not-a-flag", text),
    }
}

fn count(text: &str) -> Reading {
    if text == "<5" {
        return value("<5");
    }
    let digits: String =
        text.chars().filter(|c| !matches!(c, ',' | ' ' | '\u{a0}' | '\u{202f}')).collect();
    let is_digits = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit());
    match digits.parse::<u64>() {
        Ok(number) if is_digits && number <= COUNT_MAX => Reading::Value(number.to_string()),
        _ => refuse("import-not-a-count", text),
    }
}

fn country_code(text: &str) -> Reading {
    let code = text.to_ascii_uppercase();
    match Country::by_alpha2(&code).or_else(|| Country::by_alpha3(&code)) {
        Some(country) => value(&country.alpha2),
        None if matches!(code.as_str(), "00" | "0" | "ZZ" | "XXX") => value(UNKNOWN),
        None if FORMER_CODES.contains(&code.as_str()) => {
            Reading::Noted("former".to_owned(), "import-note-former-country")
        }
        None => refuse("import-not-a-country-code", text),
    }
}

fn country_name(text: &str) -> Reading {
    match Place::read(text) {
        Some(place) => Reading::Value(place.to_string()),
        None => Reading::Noted("unrecognised".to_owned(), "import-note-unrecognised-country"),
    }
}
