//! Tidy checks, run as ordinary tests, and the generator of PROMISES.md.
//!
//! Architecture invariant: five rules and no more; each is readable in one file here and fails
//! with the path and the line of what is wrong.

pub mod attacks;
pub mod directions;
pub mod literals;
pub mod promises;
pub mod shared;
pub mod sizes;
pub mod texts;
pub mod words;

use std::fs;
use std::path::{Path, PathBuf};

/// What a check found: where, and what is wrong. An empty list is a pass.
pub type Findings = Vec<String>;

/// The folder of the workspace.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_path_buf()
}

/// Folders that hold no text of ours.
const NOT_OURS: [&str; 5] = [".git", "target", "node_modules", "test-results", "data"];

/// Every file below `folder` whose name ends with one of `endings`, in order of path.
pub fn files(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    collect(folder, endings, &mut found);
    found.sort();
    found
}

fn collect(folder: &Path, endings: &[&str], found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default();
        if path.is_dir() {
            if !NOT_OURS.contains(&name) {
                collect(&path, endings, found);
            }
        } else if endings.iter().any(|ending| name.ends_with(ending)) {
            found.push(path);
        }
    }
}

/// The text of a file; one that is not UTF-8 reads as empty.
pub fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_default()
}

/// A path as it is named in a finding: from the root of the workspace.
pub fn short(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}
