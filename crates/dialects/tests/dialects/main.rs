//! The dialects against their contracts: every sample payload, and generated values of every kind.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests fail as tests do; clippy.toml allows it only within the tests"
)]

mod capable;
mod codecs;
mod contract;
mod crm;
mod described;
mod featurebase;
mod fields;
mod generate;
mod intercom;
mod page;
mod pitfalls;
mod portable;
mod stack_auth;
mod voicebot;
