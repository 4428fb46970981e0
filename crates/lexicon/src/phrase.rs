//! Texts by key. No crate holds a sentence for a reader: it holds a key of `locales/<tag>/*.ftl`
//! and the values that stand in it.

use crate::language::{ENGLISH, LANGUAGES, Language, PSEUDO_RIGHT_TO_LEFT};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use std::borrow::Cow;
use std::sync::OnceLock;

/// A value that stands in a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Text(String),
    Number(i64),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// A text still to be said: its key and its values.
#[derive(Clone, Debug, PartialEq)]
pub struct Phrase {
    pub key: Cow<'static, str>,
    pub values: Vec<(&'static str, Value)>,
}

impl Phrase {
    pub fn new(key: impl Into<Cow<'static, str>>) -> Self {
        Self { key: key.into(), values: Vec::new() }
    }

    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.values.push((name, value.into()));
        self
    }

    pub fn say(&self, language: Language) -> String {
        say_with(language, &self.key, &self.values)
    }
}

/// One thing wrong in what was read: where, and what to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Complaint {
    /// Line or row, counted from 1 with the header; 0 when it concerns the whole file.
    pub line: u64,
    /// Column or field; empty when it concerns the whole line.
    pub field: String,
    pub phrase: Phrase,
}

impl Complaint {
    pub fn new(line: u64, field: impl Into<String>, phrase: Phrase) -> Self {
        Self { line, field: field.into(), phrase }
    }

    /// `FILE:line: field: what is wrong`, the form every command prints on stderr.
    pub fn print(&self, file: &str, language: Language) -> String {
        let mut text = file.to_owned();
        if self.line > 0 {
            text.push_str(&format!(":{}", self.line));
        }
        if !self.field.is_empty() {
            text.push_str(&format!(": {}", self.field));
        }
        format!("{text}: {}", self.phrase.say(language))
    }
}

#[derive(rust_embed::RustEmbed)]
#[folder = "../../locales"]
struct LocaleFiles;

type Bundle = FluentBundle<FluentResource>;

fn bundles() -> &'static Vec<(Language, Bundle)> {
    static BUNDLES: OnceLock<Vec<(Language, Bundle)>> = OnceLock::new();
    BUNDLES.get_or_init(|| {
        let mut all: Vec<_> = LANGUAGES.into_iter().map(|l| (l, load(l))).collect();
        let mut pseudo = load(ENGLISH);
        pseudo.set_transform(Some(turn_right_to_left));
        all.push((PSEUDO_RIGHT_TO_LEFT, pseudo));
        all
    })
}

fn load(language: Language) -> Bundle {
    let tag = language.tag.parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![tag]);
    // Isolation marks would stand inside file names and numbers that people copy.
    bundle.set_use_isolating(false);
    for name in LocaleFiles::iter().filter(|n| in_folder(n, language.tag)) {
        let Some(file) = LocaleFiles::get(&name) else { continue };
        let text = String::from_utf8_lossy(&file.data).into_owned();
        let resource = match FluentResource::try_new(text) {
            Ok(resource) => resource,
            // A message that cannot be read is left out here; the locale test names it.
            Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

fn in_folder(name: &str, tag: &str) -> bool {
    name.strip_prefix(tag).is_some_and(|rest| rest.starts_with('/') && rest.ends_with(".ftl"))
}

/// Marks a text as written from right to left, so that a page tried in the pseudo-locale shows
/// text that was not taken from `locales/`.
fn turn_right_to_left(text: &str) -> Cow<'_, str> {
    if text.trim().is_empty() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(format!("\u{202e}{text}\u{202c}"))
}

/// The text of a key without values.
pub fn say(language: Language, key: &str) -> String {
    say_with(language, key, &[])
}

/// The text of a key. A key that a language lacks is said in English; one that English lacks too
/// is said as the key itself, which a test forbids for every key in use.
pub fn say_with(language: Language, key: &str, values: &[(&'static str, Value)]) -> String {
    let mut args = FluentArgs::new();
    for (name, value) in values {
        match value {
            Value::Text(text) => args.set(*name, FluentValue::from(text.as_str())),
            Value::Number(number) => args.set(*name, FluentValue::from(*number)),
        }
    }
    find(language, key, &args)
        .or_else(|| find(ENGLISH, key, &args))
        .unwrap_or_else(|| key.to_owned())
}

fn find(language: Language, key: &str, args: &FluentArgs<'_>) -> Option<String> {
    let (_, bundle) = bundles().iter().find(|(l, _)| l.tag == language.tag)?;
    let pattern = bundle.get_message(key)?.value()?;
    let mut errors = Vec::new();
    Some(bundle.format_pattern(pattern, Some(args), &mut errors).into_owned())
}

/// Whether a language itself (without falling back) has a text for the key.
pub fn has(language: Language, key: &str) -> bool {
    bundles().iter().any(|(l, bundle)| l.tag == language.tag && bundle.get_message(key).is_some())
}
