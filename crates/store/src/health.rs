//! How the database does, for `doctor`: read beside a node that may run.

use crate::open::{Address, Store};
use crate::{StoreError, Tx};
use sqlx::Row as _;

/// What can be told of a database without changing it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Health {
    /// The version of the database program.
    pub version: String,
    /// What does not hold together; empty when nothing was found.
    pub faults: Vec<String>,
    /// Bytes that the database takes.
    pub bytes: u64,
    /// Bytes in it that are free to be used again.
    pub free_bytes: u64,
    /// Bytes of SQLite's write-ahead log.
    pub wal_bytes: u64,
}

/// Faults told, at most.
const FAULTS_MAX: usize = 5;

impl Store {
    /// Looks at the whole database; takes a while for a large one.
    ///
    /// # Errors
    /// It cannot be read.
    pub async fn health(&self) -> Result<Health, StoreError> {
        let mut tx = self.read("health").await?;
        match self.address() {
            Address::Sqlite(path) => {
                let mut wal = path.as_os_str().to_owned();
                wal.push("-wal");
                let wal_bytes = std::fs::metadata(wal).map_or(0, |found| found.len());
                sqlite(&mut tx).await.map(|health| Health { wal_bytes, ..health })
            }
            Address::Postgres(_) => postgres(&mut tx).await,
        }
    }
}

async fn sqlite(tx: &mut Tx) -> Result<Health, StoreError> {
    let version = tx.row("SELECT sqlite_version() AS v", &[]).await?;
    let pages = pragma(tx, "PRAGMA page_count").await?;
    let free = pragma(tx, "PRAGMA freelist_count").await?;
    let page = pragma(tx, "PRAGMA page_size").await?;
    let said: Vec<String> = tx
        .rows("PRAGMA integrity_check(5)", &[])
        .await?
        .iter()
        .filter_map(|row| row.text("integrity_check").ok())
        .filter(|said| said != "ok")
        .take(FAULTS_MAX)
        .collect();
    Ok(Health {
        version: version.map(|row| row.text("v")).transpose()?.unwrap_or_default(),
        faults: said,
        bytes: pages.saturating_mul(page),
        free_bytes: free.saturating_mul(page),
        wal_bytes: 0,
    })
}

async fn pragma(tx: &mut Tx, sql: &'static str) -> Result<u64, StoreError> {
    let Some(row) = tx.row(sql, &[]).await? else { return Ok(0) };
    let crate::row::Inner::Lite(row) = &row.0 else { return Ok(0) };
    let number: i64 = row.try_get(0).map_err(|_| StoreError::Column { column: "pragma" })?;
    Ok(u64::try_from(number).unwrap_or(0))
}

async fn postgres(tx: &mut Tx) -> Result<Health, StoreError> {
    let sql = "SELECT current_setting('server_version') AS v,
                   pg_database_size(current_database()) AS n";
    let Some(row) = tx.row(sql, &[]).await? else { return Ok(Health::default()) };
    let bytes = u64::try_from(row.int("n")?).unwrap_or(0);
    Ok(Health { version: row.text("v")?, bytes, ..Health::default() })
}
