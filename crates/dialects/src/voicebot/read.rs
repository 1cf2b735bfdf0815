//! The vendor's JSON as the model.

#[cfg(feature = "company")]
mod company;
mod content;
mod message;

use std::sync::Arc;

use inbox_model::apply::preview_of;
use inbox_model::conversation::Source;
use inbox_model::{Conversation, ConversationId, Part, Participant, ParticipantKind, Timestamp};

use super::words;
use crate::extension;
use crate::json::{Fault, Object, Value};

/// What only the company is told: passed over.
#[cfg(not(feature = "company"))]
mod company {
    use inbox_model::{Conversation, Part};

    use crate::json::Object;

    pub(super) fn conversation(_: &mut Conversation, _: Object<'_>, _: bool) {}

    pub(super) fn note(_: &mut Conversation, _: Object<'_>) {}

    pub(super) fn part(_: &mut Part, _: Object<'_>) {}
}

/// Reads one content; `None` where it is of no known kind.
#[cfg(feature = "server")]
pub(super) fn content(value: &Value) -> Option<inbox_model::Content> {
    content::read(value)
}

/// Reads one message as it stands. `people` are those of whom its conversation tells.
#[cfg(feature = "server")]
pub(super) fn part(object: Object<'_>, people: &[Participant]) -> Result<Part, Fault> {
    message::from_object(object, people, Timestamp::default())
}

/// What the answer is about, be it wrapped in `data` or bare.
fn unwrapped(value: &Value) -> &Value {
    let wrapped = value.as_object().and_then(|object| object.get("data"));
    let is_bare = Object::maybe(value).is_some_and(|object| object.has("id"));
    wrapped.filter(|_| !is_bare).unwrap_or(value)
}

/// Whether our own server wrote this.
#[cfg(feature = "company")]
pub(super) fn is_ours(value: &Value) -> bool {
    Object::maybe(unwrapped(value)).is_some_and(|object| object.has(extension::NAME))
}

/// Reads one conversation, which the vendor never tells with its messages. It needs an id and, where
/// times are given, times that can be read.
pub(super) fn conversation(value: &Value) -> Result<Conversation, Fault> {
    let conversation = Object::of(unwrapped(value)).and_then(from_object);
    conversation.map_err(|fault| fault.within("conversation"))
}

/// Reads the page of a list: its conversations, and the cursor of the next page, which is our own
/// server's.
pub(super) fn page(value: &Value) -> Result<(Vec<Conversation>, Option<String>), Fault> {
    let list = list(value)?;
    let data = list.each_whole("data", from_object).map_err(|fault| fault.within("list"))?;
    let extension = list.object(extension::NAME);
    Ok((data, extension.and_then(|extension| extension.id("nextCursor"))))
}

fn list(value: &Value) -> Result<Object<'_>, Fault> {
    let list = Object::of(value).map_err(|fault| fault.within("list"))?;
    match list.get("data").and_then(Value::as_array) {
        Some(_) => Ok(list),
        None => Err(Fault::new("list.data", "not an array")),
    }
}

/// Reads one message on its own, as the answer to a reply.
pub(super) fn message(value: &Value) -> Result<Part, Fault> {
    let message = Object::of(unwrapped(value));
    let part = message.and_then(|object| message::from_object(object, &[], Timestamp::default()));
    part.map_err(|fault| fault.within("message"))
}

/// Reads the messages of a conversation into it.
pub(super) fn messages(conversation: &mut Conversation, value: &Value) -> Result<(), Fault> {
    let list = list(value)?;
    // What has not been sent has no time yet; it stands where the thread began.
    let fallback = conversation.created_at;
    let parts = list.each_whole("data", |entry| {
        message::from_object(entry, &conversation.participants, fallback).map(Arc::new)
    });
    conversation.parts = parts.map_err(|fault| fault.within("messages"))?;
    conversation.parts.sort_by(|one, two| one.order_key().cmp(&two.order_key()));
    Ok(())
}

fn from_object(object: Object<'_>) -> Result<Conversation, Fault> {
    let id: ConversationId = object.need_id("id")?;
    let created = object.valid_time("created_at")?;
    let latest = object.object("latest_message").filter(|message| message.has("id"));
    let said_at = latest.and_then(|message| message.time("sent_at"));
    let mut read = Conversation::new(id, created.or(said_at).unwrap_or_default());
    read.updated_at = said_at.unwrap_or(read.created_at);
    read.last_activity_at = said_at;
    let status = object.text("status").map(words::read_status);
    let (state, in_progress) = status.unwrap_or_default();
    read.state = state;
    object.put_time("snooze_until", &mut read.snoozed_until);
    read.source = object
        .text("channel")
        .map(|word| Source { channel: words::read_channel(word), ..Source::default() });
    if let Some(customer) = object.object("customer") {
        read.participants.push(contact(customer));
        let profile = customer.object("profile");
        read.blocked = profile.and_then(|profile| profile.flag("blocked")).unwrap_or(false);
    }
    read.assignee = object.object("user").and_then(|user| user.id("id"));
    read.unread = object
        .count("unread_customer_messages_count")
        .and_then(|unread| u32::try_from(unread).ok());
    company::conversation(&mut read, object, in_progress);
    if !extension::read_conversation(&mut read, object) {
        if let Some(latest) = latest {
            preview(&mut read, latest);
        }
        company::note(&mut read, object);
    }
    Ok(read)
}

/// A list's rows have no messages but the newest, which is what a preview is made of.
fn preview(read: &mut Conversation, latest: Object<'_>) {
    if let Ok(part) = message::from_object(latest, &read.participants, read.created_at) {
        let mut row = Conversation::new(read.id.clone(), read.created_at);
        row.parts.push(Arc::new(part));
        read.preview = preview_of(&row, false);
    }
}

/// A person on one messenger service. The id is that of the person there, not of the profile.
fn contact(object: Object<'_>) -> Participant {
    let mut who = Participant {
        id: None,
        kind: ParticipantKind::Customer,
        name: None,
        email: None,
        avatar_url: None,
    };
    object.put_id("id", &mut who.id);
    object.put_string("name", &mut who.name);
    who
}
