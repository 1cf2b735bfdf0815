//! Answers: the model as the vendor's JSON, for a company's client or for a customer's.

use inbox_model::tag::Tag;
use inbox_model::{Conversation, ConversationId, Part};
use serde_json::{Value, json};

use super::Audience;

/// A conversation, with its newest 500 parts if asked for.
pub fn write_conversation(
    conversation: &Conversation,
    with_parts: bool,
    audience: Audience,
) -> Value {
    let _ = (conversation, with_parts, audience);
    json!({})
}

/// One part; `None` where the audience may not see it, or the vendor has no word for it.
pub fn write_part(part: &Part, audience: Audience) -> Option<Value> {
    let _ = (part, audience);
    None
}

/// A page of conversations without their parts. `extension` becomes the list's `inbox` object.
pub fn write_list(
    conversations: &[Conversation],
    next_cursor: Option<&str>,
    audience: Audience,
    extension: Option<Value>,
) -> Value {
    let _ = (conversations, next_cursor, audience, extension);
    json!({})
}

/// The answer to attaching or removing `tag`: the tag with what is known of its newest attachment
/// in `conversation`, which is the conversation after the change.
pub fn write_tag(conversation: &Conversation, tag: &Tag) -> Value {
    let _ = (conversation, tag);
    json!({})
}

/// The answer to deleting a conversation.
pub fn write_deleted(id: &ConversationId) -> Value {
    json!({ "id": id.as_str(), "object": "conversation", "deleted": true })
}
