//! The demonstration country: the same for a seed, made once, never mixed with a real node.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
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
    // One case more than those of people: a watch person lies in it.
    assert_eq!(first_seen.len(), 40 + 46);
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

// proves: P-06
#[tokio::test]
async fn p06_one_officer_waits_to_be_let_in_and_a_colleague_sees_it() {
    let base = tempfile::tempdir().unwrap();
    let country = made(&base.path().join("country"), 3).await;
    let login = country.logins.iter().find(|login| login.sign_in == "l.moreau").expect("waits");
    let ferro = country.logins.iter().find(|login| login.sign_in == "a.ferro").expect("a member");
    let waits = session(&country, login).await;
    assert!(waits.is_waiting(), "nobody has let them in");
    let member = session(&country, ferro).await;
    let waiting = workflow::let_in::waiting_at_desk(&country.node, &member).await.unwrap();
    assert_eq!(waiting.len(), 1);
    assert_eq!(waiting[0].shown_name, login.name);
}

async fn session(country: &Country, login: &mangrove::demo::Login) -> workflow::Signed {
    use sha2::{Digest, Sha256};
    let proof = workflow::sign_in::Proof {
        sign_in_name: login.sign_in.clone(),
        passphrase: login.passphrase.clone().into(),
        code: String::new(),
    };
    let node = &country.node;
    let begun = workflow::sign_in::sign_in(node, proof).await.expect("signs in");
    let hash: [u8; 32] = Sha256::digest(begun.token.as_bytes()).into();
    node.sessions.find(&hash, node.clock.now_s()).expect("a session")
}
