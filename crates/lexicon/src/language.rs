//! The languages of the interface.

/// A language that has a folder under `locales/`. The first is the one others fall back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language {
    /// BCP 47 tag, the folder's name.
    pub tag: &'static str,
    /// The language named in itself.
    pub name: &'static str,
    pub right_to_left: bool,
}

/// English, to which every other language falls back.
pub const ENGLISH: Language = Language { tag: "en", name: "English", right_to_left: false };

/// Every language a reader can choose.
pub const LANGUAGES: [Language; 4] = [
    ENGLISH,
    Language { tag: "fr", name: "Français", right_to_left: false },
    Language { tag: "pt", name: "Português", right_to_left: false },
    Language { tag: "es", name: "Español", right_to_left: false },
];

/// A made-up language in which English is written with Arabic direction, to try every page.
pub const PSEUDO_RIGHT_TO_LEFT: Language =
    Language { tag: "ar-XB", name: "ar-XB", right_to_left: true };

impl Language {
    /// The language of a tag (`pt-BR` finds `pt`), if there is one.
    pub fn find(tag: &str) -> Option<Self> {
        if tag == PSEUDO_RIGHT_TO_LEFT.tag {
            return Some(PSEUDO_RIGHT_TO_LEFT);
        }
        let base = tag.split(['-', '_']).next().unwrap_or(tag).to_ascii_lowercase();
        LANGUAGES.into_iter().find(|l| l.tag == base)
    }

    /// The first language of an `Accept-Language` header that the house speaks; else English.
    pub fn accepted(header: &str) -> Self {
        let mut asked: Vec<(f32, Language)> = header
            .split(',')
            .take(20)
            .filter_map(|part| {
                let mut pieces = part.trim().split(';');
                let language = Self::find(pieces.next()?.trim())?;
                let weight = pieces.find_map(|p| p.trim().strip_prefix("q=")?.parse().ok());
                Some((weight.unwrap_or(1.0), language))
            })
            .collect();
        asked.sort_by(|a, b| b.0.total_cmp(&a.0));
        asked.first().map_or(ENGLISH, |(_, language)| *language)
    }
}
