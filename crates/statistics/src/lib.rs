//! The reading room: coded columns, tables over them, and what may be shown of small numbers.
//!
//! Architecture invariant: no file, no network, no clock, no chance. A table is a pure function of
//! columns, the same whatever the order of the rows.

pub mod coding;
pub mod suppress;
pub mod table;

pub use coding::{Column, Entry};
pub use suppress::{Grid, Shown, Suppressed};
pub use table::{Sum, group};

/// A value that nobody knows.
pub const UNKNOWN: &str = "unknown";
/// A value that was not asked for.
pub const NOT_ASKED: &str = "not-asked";
/// A value that the person did not want to give.
pub const REFUSED: &str = "refused";

/// The three reasons for which a value is missing. Zero is a value and none of them.
pub const MISSING: [&str; 3] = [UNKNOWN, NOT_ASKED, REFUSED];
