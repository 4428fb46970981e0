//! Officers from the first run to the ledger, on both databases.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

mod alarms;
mod at_the_door;
mod identities;
mod ledger;
mod openings;
mod passkeys;
mod recovery;
mod set_up;
#[path = "../../../guard/tests/it/soft_passkey.rs"]
mod soft_passkey;
mod world;
