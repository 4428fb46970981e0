//! The room of protection: hints, triage, screening, cases and persons, as plain functions.
//!
//! Architecture invariant: no input or output, no async, no other room, no keys.

pub mod alias;
pub mod attachment;
pub mod case;
pub mod hint;
pub mod person;
pub mod routing;
pub mod screening;
pub mod search;
pub mod triage;
pub mod watch;
