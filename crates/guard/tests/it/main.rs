//! What the guard promises, tried from outside.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

mod cannot_compile;
mod firewall;
mod gate_table;
mod ledger;
mod members;
mod passkeys;
mod receipts;
mod recovery;
mod soft_passkey;
mod warrants;
mod world;
