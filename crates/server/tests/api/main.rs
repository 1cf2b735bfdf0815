//! The real router in memory, over a store of its own for every test.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, and that an index is in range is part of what it tests"
)]

mod access;
mod bad_input;
mod blocked;
mod canned;
mod contract;
mod conversations;
mod counts;
mod crm;
mod cross;
mod delivery;
mod demo;
mod earlier;
mod files;
mod idempotency;
mod identity;
mod intercom;
mod isolated_streams;
mod isolation;
mod links;
mod lists;
mod live;
mod matrix;
mod migration;
mod notes;
mod openapi;
mod organisations;
#[path = "../../../dialects/tests/dialects/page.rs"]
mod page;
mod pictures;
mod pitfalls;
mod published;
mod server;
mod stack_auth;
mod stream;
mod suffixes;
mod tenants;
mod visitors;
mod voicebot;
mod web;
