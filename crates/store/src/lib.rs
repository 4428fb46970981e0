//! The staircase: the only SQL of the house. SQLite by default, PostgreSQL by address, one text
//! of SQL for both.
//!
//! Architecture invariants: every access is a named transaction; one writer at a time; a commit
//! that returns `Ok` is on the disk; after a failed commit the store only reads until restarted;
//! nothing here opens a sealed value.

pub mod alarms;
mod attachments;
pub mod break_glasses;
pub mod canaries;
pub mod cases;
mod cell;
mod counting;
mod ddl;
mod desks;
mod dump;
mod erasures;
mod error;
pub mod event_modes;
pub mod events;
pub mod findables;
mod health;
mod hints;
mod ledger;
mod left_work;
mod messages;
mod officers;
mod open;
mod openings;
mod passkeys;
mod permits;
pub mod persons;
pub mod recoveries;
mod row;
mod screenings;
pub mod second_yeses;
mod sets;
mod settings;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
mod tx;
pub mod watch_words;
pub mod witnessed;
pub mod wraps;

pub use attachments::{AttachmentHead, AttachmentRow};
pub use cell::Cell;
pub use counting::CountingRow;
pub use ddl::{Column, ColumnKind, Table, tables_print};
pub use desks::{DeskRow, MemberWrapRow, OrganisationRow};
pub use dump::{DumpedRow, Mark, all_tables};
pub use erasures::{ErasureDone, ErasureRow, NegativeRow};
pub use error::StoreError;
pub use health::Health;
pub use hints::{HintCounts, HintFilter, HintHead, HintMark, HintRow};
pub use ledger::WaitingLeaf;
pub use left_work::LeftWorkRow;
pub use messages::{Author, MessageRow};
pub use officers::{MemberKeys, OfficerRow};
pub use open::{Address, Make, Store};
pub use openings::{OpeningRow, WantedOpenings};
pub use passkeys::PasskeyRow;
pub use row::Row;
pub use screenings::{ScreeningHead, ScreeningRow};
pub use sets::{SetColumnRow, SetComplaintRow, SetRow};
pub use settings::{LegalBasisRow, OverlayRow};
pub use tx::Tx;
