//! Rule 2 and 3: a function of at most 70 lines, a file of at most 800.

use crate::{Findings, files, read, root, short};

const FUNCTION_LINES_MAX: usize = 70;
const FILE_LINES_MAX: usize = 800;

/// Rust files and functions that are too long. The code is formatted by rustfmt, so a function
/// ends with the first closing brace that stands as far in as its first line.
pub fn too_long() -> Findings {
    let mut findings = Findings::new();
    for path in files(&root(), &[".rs"]) {
        let text = read(&path);
        let count = text.lines().count();
        if count > FILE_LINES_MAX {
            findings.push(format!(
                "{}: {count} lines; at most {FILE_LINES_MAX}: split what holds two things",
                short(&path)
            ));
        }
        for (line, name, length) in long_functions(&text) {
            findings.push(format!(
                "{}:{line}: fn {name} has {length} lines; at most {FUNCTION_LINES_MAX}",
                short(&path)
            ));
        }
    }
    findings
}

/// (line, name, length in lines) of every function that is too long.
fn long_functions(text: &str) -> Vec<(usize, String, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(name) = function_name(line) else { continue };
        let margin: String = line.chars().take_while(|c| *c == ' ').collect();
        let end = format!("{margin}}}");
        let rest = lines.iter().skip(at + 1);
        let length =
            2 + rest.take_while(|l| **l != end && !l.starts_with(&format!("{end}."))).count();
        if length > FUNCTION_LINES_MAX && !line.trim_end().ends_with(';') {
            found.push((at + 1, name, length));
        }
    }
    found
}

/// The name of the function that a line begins.
pub fn function_name(line: &str) -> Option<String> {
    let mut rest = line.trim_start();
    loop {
        if let Some(after) = rest.strip_prefix("fn ") {
            let name: String =
                after.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            return (!name.is_empty()).then_some(name);
        }
        let word = rest.split(' ').next()?;
        let may_precede = matches!(word, "pub" | "async" | "const" | "unsafe" | "extern" | "\"C\"")
            || word.starts_with("pub(");
        if !may_precede {
            return None;
        }
        rest = rest.get(word.len()..)?.trim_start();
    }
}

#[cfg(test)]
mod tests {
    use super::{function_name, long_functions};

    #[test]
    fn a_long_function_is_found_and_a_short_one_is_not() {
        let body = "    let a = 1;\n".repeat(69);
        let long = format!("impl A {{\n    pub async fn long(&self) {{\n{body}    }}\n}}\n");
        assert_eq!(long_functions(&long), [(2, "long".to_owned(), 71)]);
        let short = format!("fn short() {{\n{}}}\n", "    let a = 1;\n".repeat(68));
        assert_eq!(long_functions(&short), []);
        assert_eq!(function_name("pub(crate) const fn a<T>() {").as_deref(), Some("a"));
        assert_eq!(function_name("// a fn in words"), None);
    }
}
