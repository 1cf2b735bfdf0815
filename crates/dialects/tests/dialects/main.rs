//! Featurebase against its contract: every sample payload, and generated values of every kind.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests fail as tests do; clippy.toml allows it only within the tests"
)]

mod commands;
mod contract;
mod encode;
mod errors;
mod examples;
mod generate;
mod portable;
mod privacy;
mod requests;
mod robust;
mod round_trip;
mod thread;
