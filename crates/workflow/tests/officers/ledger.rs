//! The sequencer, its checkpoints, and whoever tampers with them.

use crate::world::{SEED, World};
use guard::ledger::{SigningKey, Verdict};
use guard::{DeskKind, Role};
use store::Cell;
use store::testing::{Database, databases};
use workflow::open_identity::open_identity;
use workflow::sequence::Sequencer;
use workflow::view_ledger::verify_ledger;

async fn check(world: &World) -> Verdict {
    let key = SigningKey::from_seed(&SEED).verifying();
    verify_ledger(&world.node.store, &key, None).await.unwrap().verdict
}

/// A node with eleven leaves (three of desk and set-up) under three checkpoints. Nobody is needed to number and sign.
async fn with_leaves(database: &Database) -> World {
    let world = World::on(database).await;
    let sheet = world.desk(DeskKind::Shelter, "caseworker", Role::Caseworker).await;
    let mut caseworker = world.sign_in(&sheet).await;
    let mut sequencer = Sequencer::start(&world.node).await.unwrap();
    for round in 0..4 {
        let person = world.person(&caseworker, &format!("Name {round}")).await;
        caseworker = world.sign_in(&sheet).await;
        for day in 0..2 {
            world.clock.advance_s(day * 86_400);
            caseworker = world.sign_in(&sheet).await;
            let opened = open_identity(&world.node, &caseworker, person, ("contact", "")).await;
            opened.unwrap();
        }
        if round > 0 {
            world.node.sessions.end_where(|_| true);
            let signed = sequencer.step(&world.node).await.unwrap();
            assert!(signed.is_some(), "signed with nobody signed in");
            caseworker = world.sign_in(&sheet).await;
        }
    }
    assert_eq!(sequencer.step(&world.node).await.unwrap(), None, "nothing waits");
    drop(caseworker);
    world
}

// proves: P-08
#[tokio::test]
async fn p08_a_sequencer_that_starts_again_goes_on_where_it_stopped() {
    for database in databases().await {
        let world = with_leaves(&database).await;
        let before = check(&world).await;
        assert_eq!((before.leaves, before.checkpoints), (11, 3), "{}", database.kind);
        assert_eq!(before.faults, []);
        let again = Sequencer::start(&world.node).await.unwrap();
        assert_eq!(again.last().unwrap().size, 11);
    }
}

// proves: P-08
#[tokio::test]
async fn p08_whoever_writes_into_the_tables_of_the_ledger_is_found() {
    let tamperings = [
        "UPDATE leaves SET on_day = '2020-01-01' WHERE number = 3",
        "UPDATE leaves SET sealed_event = commitment WHERE number = 4",
        "UPDATE leaves SET commitment = leaf_hash WHERE number = 5",
        "UPDATE leaves SET leaf_hash = commitment WHERE number = 5",
        "UPDATE leaves SET owner_version = 9 WHERE number = 1",
        "UPDATE leaves SET oversight_wrap = owner_wrap WHERE number = 2",
        "DELETE FROM leaves WHERE number = 2",
        "DELETE FROM leaves WHERE number = 11",
        "DELETE FROM leaves",
        "UPDATE leaves SET number = 20 WHERE number = 6",
        "UPDATE checkpoints SET root = (SELECT leaf_hash FROM leaves WHERE number = 1)",
        "UPDATE checkpoints SET on_day = '2020-01-01'",
        "UPDATE checkpoints SET size = 8 WHERE size = 9",
        "DELETE FROM checkpoints WHERE size = 7",
        "DELETE FROM checkpoints WHERE size = 9",
        "DELETE FROM checkpoints WHERE size = 11",
        "DELETE FROM checkpoints",
    ];
    for kind in 0..databases().await.len() {
        for sql in tamperings {
            let database = databases().await.remove(kind);
            let world = with_leaves(&database).await;
            let mut tx = world.node.store.begin("tamper").await.unwrap();
            tx.execute(sql, &[] as &[Cell]).await.unwrap();
            tx.commit().await.unwrap();
            assert_ne!(check(&world).await.faults, [], "{sql}");
        }
    }
}

// proves: P-08
#[tokio::test]
async fn p08_the_sequencer_signs_nothing_over_a_ledger_that_was_changed() {
    let database = store::testing::sqlite();
    let world = with_leaves(&database).await;
    let mut tx = world.node.store.begin("tamper").await.unwrap();
    tx.execute("UPDATE leaves SET leaf_hash = commitment WHERE number = 5", &[] as &[Cell])
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert!(Sequencer::start(&world.node).await.is_err());
}
