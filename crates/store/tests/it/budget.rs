//! The budget of openings is kept by the database itself, whoever writes and however many at once.

use crate::scene::{furnish, officer_id, today};
use sqlx::{Connection, Executor};
use store::testing::databases;
use store::{Address, Cell};

const INSERT: &str = "INSERT INTO openings (officer_id, thing_kind, thing_id, on_day, was_assigned,
     leaf_id, way, is_emergency, slot, slots_max, alarm_id, event_id) ";

/// Tries to pass the budget with a thousand openings at once that go round the program: connections
/// of their own write into the table, each taking the next place of the day and raising no alarm.
// proves: P-07
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn p07_a_thousand_writers_beside_the_program_find_twenty_places() {
    for database in databases().await {
        let store = database.open().await;
        furnish(&store).await;
        store.close().await;
        let mut all = Vec::new();
        for worker in 0..10_u16 {
            let address = database.address.clone();
            all.push(tokio::spawn(async move { race(&address, worker).await }));
        }
        let mut kept = 0;
        for one in all {
            kept += one.await.unwrap();
        }
        assert_eq!(kept, 20, "{}", database.kind);
        let store = database.open().await;
        let mut tx = store.read("count").await.unwrap();
        let sql = "SELECT COUNT(*) AS n, MAX(slot) AS most FROM openings";
        let row = tx.row(sql, &[]).await.unwrap().unwrap();
        assert_eq!((row.int("n"), row.int("most")), (Ok(20), Ok(20)));
    }
}

/// A hundred attempts of one connection: how many were kept.
async fn race(address: &Address, worker: u16) -> usize {
    let officer = hex(officer_id().bytes());
    let mut kept = 0;
    for n in 0..100_u16 {
        let thing = format!("{:0>28}{:04x}", "7", worker * 100 + n);
        let values = |bytes: &dyn Fn(&str) -> String| {
            format!(
                "{INSERT} SELECT {officer}, 'person', {thing}, '{day}', 0, {thing}, 'alone', 0,
                     COALESCE(MAX(slot), 0) + 1, 20, NULL, NULL FROM openings",
                officer = bytes(&officer),
                thing = bytes(&thing),
                day = today(),
            )
        };
        let is_kept = match address {
            Address::Sqlite(path) => {
                let options = sqlx::sqlite::SqliteConnectOptions::new()
                    .filename(path)
                    .busy_timeout(std::time::Duration::from_secs(30));
                let mut c = sqlx::SqliteConnection::connect_with(&options).await.unwrap();
                let sql = values(&|h| format!("x'{h}'"));
                c.execute(sqlx::raw_sql(sqlx::AssertSqlSafe(sql))).await.is_ok()
            }
            Address::Postgres(url) => {
                let mut c = sqlx::PgConnection::connect(url).await.unwrap();
                let sql = values(&|h| format!("'\\x{h}'::bytea"));
                let is_kept = c.execute(sqlx::raw_sql(sqlx::AssertSqlSafe(sql))).await.is_ok();
                c.close().await.unwrap();
                is_kept
            }
        };
        kept += usize::from(is_kept);
    }
    kept
}

/// Way, assigned, emergency, slot, most.
type Way = (&'static str, i64, i64, Option<i64>, Option<i64>);

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

// proves: P-07
#[tokio::test]
async fn p07_no_row_tells_of_an_opening_that_its_way_does_not_allow() {
    for database in databases().await {
        let store = database.open().await;
        furnish(&store).await;
        let bad: [Way; 8] = [
            ("alone", 0, 0, None, None),
            ("second-yes", 0, 0, None, None),
            ("alone", 0, 0, Some(21), Some(20)),
            ("alone", 0, 0, Some(1), None),
            ("assigned", 0, 0, None, None),
            ("break-glass", 0, 1, None, None),
            ("event", 0, 0, None, None),
            ("work", 0, 0, None, None),
        ];
        for (way, assigned, emergency, slot, most) in bad {
            let mut tx = store.begin("bad").await.unwrap();
            let cells: [Cell; 8] = [
                officer_id().into(),
                [9_u8; 16].into(),
                today().into(),
                assigned.into(),
                way.into(),
                emergency.into(),
                slot.into(),
                most.into(),
            ];
            let sql = "INSERT INTO openings (officer_id, thing_kind, thing_id, on_day,
                     was_assigned, leaf_id, way, is_emergency, slot, slots_max)
                 VALUES ($1, 'person', $2, $3, $4, $2, $5, $6, $7, $8)";
            let kept = tx.execute(sql, &cells).await;
            assert!(kept.is_err(), "{way} {slot:?} on {}", database.kind);
        }
        assert!(!store.is_read_only());
    }
}
