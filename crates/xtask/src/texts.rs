//! Rule 5: no text for a reader outside `locales/`.

use crate::literals::{Literal, literals};
use crate::{Findings, files, read, root, short};

/// The crates whose texts could reach a reader.
const FACES: [&str; 3] = ["web", "mangrove", "workflow"];

/// Macros and attributes whose text only the operator or the compiler reads.
const NOT_FOR_READERS: [&str; 14] = [
    "trace",
    "debug",
    "info",
    "warn",
    "error",
    "event",
    "info_span",
    "debug_span",
    "assert",
    "debug_assert",
    "unreachable",
    "matches",
    "fault",
    "expect",
];

/// A comment that says why a text of three words is not for a reader.
const EXCEPTION: &str = "// not shown:";

/// Sentences in the Rust code of the faces.
pub fn sentences_in_code() -> Findings {
    let mut findings = Findings::new();
    for face in FACES {
        for path in files(&root().join("crates").join(face).join("src"), &[".rs"]) {
            if holds_foreign_words(&short(&path)) {
                continue;
            }
            let source = read(&path);
            let lines: Vec<&str> = source.lines().collect();
            for literal in literals(&source) {
                if is_sentence(&literal) && !is_excepted(&lines, literal.line) {
                    let at = format!("{}:{}", short(&path), literal.line);
                    findings.push(format!("{at}: text outside locales/: {:?}", literal.text));
                }
            }
        }
    }
    findings
}

/// Tests, and the readers of tables that others published, whose columns have names of their own.
fn holds_foreign_words(path: &str) -> bool {
    path.ends_with("tests.rs") || path.starts_with("crates/workflow/src/import/")
}

/// The line itself or the one above says why, or makes a fault, whose words the operator reads.
fn is_excepted(lines: &[&str], line: usize) -> bool {
    let near = lines.iter().skip(line.saturating_sub(2)).take(2);
    near.into_iter().any(|l| l.contains(EXCEPTION) || l.contains("fault("))
}

/// Three words of letters only make a sentence; SQL is told by its capitals.
fn is_sentence(literal: &Literal) -> bool {
    let is_silent =
        literal.within.starts_with('#') || NOT_FOR_READERS.contains(&literal.within.as_str());
    let is_word = |word: &&str| {
        let bare = word.trim_end_matches(['.', ',', ':', ';', '?', '!']);
        bare.chars().count() > 1 && bare.chars().all(|c| c.is_alphabetic() || c == '’')
    };
    let words: Vec<&str> = literal.text.split_whitespace().filter(is_word).collect();
    let is_sql = words.first().is_some_and(|w| w.chars().all(char::is_uppercase));
    !is_silent && !is_sql && words.len() >= 3
}

/// Words that stand in a template itself.
pub fn words_in_templates() -> Findings {
    let mut findings = Findings::new();
    for path in files(&root().join("crates/web/templates"), &[".html", ".svg", ".txt"]) {
        for (line, word) in template_words(&read(&path)) {
            findings.push(format!("{}:{line}: text outside locales/: {word}", short(&path)));
        }
    }
    findings
}

/// The name of the house is the same in every language.
const NAMES: [&str; 1] = ["Mangrove"];

/// Attributes that a reader sees or hears.
const READ_ATTRIBUTES: [&str; 5] =
    [" alt=\"", " title=\"", " placeholder=\"", " aria-label=\"", " aria-description=\""];

fn template_words(template: &str) -> Vec<(usize, String)> {
    let mut text = blank(template, "{#", "#}");
    text = blank(&text, "{%", "%}");
    text = blank(&text, "{{", "}}");
    text = blank(&text, "<!--", "-->");
    let mut found: Vec<(usize, String)> = Vec::new();
    for (at, line) in text.lines().enumerate() {
        for attribute in READ_ATTRIBUTES {
            for (start, _) in line.match_indices(attribute) {
                let value = line.get(start + attribute.len()..).unwrap_or_default();
                let value = value.split('"').next().unwrap_or_default();
                found.extend(read_words(value).map(|word| (at + 1, word)));
            }
        }
    }
    for (at, line) in blank(&text, "<", ">").lines().enumerate() {
        found.extend(read_words(line).map(|word| (at + 1, word)));
    }
    found
}

fn read_words(text: &str) -> impl Iterator<Item = String> {
    let without_entities = blank(text, "&", ";");
    let words: Vec<String> = without_entities
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| word.chars().count() > 1 && !NAMES.contains(word))
        .map(str::to_owned)
        .collect();
    words.into_iter()
}

/// The text with everything between two marks turned into blanks; line breaks stay.
fn blank(text: &str, begin: &str, end: &str) -> String {
    let mut rest = text;
    let mut kept = String::new();
    while let Some(start) = rest.find(begin) {
        let (before, after) = rest.split_at(start);
        kept.push_str(before);
        let length = after.find(end).map_or(after.len(), |at| at + end.len());
        let (gone, remaining) = after.split_at(length);
        kept.extend(gone.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        rest = remaining;
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::{is_sentence, template_words};
    use crate::literals::Literal;

    #[test]
    fn a_word_in_a_template_is_found_and_a_key_is_not() {
        let template = "<p class=\"big note\">{{ t(\"report-title\") }}</p>\n<p>Hello</p>\n\
                        <img alt=\"A map\">\n<h1>Mangrove &nbsp; {% if a > b %}·{% endif %}</h1>\n";
        let expected = [(3, "map".to_owned()), (2, "Hello".to_owned())];
        assert_eq!(template_words(template), expected);
    }

    #[test]
    fn a_sentence_is_told_from_a_header_and_from_sql() {
        let check = |text: &str, within: &str, expected: bool| {
            let literal = Literal { line: 1, text: text.to_owned(), within: within.to_owned() };
            assert_eq!(is_sentence(&literal), expected, "{text}");
        };
        check("This is shown.", "say", true);
        check("This is logged.", "warn", false);
        check("default-src 'none'; img-src 'self'", "insert", false);
        check("SELECT a FROM b WHERE c", "rows", false);
        check("two words", "say", false);
    }
}
