//! `mangrove verify`, beside a node that runs and after it.

use crate::nodes::{Said, add_leaves, called, opened, sign, url};
use guard::ledger::SigningKey;
use lexicon::Day;
use mangrove::folder::Folder;
use std::os::unix::fs::PermissionsExt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use store::testing::{Database, databases};
use workflow::Node;
use workflow::sequence::Sequencer;

fn verify(database: &Database) -> Said {
    called(&["verify"], database.folder.path(), url(database).as_deref())
}

async fn node(database: &Database) -> Node {
    opened(database.folder.path(), url(database)).await.map_err(|why| why.key).expect("a node")
}

async fn change(node: &Node, sql: &'static str) {
    let mut tx = node.begin("test").await.unwrap();
    tx.execute(sql, &[]).await.unwrap();
    tx.commit().await.unwrap();
}

// proves: P-05
#[tokio::test]
async fn p05_a_ledger_is_whole_until_one_byte_of_a_leaf_changes() {
    for database in databases().await {
        let node = node(&database).await;
        add_leaves(&node, 3).await;
        let mut sequencer = Sequencer::start(&node).await.unwrap();
        sign(&node, &mut sequencer, database.folder.path()).await;
        let said = verify(&database);
        assert_eq!((said.code, said.out.lines().count()), (0, 2), "{}{}", said.out, said.err);
        assert!(said.out.contains('3'), "{}", said.out);
        let mut tx = node.begin("test").await.unwrap();
        let other = Day::parse("2026-11-24").unwrap();
        let sql = "UPDATE leaves SET on_day = $1 WHERE number = 2";
        assert_eq!(tx.execute(sql, &[other.into()]).await.unwrap(), 1);
        tx.commit().await.unwrap();
        let said = verify(&database);
        assert_eq!(said.code, 1);
        assert!(said.out.contains("leaf changed. Number: 2"), "{}", said.out);
    }
}

// proves: P-08
#[tokio::test(flavor = "multi_thread")]
async fn p08_the_ledger_is_verified_while_a_node_writes_to_it() {
    for database in databases().await {
        let node = Arc::new(node(&database).await);
        let (ends, signed) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
        let writing = {
            let (node, ends, signed) = (node.clone(), ends.clone(), signed.clone());
            let folder = database.folder.path().to_owned();
            tokio::spawn(async move {
                let mut sequencer = Sequencer::start(&node).await.unwrap();
                while !ends.load(Ordering::SeqCst) {
                    add_leaves(&node, 3).await;
                    sign(&node, &mut sequencer, &folder).await;
                    // Some always wait for the next step.
                    add_leaves(&node, 1).await;
                    signed.fetch_add(1, Ordering::SeqCst);
                }
            })
        };
        let mut seen = Vec::new();
        for _ in 0..15 {
            let said = tokio::task::block_in_place(|| verify(&database));
            assert_eq!(said.code, 0, "{}: {}{}", database.kind, said.out, said.err);
            seen.push(signed.load(Ordering::SeqCst));
        }
        ends.store(true, Ordering::SeqCst);
        writing.await.unwrap();
        assert!(seen[14] > seen[0] + 5, "the node wrote: {seen:?}");
        let said = verify(&database);
        assert!(said.out.contains("wait for the next signature: 1"), "{}", said.out);
        // It only read: the node still writes and holds its database.
        add_leaves(&node, 1).await;
        assert!(opened(database.folder.path(), url(&database)).await.is_err());
    }
}

// proves: P-08
#[tokio::test]
async fn p08_a_database_set_back_behind_the_copied_checkpoint_is_found_and_not_served() {
    for database in databases().await {
        let path = database.folder.path();
        let node = node(&database).await;
        let mut sequencer = Sequencer::start(&node).await.unwrap();
        for _ in 0..2 {
            add_leaves(&node, 3).await;
            sign(&node, &mut sequencer, path).await;
        }
        let copy = std::fs::metadata(path.join("ledger-checkpoint")).unwrap();
        assert_eq!(copy.permissions().mode() & 0o777, 0o600);
        // An older state: it is whole by itself.
        change(&node, "DELETE FROM checkpoints WHERE size > 3").await;
        change(&node, "DELETE FROM leaves WHERE number > 3").await;
        let said = verify(&database);
        assert_eq!(said.code, 1, "{}", said.out);
        assert!(said.out.contains("set back or changed. Size: 6"), "{}", said.out);
        node.store.close().await;
        let words = ["serve", "--listen", "localhost:0"];
        let said = called(&words, path, url(&database).as_deref());
        assert_eq!((said.code, said.out.as_str()), (1, ""), "{}", said.err);
        assert!(said.err.contains("Signed: 6. Found: 3."), "{}", said.err);
        assert!(said.err.contains("Put the newer database back"), "{}", said.err);
        // Taking the copy away is a deed of its own; verify says that it is missing.
        std::fs::remove_file(path.join("ledger-checkpoint")).unwrap();
        let said = verify(&database);
        assert_eq!((said.code, said.out.lines().count()), (0, 3), "{}", said.out);
    }
}

// proves: P-08
#[tokio::test]
async fn p08_a_copied_checkpoint_that_was_changed_or_is_another_nodes_is_told() {
    let database = store::testing::sqlite();
    let path = database.folder.path();
    let node = node(&database).await;
    let mut sequencer = Sequencer::start(&node).await.unwrap();
    add_leaves(&node, 3).await;
    sign(&node, &mut sequencer, path).await;
    node.store.close().await;
    let mut copy = sequencer.copy().unwrap();
    let foreign = SigningKey::from_seed(&[9; 32]);
    copy.checkpoint = foreign.sign(9, copy.checkpoint.root, copy.checkpoint.day, None);
    Folder::at(path).keep_checkpoint(&copy).unwrap();
    let serve = || called(&["serve", "--listen", "localhost:0"], path, None);
    let (said, served) = (verify(&database), serve());
    assert_eq!((said.code, served.code), (1, 1));
    assert!(said.out.contains("does not bear this node’s signature"), "{}", said.out);
    assert!(served.err.contains("not signed by this node"), "{}", served.err);
    for bytes in [&b"nonsense"[..], b"", b"\xff\xfe", &[b'x'; 5_000]] {
        std::fs::write(path.join("ledger-checkpoint"), bytes).unwrap();
        let (said, served) = (verify(&database), serve());
        assert_eq!((said.code, served.code), (1, 1));
        assert!(said.err.contains("should hold a copy"), "{}", said.err);
        assert!(served.err.contains("should hold a copy"), "{}", served.err);
    }
}

// proves: P-08
#[tokio::test]
async fn p08_a_node_does_not_start_over_a_ledger_that_was_changed() {
    let database = store::testing::sqlite();
    let node = node(&database).await;
    add_leaves(&node, 3).await;
    let mut sequencer = Sequencer::start(&node).await.unwrap();
    sign(&node, &mut sequencer, database.folder.path()).await;
    change(&node, "UPDATE leaves SET leaf_hash = commitment WHERE number = 2").await;
    node.store.close().await;
    let said = called(&["serve", "--listen", "localhost:0"], database.folder.path(), None);
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    assert!(said.err.contains("mangrove verify"), "{}", said.err);
}

#[test]
fn verify_makes_nothing_where_there_is_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let said = called(&["verify"], &folder.path().join("nowhere"), None);
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    assert!(said.err.contains("key file is missing"), "{}", said.err);
    assert!(!folder.path().join("nowhere").exists());
}
