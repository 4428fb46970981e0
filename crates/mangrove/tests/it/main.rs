//! The house from outside: personas, real pages, both databases.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "integration tests"
)]

mod api;
mod attack_firewall;
mod attack_intake;
mod attack_rules;
mod attacks;
mod bodies;
mod canaries;
mod colleagues;
mod doors;
mod erasures;
mod finding;
mod first_run;
mod html;
mod journeys;
mod log;
mod papers;
mod picture;
mod proofs;
mod rights;
mod rules;
mod screenings;
mod strangers;
mod unattended;
mod world;
