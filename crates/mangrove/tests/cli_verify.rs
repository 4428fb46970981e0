//! `mangrove verify` as it is called.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at a surprise")]

use guard::Book;
use guard::ledger::{Event, Leaf, LedgerKeys};
use guard::members::make_desk;
use lexicon::Day;
use lexicon::chance::{FixedClock, SeededDice};
use lexicon::ids::DeskId;
use mangrove::folder::{Folder, Purpose};
use mangrove::wiring::{Plan, open_node};
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use workflow::Node;
use workflow::sequence::Sequencer;

async fn node(path: &Path) -> Node {
    let plan = Plan {
        folder: Folder::open(path, Purpose::Real).unwrap(),
        database: None,
        clock: Arc::new(FixedClock::at(Day::parse("2026-11-25").unwrap())),
        dice: Arc::new(SeededDice::new(5)),
        is_demo: false,
    };
    open_node(plan).await.expect("a node")
}

fn verify(path: &Path) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mangrove"));
    command.args(["verify", "--lang", "en", "--data"]).arg(path);
    let output = command.output().expect("ended");
    (output.status.code().expect("a code"), String::from_utf8(output.stdout).expect("UTF-8"))
}

// proves: P-05
#[tokio::test]
async fn p05_a_ledger_is_whole_until_one_byte_of_a_leaf_changes() {
    let folder = tempfile::tempdir().unwrap();
    let node = node(folder.path()).await;
    let dice = SeededDice::new(6);
    let keys = LedgerKeys {
        oversight_desk: DeskId::random(&dice),
        oversight: make_desk(&dice).public,
        oversight_version: 1,
        owner: None,
    };
    let mut tx = node.begin("test").await.unwrap();
    for thing in ["a", "b", "c"] {
        let event = Event {
            day: node.today(),
            action: "ledger.view".to_owned(),
            officer: None,
            desk: None,
            thing_kind: "ledger".to_owned(),
            thing: thing.to_owned(),
            reason: "desk-work".to_owned(),
            note: String::new(),
        };
        tx.append(Leaf::seal(&event, &keys, &dice).unwrap());
    }
    tx.commit().await.unwrap();
    Sequencer::start(&node).await.unwrap().step(&node).await.unwrap().expect("leaves waited");
    node.store.close().await;
    let (code, said) = verify(folder.path());
    assert_eq!((code, said.lines().count()), (0, 1), "{said}");
    assert!(said.contains('3'), "{said}");
    let node = self::node(folder.path()).await;
    let mut tx = node.begin("test").await.unwrap();
    let other = Day::parse("2026-11-24").unwrap();
    let sql = "UPDATE leaves SET on_day = $1 WHERE number = 2";
    assert_eq!(tx.execute(sql, &[other.into()]).await.unwrap(), 1);
    tx.commit().await.unwrap();
    node.store.close().await;
    let (code, said) = verify(folder.path());
    assert_eq!(code, 1);
    assert!(said.contains("leaf changed. Number: 2"), "{said}");
}
