//! inbox-server: the conversation APIs over one store, with identity, live events and a command
//! line.

pub mod clock;
pub mod id;
pub mod store;
