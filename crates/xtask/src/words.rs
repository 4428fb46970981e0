//! Words that no committed text may hold: paths of one machine, addresses of one network.

use crate::{Findings, files, read, root, short};

/// Written in two pieces, so that this file does not hold them itself.
const FORBIDDEN: [(&str, &str); 5] =
    [("/wo", "rk/"), ("/ro", "ot/"), ("/ho", "me/"), ("/tmp/te", "am"), ("FIX", "ME")];

/// The only places outside the clone that a text may name: public test data beside it.
const OUTSIDE: (&str, &[&str]) = ("../sha", &["red/data", "red/peers"]);

/// Committed texts that name a machine or a network.
pub fn forbidden_words() -> Findings {
    let endings = [
        ".rs", ".toml", ".md", ".ftl", ".html", ".css", ".js", ".mjs", ".ts", ".sql", ".cedar",
        ".json", ".sh", ".py", ".yml", ".lock", "/run", "run", "test",
    ];
    let mut findings = Findings::new();
    for path in files(&root(), &endings) {
        for (at, line) in read(&path).lines().enumerate() {
            if let Some(word) = forbidden_in(line) {
                findings.push(format!("{}:{}: names {word}", short(&path), at + 1));
            }
        }
    }
    findings
}

fn forbidden_in(line: &str) -> Option<String> {
    let (begin, ends) = OUTSIDE;
    for (start, _) in line.match_indices(begin) {
        let rest = line.get(start + begin.len()..).unwrap_or_default();
        let is_allowed = ends.iter().any(|end| rest.starts_with(end));
        if rest.starts_with("red/") && !is_allowed {
            return Some("a folder outside the clone".to_owned());
        }
    }
    if let Some(host) = foreign_registry(line) {
        return Some(format!("the registry {host}"));
    }
    FORBIDDEN.iter().map(|(a, b)| format!("{a}{b}")).find(|word| line.contains(word))
}

/// The host of a lock file's entry when it is not the public registry.
fn foreign_registry(line: &str) -> Option<String> {
    let line = line.trim();
    let is_cargo =
        |entry: &&str| ["registry+", "sparse+", "git+"].iter().any(|p| entry.starts_with(p));
    let entry = line
        .strip_prefix("\"resolved\": \"")
        .or_else(|| line.strip_prefix("source = \"").filter(is_cargo))?;
    let is_public = entry.starts_with("https://registry.npmjs.org/")
        || entry.starts_with("registry+https://github.com/rust-lang/crates.io-index");
    (!is_public).then(|| entry.to_owned())
}

#[cfg(test)]
mod tests {
    use super::forbidden_in;

    #[test]
    fn a_machine_path_is_found_and_public_test_data_is_not() {
        assert!(forbidden_in(concat!("cd /wo", "rk/main")).is_some());
        assert!(forbidden_in(concat!("see ../sha", "red/design.md")).is_some());
        assert!(forbidden_in(concat!("see ../sha", "red/data/ctdc")).is_none());
        assert!(forbidden_in("\"resolved\": \"http://10.0.0.1/npm/axe\"").is_some());
        assert!(forbidden_in("\"resolved\": \"https://registry.npmjs.org/axe\"").is_none());
        assert!(forbidden_in("source = \"registry+http://10.0.0.1/index\"").is_some());
        assert!(forbidden_in("source = \"ILO Convention No. 29\"").is_none());
    }
}
