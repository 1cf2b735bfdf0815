//! The server's side: reading requests, writing answers. Body texts in, typed values out.

mod answer;
mod error;
mod query;
mod request;
pub mod wire;

pub use super::create::CreateRequest;
pub use crate::audience::Audience;
pub use answer::{is_message, write_conversation, write_created, write_detail, write_list};
pub use error::{KNOWN_ERROR_HEADER, WireError, write_error};
pub use query::{ListParams, check_headers, read_list, read_project};
pub use request::{Assignment, UpdateRequest, read_conversation_id, read_create, read_update};

/// The words for a state as the vendor shows it.
pub fn status_of(state: inbox_model::State) -> &'static str {
    super::words::state(state)
}
