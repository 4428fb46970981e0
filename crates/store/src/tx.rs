//! Named transactions. One writer at a time, so that none conflicts and none is retried.

use crate::error::{self, Severity};
use crate::open::{Live, Store, WriterConnection};
use crate::row::Inner;
use crate::{Cell, Row, StoreError};
use guard::seal::Epochs;
use guard::{Book, CommitMark, Leaf};
use sqlx::pool::PoolConnection;
use sqlx::postgres::PgArguments;
use sqlx::sqlite::SqliteArguments;
use sqlx::{
    Arguments, AssertSqlSafe, Executor, PgConnection, Postgres, SqlSafeStr, Sqlite,
    SqliteConnection,
};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use tokio::sync::OwnedMutexGuard;

/// A transaction. Dropping it undoes it; nothing is kept before [`Tx::commit`] returns `Ok`.
pub struct Tx {
    name: &'static str,
    live: Arc<Live>,
    place: Place,
    is_open: bool,
    /// Leaves to be written just before the commit.
    leaves: Vec<Leaf>,
    mark: CommitMark,
    pub(crate) epochs: Option<Arc<Epochs>>,
}

impl Book for Tx {
    fn append(&mut self, leaf: Leaf) {
        self.leaves.push(leaf);
    }

    fn mark(&self) -> CommitMark {
        self.mark.clone()
    }
}

enum Place {
    Writer(OwnedMutexGuard<WriterConnection>),
    LiteReader(PoolConnection<Sqlite>),
    PgReader(PoolConnection<Postgres>),
    Left,
}

enum On<'a> {
    Lite(&'a mut SqliteConnection),
    Pg(&'a mut PgConnection),
}

impl Store {
    /// Takes the one writer place and begins a transaction there. `name` is a verb of the house
    /// and stands in logs and errors.
    ///
    /// # Errors
    /// [`StoreError::ReadOnly`] after a failed commit, [`StoreError::Busy`] when the place was not
    /// free in time, [`StoreError::Storage`] when the database cannot be reached.
    pub async fn begin(&self, name: &'static str) -> Result<Tx, StoreError> {
        self.live.refuse_if_read_only()?;
        let place = self.writer.clone().lock_owned();
        let Ok(mut writer) = tokio::time::timeout(self.live.writer_wait(), place).await else {
            return Err(StoreError::Busy { tx: name });
        };
        self.live.refuse_if_read_only()?;
        self.live.count_call(name)?;
        self.make_ready(name, &mut writer).await?;
        let place = Place::Writer(writer);
        let mut tx = Tx::new(name, self, place);
        match tx.control("BEGIN IMMEDIATE", "BEGIN").await {
            Ok(()) => Ok(tx),
            Err(e) if error::severity(&e) == Severity::Connection => self.begin_anew(tx).await,
            Err(e) => Err(tx.failed(&e)),
        }
    }

    /// The connection was lost while nobody used it: one new one is tried.
    async fn begin_anew(&self, mut tx: Tx) -> Result<Tx, StoreError> {
        if let Place::Writer(writer) = &mut tx.place {
            **writer = WriterConnection::None;
            self.make_ready(tx.name, writer).await?;
        }
        match tx.control("BEGIN IMMEDIATE", "BEGIN").await {
            Ok(()) => Ok(tx),
            Err(e) => Err(tx.failed(&e)),
        }
    }

    async fn make_ready(
        &self,
        name: &'static str,
        writer: &mut WriterConnection,
    ) -> Result<(), StoreError> {
        if matches!(writer, WriterConnection::None) {
            *writer = self.connect_writer().await.map_err(|e| match e {
                StoreError::Unreachable { what, .. } => StoreError::Storage { tx: name, what },
                other => other,
            })?;
        }
        Ok(())
    }

    /// Begins a transaction that reads one state of the database and writes nothing.
    ///
    /// # Errors
    /// [`StoreError::Busy`] when all readers are taken, [`StoreError::Storage`] when the database
    /// cannot be reached.
    pub async fn read(&self, name: &'static str) -> Result<Tx, StoreError> {
        self.live.count_call(name)?;
        let place = match &self.readers {
            crate::open::Readers::Lite(pool) => pool.acquire().await.map(Place::LiteReader),
            crate::open::Readers::Pg(pool) => pool.acquire().await.map(Place::PgReader),
        };
        let place = place.map_err(|e| error::of_statement(name, &e))?;
        let mut tx = Tx::new(name, self, place);
        match tx.control("BEGIN", "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await {
            Ok(()) => Ok(tx),
            Err(e) => Err(tx.failed(&e)),
        }
    }
}

impl Tx {
    fn new(name: &'static str, store: &Store, place: Place) -> Self {
        let (live, mark) = (store.live.clone(), CommitMark::new());
        let epochs = store.epochs.get().cloned();
        Self { name, live, place, is_open: true, leaves: Vec::new(), mark, epochs }
    }

    /// The name given to `begin` or `read`.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Runs one statement; gives the number of rows it touched.
    ///
    /// # Errors
    /// See [`StoreError`]; after an error the transaction should be dropped.
    pub async fn execute(
        &mut self,
        sql: impl SqlSafeStr + Send,
        cells: &[Cell],
    ) -> Result<u64, StoreError> {
        self.live.count_call(self.name)?;
        let done = match self.on() {
            Some(On::Lite(c)) => sqlx::query_with(sql, lite_arguments(cells))
                .execute(c)
                .await
                .map(|r| r.rows_affected()),
            Some(On::Pg(c)) => sqlx::query_with(sql, pg_arguments(cells))
                .execute(c)
                .await
                .map(|r| r.rows_affected()),
            None => Err(sqlx::Error::WorkerCrashed),
        };
        done.map_err(|e| self.failed(&e))
    }

    /// Inserts many rows with one prepared statement for each few hundred of them. `head` is
    /// `INSERT INTO table (a, b)`, without VALUES; `tail` follows them (`""` or `ON CONFLICT ...`).
    ///
    /// # Errors
    /// As [`Tx::execute`]; also [`StoreError::Statement`] when the rows differ in length.
    pub async fn execute_many(
        &mut self,
        head: &'static str,
        rows: &[Vec<Cell>],
        tail: &'static str,
    ) -> Result<u64, StoreError> {
        self.execute_rows(head, rows, tail).await
    }

    pub(crate) async fn execute_rows(
        &mut self,
        head: &str,
        rows: &[Vec<Cell>],
        tail: &str,
    ) -> Result<u64, StoreError> {
        let width = rows.first().map_or(0, Vec::len);
        if rows.iter().any(|r| r.len() != width || width == 0) {
            let what = "rows of different length".to_owned();
            return Err(StoreError::Statement { tx: self.name, what });
        }
        // SQLite's limit is 32,766 values a statement; fewer keep its text short.
        let at_once = (8_000 / width.max(1)).clamp(1, 500);
        let mut touched = 0;
        for chunk in rows.chunks(at_once) {
            let sql = format!("{head} VALUES {} {tail}", placeholders(chunk.len(), width));
            let cells: Vec<Cell> = chunk.iter().flatten().cloned().collect();
            touched += self.execute(AssertSqlSafe(sql), &cells).await?;
        }
        Ok(touched)
    }

    /// Runs one statement; gives all its rows.
    ///
    /// # Errors
    /// As [`Tx::execute`].
    pub async fn rows(
        &mut self,
        sql: impl SqlSafeStr + Send,
        cells: &[Cell],
    ) -> Result<Vec<Row>, StoreError> {
        self.live.count_call(self.name)?;
        let got = match self.on() {
            Some(On::Lite(c)) => sqlx::query_with(sql, lite_arguments(cells))
                .fetch_all(c)
                .await
                .map(|rows| rows.into_iter().map(|r| Row(Inner::Lite(r))).collect::<Vec<_>>()),
            Some(On::Pg(c)) => sqlx::query_with(sql, pg_arguments(cells))
                .fetch_all(c)
                .await
                .map(|rows| rows.into_iter().map(|r| Row(Inner::Pg(r))).collect()),
            None => Err(sqlx::Error::WorkerCrashed),
        };
        got.map_err(|e| self.failed(&e))
    }

    /// Runs one statement; gives its first row, if there is one.
    ///
    /// # Errors
    /// As [`Tx::execute`].
    pub async fn row(
        &mut self,
        sql: impl SqlSafeStr + Send,
        cells: &[Cell],
    ) -> Result<Option<Row>, StoreError> {
        Ok(self.rows(sql, cells).await?.into_iter().next())
    }

    /// Keeps everything written. `Ok` means that it survives a power cut.
    ///
    /// # Errors
    /// [`StoreError::CommitUnknown`] when the storage failed on the way; the node only reads from
    /// then on. Anything else: nothing was kept.
    pub async fn commit(mut self) -> Result<(), StoreError> {
        if !self.is_writer() {
            // A reader keeps nothing: a leaf in it would be lost, so nothing may be seen by it.
            if !self.leaves.is_empty() {
                let what = "a leaf in a reading transaction".to_owned();
                return Err(StoreError::Statement { tx: self.name, what });
            }
            let _ = self.control("ROLLBACK", "ROLLBACK").await;
            self.is_open = false;
            return Ok(());
        }
        self.live.refuse_if_read_only()?;
        for leaf in std::mem::take(&mut self.leaves) {
            self.keep_leaf(&leaf).await?;
        }
        self.live.count_call(self.name)?;
        match self.control("COMMIT", "COMMIT").await {
            Ok(()) => {
                self.is_open = false;
                self.mark.set_committed();
                tracing::debug!(tx = self.name, "committed");
                Ok(())
            }
            Err(e) if error::severity(&e) == Severity::Statement => {
                Err(error::of_statement(self.name, &e))
            }
            Err(e) => {
                self.live.become_read_only(self.name, &e);
                Err(StoreError::CommitUnknown { tx: self.name, what: error::message(&e) })
            }
        }
    }

    pub(crate) async fn script(&mut self, sql: String) -> Result<(), StoreError> {
        let sql = sqlx::raw_sql(AssertSqlSafe(sql));
        let done = match self.on() {
            Some(On::Lite(c)) => sql.execute(c).await.map(|_| ()),
            Some(On::Pg(c)) => sql.execute(c).await.map(|_| ()),
            None => Err(sqlx::Error::WorkerCrashed),
        };
        done.map_err(|e| self.failed(&e))
    }

    pub(crate) fn is_writer(&self) -> bool {
        matches!(self.place, Place::Writer(_))
    }

    fn on(&mut self) -> Option<On<'_>> {
        match &mut self.place {
            Place::Writer(writer) => match &mut **writer {
                WriterConnection::Lite(c) => Some(On::Lite(c)),
                WriterConnection::Pg(c) => Some(On::Pg(c)),
                WriterConnection::None => None,
            },
            Place::LiteReader(c) => Some(On::Lite(c)),
            Place::PgReader(c) => Some(On::Pg(c)),
            Place::Left => None,
        }
    }

    async fn control(&mut self, lite: &'static str, pg: &'static str) -> Result<(), sqlx::Error> {
        match self.on() {
            Some(On::Lite(c)) => c.execute(sqlx::raw_sql(lite)).await.map(|_| ()),
            Some(On::Pg(c)) => c.execute(sqlx::raw_sql(pg)).await.map(|_| ()),
            None => Err(sqlx::Error::WorkerCrashed),
        }
    }

    /// A statement failed: a failing disk ends all writing, even before a commit.
    fn failed(&self, e: &sqlx::Error) -> StoreError {
        if self.is_writer() && error::severity(e) == Severity::Disk {
            self.live.become_read_only(self.name, e);
        }
        error::of_statement(self.name, e)
    }
}

impl Drop for Tx {
    fn drop(&mut self) {
        let place = std::mem::replace(&mut self.place, Place::Left);
        if !self.is_open {
            return;
        }
        tracing::debug!(tx = self.name, "undone");
        // Without a runtime nobody can send ROLLBACK: closing the connection undoes as well.
        let Ok(runtime) = tokio::runtime::Handle::try_current() else {
            return close(place);
        };
        runtime.spawn(roll_back(place));
    }
}

fn close(place: Place) {
    match place {
        Place::Writer(mut writer) => *writer = WriterConnection::None,
        Place::LiteReader(c) => drop(c.detach()),
        Place::PgReader(c) => drop(c.detach()),
        Place::Left => {}
    }
}

/// Undoes before the place is given to the next. A connection that will not undo is closed.
async fn roll_back(place: Place) {
    match place {
        Place::Writer(mut writer) => {
            let undone = match &mut *writer {
                WriterConnection::Lite(c) => c.execute(sqlx::raw_sql("ROLLBACK")).await.is_ok(),
                WriterConnection::Pg(c) => c.execute(sqlx::raw_sql("ROLLBACK")).await.is_ok(),
                WriterConnection::None => true,
            };
            if !undone {
                *writer = WriterConnection::None;
            }
        }
        Place::LiteReader(mut c) => {
            if c.execute(sqlx::raw_sql("ROLLBACK")).await.is_err() {
                drop(c.detach());
            }
        }
        Place::PgReader(mut c) => {
            if c.execute(sqlx::raw_sql("ROLLBACK")).await.is_err() {
                drop(c.detach());
            }
        }
        Place::Left => {}
    }
}

fn placeholders(rows: usize, width: usize) -> String {
    let mut text = String::new();
    for row in 0..rows {
        text.push_str(if row == 0 { "(" } else { ",(" });
        for column in 1..=width {
            if column > 1 {
                text.push(',');
            }
            text.push('$');
            text.push_str(&(row * width + column).to_string());
        }
        text.push(')');
    }
    text
}

/// Encoding text, bytes and whole numbers cannot fail; if it ever did, the statement would be
/// refused for want of a value.
fn lite_arguments(cells: &[Cell]) -> SqliteArguments {
    let mut arguments = SqliteArguments::default();
    for cell in cells {
        let _ = match cell {
            Cell::Int(n) => Arguments::add(&mut arguments, *n),
            Cell::Text(t) => Arguments::add(&mut arguments, t.clone()),
            Cell::Bytes(b) => Arguments::add(&mut arguments, b.clone()),
        };
    }
    arguments
}

fn pg_arguments(cells: &[Cell]) -> PgArguments {
    let mut arguments = PgArguments::default();
    for cell in cells {
        let _ = match cell {
            Cell::Int(n) => Arguments::add(&mut arguments, *n),
            // PostgreSQL has no NUL in text; SQLite would keep it and cut the text elsewhere.
            Cell::Text(t) => Arguments::add(&mut arguments, t.clone()),
            Cell::Bytes(b) => Arguments::add(&mut arguments, b.clone()),
        };
    }
    arguments
}

impl Live {
    pub(crate) fn refuse_if_read_only(&self) -> Result<(), StoreError> {
        if self.read_only.load(Ordering::SeqCst) { Err(StoreError::ReadOnly) } else { Ok(()) }
    }

    fn become_read_only(&self, tx: &'static str, e: &sqlx::Error) {
        self.read_only.store(true, Ordering::SeqCst);
        tracing::error!(tx, what = error::message(e), "the storage failed: only reading from now");
    }
}
