//! Reads Rust far enough to tell code, comments and texts apart, and to know where tests begin.

/// A text in the code: the line it begins on, what it says, and the word before it that tells
/// its use (`warn!(` gives `warn`; `#[error(` gives `#error`).
#[derive(Debug, PartialEq)]
pub struct Literal {
    pub line: usize,
    pub text: String,
    pub within: String,
}

/// Every text of a Rust file outside its `#[cfg(test)]` parts.
pub fn literals(source: &str) -> Vec<Literal> {
    let mut reader = Reader::new(source);
    reader.run();
    reader.found
}

/// The lines of a Rust file that hold code, without comments and outside `#[cfg(test)]` parts.
pub fn code_lines(source: &str) -> Vec<(usize, String)> {
    let mut reader = Reader::new(source);
    reader.run();
    let code = reader.code;
    code.lines().enumerate().map(|(at, line)| (at + 1, line.to_owned())).collect()
}

struct Reader {
    source: Vec<char>,
    at: usize,
    line: usize,
    /// The code read so far: texts are replaced by `""`, comments left out, lines kept.
    code: String,
    /// For every open bracket, the word before it.
    open: Vec<String>,
    /// The depth at which a test module was opened.
    test_depth: Option<usize>,
    found: Vec<Literal>,
}

impl Reader {
    fn new(source: &str) -> Self {
        Self {
            source: source.chars().collect(),
            at: 0,
            line: 1,
            code: String::new(),
            open: Vec::new(),
            test_depth: None,
            found: Vec::new(),
        }
    }

    fn peek(&self, ahead: usize) -> char {
        self.source.get(self.at + ahead).copied().unwrap_or('\0')
    }

    fn step(&mut self) -> char {
        let c = self.peek(0);
        self.at += 1;
        if c == '\n' {
            self.line += 1;
            self.code.push('\n');
        }
        c
    }

    fn run(&mut self) {
        while self.at < self.source.len() {
            match (self.peek(0), self.peek(1)) {
                ('/', '/') => self.skip_line(),
                ('/', '*') => self.skip_block(),
                ('r', '"' | '#') if !self.in_word() => self.raw_text(),
                ('"', _) => self.text(),
                ('\'', _) => self.letter_or_lifetime(),
                ('(' | '[' | '{', _) => self.open_bracket(),
                (')' | ']' | '}', _) => self.close_bracket(),
                _ => self.plain(),
            }
        }
    }

    fn in_word(&self) -> bool {
        self.code.chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_')
    }

    fn push(&mut self, c: char) {
        if c != '\n' && self.test_depth.is_none() {
            self.code.push(c);
        }
    }

    fn plain(&mut self) {
        let c = self.step();
        self.push(c);
    }

    fn skip_line(&mut self) {
        while self.at < self.source.len() && self.peek(0) != '\n' {
            self.step();
        }
    }

    fn skip_block(&mut self) {
        while self.at < self.source.len() && (self.peek(0), self.peek(1)) != ('*', '/') {
            self.step();
        }
        self.step();
        self.step();
    }

    fn raw_text(&mut self) {
        self.step();
        let mut marks = 0;
        while self.peek(marks) == '#' {
            marks += 1;
        }
        if self.peek(marks) != '"' {
            self.push('r');
            return;
        }
        let begins = self.line;
        for _ in 0..=marks {
            self.step();
        }
        let mut text = String::new();
        while self.at < self.source.len() {
            let closes = self.peek(0) == '"' && (1..=marks).all(|n| self.peek(n) == '#');
            if closes {
                break;
            }
            text.push(self.step());
        }
        for _ in 0..=marks {
            self.step();
        }
        self.keep(begins, text);
    }

    fn text(&mut self) {
        let begins = self.line;
        self.step();
        let mut text = String::new();
        while self.at < self.source.len() && self.peek(0) != '"' {
            let c = self.step();
            text.push(c);
            if c == '\\' {
                text.push(self.step());
            }
        }
        self.step();
        self.keep(begins, text);
    }

    fn keep(&mut self, line: usize, text: String) {
        self.push('"');
        self.push('"');
        if self.test_depth.is_none() {
            let within = self.open.last().cloned().unwrap_or_default();
            self.found.push(Literal { line, text, within });
        }
    }

    fn letter_or_lifetime(&mut self) {
        let is_letter = self.peek(1) == '\\' || self.peek(2) == '\'';
        self.step();
        if !is_letter {
            return;
        }
        if self.peek(0) == '\\' {
            self.step();
        }
        while self.at < self.source.len() && self.peek(0) != '\'' {
            self.step();
        }
        self.step();
    }

    fn open_bracket(&mut self) {
        let word = self.word_before();
        if self.peek(0) == '{' && self.test_depth.is_none() && self.begins_tests() {
            self.test_depth = Some(self.open.len());
        }
        self.open.push(word);
        self.plain();
    }

    fn close_bracket(&mut self) {
        self.open.pop();
        if self.test_depth == Some(self.open.len()) {
            self.test_depth = None;
        }
        self.plain();
    }

    /// The word before the bracket; within an attribute it begins with `#`.
    fn word_before(&self) -> String {
        let outer = self.open.last().map(String::as_str).unwrap_or_default();
        let trimmed = self.code.trim_end_matches(['!', ' ']);
        let start = trimmed
            .char_indices()
            .rev()
            .take_while(|(_, c)| c.is_alphanumeric() || *c == '_')
            .last();
        let word = start.and_then(|(at, _)| trimmed.get(at..)).unwrap_or_default();
        let is_attribute = outer.starts_with('#')
            || (self.peek(0) == '[' && self.code.trim_end_matches('!').ends_with('#'));
        if is_attribute { format!("#{word}") } else { word.to_owned() }
    }

    /// Whether the brace about to open is that of a `#[cfg(test)] mod`.
    fn begins_tests(&self) -> bool {
        let last = self.code.rsplit(['}', ';']).next().unwrap_or_default();
        last.contains("cfg(test)") && last.contains("mod ")
    }
}

#[cfg(test)]
mod tests {
    use super::{code_lines, literals};

    #[test]
    fn texts_are_told_from_code_comments_and_tests() {
        let source = "// \"a comment\"\n#[error(\"in an attribute\")]\nfn a<'a>(c: char) {\n    \
                      warn!(\"a log line\");\n    let b = '\"';\n    say(r#\"a raw \"text\"\"#);\n}\n\
                      #[cfg(test)]\nmod tests {\n    const A: &str = \"a test\";\n}\n";
        let found: Vec<_> =
            literals(source).into_iter().map(|l| (l.line, l.text, l.within)).collect();
        let expected = [
            (2, "in an attribute", "#error"),
            (4, "a log line", "warn"),
            (6, "a raw \"text\"", "say"),
        ];
        let expected =
            expected.map(|(line, text, within)| (line, text.to_owned(), within.to_owned()));
        assert_eq!(found, expected);
        assert!(!code_lines(source).iter().any(|(_, code)| code.contains("comment")));
        assert!(!code_lines(source).iter().any(|(_, code)| code.contains("const A")));
    }
}
