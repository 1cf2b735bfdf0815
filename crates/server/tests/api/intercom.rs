//! The Intercom API. Every answer is held to the vendored contract.

pub(crate) mod api;
mod attack;
mod client;
mod contract;
mod conversations;
mod parts;
mod session;
