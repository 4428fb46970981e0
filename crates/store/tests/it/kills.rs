//! kill -9 at any moment loses nothing that was acknowledged.

use crate::scene::{assert_kept, child, furnish, look, spawn};
use lexicon::Dice;
use lexicon::chance::SeededDice;
use std::io::Read;
use std::time::Duration;
use store::testing::{Database, left_out, postgres, required, sqlite};

/// Kills the writing child again and again; `./test --long` sets MANGROVE_KILLS higher.
async fn kill_again_and_again(database: &Database, kills: u64) {
    let store = database.open().await;
    furnish(&store).await;
    store.close().await;
    let dice = SeededDice::new(20_261_125);
    let mut acknowledged = Vec::new();
    for kill in 1..=kills {
        let mut writer = spawn(child(&[], "write-until-killed", &database.address));
        std::thread::sleep(Duration::from_millis(15 + dice.below(180)));
        writer.kill().expect("killed");
        let mut said = String::new();
        writer.stdout.take().unwrap().read_to_string(&mut said).expect("its words");
        writer.wait().expect("gone");
        acknowledged.extend(acks(&said));
        let store = database.open().await;
        assert_kept(&look(&store).await, &acknowledged, &format!("kill {kill}"));
        store.close().await;
    }
    assert!(acknowledged.len() > 10, "only {} acknowledged: nothing tried", acknowledged.len());
    eprintln!("{}: {kills} kills, {} acknowledged, 0 lost", database.kind, acknowledged.len());
}

/// Numbers of whole lines `ack n`.
pub fn acks(said: &str) -> Vec<u64> {
    let whole = said.rfind('\n').map_or("", |end| &said[..end]);
    whole.lines().filter_map(|l| l.strip_prefix("ack ")?.parse().ok()).collect()
}

fn kills(default: u64) -> u64 {
    std::env::var("MANGROVE_KILLS").ok().and_then(|v| v.parse().ok()).unwrap_or(default)
}

// proves: P-01
#[tokio::test]
async fn p01_200_kills_on_sqlite_lose_nothing_acknowledged() {
    kill_again_and_again(&sqlite(), kills(200)).await;
}

// proves: P-01
#[tokio::test]
async fn p01_20_kills_on_postgres_lose_nothing_acknowledged() {
    match postgres().await {
        Some(database) => kill_again_and_again(&database, kills(200) / 10).await,
        None if required("REQUIRE_POSTGRES") => panic!("PostgreSQL is required and not found"),
        None => left_out("PostgreSQL not found: no kills there"),
    }
}
