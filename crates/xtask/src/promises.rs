//! PROMISES.md, made from `docs/promises.toml` and from the comments above tests:
//! `// proves: P-05, row 6.1` on the line above the test.

use crate::{Findings, files, read, root, short};
use std::collections::BTreeMap;
use std::fmt::Write;

const MARK: &str = "// proves:";

/// A test that says what it proves.
#[derive(Debug, PartialEq)]
pub struct Proof {
    pub path: String,
    pub test: String,
    /// `P-05` or `row 6.1`.
    pub proves: Vec<String>,
}

/// A promise, or a row of the feature table, in plain words.
#[derive(Debug)]
struct Claim {
    id: String,
    says: String,
    /// What is not yet shown, if this release shows only a part.
    part: String,
}

/// The text of PROMISES.md as the tests and `docs/promises.toml` are now.
///
/// # Errors
/// When `docs/promises.toml` cannot be read, or a test names something that is not in it.
pub fn document() -> Result<String, String> {
    let (promises, rows) = claims(&read(&root().join("docs/promises.toml")))?;
    let proofs = proofs();
    let unknown = unknown_names(&promises, &rows, &proofs);
    if !unknown.is_empty() {
        return Err(unknown.join("\n"));
    }
    let mut by_name: BTreeMap<&str, Vec<&Proof>> = BTreeMap::new();
    for proof in &proofs {
        for name in &proof.proves {
            by_name.entry(name).or_default().push(proof);
        }
    }
    let mut text = String::from(HEAD);
    table(&mut text, "Promises", "promise", &promises, &by_name);
    table(&mut text, "Rows of the feature table", "row", &rows, &by_name);
    Ok(text)
}

const HEAD: &str = "\
# What Mangrove promises, and the test that shows it

Made by `cargo run -p xtask -- promises` from `docs/promises.toml` and from the comments above the
tests; a test checks that it is current. A promise without a test is not kept yet, and says so.
";

fn table(
    text: &mut String,
    title: &str,
    kind: &str,
    claims: &[Claim],
    by_name: &BTreeMap<&str, Vec<&Proof>>,
) {
    let _ = write!(text, "\n## {title}\n");
    for claim in claims {
        let _ = write!(text, "\n### {}\n{}\n\n", claim.id, claim.says);
        if !claim.part.is_empty() {
            let _ = writeln!(text, "Not yet: {}\n", claim.part);
        }
        let tests = by_name.get(claim.id.as_str()).map(Vec::as_slice).unwrap_or_default();
        if tests.is_empty() {
            let _ = writeln!(text, "No test shows this {kind} yet.");
        }
        for proof in tests {
            let _ = writeln!(text, "- `{}`: `{}`", proof.path, proof.test);
        }
    }
}

fn claims(source: &str) -> Result<(Vec<Claim>, Vec<Claim>), String> {
    let read: toml::Table =
        source.parse().map_err(|e| format!("docs/promises.toml cannot be read: {e}"))?;
    let list = |key: &str| -> Result<Vec<Claim>, String> {
        let entries = read.get(key).and_then(toml::Value::as_array).cloned().unwrap_or_default();
        entries.iter().map(|entry| claim(entry, key)).collect()
    };
    Ok((list("promise")?, list("row")?))
}

fn claim(entry: &toml::Value, key: &str) -> Result<Claim, String> {
    let text = |name: &str| entry.get(name).and_then(toml::Value::as_str).map(str::to_owned);
    let id = text("id").ok_or_else(|| format!("docs/promises.toml: a {key} without id"))?;
    let says = text("says").ok_or_else(|| format!("docs/promises.toml: {id} says nothing"))?;
    let id = if key == "row" { format!("row {id}") } else { id };
    Ok(Claim { id, says, part: text("not_yet").unwrap_or_default() })
}

fn unknown_names(promises: &[Claim], rows: &[Claim], proofs: &[Proof]) -> Findings {
    let is_known = |name: &String| promises.iter().chain(rows).any(|claim| claim.id == *name);
    let mut findings = Findings::new();
    for proof in proofs {
        for name in proof.proves.iter().filter(|name| !is_known(name)) {
            let test = &proof.test;
            findings.push(format!(
                "{}: {test} proves {name:?}, which docs/promises.toml does not list",
                proof.path
            ));
        }
    }
    findings
}

/// Every proof of the workspace, in order of path.
pub fn proofs() -> Vec<Proof> {
    let mut found = Vec::new();
    for path in files(&root(), &[".rs", ".js", ".mjs", ".ts"]) {
        // This file speaks of the mark without using it.
        if !path.ends_with("xtask/src/promises.rs") {
            found.extend(proofs_in(&short(&path), &read(&path)));
        }
    }
    found
}

fn proofs_in(path: &str, source: &str) -> Vec<Proof> {
    let lines: Vec<&str> = source.lines().map(str::trim).collect();
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(names) = line.strip_prefix(MARK) else { continue };
        let proves = names.split(',').map(|name| name.trim().to_owned()).collect();
        let test = lines.iter().skip(at + 1).take(12).find_map(|l| test_name(l));
        let test = test.unwrap_or_else(|| "(no test below the comment)".to_owned());
        found.push(Proof { path: path.to_owned(), test, proves });
    }
    found
}

/// `fn name(` of Rust, or `test("name"` of the browser journeys.
fn test_name(line: &str) -> Option<String> {
    if let Some(name) = crate::sizes::function_name(line) {
        return Some(name);
    }
    let rest = line.strip_prefix("test(").or_else(|| line.strip_prefix("journey("))?;
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\'' | '`'))?;
    rest.get(1..)?.split(quote).next().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::{Proof, claims, proofs_in};

    #[test]
    fn a_proof_is_read_above_a_rust_test_and_a_browser_journey() {
        let mark = super::MARK;
        let source = format!(
            "{mark} P-05, row 6.1\n#[test]\nfn p05_every_opening() {{\n\n{mark} P-14\n\
             test('the exit works', async () => {{\n"
        );
        let proof = |test: &str, proves: &[&str]| Proof {
            path: "a.rs".to_owned(),
            test: test.to_owned(),
            proves: proves.iter().map(|p| (*p).to_owned()).collect(),
        };
        let expected =
            [proof("p05_every_opening", &["P-05", "row 6.1"]), proof("the exit works", &["P-14"])];
        assert_eq!(proofs_in("a.rs", &source), expected);
    }

    #[test]
    fn a_claim_without_words_is_refused() {
        assert!(claims("[[promise]]\nid = \"P-01\"\n").is_err());
        assert!(claims("[[row]]\nid = \"1.3\"\nsays = \"a\"\n").is_ok());
    }
}
