//! Opening a database: where it is, who holds it, whether it is whole and of this version.

use crate::ddl::{self, Dialect, SCHEMA_VERSION};
use crate::{StoreError, error};
use guard::seal::Epochs;
use sqlx::SqliteConnection;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection, PgConnection, Pool, Postgres, Row as _, Sqlite};
use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use tokio::sync::Mutex;

/// How long a writer waits for the one place before it is told that the node is busy.
const WRITER_WAIT: Duration = Duration::from_secs(20);
const READERS: u32 = 4;
const READER_WAIT: Duration = Duration::from_secs(20);
/// "mangrove" in ASCII: the advisory lock that one node holds on a PostgreSQL database.
const PG_LOCK: i64 = 0x6d61_6e67_726f_7665;
const PG_LOCK_ATTEMPTS: u32 = 20;
/// A file up to this size is checked page by page at every start.
const CHECKED_AT_START_BYTES: u64 = 64 << 20;

/// Where the database is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// A SQLite file; its folder must exist. The lock file stands beside it.
    Sqlite(PathBuf),
    /// `postgres://name@host:port/database`.
    Postgres(String),
}

impl Address {
    /// What is said of it in errors: never a password.
    pub fn shown(&self) -> String {
        match self {
            Self::Sqlite(path) => path.display().to_string(),
            Self::Postgres(url) => match url.rsplit_once('@') {
                Some((_, rest)) => format!("postgres://{rest}"),
                None => url.clone(),
            },
        }
    }
}

/// Whether opening may make a new database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Make {
    IfMissing,
    Never,
}

/// What all transactions share.
#[derive(Debug, Default)]
pub(crate) struct Live {
    pub(crate) read_only: AtomicBool,
    calls: AtomicU64,
    fail_at: AtomicI64,
    /// In tests the wait is shorter, in milliseconds; 0 is the usual one.
    short_wait_ms: AtomicU64,
}

impl Live {
    /// Counts a call of the store; in tests one chosen call fails.
    pub(crate) fn count_call(&self, tx: &'static str) -> Result<(), StoreError> {
        let n = self.calls.fetch_add(1, Ordering::Relaxed) + 1;
        if cfg!(any(test, feature = "testing"))
            && i64::try_from(n) == Ok(self.fail_at.load(Ordering::Relaxed))
        {
            return Err(StoreError::Storage { tx, what: "injected".to_owned() });
        }
        Ok(())
    }

    pub(crate) fn writer_wait(&self) -> Duration {
        match self.short_wait_ms.load(Ordering::Relaxed) {
            0 => WRITER_WAIT,
            short => Duration::from_millis(short),
        }
    }

    #[cfg(any(test, feature = "testing"))]
    pub(crate) fn wait_shorter(&self, milliseconds: u64) {
        self.short_wait_ms.store(milliseconds, Ordering::Relaxed);
    }

    #[cfg(any(test, feature = "testing"))]
    pub(crate) fn calls(&self) -> u64 {
        self.calls.load(Ordering::Relaxed)
    }

    #[cfg(any(test, feature = "testing"))]
    pub(crate) fn fail_at_call(&self, n: i64) {
        self.fail_at.store(n, Ordering::Relaxed);
    }
}

pub(crate) enum WriterConnection {
    Lite(Box<SqliteConnection>),
    Pg(Box<PgConnection>),
    None,
}

pub(crate) enum Readers {
    Lite(Pool<Sqlite>),
    Pg(Pool<Postgres>),
}

/// An open database. Shared by reference; closing it is dropping it, or [`Store::close`].
pub struct Store {
    address: Address,
    pub(crate) live: Arc<Live>,
    pub(crate) writer: Arc<Mutex<WriterConnection>>,
    pub(crate) readers: Readers,
    /// The outer seal of wraps; set once, before anything is served.
    pub(crate) epochs: OnceLock<Arc<Epochs>>,
    /// Held while the node runs; PostgreSQL's lock is held by the writer's connection.
    _lock: Option<File>,
}

impl Store {
    /// Opens the database, making its tables when it is new.
    ///
    /// # Errors
    /// A running node holds it, it is of another version, damaged, no database, unreachable, or
    /// missing where none may be made.
    pub async fn open(address: &Address, make: Make) -> Result<Self, StoreError> {
        let lock = match address {
            Address::Sqlite(path) => {
                if make == Make::Never && !path.exists() {
                    return Err(StoreError::Missing { place: address.shown() });
                }
                let lock = take_lock(path)?;
                make_private(path)?;
                Some(lock)
            }
            Address::Postgres(_) => None,
        };
        let readers = readers(address, Beside::Nobody)?;
        let store = Self {
            address: address.clone(),
            live: Arc::default(),
            writer: Arc::new(Mutex::new(WriterConnection::None)),
            readers,
            epochs: OnceLock::new(),
            _lock: lock,
        };
        let mut writer = store.connect_writer().await?;
        store.check_whole(&mut writer).await?;
        *store.writer.lock().await = writer;
        store.check_version(make).await?;
        Ok(store)
    }

    /// Opens the database to read it beside a node that may be running: without the lock, with
    /// nothing that writes, and no new database is made.
    ///
    /// # Errors
    /// As [`Store::open`], except that a running node is no obstacle.
    pub async fn open_beside(address: &Address) -> Result<Self, StoreError> {
        if matches!(address, Address::Sqlite(path) if !path.exists()) {
            return Err(StoreError::Missing { place: address.shown() });
        }
        let live = Live::default();
        live.read_only.store(true, Ordering::SeqCst);
        let store = Self {
            address: address.clone(),
            live: Arc::new(live),
            writer: Arc::new(Mutex::new(WriterConnection::None)),
            readers: readers(address, Beside::ANode)?,
            epochs: OnceLock::new(),
            _lock: None,
        };
        store.check_version(Make::Never).await?;
        Ok(store)
    }

    /// From now on every wrap is sealed once more under the current epoch on its way in, and opened
    /// under its own on its way out. A second call changes nothing.
    pub fn seal_wraps_under(&self, epochs: Arc<Epochs>) {
        let _already = self.epochs.set(epochs);
    }

    /// The epochs that wraps are sealed under, where there are any.
    pub fn epochs(&self) -> Option<&Arc<Epochs>> {
        self.epochs.get()
    }

    pub fn address(&self) -> &Address {
        &self.address
    }

    /// Whether an earlier write could not be confirmed, so that nothing more is written until the
    /// node is restarted.
    pub fn is_read_only(&self) -> bool {
        self.live.read_only.load(Ordering::SeqCst)
    }

    /// Ends all connections; the write-ahead log is folded into the file.
    pub async fn close(self) {
        let mut writer = self.writer.lock().await;
        match std::mem::replace(&mut *writer, WriterConnection::None) {
            WriterConnection::Lite(c) => drop(c.close().await),
            WriterConnection::Pg(c) => drop(c.close().await),
            WriterConnection::None => {}
        }
        match &self.readers {
            Readers::Lite(pool) => pool.close().await,
            Readers::Pg(pool) => pool.close().await,
        }
    }

    pub(crate) fn dialect(&self) -> Dialect {
        match self.address {
            Address::Sqlite(_) => Dialect::Sqlite,
            Address::Postgres(_) => Dialect::Postgres,
        }
    }

    pub(crate) async fn connect_writer(&self) -> Result<WriterConnection, StoreError> {
        match &self.address {
            Address::Sqlite(path) => {
                let made = lite_options(path).create_if_missing(true).connect().await;
                let connection = made.map_err(|e| self.opening_failed(&e))?;
                Ok(WriterConnection::Lite(Box::new(connection)))
            }
            Address::Postgres(url) => {
                let made = pg_options(url, &self.address)?.connect().await;
                let mut connection = made.map_err(|e| self.opening_failed(&e))?;
                if !self.take_pg_lock(&mut connection).await? {
                    return Err(StoreError::Locked { place: self.address.shown() });
                }
                Ok(WriterConnection::Pg(Box::new(connection)))
            }
        }
    }

    /// The server may take a moment to notice that the node before was killed.
    async fn take_pg_lock(&self, connection: &mut PgConnection) -> Result<bool, StoreError> {
        for attempt in 0..PG_LOCK_ATTEMPTS {
            if attempt > 0 {
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
            let row = sqlx::query("SELECT pg_try_advisory_lock($1) AS got")
                .bind(PG_LOCK)
                .fetch_one(&mut *connection)
                .await
                .map_err(|e| self.opening_failed(&e))?;
            if row.try_get::<bool, _>("got").unwrap_or(false) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    async fn check_whole(&self, writer: &mut WriterConnection) -> Result<(), StoreError> {
        let (Address::Sqlite(path), WriterConnection::Lite(c)) = (&self.address, writer) else {
            return Ok(());
        };
        let size = std::fs::metadata(path).map_or(0, |m| m.len());
        if size > CHECKED_AT_START_BYTES {
            return Ok(());
        }
        let rows = sqlx::query("PRAGMA quick_check(3)").fetch_all(&mut **c).await;
        let rows = rows.map_err(|e| self.opening_failed(&e))?;
        let said: Vec<String> = rows.iter().filter_map(|r| r.try_get(0).ok()).collect();
        if said == ["ok"] {
            return Ok(());
        }
        Err(StoreError::Corrupt { place: self.address.shown(), what: said.join("; ") })
    }

    async fn check_version(&self, make: Make) -> Result<(), StoreError> {
        if self.has_node_table().await? {
            return self.compare_version().await;
        }
        if self.has_any_table().await? {
            return Err(StoreError::NotADatabase { place: self.address.shown() });
        }
        if make == Make::Never {
            return Err(StoreError::Missing { place: self.address.shown() });
        }
        let mut tx = self.begin("make_tables").await?;
        tx.script(ddl::schema(self.dialect())).await?;
        tx.execute(
            "INSERT INTO node (key, value) VALUES ('schema', $1)",
            &[SCHEMA_VERSION.to_string().into()],
        )
        .await?;
        tx.commit().await
    }

    async fn compare_version(&self) -> Result<(), StoreError> {
        let mut tx = self.read("check_version").await?;
        let row = tx.row("SELECT value FROM node WHERE key = 'schema'", &[]).await?;
        let found = row.map(|r| r.text("value")).transpose()?.unwrap_or_default();
        if found == SCHEMA_VERSION.to_string() {
            return Ok(());
        }
        let found = if found.is_empty() { "?".to_owned() } else { found };
        let place = self.address.shown();
        Err(StoreError::WrongVersion { place, found, expected: SCHEMA_VERSION })
    }

    async fn has_node_table(&self) -> Result<bool, StoreError> {
        Ok(self.count_tables("= 'node'").await? > 0)
    }

    async fn has_any_table(&self) -> Result<bool, StoreError> {
        Ok(self.count_tables("NOT LIKE 'sqlite_%'").await? > 0)
    }

    async fn count_tables(&self, which: &'static str) -> Result<i64, StoreError> {
        let sql = match self.dialect() {
            Dialect::Sqlite => {
                format!(
                    "SELECT COUNT(*) AS n FROM sqlite_master WHERE type = 'table' AND name {which}"
                )
            }
            Dialect::Postgres => format!(
                "SELECT COUNT(*) AS n FROM information_schema.tables \
                 WHERE table_schema = current_schema() AND table_name {which}"
            ),
        };
        let mut tx = self.read("look_for_tables").await?;
        let row = tx.row(sqlx::AssertSqlSafe(sql), &[]).await.map_err(|e| match e {
            // What SQLite says of a file that is something else.
            StoreError::Storage { what, .. } if what.ends_with("(26)") => {
                StoreError::NotADatabase { place: self.address.shown() }
            }
            StoreError::Storage { what, .. } | StoreError::Statement { what, .. } => {
                StoreError::Corrupt { place: self.address.shown(), what }
            }
            other => other,
        })?;
        row.map_or(Ok(0), |r| r.int("n"))
    }

    fn opening_failed(&self, e: &sqlx::Error) -> StoreError {
        let place = self.address.shown();
        let code = match e {
            sqlx::Error::Database(d) => d.code().unwrap_or_default().into_owned(),
            _ => String::new(),
        };
        match code.as_str() {
            "26" => StoreError::NotADatabase { place },
            "11" | "267" | "523" | "779" => StoreError::Corrupt { place, what: error::message(e) },
            _ => StoreError::Unreachable { place, what: error::message(e) },
        }
    }
}

/// Whose database it is while it is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beside {
    /// This process holds the lock.
    Nobody,
    /// A running node may hold it: the file is opened so that not even the folding of the
    /// write-ahead log at the end can write to it.
    ANode,
}

fn readers(address: &Address, beside: Beside) -> Result<Readers, StoreError> {
    let lite = |path: &Path| match beside {
        Beside::Nobody => lite_options(path).pragma("query_only", "ON"),
        Beside::ANode => SqliteConnectOptions::new()
            .filename(path)
            .read_only(true)
            .busy_timeout(Duration::from_secs(5))
            .pragma("temp_store", "MEMORY")
            .pragma("trusted_schema", "OFF")
            .pragma("cell_size_check", "ON")
            .disable_statement_logging(),
    };
    Ok(match address {
        Address::Sqlite(path) => Readers::Lite(
            SqlitePoolOptions::new()
                .max_connections(READERS)
                .acquire_timeout(READER_WAIT)
                .test_before_acquire(false)
                .idle_timeout(None)
                .max_lifetime(None)
                .connect_lazy_with(lite(path)),
        ),
        Address::Postgres(url) => Readers::Pg(
            PgPoolOptions::new()
                .max_connections(READERS)
                .acquire_timeout(READER_WAIT)
                .test_before_acquire(false)
                .connect_lazy_with(pg_options(url, address)?),
        ),
    })
}

fn lite_options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(5))
        .pragma("secure_delete", "ON")
        .pragma("temp_store", "MEMORY")
        .pragma("trusted_schema", "OFF")
        .pragma("cell_size_check", "ON")
        .pragma("cache_size", "-8000")
        .pragma("journal_size_limit", "16777216")
        .disable_statement_logging()
}

fn pg_options(url: &str, address: &Address) -> Result<PgConnectOptions, StoreError> {
    let unknown = || StoreError::Unreachable {
        place: address.shown(),
        what: "postgres://name@host:port/database".to_owned(),
    };
    // Another scheme would be tried as an address of PostgreSQL and time out.
    if !["postgres://", "postgresql://"].iter().any(|scheme| url.starts_with(scheme)) {
        return Err(unknown());
    }
    let options = PgConnectOptions::from_str(url).map_err(|_| unknown())?;
    Ok(options
        .application_name("mangrove")
        .options([
            ("synchronous_commit", "on"),
            ("default_transaction_isolation", "read committed"),
        ])
        .disable_statement_logging())
}

/// Takes the lock file beside the database; it is free again when the process ends, however.
fn take_lock(database: &Path) -> Result<File, StoreError> {
    let path = database.with_file_name("lock");
    let place = path.display().to_string();
    let failed = |e: std::io::Error| StoreError::Unreachable {
        place: place.clone(),
        what: e.kind().to_string(),
    };
    let file = private_options().create(true).truncate(false).open(&path).map_err(failed)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(std::fs::TryLockError::WouldBlock) => Err(StoreError::Locked { place }),
        Err(std::fs::TryLockError::Error(e)) => Err(failed(e)),
    }
}

/// The file is made for its owner alone; SQLite gives its log the same rights.
fn make_private(database: &Path) -> Result<(), StoreError> {
    let opened = private_options().create(true).truncate(false).open(database);
    opened.map(|_| ()).map_err(|e| StoreError::Unreachable {
        place: database.display().to_string(),
        what: e.kind().to_string(),
    })
}

fn private_options() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = OpenOptions::new();
    options.read(true).write(true).mode(0o600);
    options
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Store({})", self.address.shown())
    }
}
