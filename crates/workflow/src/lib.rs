//! The verbs of the house, one a file. Each takes the [`Node`] and whoever is signed in, decides
//! through the gate, writes in one transaction and says what came of it.
//!
//! Architecture invariant: no HTML and no SQL here; nothing is opened without a warrant.

pub mod refusal;

pub use refusal::{Refusal, RefusalKind};
