//! What the demonstration country is made of, read from the files beside this one.

use serde::Deserialize;
use std::collections::BTreeMap;

/// The four files, read.
pub struct Content {
    pub organisations: Vec<Organisation>,
    pub hints: Vec<Hint>,
    pub persons: Vec<Person>,
    pub notes: BTreeMap<String, Notes>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    pub name: String,
    pub kind: String,
    pub desk: Vec<Desk>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Desk {
    pub name: String,
    pub kind: String,
    pub legal_basis: String,
    /// Of sensitive data; the same law where nothing is said.
    #[serde(default)]
    pub sensitive: String,
    #[serde(default)]
    pub recipients: String,
    pub retention_days: i64,
    pub officer: Vec<Officer>,
}

impl Desk {
    pub fn sensitive_basis(&self) -> &str {
        if self.sensitive.is_empty() { &self.legal_basis } else { &self.sensitive }
    }

    pub fn recipients(&self) -> &str {
        if self.recipients.is_empty() { &self.name } else { &self.recipients }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Officer {
    pub sign_in: String,
    pub shown: String,
    pub role: String,
    pub language: String,
    pub trained: bool,
    /// Signs in and is not let in by a colleague yet.
    #[serde(default)]
    pub waits: bool,
}

/// What the desks have done with a hint.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Then {
    New,
    Triaged,
    HandedOver,
    Screened,
    Case,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hint {
    /// Days before today.
    pub days: i64,
    pub channel: String,
    pub language: String,
    pub text: String,
    #[serde(default)]
    pub place: String,
    pub who: String,
    pub about: String,
    pub danger: String,
    pub ticks: Vec<String>,
    pub then: Then,
    pub answer: Option<String>,
    /// What the giver wrote after the answer.
    pub again: Option<String>,
    /// Name of the first person of the case that it became.
    pub person: Option<String>,
}

/// A person and her coded facts; what is missing was not asked.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    pub name: String,
    pub born: String,
    pub sex: String,
    pub age: String,
    pub citizenship: String,
    #[serde(default)]
    pub form: String,
    /// `tip`, `som` or `both`.
    pub crime: String,
    /// Whether she is in the same case as the person before her.
    #[serde(default)]
    pub with: bool,
}

/// What officers write, in one language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notes {
    pub story: Vec<String>,
    pub needs: Vec<String>,
    pub safety: Vec<String>,
    pub steps: Vec<String>,
    /// Why a case is classified as it is.
    pub reason: String,
    /// What a second officer wrote at the same time as the first.
    pub rival: String,
}

#[derive(Deserialize)]
struct Country {
    organisation: Vec<Organisation>,
}

#[derive(Deserialize)]
struct Hints {
    hint: Vec<Hint>,
}

#[derive(Deserialize)]
struct Persons {
    person: Vec<Person>,
}

/// Reads the four files.
///
/// # Errors
/// One of them is not as the types above say; a test holds that none is.
pub fn content() -> Result<Content, toml::de::Error> {
    Ok(Content {
        organisations: toml::from_str::<Country>(include_str!("country.toml"))?.organisation,
        hints: toml::from_str::<Hints>(include_str!("hints.toml"))?.hint,
        persons: toml::from_str::<Persons>(include_str!("persons.toml"))?.person,
        notes: toml::from_str(include_str!("notes.toml"))?,
    })
}

impl Content {
    /// The persons case by case.
    pub fn cases(&self) -> Vec<Vec<&Person>> {
        let mut cases: Vec<Vec<&Person>> = Vec::new();
        for person in &self.persons {
            match cases.last_mut() {
                Some(case) if person.with => case.push(person),
                _ => cases.push(vec![person]),
            }
        }
        cases
    }
}

#[cfg(test)]
mod tests {
    use super::{Then, content};
    use std::collections::BTreeSet;

    #[test]
    fn the_country_is_as_large_as_it_should_be() {
        let content = content().unwrap();
        assert_eq!(content.hints.len(), 40);
        assert_eq!(content.persons.len(), 60);
        assert_eq!(content.cases().len(), 45);
        let kinds: BTreeSet<&str> = content
            .organisations
            .iter()
            .flat_map(|o| o.desk.iter().map(|desk| desk.kind.as_str()))
            .collect();
        for kind in guard::DeskKind::ALL {
            assert!(kinds.contains(kind.id()), "no desk of kind {}", kind.id());
        }
        let languages: BTreeSet<&str> =
            content.hints.iter().map(|hint| hint.language.as_str()).collect();
        assert_eq!(languages, BTreeSet::from(["en", "es", "fr", "pt"]));
        assert!(content.hints.iter().any(|hint| hint.then == Then::New));
        let first: BTreeSet<&str> = content
            .cases()
            .iter()
            .filter_map(|case| case.first())
            .map(|p| p.name.as_str())
            .collect();
        for name in content.hints.iter().filter_map(|hint| hint.person.as_deref()) {
            assert!(first.contains(name), "no case begins with {name}");
        }
        assert_eq!(content.notes.len(), 4);
    }

    #[test]
    fn every_hint_passes_the_form_that_a_stranger_fills() {
        for hint in content().unwrap().hints {
            let form = protection::hint::HintForm {
                text: hint.text.clone(),
                place: hint.place,
                who: hint.who,
                about: hint.about,
                danger: hint.danger,
                ticks: hint.ticks,
                ..protection::hint::HintForm::default()
            };
            assert!(form.check(false).is_ok(), "{}", hint.text);
        }
    }
}
