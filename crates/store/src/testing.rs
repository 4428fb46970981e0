//! Databases for tests: a SQLite file in a folder of its own, and a PostgreSQL server that lives
//! as long as the test process.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a set-up that fails is a test that fails"
)]

use crate::{Address, Make, Store};
use sqlx::{ConnectOptions, Executor, postgres::PgConnectOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::str::FromStr;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use tempfile::TempDir;

/// A place for one database, empty until it is opened.
pub struct Database {
    /// `sqlite` or `postgres`.
    pub kind: &'static str,
    pub address: Address,
    /// The data folder; gone with this value.
    pub folder: TempDir,
}

impl Database {
    /// Opens it, making its tables the first time.
    pub async fn open(&self) -> Store {
        Store::open(&self.address, Make::IfMissing).await.expect("a test database opens")
    }
}

/// One fresh database of each kind. Without PostgreSQL the test says so and goes on with SQLite
/// alone, unless REQUIRE_POSTGRES=1.
pub async fn databases() -> Vec<Database> {
    let mut all = vec![sqlite()];
    match postgres().await {
        Some(database) => all.push(database),
        None if required("REQUIRE_POSTGRES") => panic!("PostgreSQL 15 is required and not found"),
        None => left_out("PostgreSQL not found: tried on SQLite only"),
    }
    all
}

pub fn sqlite() -> Database {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let address = Address::Sqlite(folder.path().join("mangrove.db"));
    Database { kind: "sqlite", address, folder }
}

/// A new empty database on the shared server; `None` without PostgreSQL.
pub async fn postgres() -> Option<Database> {
    let server = server_url().await?;
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = format!("mangrove_{}_{count}", std::process::id());
    let options = PgConnectOptions::from_str(server).expect("the server's address");
    let mut connection = options.connect().await.expect("the server answers");
    let sql = format!("CREATE DATABASE {name}");
    connection.execute(sqlx::AssertSqlSafe(sql)).await.expect("a new database");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let url = with_database(server, &name);
    Some(Database { kind: "postgres", address: Address::Postgres(url), folder })
}

/// Whether a test must not be left out for want of a tool.
pub fn required(variable: &str) -> bool {
    std::env::var(variable).is_ok_and(|v| v == "1")
}

/// Says on stderr that part of a test was left out; the runner repeats these lines at the end.
pub fn left_out(why: &str) {
    let _ = writeln!(std::io::stderr(), "LEFT OUT: {why}");
}

impl Store {
    /// Calls of the store so far: begin, read, statement, commit.
    pub fn calls(&self) -> u64 {
        self.live.calls()
    }

    /// The n-th call from now fails as a failing disk would; 0 ends it.
    pub fn fail_after(&self, n: u64) {
        let at = if n == 0 { 0 } else { i64::try_from(self.live.calls() + n).unwrap_or(0) };
        self.live.fail_at_call(at);
    }

    /// A writer waits no longer than this for the one place.
    pub fn wait_for_the_place_at_most_ms(&self, milliseconds: u64) {
        self.live.wait_shorter(milliseconds);
    }

    /// As if a commit had failed: only reading from now on.
    pub fn pretend_read_only(&self, is_read_only: bool) {
        self.live.read_only.store(is_read_only, Ordering::SeqCst);
    }
}

fn with_database(server: &str, name: &str) -> String {
    let (base, query) = server.split_once('?').unwrap_or((server, ""));
    let cut = base.rfind('/').unwrap_or(base.len());
    let base = base.get(..cut).unwrap_or(base);
    if query.is_empty() { format!("{base}/{name}") } else { format!("{base}/{name}?{query}") }
}

/// The server of MANGROVE_TEST_POSTGRES, else one started for this process.
async fn server_url() -> Option<&'static str> {
    static SERVER: tokio::sync::OnceCell<Option<String>> = tokio::sync::OnceCell::const_new();
    let url = SERVER.get_or_init(|| async {
        match std::env::var("MANGROVE_TEST_POSTGRES") {
            Ok(url) if !url.is_empty() => Some(url),
            _ => start_server().await,
        }
    });
    url.await.as_deref()
}

/// Ends the server and removes its folder when the test process is gone, however it ended: the
/// shell waits for the end of its standard input.
const SERVER_SCRIPT: &str = r#"
dir=$1 bin=$2
as() { if [ "$(id -u)" = 0 ]; then setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; else "$@"; fi; }
if [ "$(id -u)" = 0 ]; then chown 65534:65534 "$dir"; fi
cd "$dir"
as "$bin/initdb" -D "$dir/pg" -U mangrove -A trust --no-sync --locale=C -E UTF8 >"$dir/initdb.log" 2>&1 || exit 1
as "$bin/postgres" -D "$dir/pg" -k "$dir" -c listen_addresses= -c fsync=off -c max_connections=300 >"$dir/postgres.log" 2>&1 &
cat >/dev/null
as "$bin/pg_ctl" stop -D "$dir/pg" -m immediate >/dev/null 2>&1
wait
rm -rf "$dir"
"#;

async fn start_server() -> Option<String> {
    let bin = server_programs()?;
    let folder = tempfile::Builder::new().prefix("mangrove-pg").tempdir().ok()?.keep();
    let mut shell = Command::new("sh")
        .args(["-c", SERVER_SCRIPT, "sh"])
        .arg(&folder)
        .arg(&bin)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let url = format!("postgres://mangrove@localhost/postgres?host={}", folder.display());
    let options = PgConnectOptions::from_str(&url).ok()?;
    for _ in 0..600 {
        if options.connect().await.is_ok() {
            keep_until_the_end(shell);
            return Some(url);
        }
        if shell.try_wait().ok()?.is_some() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("PostgreSQL did not start; see {}", folder.display());
}

/// Its standard input stays open as long as this process lives.
fn keep_until_the_end(shell: Child) {
    std::mem::forget(shell);
}

fn server_programs() -> Option<PathBuf> {
    let mut places: Vec<PathBuf> = ["15", "16", "17", "18"]
        .iter()
        .map(|v| Path::new("/usr/lib/postgresql").join(v).join("bin"))
        .collect();
    let path = std::env::var_os("PATH").unwrap_or_default();
    places.extend(std::env::split_paths(&path));
    places.into_iter().find(|p| p.join("initdb").exists() && p.join("postgres").exists())
}

/// Every column of every table that holds text or bytes, as `(table, column, is_bytes)`.
pub fn columns() -> Vec<(&'static str, &'static str, bool)> {
    let (mut table, mut all) = ("", Vec::new());
    for line in include_str!("schema.sql").lines() {
        if let Some(rest) = line.strip_prefix("CREATE TABLE ") {
            table = rest.split(' ').next().unwrap_or_default();
        }
        let mut words = line.trim().trim_end_matches(',').split(' ');
        if let (Some(column), Some(kind @ ("TEXT" | "{bytes}"))) = (words.next(), words.next()) {
            all.push((table, column, kind == "{bytes}"));
        }
    }
    all
}

/// Every cell of text or bytes of the whole database, by `table.column`.
pub async fn seize(store: &Store) -> std::collections::BTreeMap<String, Vec<Vec<u8>>> {
    let mut all = std::collections::BTreeMap::new();
    let mut tx = store.read("seize").await.expect("a reader");
    for (table, column, is_bytes) in columns() {
        let sql = sqlx::AssertSqlSafe(format!("SELECT {column} FROM {table}"));
        let cells: &mut Vec<Vec<u8>> = all.entry(format!("{table}.{column}")).or_default();
        for row in tx.rows(sql, &[]).await.expect("rows") {
            let cell = match is_bytes {
                true => row.opt_bytes(column).expect("bytes"),
                false => row.opt_text(column).expect("text").map(String::into_bytes),
            };
            cells.extend(cell);
        }
    }
    all
}
