//! The program: the commands, the configuration and the wiring. The only crate that makes a real
//! clock and real dice.
//!
//! Architecture invariant: nothing here decides about a hint, a person or a right; it reads the
//! command line, opens the store, and hands a node to the pages.

pub mod archive;
pub mod backup;
pub mod commands;
pub mod control;
pub mod demo;
pub mod doctor;
pub mod documents;
pub mod drill;
pub mod folder;
pub mod import;
pub mod listen;
pub mod machine;
pub mod negative_file;
pub mod proof_check;
pub mod reality;
pub mod restore;
pub mod rounds;
pub mod screen;
pub mod seal_now;
pub mod sequencing;
pub mod serve;
pub mod serving;
pub mod verify;
pub mod wiring;
mod witness;
