//! The commands as they are called: what they print, their exit codes, and what they leave behind.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

mod backups;
mod control;
mod drill;
mod nodes;
mod start;
mod verify;
