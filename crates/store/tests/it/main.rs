//! The store from outside: both databases, every table, kills and faults.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "integration tests"
)]

mod both;
mod budget;
mod faults;
mod kills;
mod lists;
mod refusals;
mod scene;
mod tables;
