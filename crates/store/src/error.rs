//! What can go wrong in the store, said so that somebody can act on it.

use lexicon::{Phrase, language::ENGLISH};
use sqlx::error::ErrorKind;
use std::fmt;

/// Every failure of the store. `tx` is the name given to `begin` or `read`; no variant carries a
/// value of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum StoreError {
    /// An earlier write could not be confirmed: the node only reads until it is restarted.
    ReadOnly,
    /// The storage failed while the commit was on its way: it may or may not have been kept.
    CommitUnknown { tx: &'static str, what: String },
    /// The storage failed before the commit: nothing of the transaction was kept.
    Storage { tx: &'static str, what: String },
    /// The one writer place was not free in time; nothing was written.
    Busy { tx: &'static str },
    /// A row with the same key exists already.
    Taken { tx: &'static str, what: String },
    /// The database refused a value by one of its rules.
    Rule { tx: &'static str, what: String },
    /// A statement the database does not understand: an error of this program.
    Statement { tx: &'static str, what: String },
    /// A column is missing, NULL or of another type.
    Column { column: &'static str },
    /// Another running node holds the database.
    Locked { place: String },
    /// The file is there and is no database of this program.
    NotADatabase { place: String },
    /// The file was written by another version.
    WrongVersion { place: String, found: String, expected: i64 },
    /// A page of the file does not hold together.
    Corrupt { place: String, what: String },
    /// The database cannot be reached or opened.
    Unreachable { place: String, what: String },
    /// The outer seal of a wrap could not be made or opened.
    Seal(guard::seal::SealError),
    /// There is no database where one is expected.
    Missing { place: String },
}

impl StoreError {
    /// The sentence a reader gets: what is wrong, where, and what to do.
    pub fn phrase(&self) -> Phrase {
        let said = |key: &'static str| Phrase::new(key);
        match self {
            Self::ReadOnly => said("store-read-only"),
            Self::CommitUnknown { tx, what } => {
                said("store-commit-unknown").with("tx", *tx).with("what", what.as_str())
            }
            Self::Storage { tx, what } => {
                said("store-storage").with("tx", *tx).with("what", what.as_str())
            }
            Self::Busy { tx } => said("store-busy").with("tx", *tx),
            Self::Taken { tx, what } => {
                said("store-taken").with("tx", *tx).with("what", what.as_str())
            }
            Self::Rule { tx, what } => {
                said("store-rule").with("tx", *tx).with("what", what.as_str())
            }
            Self::Statement { tx, what } => {
                said("store-statement").with("tx", *tx).with("what", what.as_str())
            }
            Self::Column { column } => said("store-column").with("column", *column),
            Self::Locked { place } => said("store-locked").with("place", place.as_str()),
            Self::NotADatabase { place } => {
                said("store-not-a-database").with("place", place.as_str())
            }
            Self::WrongVersion { place, found, expected } => said("store-wrong-version")
                .with("place", place.as_str())
                .with("found", found.as_str())
                .with("expected", expected.to_string()),
            Self::Corrupt { place, what } => {
                said("store-corrupt").with("place", place.as_str()).with("what", what.as_str())
            }
            Self::Unreachable { place, what } => {
                said("store-unreachable").with("place", place.as_str()).with("what", what.as_str())
            }
            Self::Seal(why) => why.phrase(),
            Self::Missing { place } => said("store-missing").with("place", place.as_str()),
        }
    }

    /// Whether a write was refused because the storage failed or already failed.
    pub fn is_storage_failure(&self) -> bool {
        matches!(self, Self::ReadOnly | Self::CommitUnknown { .. } | Self::Storage { .. })
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.phrase().say(ENGLISH))
    }
}

impl std::error::Error for StoreError {}

/// How a failure of the database concerns the node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Severity {
    /// The disk or the file failed: no more writing until a restart.
    Disk,
    /// The connection is gone; before a commit nothing was kept.
    Connection,
    /// The statement was refused, and only it.
    Statement,
}

pub(crate) fn severity(error: &sqlx::Error) -> Severity {
    match error {
        sqlx::Error::Database(e) => {
            let code = e.code().unwrap_or_default();
            if is_disk_code(&code) { Severity::Disk } else { Severity::Statement }
        }
        sqlx::Error::Io(_)
        | sqlx::Error::Tls(_)
        | sqlx::Error::Protocol(_)
        | sqlx::Error::WorkerCrashed
        | sqlx::Error::PoolClosed => Severity::Connection,
        _ => Severity::Statement,
    }
}

/// SQLite: I/O error 10, corrupt 11, full 13, cannot open 14, not a database 26, read-only 8.
/// PostgreSQL: 53 insufficient resources, 58 system error, XX internal error or corruption.
fn is_disk_code(code: &str) -> bool {
    if code.len() == 5 {
        return ["53", "58", "XX"].iter().any(|class| code.starts_with(class));
    }
    code.parse::<i64>().is_ok_and(|n| matches!(n & 0xff, 8 | 10 | 11 | 13 | 14 | 26))
}

/// The message of the database alone: the statement's text is ours and values are bound apart, so
/// neither database puts a value of a row into it (PostgreSQL's DETAIL would, and is left out).
pub(crate) fn message(error: &sqlx::Error) -> String {
    match error {
        sqlx::Error::Database(e) => match (e.code(), e.constraint()) {
            (_, Some(constraint)) => constraint.to_owned(),
            (Some(code), None) => format!("{} ({code})", first_line(e.message())),
            (None, None) => first_line(e.message()),
        },
        sqlx::Error::Io(e) => e.kind().to_string(),
        sqlx::Error::Protocol(_) => "protocol".to_owned(),
        other => first_line(&other.to_string()),
    }
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().chars().take(200).collect()
}

/// The error of a statement before any commit.
pub(crate) fn of_statement(tx: &'static str, error: &sqlx::Error) -> StoreError {
    let what = message(error);
    match (severity(error), error) {
        (Severity::Disk | Severity::Connection, _) => StoreError::Storage { tx, what },
        (_, sqlx::Error::PoolTimedOut) => StoreError::Busy { tx },
        (_, sqlx::Error::Database(e)) => match e.kind() {
            ErrorKind::UniqueViolation => StoreError::Taken { tx, what },
            ErrorKind::Other => StoreError::Statement { tx, what },
            _ => StoreError::Rule { tx, what },
        },
        _ => StoreError::Statement { tx, what },
    }
}

#[cfg(test)]
mod tests {
    use super::is_disk_code;

    #[test]
    fn failures_of_the_disk_are_told_from_refusals() {
        for code in ["10", "266", "778", "1034", "13", "11", "53100", "58030", "XX001"] {
            assert!(is_disk_code(code), "{code}");
        }
        for code in ["5", "19", "1555", "2067", "1", "23505", "40001", "42601"] {
            assert!(!is_disk_code(code), "{code}");
        }
    }
}
