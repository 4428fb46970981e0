//! Many at once: what is acknowledged is kept, the rest is told to come again.

use crate::world::{World, form, sent};
use std::sync::Arc;
use store::testing::databases;
use tokio::task::JoinSet;
use workflow::RefusalKind;
use workflow::list_hints::count_hints;
use workflow::receive_hint::receive_hint;

const HINTS: usize = 300;

// proves: P-15, row 2.1
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn p15_no_acknowledged_hint_of_a_flood_is_lost() {
    for database in databases().await {
        let world = World::on(&database).await;
        let mut all = JoinSet::new();
        for n in 0..HINTS {
            let node = Arc::clone(&world.node);
            all.spawn(
                async move { receive_hint(&node, sent(form(&format!("Hint {n}"), &[]))).await },
            );
        }
        let mut kept = 0_i64;
        while let Some(answer) = all.join_next().await {
            match answer.unwrap() {
                Ok(_) => kept += 1,
                Err(refusal) => assert_eq!(refusal.kind, RefusalKind::Busy),
            }
        }
        let counts = count_hints(&world.node, world.signed("triage")).await.unwrap();
        assert_eq!(counts.waiting, kept, "acknowledged and kept");
        assert!(kept > 0);
        assert_eq!(world.node.receipt_hashing.asked(), kept.unsigned_abs());
        assert_eq!(world.node.receipt_hashing.most_at_once(), 2);
        assert!(world.node.receipt_hashing.is_idle(), "every place is free again");
    }
}

// proves: P-15
#[tokio::test]
async fn p15_whoever_finds_no_place_is_told_so_and_nothing_is_kept() {
    let database = store::testing::sqlite();
    let world = World::on(&database).await;
    // As when the wait is over: no place is given any more.
    world.node.receipt_hashing.close();
    let refusal = receive_hint(&world.node, sent(form("Help", &[]))).await.err().unwrap();
    assert_eq!(refusal.kind, RefusalKind::Busy);
    let counts = count_hints(&world.node, world.signed("triage")).await.unwrap();
    assert_eq!(counts.waiting, 0);
}
