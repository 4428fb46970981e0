//! The staircase: the only SQL of the house. SQLite by default, PostgreSQL by address, one text
//! of SQL for both.
//!
//! Architecture invariants: every access is a named transaction; one writer at a time; a commit
//! that returns `Ok` is on the disk; after a failed commit the store only reads until restarted;
//! nothing here opens a sealed value.

mod cell;
mod ddl;
mod error;
mod open;
mod row;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
mod tx;

pub use cell::Cell;
pub use error::StoreError;
pub use open::{Address, Make, Store};
pub use row::Row;
pub use tx::Tx;
