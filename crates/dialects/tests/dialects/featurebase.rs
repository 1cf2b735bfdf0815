//! Featurebase.

mod commands;
mod contract;
mod encode;
mod errors;
mod examples;
mod pitfalls;
mod privacy;
mod requests;
pub(crate) mod robust;
mod round_trip;
mod thread;
