//! The server's side: reading requests, writing answers. Body texts in, typed values out.
//!
//! Ids are numbers here. Whatever is written has them from [`IdForm::NUMBER`](crate::ids::IdForm);
//! requests give them as they come, and the store's lookups lead back.

mod answer;
mod error;
mod query;
mod request;
pub mod wire;

pub use crate::audience::Audience;
pub use answer::{Writer, wrapped, write_conversation, write_list, write_message, write_messages};
pub use error::{WireError, write_error};
pub use query::{ListParams, read_list};
pub use request::{
    CreateMessageRequest, MarkReadRequest, SetReactionRequest, UpdateRequest, read_create_message,
    read_mark_read, read_set_reaction, read_update,
};
