//! PROMISES.md and its translations, made from `locales/<language>/promises.ftl`, from
//! `docs/promises.toml`, from the comments above tests (`// proves: P-05, row 6.1` on the line above
//! the test) and from `docs/attacks.toml`, which the last run of the attacks wrote.

use crate::attacks::attacks;
use crate::{Findings, files, read, root, short};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// Languages of the document; English stands in PROMISES.md itself.
const LANGUAGES: [&str; 4] = ["en", "fr", "pt", "es"];

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

/// Every document by its name: PROMISES.md, and PROMISES.fr.md and so on without the tests' names.
///
/// # Errors
/// When `docs/promises.toml` or `docs/attacks.toml` cannot be read, a test names something that is
/// not in it, or a language lacks a promise.
pub fn documents() -> Result<Vec<(String, String)>, String> {
    let mut all = vec![("PROMISES.md".to_owned(), document()?)];
    let proofs = proofs();
    for language in LANGUAGES.iter().filter(|language| **language != "en") {
        all.push((format!("PROMISES.{language}.md"), translated(language, &proofs)?));
    }
    Ok(all)
}

/// The texts of `locales/<language>/promises.ftl`, by key.
fn texts(language: &str) -> BTreeMap<String, String> {
    let file = read(&root().join("locales").join(language).join("promises.ftl"));
    let pairs = file.lines().filter_map(|line| line.split_once(" = "));
    pairs.map(|(key, text)| (key.to_owned(), text.to_owned())).collect()
}

fn promise_key(id: &str) -> String {
    format!("promise-{}", id.to_lowercase())
}

/// The promises with what stays dangerous, for readers who want no code.
fn translated(language: &str, proofs: &[Proof]) -> Result<String, String> {
    let texts = texts(language);
    let say = |key: &str| {
        let missing = || format!("locales/{language}/promises.ftl lacks {key}");
        texts.get(key).cloned().ok_or_else(missing)
    };
    let mut text = format!("# {}\n\n{}\n", say("promises-title")?, say("promises-lead")?);
    let _ = write!(text, "\n## {}\n\n", say("promises-kept")?);
    for id in ids()? {
        let key = promise_key(&id);
        let _ = writeln!(text, "**{id}** {}", say(&key)?);
        if let Some(part) = texts.get(&format!("{key}-not-yet")) {
            let _ = writeln!(text, "{} {part}", say("promises-not-yet")?);
        }
        let shown = proofs.iter().filter(|proof| proof.proves.contains(&id));
        let names: BTreeSet<&str> = shown.map(|proof| proof.test.as_str()).collect();
        let _ = write!(text, "{} {}\n\n", say("promises-tests")?, names.len());
    }
    text.push_str(&risks(&texts, &say("promises-risks")?));
    Ok(text)
}

fn risks(texts: &BTreeMap<String, String>, title: &str) -> String {
    let mut text = format!("## {title}\n\n");
    for (_, risk) in texts.iter().filter(|(key, _)| key.starts_with("risk-")) {
        let _ = writeln!(text, "- {risk}");
    }
    text
}

/// The attacks, what each tries, and how the last kept run went.
fn attacked() -> Result<String, String> {
    let kept = read(&root().join("docs/attacks.toml"));
    let kept: toml::Table =
        kept.parse().map_err(|e| format!("docs/attacks.toml cannot be read: {e}"))?;
    let mut text = String::from("\n## Attacks\n\n");
    text.push_str(
        "Each is a test that plays an attacker and must be kept out: `./test --attacks`.",
    );
    if let Some(day) = kept.get("day").and_then(toml::Value::as_str) {
        let _ = write!(text, " The figures are of {day}.");
    }
    text.push('\n');
    for attack in attacks() {
        let figure = kept.get(&attack.name).and_then(toml::Value::as_str).unwrap_or_default();
        let figure = if figure.is_empty() { String::new() } else { format!(" *{figure}*") };
        let _ = write!(text, "\n- **{}** {}{figure}", attack.name, attack.tries);
    }
    text.push('\n');
    Ok(text)
}

fn ids() -> Result<Vec<String>, String> {
    let (promises, _) = claims(&read(&root().join("docs/promises.toml")))?;
    Ok(promises.into_iter().map(|claim| claim.id).collect())
}

/// The text of PROMISES.md as the tests and `docs/promises.toml` are now.
fn document() -> Result<String, String> {
    let (mut promises, rows) = claims(&read(&root().join("docs/promises.toml")))?;
    let texts = texts("en");
    for claim in &mut promises {
        let key = promise_key(&claim.id);
        claim.says = texts.get(&key).cloned().ok_or_else(|| format!("nothing says {key}"))?;
        claim.part = texts.get(&format!("{key}-not-yet")).cloned().unwrap_or_default();
    }
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
    text.push_str(&attacked()?);
    let _ = write!(text, "\n{}", risks(&texts, "What no software mends"));
    table(&mut text, "Rows of the feature table", "row", &rows, &by_name);
    Ok(text)
}

const HEAD: &str = "\
# What Mangrove promises, and the test that shows it

In other languages: [français](PROMISES.fr.md) · [português](PROMISES.pt.md) · [español](PROMISES.es.md).

Made by `cargo run -p xtask -- promises` from `locales/en/promises.ftl`, `docs/promises.toml` and the
comments above the tests; a test checks that it is current. A promise without a test is not kept yet,
and says so.
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
    // What a promise says stands in the locales, in four languages.
    let says = match text("says") {
        None if key == "row" => return Err(format!("docs/promises.toml: {id} says nothing")),
        says => says.unwrap_or_default(),
    };
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
        assert!(claims("[[row]]\nid = \"1.3\"\n").is_err());
        assert!(claims("[[promise]]\nsays = \"a\"\n").is_err());
        assert!(claims("[[row]]\nid = \"1.3\"\nsays = \"a\"\n").is_ok());
    }
}
