//! The server's side: reading requests, writing answers. Body texts in, typed values out.

mod answer;
mod error;
mod query;
mod request;
pub mod wire;

pub use super::VERSION;
pub use super::create::{CreateRequest, Recipients};
pub use crate::audience::Audience;
pub use answer::{write_conversation, write_deleted, write_list, write_part, write_tag};
pub use error::{WireError, write_error};
pub use query::{ListParams, check_version, read_list};
pub use request::{
    AddParticipantRequest, AttachTagRequest, DetachTagRequest, RedactRequest,
    RemoveParticipantRequest, ReplyAuthor, ReplyRequest, UpdateRequest, read_add_participant,
    read_attach_tag, read_create, read_detach_tag, read_redact, read_remove_participant,
    read_reply, read_update,
};

/// The version before it, a legal header value that these endpoints do not serve.
const EARLIER_VERSION: &str = "2025-12-12.clover";
