//! Answers: the model as the vendor's JSON, for a company's client or for a customer's.

mod conversation;
mod csat;
mod json;
mod part;
mod person;

use inbox_model::tag::Tag;
use inbox_model::{Conversation, ConversationId, Event, Part, PartBody, PartId};
use serde_json::{Map, Value, json};

use super::Audience;
use json::{time, time_or_null};

/// A conversation, with its newest 500 parts if asked for.
pub fn write_conversation(
    conversation: &Conversation,
    with_parts: bool,
    audience: Audience,
) -> Value {
    conversation::write(&audience.conversation(conversation, with_parts), with_parts)
}

/// One part; `None` where the audience may not see it, or the vendor has no word for it.
pub fn write_part(part: &Part, audience: Audience) -> Option<Value> {
    part::write(&*audience.part(part)?)
}

/// A page of conversations without their parts. `extension` becomes the list's `inbox` object.
pub fn write_list(
    conversations: &[Conversation],
    next_cursor: Option<&str>,
    audience: Audience,
    extension: Option<Value>,
) -> Value {
    let rows = conversations.iter().map(|row| write_conversation(row, false, audience));
    let mut list = Map::new();
    list.insert("object".into(), json!("list"));
    list.insert("data".into(), rows.collect());
    list.insert("nextCursor".into(), json!(next_cursor));
    if let Some(extension) = extension {
        list.insert("inbox".into(), extension);
    }
    Value::Object(list)
}

/// The answer to attaching or removing `tag`: the tag with what is known of its newest attachment
/// in `conversation`, which is the conversation after the change, and the message of which the
/// change is told. For the company only: customers know no tags.
pub fn write_tag(conversation: &Conversation, tag: &Tag) -> Value {
    let attached = conversation.parts.iter().rev().find_map(|part| {
        let mut applications = part.tag_applications.iter().rev();
        Some((part, applications.find(|application| application.tag_id == tag.id)?))
    });
    let mut object = tag_object(tag);
    if let Some((part, application)) = attached {
        let actor = |who: &Option<_>| who.as_ref().map_or(Value::Null, person::tag_actor);
        let told = application.removed_at.and_then(|_| removed_from(conversation, tag));
        object.insert("targetPartId".into(), json!(told.unwrap_or(&part.id)));
        object.insert("appliedAt".into(), time(application.applied_at));
        object.insert("appliedBy".into(), actor(&application.applied_by));
        object.insert("removedAt".into(), time_or_null(application.removed_at));
        object.insert("removedBy".into(), actor(&application.removed_by));
    }
    Value::Object(object)
}

/// Of which message the newest removal of a tag is told.
fn removed_from<'a>(conversation: &'a Conversation, tag: &Tag) -> Option<&'a PartId> {
    conversation.parts.iter().rev().find_map(|part| match &part.body {
        PartBody::Event(Event::TagChanged { added: false, tag_id, target, .. })
            if *tag_id == tag.id =>
        {
            target.as_ref()
        }
        _ => None,
    })
}

/// The answer to deleting a conversation.
pub fn write_deleted(id: &ConversationId) -> Value {
    json!({ "id": id, "object": "conversation", "deleted": true })
}

fn tag_object(tag: &Tag) -> Map<String, Value> {
    let mut object = Map::new();
    object.insert("id".into(), json!(tag.id));
    object.insert("name".into(), json!(tag.name));
    object.insert("type".into(), json!("tag"));
    object
}
