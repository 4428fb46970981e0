//! What templates say: a text by key in the reader's language, and days and numbers as that
//! language writes them.

use lexicon::phrase::{self, Value};
use lexicon::{Day, Language, Phrase};

/// Says texts in one language. Every page holds one as `t`.
#[derive(Clone, Copy, Debug)]
pub struct Texts {
    pub language: Language,
}

/// A value that may stand in a text. Templates hand over references, so references are taken too.
pub trait Stands {
    fn stand(&self) -> Value;
}

impl Stands for str {
    fn stand(&self) -> Value {
        Value::Text(self.to_owned())
    }
}

impl Stands for String {
    fn stand(&self) -> Value {
        Value::Text(self.clone())
    }
}

impl<T: Stands + ?Sized> Stands for &T {
    fn stand(&self) -> Value {
        (*self).stand()
    }
}

impl Stands for Value {
    fn stand(&self) -> Value {
        self.clone()
    }
}

macro_rules! numbers_stand {
    ($($number:ty),+) => {$(
        impl Stands for $number {
            fn stand(&self) -> Value {
                Value::Number(i64::try_from(*self).unwrap_or(i64::MAX))
            }
        }
    )+};
}
numbers_stand!(i64, usize, u64, u32, i32, u16, u8);

/// A value with its name in the text: `("count", 3)`.
pub trait Named {
    fn named(&self) -> (&'static str, Value);
}

impl<T: Stands> Named for (&'static str, T) {
    fn named(&self) -> (&'static str, Value) {
        (self.0, self.1.stand())
    }
}

impl<T: Named + ?Sized> Named for &T {
    fn named(&self) -> (&'static str, Value) {
        (*self).named()
    }
}

impl Texts {
    pub fn new(language: Language) -> Self {
        Self { language }
    }

    /// The text of a key.
    pub fn say(&self, key: impl AsRef<str>) -> String {
        phrase::say(self.language, key.as_ref())
    }

    /// The text of a key in which one value stands.
    pub fn with(&self, key: impl AsRef<str>, name: &'static str, value: impl Stands) -> String {
        phrase::say_with(self.language, key.as_ref(), &[(name, value.stand())])
    }

    /// The text of a key in which two values stand.
    pub fn with2(&self, key: impl AsRef<str>, first: impl Named, second: impl Named) -> String {
        let values = [first.named(), second.named()];
        phrase::say_with(self.language, key.as_ref(), &values)
    }

    /// A text that other crates handed over with its values.
    pub fn phrase(&self, phrase: &Phrase) -> String {
        phrase.say(self.language)
    }

    /// The label of a coded value: `coded("age", "child")` says `age-child`.
    pub fn coded(&self, topic: &str, code: impl AsRef<str>) -> String {
        self.say(format!("{topic}-{}", code.as_ref()))
    }

    /// A day in words, "3 November 2026".
    pub fn day(&self, day: &Day) -> String {
        let month = self.say(format!("month-{}", day.month()));
        let values = [
            ("day", Value::Number(i64::from(day.day_of_month()))),
            ("month", Value::Text(month)),
            ("year", Value::Number(i64::from(day.year()))),
        ];
        phrase::say_with(self.language, "day-in-words", &values)
    }

    /// A day near today by its name ("today", "yesterday", "tomorrow"), any other in words.
    pub fn near(&self, day: &Day, today: &Day) -> String {
        match day.days_since(*today) {
            0 => self.say("day-today"),
            1 => self.say("day-tomorrow"),
            -1 => self.say("day-yesterday"),
            _ => self.day(day),
        }
    }

    /// A whole number with its digits grouped as the language groups them.
    pub fn number(&self, number: impl Stands) -> String {
        match number.stand() {
            Value::Number(number) => group(number, self.language.tag),
            Value::Text(text) => text,
        }
    }

    pub fn tag(&self) -> &'static str {
        self.language.tag
    }

    pub fn direction(&self) -> &'static str {
        if self.language.right_to_left { "rtl" } else { "ltr" }
    }
}

/// Compares a choice with the chosen one, whatever kind of text either is.
pub fn is_same(choice: impl AsRef<str>, chosen: impl AsRef<str>) -> bool {
    choice.as_ref() == chosen.as_ref()
}

/// The number in a value; 0 where a text stands.
pub fn whole(value: impl Stands) -> i64 {
    match value.stand() {
        Value::Number(number) => number,
        Value::Text(_) => 0,
    }
}

/// The classes of the steps of a progress bar, at most a hundred.
pub fn steps(done: impl Stands, total: impl Stands) -> Vec<&'static str> {
    let (done, total) = (whole(done), whole(total).min(100));
    let class = |step: i64| match step.cmp(&done) {
        std::cmp::Ordering::Less => "done",
        std::cmp::Ordering::Equal => "now",
        std::cmp::Ordering::Greater => "",
    };
    (0..total).map(class).collect()
}

/// English groups with commas; the others from five digits on, with a narrow no-break space.
fn group(number: i64, tag: &str) -> String {
    let is_english = tag.starts_with("en") || tag.starts_with("ar");
    let digits = number.unsigned_abs().to_string();
    if digits.len() < 4 || (!is_english && digits.len() < 5) {
        return number.to_string();
    }
    let mark = if is_english { ',' } else { '\u{202f}' };
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(mark);
        }
        grouped.push(digit);
    }
    if number < 0 { format!("\u{2212}{grouped}") } else { grouped }
}

#[cfg(test)]
mod tests {
    use super::{Texts, group};
    use lexicon::{Day, Language, language::ENGLISH};

    #[test]
    fn digits_are_grouped_as_each_language_groups_them() {
        assert_eq!(group(1234, "en"), "1,234");
        assert_eq!(group(1234, "fr"), "1234");
        assert_eq!(group(1_234_567, "pt"), "1\u{202f}234\u{202f}567");
        assert_eq!(group(999, "en"), "999");
        assert_eq!(group(-12_500, "es"), "\u{2212}12\u{202f}500");
    }

    #[test]
    fn days_are_written_in_words() {
        let day = Day::parse("2026-11-03").unwrap();
        let check = |tag: &str, expected: &str| {
            assert_eq!(Texts::new(Language::find(tag).unwrap()).day(&day), expected);
        };
        check("en", "3 November 2026");
        check("fr", "3 novembre 2026");
        check("pt", "3 de novembro de 2026");
        check("es", "3 de noviembre de 2026");
        assert_eq!(Texts::new(ENGLISH).near(&day, &day), "Today");
    }
}
