//! The vendor's JSON as the model.

#[cfg(feature = "company")]
mod company;
mod part;

use std::sync::Arc;

use inbox_model::apply::preview_of;
use inbox_model::{
    Conversation, ConversationId, Part, PartId, Participant, ParticipantKind, Preview,
};

#[cfg(feature = "company")]
pub(super) use part::media;
pub(super) use part::part;

use super::words::NOBODY;
use crate::extension;
use crate::json::{Fault, Object, Value};

/// What only the company is told: passed over.
#[cfg(not(feature = "company"))]
mod company {
    use inbox_model::Conversation;

    use crate::json::Object;

    pub(super) fn conversation(_: &mut Conversation, _: Object<'_>) {}
}

/// The part of a preview of which the vendor tells the text alone.
const PREVIEW: &str = "preview";

/// Reads one thread. It needs an id and, where times are given, times that can be read.
pub(super) fn conversation(value: &Value) -> Result<Conversation, Fault> {
    Object::of(value).and_then(from_object).map_err(|fault| fault.within("conversation"))
}

/// Reads the page of a list: its conversations, and where the next page starts.
pub(super) fn page(value: &Value) -> Result<(Vec<Conversation>, Option<String>), Fault> {
    let list = Object::of(value).map_err(|fault| fault.within("list"))?;
    if list.get("items").and_then(Value::as_array).is_none() {
        return Err(Fault::new("list.items", "not an array"));
    }
    let items = list.each_whole("items", from_object).map_err(|fault| fault.within("list"))?;
    // Where the server tells no total, a page that is full has another behind it.
    let (count, offset) = (items.len() as u64, list.count("offset").unwrap_or_default());
    let end = offset.saturating_add(count);
    let is_last = match (list.count("total"), list.count("limit")) {
        (Some(total), _) => end >= total,
        (None, Some(limit)) => count < limit,
        (None, None) => true,
    };
    Ok((items, (count > 0 && !is_last).then(|| end.to_string())))
}

fn from_object(object: Object<'_>) -> Result<Conversation, Fault> {
    let id: ConversationId = object.need_id("id")?;
    let created = object.valid_time("created_at")?;
    let last = object.valid_time("last_activity_at")?;
    let mut read = Conversation::new(id, created.or(last).unwrap_or_default());
    read.updated_at = last.unwrap_or(read.created_at);
    read.last_activity_at = last;
    object.put_id("assigned_to", &mut read.assignee);
    if let Some(id) = object.id::<&str>("contact_id").filter(|id| *id != NOBODY) {
        let mut contact = Participant::new(ParticipantKind::Customer, id);
        object.put_string("contact_name", &mut contact.name);
        read.participants.push(contact);
    }
    let unread = object.count("unread_count").and_then(|count| u32::try_from(count).ok());
    read.unread = unread.or_else(|| object.flag("unread").map(u32::from));
    read.preview = object.string("preview").map(|text| Preview {
        part_id: PartId::from(PREVIEW),
        text,
        author: None,
        at: read.activity_at(),
        content: None,
        note: false,
    });
    company::conversation(&mut read, object);
    extension::read_conversation(&mut read, object);
    // Our server's answer to a conversation that begins with a message.
    if let Some(messages) = object.object(extension::NAME).and_then(|inbox| inbox.get("messages")) {
        self::messages(&mut read, messages)?;
    }
    Ok(read)
}

/// Reads the messages of a thread into it.
pub(super) fn messages(conversation: &mut Conversation, value: &Value) -> Result<(), Fault> {
    let parts = Object::of(value).and_then(parts).map_err(|fault| fault.within("messages"))?;
    conversation.parts = parts;
    let stands_in = |preview: &Preview| preview.part_id.as_str() == PREVIEW;
    if conversation.preview.as_ref().is_none_or(stands_in)
        && let Some(preview) = preview_of(conversation, false)
    {
        conversation.preview = Some(preview);
    }
    Ok(())
}

fn parts(list: Object<'_>) -> Result<Vec<Arc<Part>>, Fault> {
    if list.get("items").and_then(Value::as_array).is_none() {
        return Err(Fault::new("items", "not an array"));
    }
    let mut parts = list.each_whole("items", |item| part::from_object(item).map(Arc::new))?;
    // What is no touchpoint, each with its place among all.
    if let Some(more) = list.object(extension::NAME) {
        for other in
            more.each("others", |other| Some((other.count("at")?, part::from_object(other).ok()?)))
        {
            let at = usize::try_from(other.0).unwrap_or(usize::MAX).min(parts.len());
            parts.insert(at, Arc::new(other.1));
        }
    }
    Ok(parts)
}
