//! What holds for every text of every language.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot read its files should stop"
)]

mod catalogue_texts;
mod locales;
mod named_keys;
mod texts;
