//! What every table function relies on, on both databases.

use lexicon::Day;
use lexicon::chance::SeededDice;
use lexicon::ids::OrganisationId;
use store::testing::databases;
use store::{Cell, Make, Store, StoreError};

const INSERT: &str = "INSERT INTO organisations (id, name, kind) VALUES ($1, $2, 'ngo')";

async fn names(store: &Store) -> Vec<String> {
    let mut tx = store.read("list_names").await.expect("a reader");
    let rows = tx.rows("SELECT name FROM organisations ORDER BY name", &[]).await.expect("rows");
    rows.iter().map(|r| r.text("name").expect("a name")).collect()
}

fn id(n: u64) -> OrganisationId {
    OrganisationId::random(&SeededDice::new(n))
}

#[tokio::test]
async fn a_dropped_transaction_leaves_nothing_and_a_committed_one_stays() {
    for database in databases().await {
        let store = database.open().await;
        let mut tx = store.begin("insert").await.expect("the place");
        tx.execute(INSERT, &[id(1).into(), "dropped".into()]).await.expect("inserted");
        drop(tx);
        assert_eq!(names(&store).await, [""; 0], "{}", database.kind);
        let mut tx = store.begin("insert").await.expect("the place is free again");
        tx.execute(INSERT, &[id(2).into(), "kept".into()]).await.expect("inserted");
        tx.commit().await.expect("kept");
        assert_eq!(names(&store).await, ["kept"], "{}", database.kind);
        store.close().await;
        assert_eq!(names(&database.open().await).await, ["kept"], "{}", database.kind);
    }
}

#[tokio::test]
async fn a_reader_sees_one_state_while_a_writer_writes() {
    for database in databases().await {
        let store = database.open().await;
        let mut reader = store.read("look").await.expect("a reader");
        let count = "SELECT COUNT(*) AS n FROM organisations";
        let before = reader.row(count, &[]).await.expect("row").expect("one").int("n");
        let mut tx = store.begin("insert").await.expect("the place");
        tx.execute(INSERT, &[id(1).into(), "late".into()]).await.expect("inserted");
        tx.commit().await.expect("kept");
        let after = reader.row(count, &[]).await.expect("row").expect("one").int("n");
        assert_eq!((before, after), (Ok(0), Ok(0)), "{}", database.kind);
        let refused = reader.execute(INSERT, &[id(2).into(), "x".into()]).await;
        assert!(refused.is_err(), "a reader wrote on {}", database.kind);
    }
}

#[tokio::test]
async fn every_cell_comes_back_as_it_went() {
    for database in databases().await {
        let store = database.open().await;
        let mut tx = store.begin("round").await.expect("the place");
        let day = Day::parse("2026-11-23").expect("a day");
        let sql = "INSERT INTO overlays (file, version, body, hash, is_active, proposed_by, on_day, \
                   state, reason, approval) VALUES ($1, $2, $3, $4, $5, $6, $7, 'approved', '', $4)";
        let cells: [Cell; 7] = [
            "routing".into(),
            3_i64.into(),
            "é\u{202f}: 中".into(),
            vec![0, 255, 7].into(),
            true.into(),
            None::<OrganisationId>.into(),
            day.into(),
        ];
        tx.execute(sql, &cells).await.expect("inserted");
        let row = tx.row("SELECT * FROM overlays", &[]).await.expect("row").expect("one");
        assert_eq!(row.text("body").as_deref(), Ok("é\u{202f}: 中"));
        assert_eq!(row.int("version"), Ok(3));
        assert_eq!(row.bytes("hash"), Ok(vec![0, 255, 7]));
        assert_eq!(row.bool("is_active"), Ok(true));
        assert_eq!(row.day("on_day"), Ok(day));
        assert_eq!(row.opt_id::<OrganisationId>("proposed_by"), Ok(None));
        assert_eq!(row.text("missing"), Err(StoreError::Column { column: "missing" }));
        let one = tx.row("SELECT 1 AS n, EXISTS (SELECT 1 FROM overlays) AS e", &[]).await;
        let one = one.expect("row").expect("one");
        assert_eq!((one.int("n"), one.bool("e")), (Ok(1), Ok(true)), "{}", database.kind);
    }
}

#[tokio::test]
async fn a_rule_of_a_table_is_told_from_a_row_that_exists() {
    for database in databases().await {
        let store = database.open().await;
        let mut tx = store.begin("twice").await.expect("the place");
        tx.execute(INSERT, &[id(1).into(), "a".into()]).await.expect("inserted");
        let twice = tx.execute(INSERT, &[id(2).into(), "a".into()]).await;
        assert!(matches!(twice, Err(StoreError::Taken { .. })), "{twice:?}");
        drop(tx);
        let mut tx = store.begin("short_id").await.expect("the place");
        let short = tx.execute(INSERT, &[vec![1].into(), "b".into()]).await;
        assert!(matches!(short, Err(StoreError::Rule { .. })), "{short:?}");
        assert!(!store.is_read_only());
    }
}

#[tokio::test]
async fn many_rows_go_in_at_once() {
    for database in databases().await {
        let store = database.open().await;
        let mut tx = store.begin("many").await.expect("the place");
        let rows: Vec<Vec<Cell>> = (0..1_234)
            .map(|n| vec![id(n).into(), format!("{n:05}").into(), "ngo".into()])
            .collect();
        let head = "INSERT INTO organisations (id, name, kind)";
        assert_eq!(tx.execute_many(head, &rows, "").await, Ok(1_234));
        assert_eq!(tx.execute_many(head, &rows, "ON CONFLICT DO NOTHING").await, Ok(0));
        tx.commit().await.expect("kept");
        assert_eq!(names(&store).await.len(), 1_234);
    }
}

#[tokio::test]
async fn writers_wait_for_each_other_and_none_is_lost() {
    for database in databases().await {
        let store = std::sync::Arc::new(database.open().await);
        let tasks: Vec<_> = (0..20)
            .map(|n| {
                let store = store.clone();
                tokio::spawn(async move {
                    let mut tx = store.begin("insert").await.expect("the place");
                    let cells = [id(n).into(), format!("{n}").into()];
                    tx.execute(INSERT, &cells).await.expect("inserted");
                    if n % 4 == 3 { drop(tx) } else { tx.commit().await.expect("kept") }
                })
            })
            .collect();
        for task in tasks {
            task.await.expect("ended");
        }
        assert_eq!(names(&store).await.len(), 15, "{}", database.kind);
    }
}

#[tokio::test]
async fn one_node_a_database() {
    for database in databases().await {
        let store = database.open().await;
        let second = Store::open(&database.address, Make::IfMissing).await;
        assert!(matches!(second, Err(StoreError::Locked { .. })), "{}", database.kind);
        store.close().await;
        database.open().await;
    }
}

#[tokio::test]
async fn a_database_of_another_version_is_refused_with_a_reason() {
    for database in databases().await {
        let store = database.open().await;
        let mut tx = store.begin("age").await.expect("the place");
        tx.execute("UPDATE node SET value = '99' WHERE key = 'schema'", &[]).await.expect("set");
        tx.commit().await.expect("kept");
        store.close().await;
        let refused = Store::open(&database.address, Make::IfMissing).await.expect_err("refused");
        assert!(matches!(refused, StoreError::WrongVersion { .. }), "{refused:?}");
        let said = refused.to_string();
        assert!(said.contains("99") && said.len() > 60, "{said}");
    }
}
