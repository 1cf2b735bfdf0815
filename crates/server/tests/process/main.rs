//! The program as it is run: started, killed, stopped, and asked on the command line.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, and that an index is in range is part of what it tests"
)]

mod client;
mod commands;
mod log;
mod organisations;
mod outside;
mod program;
mod sla;
mod survival;
