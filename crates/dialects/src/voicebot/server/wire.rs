//! The vendor's types, field by field.
//!
//! No object of the contract has required fields but a contact card, so whatever is not known is left
//! out, or `null` where the contract has a `null` for it.

mod answer;
mod content;
mod conversation;
mod message;
mod people;
mod request;

pub use answer::{ConversationAnswer, ConversationList, ErrorAnswer, MessageAnswer, MessageList};
pub use content::{
    ContactAddress, ContactContent, ContactEmail, ContactName, ContactOrganization, ContactPhone,
    Content, FileContent, LocationContent,
};
pub use conversation::{Conversation, Note, Status};
pub use message::{Campaign, From, Message, MessageError, MessageStatus, Source};
pub use people::{Agent, Channel, Customer, Profile, User};
pub use request::{
    AudioFields, CaptionFields, CreateMessage, DocumentFields, FileFields, MarkRead, SetReaction,
    TextFields, UpdateConversation,
};
