//! Countries by the codes and names under which published tables know them.

use crate::language::{LANGUAGES, Language};
use crate::phrase::say;
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::sync::OnceLock;

const COUNTRIES: &str = include_str!("../../../catalogue/countries.toml");
const ALIASES: &str = include_str!("../../../catalogue/country_aliases.toml");

/// A name longer than this is looked at no further, in characters.
const NAME_LENGTH_MAX: usize = 200;

/// One country or territory of ISO 3166-1 (and Kosovo as `XK`).
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Country {
    pub alpha2: String,
    pub alpha3: String,
    /// Three digits; empty for Kosovo, which has none.
    pub numeric: String,
    /// UN M49 code of the region, three digits.
    pub region: String,
    /// UN M49 code of the subregion, three digits.
    pub subregion: String,
    /// Degrees east of Greenwich.
    pub lon: f64,
    /// Degrees north of the equator.
    pub lat: f64,
}

/// What a cell of a column of countries holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// ISO 3166-1 alpha-2.
    Country(String),
    /// More than one citizenship, alpha-2 in alphabetical order; an unknown one is `00`.
    Several(Vec<String>),
    /// No country: `unknown`, `not-asked`, `stateless`, `nationals`, `abroad`, `total`, `region`,
    /// `former` or `other`, as catalogue/country_aliases.toml sorts them.
    Other(String),
}

impl fmt::Display for Place {
    /// `NG`, `NG+GB` or `unknown`: the code under which the place is kept.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Country(code) | Self::Other(code) => f.write_str(code),
            Self::Several(codes) => f.write_str(&codes.join("+")),
        }
    }
}

#[derive(Deserialize)]
struct CountryFile {
    country: Vec<Country>,
}

#[derive(Deserialize)]
struct AliasFile {
    names: BTreeMap<String, String>,
    other: BTreeMap<String, String>,
}

struct Index {
    countries: Vec<Country>,
    by_alpha2: HashMap<String, usize>,
    by_alpha3: HashMap<String, usize>,
    by_name: HashMap<String, Place>,
}

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| {
        // Both tables are part of the program; the tests of this file fail when one is broken.
        let countries = toml::from_str::<CountryFile>(COUNTRIES).map_or(Vec::new(), |f| f.country);
        let aliases = toml::from_str::<AliasFile>(ALIASES)
            .unwrap_or(AliasFile { names: BTreeMap::new(), other: BTreeMap::new() });
        let by = |code: fn(&Country) -> &String| {
            countries.iter().enumerate().map(|(at, c)| (code(c).clone(), at)).collect()
        };
        Index {
            by_alpha2: by(|c| &c.alpha2),
            by_alpha3: by(|c| &c.alpha3),
            by_name: names(&countries, &aliases),
            countries,
        }
    })
}

/// Every name, simplified. What is listed goes before what a language calls a country, and English
/// before the other languages.
fn names(countries: &[Country], aliases: &AliasFile) -> HashMap<String, Place> {
    let mut found = HashMap::new();
    let listed = aliases.names.iter().map(|(code, list)| (Place::Country(code.clone()), list));
    let other = aliases.other.iter().map(|(kind, list)| (Place::Other(kind.clone()), list));
    for (place, list) in listed.chain(other) {
        for name in list.split(';') {
            found.entry(simplify(name)).or_insert_with(|| place.clone());
        }
    }
    for language in LANGUAGES {
        for country in countries {
            let name = simplify(&country.name(language));
            found.entry(name).or_insert_with(|| Place::Country(country.alpha2.clone()));
        }
    }
    found.remove("");
    found
}

impl Country {
    /// Every country, in the order of the alpha-2 codes.
    pub fn all() -> &'static [Self] {
        &index().countries
    }

    /// By ISO 3166-1 alpha-2, in capitals.
    pub fn by_alpha2(code: &str) -> Option<&'static Self> {
        index().by_alpha2.get(code).and_then(|at| index().countries.get(*at))
    }

    /// By ISO 3166-1 alpha-3, in capitals.
    pub fn by_alpha3(code: &str) -> Option<&'static Self> {
        index().by_alpha3.get(code).and_then(|at| index().countries.get(*at))
    }

    /// The name by CLDR.
    pub fn name(&self, language: Language) -> String {
        say(language, &format!("country-{}", self.alpha2.to_ascii_lowercase()))
    }
}

impl Place {
    /// Reads a name, a nationality or what stands in place of one; `None` when it is not known.
    /// Two nationalities side by side (`Afghan Indian`) are several; a letter that was lost to a
    /// wrong encoding (U+FFFD) may be any.
    pub fn read(text: &str) -> Option<Self> {
        if text.chars().count() > NAME_LENGTH_MAX {
            return None;
        }
        let name = simplify(text);
        single(&name).or_else(|| pair(&name)).or_else(|| damaged(&name))
    }
}

fn single(name: &str) -> Option<Place> {
    let names = &index().by_name;
    names.get(name).or_else(|| names.get(name.strip_suffix('s')?)).cloned()
}

fn pair(name: &str) -> Option<Place> {
    let name = name.replace("citizen of the ", "").replace("citizen of ", "");
    if let Some(place) = single(&name) {
        return Some(place);
    }
    let code = |part: &str| match single(part)? {
        Place::Country(code) => Some(code),
        Place::Other(kind) if matches!(kind.as_str(), "unknown" | "other") => Some("00".to_owned()),
        _ => None,
    };
    name.match_indices(' ').find_map(|(at, _)| {
        let mut codes = vec![code(name.get(..at)?)?, code(name.get(at + 1..)?)?];
        codes.sort();
        codes.dedup();
        match codes.as_slice() {
            [one] => Some(Place::Country(one.clone())),
            _ => Some(Place::Several(codes)),
        }
    })
}

/// Finds the one name that differs only where a letter was lost.
fn damaged(name: &str) -> Option<Place> {
    if !name.contains('\u{fffd}') {
        return None;
    }
    let same = |known: &str| {
        known.chars().count() == name.chars().count()
            && known.chars().zip(name.chars()).all(|(k, n)| k == n || n == '\u{fffd}')
    };
    let mut found: Vec<&Place> =
        index().by_name.iter().filter(|(known, _)| same(known)).map(|(_, place)| place).collect();
    found.sort();
    found.dedup();
    match found.as_slice() {
        [one] => Some((*one).clone()),
        _ => None,
    }
}

/// Small letters without accents, words parted by one space, without a leading article.
fn simplify(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for letter in name.trim().chars().flat_map(char::to_lowercase) {
        match unaccented(letter) {
            Some(base) => plain.push_str(base),
            None if letter.is_alphanumeric() || letter == '\u{fffd}' => plain.push(letter),
            None if matches!(letter, '\u{300}'..='\u{36f}') => {}
            None if plain.is_empty() || plain.ends_with(' ') => {}
            None => plain.push(' '),
        }
    }
    let plain = plain.trim_end();
    plain.strip_prefix("the ").unwrap_or(plain).to_owned()
}

fn unaccented(letter: char) -> Option<&'static str> {
    Some(match letter {
        '&' => "and",
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'đ' => "d",
        'è'..='ë' | 'ē' | 'ę' | 'ě' => "e",
        'ì'..='ï' | 'ī' => "i",
        'ñ' | 'ń' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' => "o",
        'œ' => "oe",
        'ř' => "r",
        'ś' | 'š' | 'ş' => "s",
        'ù'..='ü' | 'ū' | 'ů' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{ALIASES, AliasFile, Country, Place};
    use crate::language::LANGUAGES;
    use crate::phrase::has;
    use std::collections::HashSet;

    fn check(text: &str, expected: &str) {
        let read = Place::read(text).map_or("-".to_owned(), |place| place.to_string());
        assert_eq!(read, expected, "{text}");
    }

    #[test]
    fn every_country_has_codes_of_its_own_and_a_name_in_four_languages() {
        assert_eq!(Country::all().len(), 250);
        let alpha3: HashSet<_> = Country::all().iter().map(|c| &c.alpha3).collect();
        assert_eq!(alpha3.len(), 250);
        for country in Country::all() {
            assert_eq!((country.alpha2.len(), country.alpha3.len()), (2, 3));
            assert!(country.lon.abs() <= 180.0 && country.lat.abs() <= 90.0, "{country:?}");
            for language in LANGUAGES {
                for key in [
                    format!("country-{}", country.alpha2.to_ascii_lowercase()),
                    format!("region-{}", country.region),
                    format!("subregion-{}", country.subregion),
                ] {
                    assert!(has(language, &key), "{key} in {}", language.tag);
                }
            }
        }
    }

    #[test]
    fn every_alias_stands_for_a_country_and_no_name_for_two() {
        let aliases: AliasFile = toml::from_str(ALIASES).expect("the alias table");
        let mut seen = std::collections::HashMap::new();
        for (code, list) in &aliases.names {
            assert!(Country::by_alpha2(code).is_some(), "{code}");
            for name in list.split(';') {
                let before = seen.insert(super::simplify(name), code);
                assert!(before.is_none_or(|b| b == code), "{name}: {before:?} and {code}");
            }
        }
    }

    #[test]
    fn names_are_read_as_tables_write_them() {
        check("United Kingdom of Great Britain and Northern Ireland", "GB");
        check("Côte d’Ivoire", "CI");
        check("C\u{fffd}te d\u{fffd}Ivoire", "CI");
        check("Rep\u{fffd}blica Dominicana", "DO");
        check("Nigerians", "NG");
        check("Brésil", "BR");
        check("Gambia, The", "GM");
        check("Congo", "CG");
        check("Congolese (Drc)", "CD");
        check("(Oman)", "OM");
        check("Nationals", "nationals");
        check("Not currently recorded", "not-asked");
        check("Q6.1_10s_2019", "-");
        check("3 maliens", "-");
        check("", "-");
    }

    #[test]
    fn two_nationalities_are_several_and_an_unknown_one_is_said() {
        check("Afghan Indian", "AF+IN");
        check("South Sudanese South African", "SS+ZA");
        check("Central African Congolese (Drc)", "CD+CF");
        check("British Virgin Islander Citizen of the Dominican Republic", "DO+VG");
        check("Citizen of Guinea-Bissau", "GW");
        check("Unknown Vietnamese", "00+VN");
        check("Russian UKrainian", "RU+UA");
        check("Dominican UK", "00+GB");
    }
}
