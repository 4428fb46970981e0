//! What is kept of a person: an identity that is sealed, and coded facts that are sealed with it
//! and counted apart.

use crate::case::Phenomenon;
use serde::{Deserialize, Serialize};

/// Everything that can tell who a person is. It exists in memory only between an opening and the
/// page that shows it. Nothing is required: a person may stay a code name.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    /// The name as the person says it; never split, turned round or put in capitals.
    pub name: String,
    pub other_names: String,
    /// A day, a year, or words: part of a date may be unknown.
    pub born: String,
    pub phone: String,
    pub papers: String,
    /// How she may be reached without danger.
    pub safe_contact: String,
    /// Relatives by name: mother, father, brothers and sisters, children.
    #[serde(default)]
    pub kin: String,
    /// Where the person comes from or lived: village, town, quarter.
    #[serde(default)]
    pub place: String,
}

pub const IDENTITY_CHARS_MAX: usize = 500;

impl Identity {
    /// The first field that is too long, if any.
    pub fn too_long(&self) -> Option<&'static str> {
        [
            ("name", &self.name),
            ("other-names", &self.other_names),
            ("born", &self.born),
            ("phone", &self.phone),
            ("papers", &self.papers),
            ("safe-contact", &self.safe_contact),
            ("kin", &self.kin),
            ("place", &self.place),
        ]
        .into_iter()
        .find(|(_, text)| text.chars().count() > IDENTITY_CHARS_MAX)
        .map(|(field, _)| field)
    }
}

/// An answer that may be missing for three different reasons; zero is not one of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Known<T> {
    Is(T),
    Unknown,
    #[default]
    NotAsked,
    Refused,
}

impl Known<String> {
    /// The code under which the answer is counted.
    pub fn code(&self) -> &str {
        match self {
            Self::Is(code) => code,
            Self::Unknown => "unknown",
            Self::NotAsked => "not-asked",
            Self::Refused => "refused",
        }
    }

    /// Reads a code of a closed list; `None` when it is none of them.
    pub fn parse(code: &str, allowed: impl Fn(&str) -> bool) -> Option<Self> {
        match code {
            "unknown" => Some(Self::Unknown),
            "not-asked" | "" => Some(Self::NotAsked),
            "refused" => Some(Self::Refused),
            other if allowed(other) => Some(Self::Is(other.to_owned())),
            _ => None,
        }
    }
}

pub const SEXES: [&str; 3] = ["female", "male", "other"];
pub const AGE_GROUPS: [&str; 5] = ["0-11", "12-17", "18-29", "30-47", "48-plus"];

/// The coded facts that statistics need. They live sealed beside the identity and again, without
/// any link back, in the counting copy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CodedFacts {
    pub sex: Known<String>,
    pub age_group: Known<String>,
    /// ISO 3166-1 alpha-2.
    pub citizenship: Known<String>,
    /// ISO 3166-1 alpha-2.
    pub exploitation_country: Known<String>,
    pub form: Known<String>,
    pub phenomenon: Known<Phenomenon>,
}

/// What the coded facts are checked against.
pub struct CodeLists<'a> {
    pub is_country: &'a dyn Fn(&str) -> bool,
    pub is_form: &'a dyn Fn(&str) -> bool,
}

/// The codes as they come from a form.
#[derive(Clone, Debug, Default)]
pub struct FactCodes<'a> {
    pub sex: &'a str,
    pub age_group: &'a str,
    pub citizenship: &'a str,
    pub exploitation_country: &'a str,
    pub form: &'a str,
    pub phenomenon: &'a str,
}

impl CodedFacts {
    /// # Errors
    /// The name of the first field whose code is on no list.
    pub fn from_codes(codes: &FactCodes<'_>, lists: &CodeLists<'_>) -> Result<Self, &'static str> {
        let phenomenon = match codes.phenomenon {
            "unknown" => Known::Unknown,
            "" | "not-asked" => Known::NotAsked,
            "refused" => Known::Refused,
            other => Phenomenon::parse(other).map(Known::Is).ok_or("phenomenon")?,
        };
        Ok(Self {
            sex: Known::parse(codes.sex, |c| SEXES.contains(&c)).ok_or("sex")?,
            age_group: Known::parse(codes.age_group, |c| AGE_GROUPS.contains(&c))
                .ok_or("age-group")?,
            citizenship: Known::parse(codes.citizenship, lists.is_country).ok_or("citizenship")?,
            exploitation_country: Known::parse(codes.exploitation_country, lists.is_country)
                .ok_or("exploitation-country")?,
            form: Known::parse(codes.form, lists.is_form).ok_or("form")?,
            phenomenon,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_not_asked_and_refused_stay_three_answers() {
        let lists = CodeLists { is_country: &|c| c == "NG", is_form: &|_| false };
        let codes = FactCodes { sex: "refused", citizenship: "NG", ..FactCodes::default() };
        let facts = CodedFacts::from_codes(&codes, &lists).expect("codes");
        assert_eq!(facts.sex.code(), "refused");
        assert_eq!(facts.age_group.code(), "not-asked");
        assert_eq!(facts.citizenship.code(), "NG");
        let wrong = FactCodes { citizenship: "XX", ..FactCodes::default() };
        assert_eq!(CodedFacts::from_codes(&wrong, &lists), Err("citizenship"));
    }

    #[test]
    fn an_identity_that_is_too_long_names_its_field() {
        let mut identity = Identity::default();
        assert_eq!(identity.too_long(), None);
        identity.papers = "p".repeat(IDENTITY_CHARS_MAX + 1);
        assert_eq!(identity.too_long(), Some("papers"));
    }
}
