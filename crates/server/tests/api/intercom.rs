//! The Intercom API. Every answer is held to the vendored contract.

mod api;
mod attack;
mod contract;
mod conversations;
mod matrix;
mod parts;
mod session;
