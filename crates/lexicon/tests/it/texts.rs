//! Reading the folders of `locales/` as a translator sees them.

use fluent_bundle::FluentResource;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

pub const LANGUAGES: [&str; 4] = ["en", "fr", "pt", "es"];

/// One message: where it stands and what it says, selectors and variables included.
pub struct Text {
    pub file: String,
    pub says: String,
}

impl Text {
    /// Names of the variables, as `{ $name }` or as the start of a selector.
    pub fn variables(&self) -> BTreeSet<&str> {
        let starts = self.says.match_indices('$').map(|(at, _)| &self.says[at + 1..]);
        starts
            .map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap())
            .collect()
    }
}

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every message of a language by its key; and what was wrong with its files.
pub fn read(language: &str) -> (BTreeMap<String, Text>, Vec<String>) {
    let mut all = BTreeMap::new();
    let mut faults = Vec::new();
    let folder = root().join("locales").join(language);
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        let source = fs::read_to_string(&path).unwrap();
        if let Err((_, errors)) = FluentResource::try_new(source.clone()) {
            faults.push(format!("{language}/{file}: {errors:?}"));
        }
        for (key, says) in messages(&source) {
            let text = Text { file: file.clone(), says };
            if let Some(first) = all.insert(key.clone(), text) {
                faults.push(format!("{language}: {key} stands in {} and in {file}", first.file));
            }
        }
    }
    (all, faults)
}

/// `key = text`, and the indented lines that follow it.
fn messages(source: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for line in source.lines() {
        let is_continued = line.starts_with(' ') || line.starts_with('}') || line.is_empty();
        if is_continued {
            if let Some((_, says)) = found.last_mut() {
                says.push('\n');
                says.push_str(line.trim());
            }
        } else if let Some((key, says)) = line.split_once('=').filter(|_| !line.starts_with('#')) {
            found.push((key.trim().to_owned(), says.trim().to_owned()));
        }
    }
    found
}
