//! The live stream: server-sent events that say what changed, never what it is now.
//!
//! | event | data | meaning |
//! |---|---|---|
//! | `conversation` | `{"id","version"}` | a conversation the reader may see is at this version |
//! | `deleted` | `{"id"}` | a conversation is gone |
//! | `typing` | `{"conversationId","participant","typing"}` | somebody types, or has stopped |
//! | `presence` | `{"online":[participant],"viewing":{"conversationId":[participant]}}` | who is there |
//! | `reset` | `{}` | the stream cannot be resumed from the given id: read the lists again |
//!
//! `conversation` and `deleted` carry an `id:` line. A client that comes back names the last one it
//! saw in `Last-Event-ID` and is told everything since. A comment line keeps the connection alive.

mod event;
mod sse;

pub use event::{LiveEvent, Presence};
pub use sse::{SseEvent, SseParser};
