//! The demonstration country: the same for a seed, made once, never mixed with a real node.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use lexicon::language::ENGLISH;
use mangrove::demo::{Country, country};
use std::path::Path;

async fn made(folder: &Path, seed: u64) -> Country {
    country(folder, seed).await.map_err(|why| why.say(ENGLISH)).expect("a country")
}

/// Aliases and states of all hints and cases: what officers see in their lists.
async fn seen(country: &Country) -> Vec<(String, String)> {
    let mut tx = country.node.read("seen").await.unwrap();
    let mut all = Vec::new();
    for table in ["hints", "cases"] {
        let sql = if table == "hints" {
            "SELECT alias, state FROM hints ORDER BY alias"
        } else {
            "SELECT alias, state FROM cases ORDER BY alias"
        };
        for row in tx.rows(sql, &[]).await.unwrap() {
            all.push((row.text("alias").unwrap(), row.text("state").unwrap()));
        }
    }
    all
}

#[tokio::test]
async fn the_same_seed_makes_the_same_country_and_another_seed_another() {
    let base = tempfile::tempdir().unwrap();
    let first = made(&base.path().join("first"), 7).await;
    let again = made(&base.path().join("again"), 7).await;
    let other = made(&base.path().join("other"), 8).await;
    let (first_seen, again_seen) = (seen(&first).await, seen(&again).await);
    assert_eq!(first_seen.len(), 40 + 45);
    assert_eq!(first_seen, again_seen);
    assert_ne!(first_seen, seen(&other).await);
    let passphrases = |country: &Country| -> Vec<String> {
        country.logins.iter().map(|login| login.passphrase.clone()).collect()
    };
    assert_eq!(passphrases(&first), passphrases(&again));
    assert_ne!(passphrases(&first), passphrases(&other));
}

#[tokio::test]
async fn a_second_start_finds_the_country_and_refuses_that_of_another_seed() {
    let base = tempfile::tempdir().unwrap();
    let folder = base.path().join("country");
    let first = made(&folder, 1).await;
    let before = seen(&first).await;
    first.node.store.close().await;
    let again = made(&folder, 1).await;
    assert_eq!(before, seen(&again).await);
    again.node.store.close().await;
    let refused = country(&folder, 2).await.err().expect("another seed");
    assert_eq!(refused.key, "demo-other-seed");
}
