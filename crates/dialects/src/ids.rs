//! Ids as vendors write them.
//!
//! The store's ids are short texts: `0-9a-z` for conversations and parts, 24 hexadecimal digits for
//! people, teams and tags. Some vendors have numbers or UUIDs in their place. Both are worked out
//! from the text and lead back to it, so nothing has to be kept beside it.

mod number;
mod rename;
mod uuid;

pub use number::{
    conversation_of_number, number_of_conversation, number_of_part, number_of_person,
    part_prefix_of_number, person_suffix_of_number,
};
pub use uuid::{is_uuid, text_of_uuid, uuid_of_text};

/// How a vendor writes each kind of id, for [`IdForm::conversation`]. An id that has no such form
/// stays as it is.
#[derive(Clone, Copy, Debug)]
pub struct IdForm {
    /// A conversation.
    pub conversation: fn(&str) -> Option<String>,
    /// A part; the first argument is the conversation's own id.
    pub part: fn(&str, &str) -> Option<String>,
    /// An agent, or a machine of the company.
    pub agent: fn(&str) -> Option<String>,
    /// A contact.
    pub contact: fn(&str) -> Option<String>,
    /// A team.
    pub team: fn(&str) -> Option<String>,
    /// A tag.
    pub tag: fn(&str) -> Option<String>,
    /// The other way: the store's id of the conversation that the vendor calls so.
    pub conversation_of: fn(&str) -> Option<String>,
    /// How the store's id of the part begins that the vendor calls so; the first argument is the
    /// conversation's own id. Mostly that is all of it.
    pub part_of: fn(&str, &str) -> Option<String>,
}

impl IdForm {
    /// The store's own.
    pub const OWN: Self = Self {
        conversation: |_| None,
        part: |_, _| None,
        agent: |_| None,
        contact: |_| None,
        team: |_| None,
        tag: |_| None,
        conversation_of: |id| Some(id.to_owned()),
        part_of: |_, part| Some(part.to_owned()),
    };

    /// Everything is a UUID.
    pub const UUID: Self = Self {
        conversation: uuid_of_text,
        part: |_, part| uuid_of_text(part),
        agent: uuid_of_text,
        contact: uuid_of_text,
        team: uuid_of_text,
        tag: uuid_of_text,
        conversation_of: text_of_uuid,
        part_of: |_, part| text_of_uuid(part),
    };

    /// Everything is a whole number.
    pub const NUMBER: Self = Self {
        conversation: |id| Some(number_of_conversation(id)?.to_string()),
        part: |conversation, part| Some(number_of_part(conversation, part)?.to_string()),
        agent: |id| Some(number_of_person(id)?.to_string()),
        contact: |id| Some(number_of_person(id)?.to_string()),
        team: |id| Some(number_of_person(id)?.to_string()),
        tag: |id| Some(number_of_person(id)?.to_string()),
        conversation_of: |id| conversation_of_number(id.parse().ok()?),
        part_of: |conversation, part| part_prefix_of_number(conversation, part.parse().ok()?),
    };
}
