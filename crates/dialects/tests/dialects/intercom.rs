//! Intercom.

mod commands;
mod contract;
mod encode;
mod errors;
mod examples;
mod privacy;
mod read;
mod requests;
mod robust;
mod round_trip;
