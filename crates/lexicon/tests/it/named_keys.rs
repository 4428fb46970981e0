//! Every key that code or a template names has a text.

use crate::texts::{read, root};
use std::fs;
use std::path::{Path, PathBuf};

/// How a key is named, and whether what stands there is a whole key or the begin of one.
const WAYS: [(&str, bool); 5] = [
    ("Phrase::new(\"", true),
    ("t.say(\"", true),
    ("t.with(\"", true),
    ("self.say(\"", true),
    ("t.coded(\"", false),
];

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let ending = path.extension().map(|e| e.to_string_lossy().into_owned());
        if path.is_dir() {
            files(&path, found);
        } else if matches!(ending.as_deref(), Some("rs" | "html" | "svg" | "txt")) {
            found.push(path);
        }
    }
}

/// Code without its tests: a test may name keys that are made up.
fn production(source: &str) -> &str {
    source.split("#[cfg(test)]\nmod tests {").next().unwrap()
}

#[test]
fn every_key_named_in_code_has_a_text() {
    let (texts, _) = read("en");
    let mut paths = Vec::new();
    for crate_name in ["lexicon", "protection", "guard", "store", "workflow", "web", "mangrove"] {
        let folder = root().join("crates").join(crate_name);
        files(&folder.join("src"), &mut paths);
    }
    files(&root().join("crates/web/templates"), &mut paths);
    let mut missing = Vec::new();
    let mut count = 0;
    for path in paths.iter().filter(|p| !p.to_string_lossy().ends_with("tests.rs")) {
        let source = fs::read_to_string(path).unwrap();
        for (way, is_whole) in WAYS {
            for (at, _) in production(&source).match_indices(way) {
                let key = source[at + way.len()..].split('"').next().unwrap();
                count += 1;
                let begin = format!("{key}-");
                let is_there = if is_whole {
                    texts.contains_key(key)
                } else {
                    texts.keys().any(|k| k.starts_with(&begin))
                };
                if !is_there {
                    let short = path.strip_prefix(root()).unwrap_or(path).display();
                    missing.push(format!("{short}: {key}"));
                }
            }
        }
    }
    assert!(count > 100, "only {count} keys were found: has the way of naming them changed?");
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}
