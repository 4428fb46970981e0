//! What the values of a set are called. Words that the house knows are said in the reader's
//! language; any other stands as its source writes it.

use crate::Texts;
use lexicon::{Country, phrase};
use statistics::MISSING;

/// A value of a set.
pub fn value(t: &Texts, value: &str) -> String {
    if value.is_empty() {
        return t.say("picture-value-unknown");
    }
    if let Some(country) = Country::by_alpha2(value) {
        return country.name(t.language);
    }
    if let Some(said) = known(t, "picture-value", value) {
        return said;
    }
    if value.contains('+') && !value.ends_with('+') {
        return several(t, value);
    }
    let parts: Vec<_> = value.split('-').map(|part| known(t, "picture-form-part", part)).collect();
    match parts.into_iter().collect::<Option<Vec<_>>>() {
        Some(parts) => parts.join(" + "),
        None => value.replace('-', "\u{2013}"),
    }
}

/// A place where people come from or are exploited: a country, a region or what stands for one.
pub fn place(t: &Texts, code: &str) -> String {
    match code {
        "africa" => t.say("region-002"),
        "asia" => t.say("region-142"),
        "europe" => t.say("region-150"),
        "americas-oceania" => format!("{}, {}", t.say("region-019"), t.say("region-009")),
        other => known(t, "picture-place", other).unwrap_or_else(|| value(t, other)),
    }
}

/// Several citizenships of one person.
fn several(t: &Texts, codes: &str) -> String {
    let name = |code: &str| match Country::by_alpha2(code) {
        Some(country) => country.name(t.language),
        None => t.say("picture-value-unknown"),
    };
    codes.split('+').map(name).collect::<Vec<_>>().join(" + ")
}

fn known(t: &Texts, topic: &str, value: &str) -> Option<String> {
    let is_word = value.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        && value.starts_with(|c: char| c.is_ascii_alphabetic());
    let key = format!("{topic}-{value}");
    (is_word && phrase::has(t.language, &key)).then(|| t.say(key))
}

pub fn is_missing(value: &str) -> bool {
    MISSING.contains(&value)
}

/// `48 %`, and `under 1 %` where a share would read as nothing.
pub fn percent(t: &Texts, part: u64, all: u64) -> String {
    let share = part.saturating_mul(100).saturating_add(all / 2) / all.max(1);
    if share == 0 && part > 0 {
        return t.say("picture-percent-under-one");
    }
    t.with("picture-percent", "share", t.number(share))
}

#[cfg(test)]
mod tests {
    use super::{percent, place, value};
    use crate::Texts;
    use lexicon::{Language, language::ENGLISH};

    #[test]
    fn values_are_said_by_word_where_the_house_knows_one() {
        let t = Texts::new(ENGLISH);
        for (code, said) in [
            ("NG", "Nigeria"),
            ("AF+00", "Afghanistan + Unknown"),
            ("not-asked", "Not asked"),
            ("refused", "Answer refused"),
            ("unknown", "Unknown"),
            ("9-17", "9–17"),
            ("48+", "48+"),
            ("sexual-labour", "Sexual + Labour"),
            ("isForcedLabour", "Forced labour"),
        ] {
            assert_eq!(value(&t, code), said, "{code}");
        }
        assert_eq!(place(&t, "americas-oceania"), "Americas, Oceania");
        assert_eq!(place(&t, "stateless"), "Stateless");
        let french = Texts::new(Language::find("fr").expect("French"));
        assert_eq!(percent(&french, 1, 2), "50\u{202f}%");
        assert_eq!(percent(&t, 1, 900), "under 1%");
    }
}
