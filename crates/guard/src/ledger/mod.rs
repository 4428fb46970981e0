//! The ledger: an append-only Merkle log (RFC 6962 hashing) of what was opened and changed, with
//! signed checkpoints.
//!
//! A leaf is appended unnumbered in the same transaction as what it speaks of. The node's single
//! sequencer numbers leaves in order of their insertion and signs a [`Checkpoint`] within a
//! second; from then on [`verify`] finds any change.

mod book;
mod certificate;
mod checkpoint;
mod event;
mod leaf;
pub mod merkle;
pub mod negative;
mod verify;

pub use book::{AfterCommit, Book, CommitMark, NotCommitted};
pub use certificate::ErasureCertificate;
pub use checkpoint::{Checkpoint, CheckpointCopy, CheckpointError, SigningKey, VerifyingKey};
pub use event::Event;
pub use leaf::{Leaf, LedgerKeys, OpeningEntry, StoredLeaf};
pub use negative::{BrokenChain, NegativeChain, NegativeEvent};
pub use verify::{Check, Fault, Numbered, Verdict, verify};

/// The thing a warrant to read the ledger is bound to.
pub const LEDGER: [u8; 16] = [0; 16];
