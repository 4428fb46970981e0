//! The proof that something was received, and what a code gives to whoever forces or guesses it.

use crate::world::{Answer, World, ask, world, worlds};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use guard::ledger::SigningKey;
use guard::receipts::{OpeningKey, Proof, ProofFault, Receipt};
use lexicon::chance::SeededDice;
use std::process::ExitCode;
use workflow::come_back::come_back;
use workflow::prove_report::{forget_code, prove_report};
use workflow::sequence::Sequencer;

async fn number(world: &World) {
    let mut sequencer = Sequencer::start(&world.node).await.expect("started");
    sequencer.step(&world.node).await.expect("numbered");
}

/// The form of the page that takes a code.
async fn back(world: &World, code: &str, step: &str) -> Answer {
    let bound = crate::html::BOUNDARY;
    let mut body = String::new();
    for (name, value) in [("code", code), ("once", ""), ("do", step)] {
        body.push_str(&format!(
            "--{bound}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        ));
    }
    body.push_str(&format!("--{bound}--\r\n"));
    let request = Request::post("/report/back")
        .header(header::HOST, "localhost")
        .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={bound}"));
    ask(&world.public, request.body(Body::from(body)).unwrap()).await
}

fn key(world: &World) -> guard::ledger::VerifyingKey {
    SigningKey::from_seed(&world.node.keys.signing_seed).verifying()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

fn percent(text: &str) -> String {
    text.bytes().map(|b| format!("%{b:02X}")).collect()
}

/// What the first hint of the world says.
fn words(world: &World) -> String {
    format!("She is held: {}", world.marks[0].word)
}

// proves: row 2.11
#[tokio::test]
async fn row_2_11_whoever_reported_can_prove_it_without_showing_what() {
    for world in worlds().await {
        let code = world.codes[0].clone();
        let early = back(&world, &code, "proof").await;
        assert!(!early.text().contains("receipt proof 1"), "nothing is signed yet");
        number(&world).await;
        let page = back(&world, &code, "proof").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(
            page.text().contains("receipt proof 1") && page.text().contains("20 November 2026")
        );
        let file = back(&world, &code, "proof-file").await;
        assert_eq!(file.header("content-disposition"), "attachment; filename=\"receipt.txt\"");
        let proof = Proof::read(&file.text()).expect("a proof");
        proof.verify(&key(&world)).expect("it holds");
        assert_eq!(proof.leaf.day.to_string(), "2026-11-20");
        assert!(file.body.len() < 8_000, "{} bytes", file.body.len());
        let low = file.text().to_lowercase();
        for tell in
            ["traffick", "mangrove", "hint", "desk", "victim", "held", "zqx", "12:00", "t12"]
        {
            assert!(!low.contains(tell), "{tell}");
        }
        // Later, and after the hint became old news: the same leaf, under a later checkpoint.
        world.clock.advance_s(40 * 86_400);
        world.get("caseworker", "/cases").await;
        number(&world).await;
        proof.verify(&key(&world)).expect("it still holds");
        let taken = prove_report(&world.node, &code).await.unwrap().expect("again");
        assert_eq!(taken.proof.leaf, proof.leaf);
        let opening = OpeningKey::parse(&taken.opening).expect("a key");
        assert!(proof.is_of(&opening, &words(&world)));
        assert!(!proof.is_of(&opening, "She is held: somewhere else"));
        assert!(
            !file.text().contains(taken.opening.as_str()),
            "the file cannot be tried with words"
        );
    }
}

// proves: row 2.11, P-16
#[tokio::test]
async fn row_2_11_no_changed_proof_holds_and_none_stops_the_check() {
    let world = world().await;
    number(&world).await;
    let taken = prove_report(&world.node, &world.codes[0]).await.unwrap().expect("a proof");
    let text = taken.proof.write();
    let bytes = text.as_bytes();
    for at in 0..bytes.len() {
        let mut changed = bytes.to_vec();
        changed[at] = if changed[at] == b'0' { b'1' } else { b'0' };
        let changed = String::from_utf8(changed).unwrap();
        let held = Proof::read(&changed).is_ok_and(|proof| proof.verify(&key(&world)).is_ok());
        assert!(!held, "byte {at} of {text}");
        assert!(Proof::read(&text[..at.min(text.len() - 2)]).is_err(), "cut at {at}");
    }
    let other = SigningKey::from_seed(&[7; 32]).verifying();
    assert_eq!(taken.proof.verify(&other), Err(ProofFault::OtherKey));
    for wild in ["", "receipt proof 1", "receipt proof 1\nday 2026-11-20\nkey zz", "\u{fffd}"] {
        assert!(Proof::read(wild).is_err());
    }
    assert!(Proof::read(&"a".repeat(1 << 20)).is_err());
}

// proves: row 2.11
#[tokio::test]
async fn row_2_11_a_proof_is_checked_on_the_page_and_on_the_command_line() {
    let world = world().await;
    number(&world).await;
    let taken = prove_report(&world.node, &world.codes[0]).await.unwrap().expect("a proof");
    let (proof, words) = (taken.proof.write(), words(&world));
    let check = async |proof: &str, opening: &str, text: &str| {
        let fields = [("proof", proof), ("opening", opening), ("text", text)];
        let pairs = fields.map(|(name, value)| format!("{name}={}", percent(value)));
        let body = pairs.join("&");
        let request = Request::post("/report/check")
            .header(header::HOST, "localhost")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        ask(&world.public, request.body(Body::from(body)).unwrap()).await.text()
    };
    assert!(check(&proof, "", "").await.contains("The proof holds. Received on: 20 November 2026"));
    assert!(check(&proof, &taken.opening, &words).await.contains("These are the words"));
    assert!(check(&proof, &taken.opening, "others").await.contains("These are not the words"));
    assert!(check("nothing", "", "").await.contains("The proof does not hold"));
    let folder = tempfile::tempdir().unwrap();
    let (file, text) = (folder.path().join("receipt.txt"), folder.path().join("words.txt"));
    std::fs::write(&file, &proof).unwrap();
    std::fs::write(&text, &words).unwrap();
    let run = |more: &[&str]| {
        let mut all = vec!["mangrove", "verify", "--proof", file.to_str().unwrap()];
        all.extend(more);
        format!("{:?}", mangrove::commands::run(all.into_iter().map(Into::into)))
    };
    let (good, bad) = (format!("{:?}", ExitCode::SUCCESS), format!("{:?}", ExitCode::FAILURE));
    let own = hex(&key(&world).bytes());
    let opening = taken.opening.as_str();
    assert_eq!(run(&["--key", &own]), good);
    assert_eq!(run(&["--key", &own, "--opening", opening, "--text", text.to_str().unwrap()]), good);
    assert_eq!(run(&["--key", &hex(&[7; 32])]), bad);
    std::fs::write(&text, "other words").unwrap();
    assert_eq!(run(&["--key", &own, "--opening", opening, "--text", text.to_str().unwrap()]), bad);
}

/// Somebody forces the code out of her. He sees the answers that she has not put away, the day of
/// her message and that there was one; no word that she wrote, no file, no place, no case, nobody's
/// name, no hour. Once she made the code forget, he sees what a code that never was shows, byte for
/// byte, by the same work; the proof she took before stays good.
// proves: P-13, row 2.11
#[tokio::test]
async fn attack_coerced_code() {
    for world in worlds().await {
        number(&world).await;
        let code = world.codes[0].clone();
        let none = Receipt::random(&SeededDice::new(77)).digits().to_string();
        let mut shown = String::new();
        for step in ["read", "proof", "proof-file"] {
            shown.push_str(&back(&world, &code, step).await.text());
        }
        for mark in &world.marks {
            let is_answer = mark.is_for_giver;
            assert_eq!(shown.contains(&mark.word), is_answer, "{} ({})", mark.word, mark.kind);
        }
        for hint in &world.hints {
            assert!(!shown.contains(&hint.to_string()));
        }
        let taken = prove_report(&world.node, &code).await.unwrap().expect("a proof");
        let page = back(&world, &code, "forget").await;
        let other = back(&world, &none, "forget").await;
        assert_eq!(page.text(), other.text().replace(&none, &code), "told apart");
        for step in ["read", "proof", "proof-file", "away", "forget"] {
            let before = world.node.store.calls();
            let known = back(&world, &code, step).await;
            let middle = world.node.store.calls();
            let unknown = back(&world, &none, step).await;
            let work = (middle - before, world.node.store.calls() - middle);
            let same = |text: String, code: &str| {
                let lines = text.lines().filter(|line| !line.contains("name=\"once\""));
                lines.map(|line| line.replace(code, "CODE")).collect::<String>()
            };
            assert_eq!(same(known.text(), &code), same(unknown.text(), &none), "{step}");
            assert_eq!((known.status, known.body.len()), (unknown.status, unknown.body.len()));
            assert_eq!(work.0, work.1, "{step}: the work tells");
        }
        taken.proof.verify(&key(&world)).expect("what was taken stays good");
    }
}

/// 10,000 codes are tried. None leads to anything, each costs the same slow hash and the same
/// statements, the answer is that of a code without news, and an officer signs in meanwhile. At the
/// node's real cost, half of all codes take one machine more than three million years.
// proves: P-13
#[tokio::test]
async fn attack_receipt_guesser() {
    let world = world().await;
    let dice = SeededDice::new(4);
    let hashes = world.node.receipt_hashing.asked();
    let calls = world.node.store.calls();
    for n in 0..10_000_u32 {
        let guess = Receipt::random(&dice).digits();
        assert!(come_back(&world.node, &guess).await.expect("answered").is_empty());
        if n == 5_000 {
            world.sign_in_anew("caseworker").await;
        }
    }
    assert_eq!(world.node.receipt_hashing.asked() - hashes, 10_000, "one slow hash for each");
    assert!(world.node.store.calls() - calls >= 30_000, "the same statements for each");
    // Half of the codes, one after the other on each of 1,000 machines, at 20 ms a hash.
    let codes = 10_f64.powi(16);
    let years = codes / 2.0 * 0.02 / 1_000.0 / (365.25 * 86_400.0);
    assert!(years > 3_000.0, "{years} years");
    forget_code(&world.node, &Receipt::random(&dice).digits()).await.expect("changes nothing");
    assert!(!come_back(&world.node, &world.codes[0]).await.unwrap().is_empty());
}
