//! The server's side: reading requests, writing answers. Body texts in, typed values out.

mod answer;
mod error;
mod query;
mod request;
pub mod wire;

use crate::ids::IdForm;

pub use super::VERSION;
pub use crate::audience::Audience;
pub use answer::{
    Paging, plain, write_conversation, write_list, write_message, write_part, write_tag,
};
pub use error::{WireError, write_error};
pub use query::{ListParams, Preview, check_version, read_list, wants_plaintext};
pub use request::{
    ActingAdmin, AddContactRequest, AttachTagRequest, ContactRef, CreateRequest, Deed, PartDeeds,
    PartUpdateRequest, RedactRequest, ReplyAuthor, ReplyRequest, Secret, UpdateRequest,
    read_acting_admin, read_add_contact, read_attach_tag, read_create, read_part_update,
    read_redact, read_reply, read_update,
};

/// How ids are written: agents and teams are whole numbers, all others are the store's own.
pub const IDS: IdForm =
    IdForm { agent: IdForm::NUMBER.agent, team: IdForm::NUMBER.team, ..IdForm::OWN };
