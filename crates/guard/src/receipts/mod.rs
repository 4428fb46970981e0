//! Receipts: the code with which the giver of a hint comes back, and the keys made from it.
//!
//! A code is one number below 10^16 (53.15 bits), all of it random. It is written in two ways
//! that mean the same: 16 digits with a 17th for checking, or six words with their check inside.

mod code;
mod keys;
mod proof;
mod words;

pub use code::{CodeFault, Receipt};
pub use keys::{NodePepper, ReceiptKeys, id_of_sending};
pub use proof::{OpeningKey, PROOF_BYTES_MAX, Proof, ProofFault, Provable, receive_leaf};
pub(crate) use words::number;
pub use words::word;
