//! What one line says: a person's age, what was observed, asked and refused. The line is JSON
//! text as the catalogue's contract says; the page and the API build the same.

use super::bits::Bits;
use super::rules::{Age, Named, Rules};
use lexicon::{Complaint, Phrase};
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::Value;
use std::fmt;

/// Longest line, in bytes.
pub const LINE_BYTES_MAX: usize = 1 << 20;
/// Longest list of ids on a line; repeated ids count once but are read.
pub const IDS_MAX: usize = 2_000;
/// Longest id that the sender gives a line, in bytes.
pub const ID_BYTES_MAX: usize = 200;

/// One line, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observations {
    /// The sender's own id for the line.
    pub id: String,
    pub age: Age,
    pub believed_child: bool,
    pub observed: Bits,
    pub asked: Bits,
    /// Bits of questions.
    pub asked_questions: u64,
    pub refused: Bits,
    /// Bits of questions.
    pub refused_questions: u64,
    pub intended: bool,
    pub benefit_ruled_out: bool,
    /// Position of the profession's short form.
    pub profession: Option<usize>,
}

impl Default for Observations {
    fn default() -> Self {
        Self {
            id: String::new(),
            age: Age::Unknown,
            believed_child: false,
            observed: Bits::default(),
            asked: Bits::default(),
            asked_questions: 0,
            refused: Bits::default(),
            refused_questions: 0,
            intended: false,
            benefit_ruled_out: false,
            profession: None,
        }
    }
}

impl Observations {
    pub fn has_refusal(&self) -> bool {
        self.refused_questions != 0 || !self.refused.is_empty()
    }

    /// Reads one line of JSON.
    ///
    /// # Errors
    /// The first thing wrong, with its field; the line number is left 0 for the caller to set.
    pub fn read(line: &[u8], rules: &Rules) -> Result<Self, Complaint> {
        if line.len() > LINE_BYTES_MAX {
            return Err(whole(too_long()));
        }
        if line.starts_with(b"\xef\xbb\xbf") {
            return Err(whole(Phrase::new("screening-line-mark")));
        }
        let text = std::str::from_utf8(line).map_err(|why| {
            whole(Phrase::new("screening-line-not-utf8").with("column", why.valid_up_to() + 1))
        })?;
        let fields = fields_of(text)?;
        Self::of_fields(fields, rules)
    }

    fn of_fields(fields: Vec<(String, Value)>, rules: &Rules) -> Result<Self, Complaint> {
        let mut line = Self::default();
        let mut seen: Vec<(&str, bool)> = Vec::new();
        for (name, value) in &fields {
            if seen.iter().any(|(known, _)| known == name) {
                return Err(wrong(name, Phrase::new("screening-field-twice")));
            }
            line.take(name, value, rules)?;
            seen.push((name, !value.is_null()));
        }
        for name in ["id", "age", "observed"] {
            if !seen.contains(&(name, true)) {
                return Err(wrong(name, Phrase::new("screening-field-missing")));
            }
        }
        Ok(line)
    }

    fn take(&mut self, name: &str, value: &Value, rules: &Rules) -> Result<(), Complaint> {
        match (name, value) {
            (
                "id" | "age" | "believed_child" | "observed" | "asked" | "refused" | "intended"
                | "benefit_ruled_out" | "profession",
                Value::Null,
            ) => {}
            ("id", value) => self.id = own_id(value)?,
            ("age", value) => {
                let word = word_of(name, value)?;
                self.age = Age::parse(word).ok_or_else(|| unknown_value(name, word))?;
            }
            ("believed_child", value) => self.believed_child = flag_of(name, value)?,
            ("intended", value) => self.intended = flag_of(name, value)?,
            ("benefit_ruled_out", value) => self.benefit_ruled_out = flag_of(name, value)?,
            ("observed", value) => {
                let (ids, questions) = ids_of(name, value, rules)?;
                if let Some(question) = first_of(questions, rules) {
                    return Err(unknown_value(name, question));
                }
                self.observed = ids;
            }
            ("asked", value) => {
                (self.asked, self.asked_questions) = ids_of(name, value, rules)?;
            }
            ("refused", value) => {
                (self.refused, self.refused_questions) = ids_of(name, value, rules)?;
            }
            ("profession", value) => {
                let word = word_of(name, value)?;
                let found = rules.forms.iter().position(|form| form.profession == word);
                self.profession = Some(found.ok_or_else(|| unknown_value(name, word))?);
            }
            (unknown, _) => return Err(wrong(unknown, Phrase::new("screening-field-unknown"))),
        }
        Ok(())
    }
}

/// The complaint about a line that is longer than it may be.
pub fn too_long() -> Phrase {
    Phrase::new("screening-line-too-long").with("limit", LINE_BYTES_MAX)
}

fn whole(phrase: Phrase) -> Complaint {
    Complaint::new(0, "", phrase)
}

fn wrong(field: &str, phrase: Phrase) -> Complaint {
    Complaint::new(0, shown(field), phrase)
}

fn unknown_value(field: &str, value: &str) -> Complaint {
    wrong(field, Phrase::new("screening-value-unknown").with("value", shown(value)))
}

/// A piece of the sender's text as it can stand in one line of a complaint.
fn shown(text: &str) -> String {
    const CHARS_MAX: usize = 60;
    let mut shown: String = text.chars().take(CHARS_MAX).flat_map(escaped).collect();
    if text.chars().nth(CHARS_MAX).is_some() {
        shown.push('\u{2026}');
    }
    shown
}

/// Control characters and those that turn the direction of writing are written as escapes.
fn escaped(c: char) -> Box<dyn Iterator<Item = char>> {
    let turns =
        matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if c.is_control() || turns {
        Box::new(c.escape_unicode())
    } else {
        Box::new(std::iter::once(c))
    }
}

fn own_id(value: &Value) -> Result<String, Complaint> {
    let id = word_of("id", value)?;
    if id.len() > ID_BYTES_MAX {
        let phrase = Phrase::new("screening-id-too-long").with("limit", ID_BYTES_MAX);
        return Err(wrong("id", phrase));
    }
    if id.chars().any(char::is_control) {
        return Err(wrong("id", Phrase::new("screening-id-control")));
    }
    Ok(id.to_owned())
}

fn word_of<'v>(field: &str, value: &'v Value) -> Result<&'v str, Complaint> {
    value.as_str().ok_or_else(|| wrong(field, Phrase::new("screening-field-not-text")))
}

fn flag_of(field: &str, value: &Value) -> Result<bool, Complaint> {
    value.as_bool().ok_or_else(|| wrong(field, Phrase::new("screening-field-not-flag")))
}

/// The indicators and questions of a list.
fn ids_of(field: &str, value: &Value, rules: &Rules) -> Result<(Bits, u64), Complaint> {
    let list = value.as_array();
    let list = list.ok_or_else(|| wrong(field, Phrase::new("screening-field-not-list")))?;
    if list.len() > IDS_MAX {
        let phrase = Phrase::new("screening-list-too-long").with("limit", IDS_MAX);
        return Err(wrong(field, phrase));
    }
    let (mut indicators, mut questions) = (Bits::default(), 0_u64);
    for value in list {
        let id = value.as_str();
        let id = id.ok_or_else(|| wrong(field, Phrase::new("screening-field-not-list")))?;
        match rules.named.get(id) {
            Some(Named::Indicator(at)) => indicators.insert(*at),
            Some(Named::Question(at)) => questions |= 1 << at,
            None => return Err(unknown_value(field, id)),
        }
    }
    Ok((indicators, questions))
}

fn first_of(questions: u64, rules: &Rules) -> Option<&str> {
    let mut all = rules.questions.iter().enumerate();
    all.find(|(at, _)| questions >> at & 1 == 1).map(|(_, question)| question.id.as_str())
}

/// The fields of an object in their order; one that stands twice is kept twice, so that it can be
/// refused instead of one value winning unseen.
fn fields_of(text: &str) -> Result<Vec<(String, Value)>, Complaint> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let read = reader.deserialize_map(Fields).and_then(|fields| reader.end().map(|()| fields));
    read.map_err(|why| {
        let key =
            if why.is_data() { "screening-line-not-object" } else { "screening-line-not-json" };
        whole(Phrase::new(key).with("column", why.column()))
    })
}

struct Fields;

impl<'de> Visitor<'de> for Fields {
    type Value = Vec<(String, Value)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("object")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(fields)
    }
}
