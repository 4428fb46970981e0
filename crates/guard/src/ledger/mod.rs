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
mod note;
mod verify;
mod witness;

pub use book::{AfterCommit, Book, CommitMark, NotCommitted};
pub use certificate::ErasureCertificate;
pub use checkpoint::{Checkpoint, CheckpointCopy, CheckpointError, SigningKey, VerifyingKey};
pub use event::Event;
pub use leaf::{Leaf, LedgerKeys, OpeningEntry, PersonOpening, StoredLeaf, Way};
pub use negative::{BrokenChain, NegativeChain, NegativeEvent};
pub use note::{
    NOTE_BYTES_MAX, Note, from_base64, is_name as is_note_name, origin as note_origin,
    read_key as read_note_key, to_base64, write_key as write_note_key,
};
pub use verify::{Check, Fault, Numbered, Verdict, verify};
pub use witness::{REQUEST_BYTES_MAX, WitnessRequest};

/// The thing a warrant to read the ledger is bound to.
pub const LEDGER: [u8; 16] = [0; 16];
