//! The guard: sealing, who may do what, and the ledger of what was opened. The only crate that
//! names cryptography and Cedar.
//!
//! How a sealed value is read: [`gate::Gate::decide`] mints a [`Warrant`] for one officer, one
//! action and one thing; [`open`] consumes it and appends a leaf to the transaction's [`Book`];
//! the [`Opening`] it returns unseals cells of that thing; and each value comes out of its
//! [`AfterCommit`] only once the transaction has committed.
//!
//! Architecture invariant: nothing here is async or does I/O; time and chance come in as `Clock`
//! and `Dice`; and no type that holds a secret or an opened value can be printed, serialised,
//! copied or made elsewhere (`tests/compile_fail`).

pub mod backup;
pub mod canary;
pub mod consent;
pub mod finding;
pub mod gate;
pub mod ledger;
pub mod members;
pub mod opening;
pub mod receipts;
pub mod seal;

pub use consent::ConsentProof;
pub use gate::{Action, Denial, DeskKind, Gate, Kind, Officer, Role, Thing, Warrant};
pub use ledger::{AfterCommit, Book, CommitMark, Event, Leaf};
pub use members::Unlocked;
pub use opening::{Opened, Opening, Reason, open, open_person};
