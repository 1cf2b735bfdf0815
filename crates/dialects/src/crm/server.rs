//! The server's side: reading requests, writing answers. Body texts in, typed values out.
//!
//! All ids are UUIDs on the wire ([`IdForm::UUID`](crate::ids::IdForm::UUID)): what is written here
//! has them, what is read here has the store's own again.

mod conversation;
mod error;
mod message;
mod query;
mod request;
mod view;
pub mod wire;

use inbox_model::Timestamp;
use serde::Serialize;
use serde_json::Value;

pub use crate::audience::Audience;
pub use conversation::{write_conversation, write_list, write_started};
pub use error::{Field, WireError, write_error};
pub use message::{write_media, write_message, write_messages, write_training_pair};
pub use query::{ListParams, read_list};
pub use request::{
    OpenRequest, SendRequest, SuggestionRequest, not_a_member, own_id, read_archive, read_assign,
    read_open, read_send, read_suggestion,
};
pub use view::{no_such_assignee, read_views, write_count, write_counts, write_sla, write_views};

/// 0000-01-01T00:00:00.000Z, the first instant that RFC 3339 can write.
const FIRST: Timestamp = Timestamp::from_millis(-62_167_219_200_000);
/// 9999-12-31T23:59:59.999Z, the last one.
const LAST: Timestamp = Timestamp::from_millis(253_402_300_799_999);

/// An instant as text, held within the years that the format can write.
fn time(at: Timestamp) -> String {
    at.clamp(FIRST, LAST).to_rfc3339()
}

/// A value of [`wire`] as JSON. None of them has anything that JSON could not write.
fn json_of(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}
