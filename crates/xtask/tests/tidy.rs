//! The five rules of the house, as ordinary tests; each names what is wrong and where.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::process::Command;
use xtask::{Findings, directions, promises, read, root, sizes, texts, words};

fn none(findings: &Findings) {
    assert!(findings.is_empty(), "{} found:\n{}", findings.len(), findings.join("\n"));
}

#[test]
fn rule_1_the_code_is_formatted() {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let done = Command::new(cargo).args(["fmt", "--all", "--check"]).current_dir(root()).output();
    let done = done.expect("cargo fmt runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stdout));
}

#[test]
fn rule_2_and_3_functions_and_files_are_short() {
    none(&sizes::too_long());
}

#[test]
fn rule_4_crates_use_each_other_in_one_direction() {
    none(&directions::wrong_directions());
}

// proves: row 8.12
#[test]
fn rule_5_no_text_for_a_reader_stands_outside_the_locales() {
    none(&texts::sentences_in_code());
    none(&texts::words_in_templates());
}

#[test]
fn no_text_names_one_machine_or_one_network() {
    none(&words::forbidden_words());
}

#[test]
fn promises_md_is_current() {
    for (name, made) in promises::documents().unwrap_or_else(|why| panic!("{why}")) {
        let committed = read(&root().join(&name));
        assert!(made == committed, "{name} is old: cargo run -p xtask -- promises");
    }
}

#[test]
fn every_attack_says_what_is_tried() {
    let all = xtask::attacks::attacks();
    for attack in &all {
        assert!(attack.tries.ends_with('.'), "{} in {}", attack.name, attack.path);
    }
    assert!(all.len() > 5, "attacks are found");
}
