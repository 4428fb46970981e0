//! Rule 4: the directions in which crates use each other, read from `cargo metadata`.

use crate::literals::code_lines;
use crate::{Findings, files, read, root, short};
use serde_json::Value;
use std::process::Command;

/// What each crate of the house may use of the others. The rooms use neither each other nor the
/// staircase; the openings to the street never reach the store.
const MAY_USE: [(&str, &[&str]); 9] = [
    ("lexicon", &[]),
    ("protection", &["lexicon"]),
    ("statistics", &["lexicon"]),
    ("guard", &["lexicon"]),
    ("store", &["lexicon", "guard"]),
    ("workflow", &["lexicon", "guard", "protection", "statistics", "store"]),
    ("web", &["lexicon", "guard", "protection", "statistics", "workflow"]),
    ("mangrove", &["lexicon", "guard", "protection", "statistics", "store", "workflow", "web"]),
    ("xtask", &[]),
];

/// Foreign crates that only the named crates of the house may use.
const ONLY_IN: [(&str, &[&str]); 19] = [
    ("cedar-policy", &["guard"]),
    ("argon2", &["guard"]),
    ("chacha20poly1305", &["guard"]),
    ("ed25519-dalek", &["guard"]),
    ("x25519-dalek", &["guard"]),
    ("hkdf", &["guard"]),
    ("hmac", &["guard"]),
    ("hpke", &["guard"]),
    ("totp-rs", &["guard"]),
    ("p256", &["guard"]),
    ("blahaj", &["guard"]),
    ("minicbor", &["guard"]),
    ("sqlx", &["store"]),
    ("askama", &["web"]),
    ("utoipa", &["web"]),
    ("axum", &["web", "mangrove"]),
    ("clap", &["mangrove"]),
    ("getrandom", &["mangrove"]),
    ("tokio", &["store", "workflow", "web", "mangrove"]),
];

/// Names that must not stand in the code of a crate: (crate, name, why).
const FORBIDDEN_NAMES: [(&str, &str, &str); 12] = [
    ("web", "guard::seal", "a page opens nothing itself; it calls a verb of workflow"),
    ("web", "store::", "a page reaches what is stored through workflow"),
    ("protection", "async fn", "rooms are pure"),
    ("protection", "std::fs", "rooms are pure"),
    ("statistics", "async fn", "rooms are pure"),
    ("statistics", "std::fs", "rooms are pure"),
    ("lexicon", "SystemTime::now", "time is a parameter: Clock"),
    ("protection", "SystemTime::now", "time is a parameter: Clock"),
    ("guard", "SystemTime::now", "time is a parameter: Clock"),
    ("store", "SystemTime::now", "time is a parameter: Clock"),
    ("workflow", "SystemTime::now", "time is a parameter: Clock"),
    ("web", "SystemTime::now", "time is a parameter: Clock"),
];

/// Every dependency and every name that goes the wrong way.
pub fn wrong_directions() -> Findings {
    let packages = match packages() {
        Ok(packages) => packages,
        Err(why) => return vec![why],
    };
    let house: Vec<&str> = MAY_USE.iter().map(|(name, _)| *name).collect();
    let mut findings = Findings::new();
    for (name, dependencies) in &packages {
        let Some((_, allowed)) = MAY_USE.iter().find(|(crate_name, _)| crate_name == name) else {
            findings.push(format!("{name}: a crate without a line in the table of directions"));
            continue;
        };
        for (used, is_dev) in dependencies {
            if house.contains(&used.as_str()) && !allowed.contains(&used.as_str()) && !is_dev {
                findings.push(format!("{name} uses {used}: the wrong direction"));
            }
            let only = ONLY_IN.iter().find(|(foreign, _)| foreign == used);
            if only.is_some_and(|(_, crates)| !crates.contains(&name.as_str())) && !is_dev {
                findings.push(format!("{name} uses {used}, which belongs to another crate"));
            }
        }
    }
    findings.extend(forbidden_names());
    findings
}

/// A crate of the workspace: its name and what it uses, each with whether only its tests do.
type Package = (String, Vec<(String, bool)>);

fn packages() -> Result<Vec<Package>, String> {
    let output = Command::new(std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()))
        .args(["metadata", "--no-deps", "--format-version", "1", "--offline"])
        .current_dir(root())
        .output()
        .map_err(|e| format!("cargo metadata does not run: {e}"))?;
    let read: Value = serde_json::from_slice(&output.stdout)
        .map_err(|e| format!("cargo metadata cannot be read: {e}"))?;
    let list = read.get("packages").and_then(Value::as_array).cloned().unwrap_or_default();
    Ok(list.iter().map(package).collect())
}

fn package(value: &Value) -> Package {
    let text =
        |v: &Value, key: &str| v.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let dependencies = value.get("dependencies").and_then(Value::as_array);
    let used = dependencies.into_iter().flatten();
    (text(value, "name"), used.map(|d| (text(d, "name"), text(d, "kind") == "dev")).collect())
}

fn forbidden_names() -> Findings {
    let mut findings = Findings::new();
    for (crate_name, name, why) in FORBIDDEN_NAMES {
        for path in files(&root().join("crates").join(crate_name).join("src"), &[".rs"]) {
            for (line, code) in code_lines(&read(&path)) {
                if names(&code, name) {
                    findings.push(format!("{}:{line}: names {name}: {why}", short(&path)));
                }
            }
        }
    }
    findings
}

/// Whether the code names it, and not another word that ends with it (`restore::`).
fn names(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, _)| {
        let before = code.get(..at).and_then(|b| b.chars().next_back());
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':')
    })
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn a_name_is_found_whole_only() {
        assert!(names("use store::Tx;", "store::"));
        assert!(names("let a = guard::seal::open();", "guard::seal"));
        assert!(!names("use restore::Tx;", "store::"));
        assert!(!names("crate::store::Tx", "store::"));
    }
}
