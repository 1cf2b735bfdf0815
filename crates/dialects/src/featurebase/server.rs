//! The server's side: reading requests, writing answers. Body texts in, typed values out.

mod answer;
mod error;
mod query;
mod request;
mod visible;

pub use answer::{write_conversation, write_deleted, write_list, write_part, write_tag};
pub use error::{WireError, write_error};
pub use query::{ListParams, check_version, read_list};
pub use request::{
    AddParticipantRequest, AttachTagRequest, CreateRequest, DetachTagRequest, Recipients,
    RedactRequest, RemoveParticipantRequest, ReplyAuthor, ReplyRequest, UpdateRequest,
    read_add_participant, read_attach_tag, read_create, read_detach_tag, read_redact,
    read_remove_participant, read_reply, read_update,
};

/// The one version in which these endpoints exist.
pub const VERSION: &str = "2026-01-01.nova";

/// The version before it, a legal header value that these endpoints do not serve.
const EARLIER_VERSION: &str = "2025-12-12.clover";

/// For whom an answer is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Somebody of the company: everything.
    Company,
    /// A customer: their own conversation as far as it was meant for them. No notes, suggestions,
    /// calls or housekeeping; no tags, custom attributes, diagnostics or priority; no e-mail
    /// addresses; no receipts but their own; of agents and bots a name and a picture, no id.
    Customer,
}
