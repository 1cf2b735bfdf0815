//! Featurebase against its contract: every sample payload, and generated values of every kind.

mod commands;
mod contract;
mod encode;
mod errors;
mod examples;
mod generate;
mod privacy;
mod requests;
mod robust;
mod round_trip;
mod thread;
