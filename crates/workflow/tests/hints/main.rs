//! From a stranger's words to the desk that reads them, on both databases.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail loudly"
)]

mod cases;
mod flood;
mod officers;
mod reporter;
mod screenings;
mod world;
