//! The vendor's JSON as the model.

#[cfg(feature = "company")]
mod company;
mod csat;
mod opening;
mod part;
mod person;

use std::sync::Arc;

use inbox_model::apply::preview_of;
use inbox_model::conversation::{ReadReceipt, Source};
use inbox_model::{Conversation, ConversationId};

pub(super) use part::part;

use super::words;
use crate::extension;
use crate::html;
use crate::json::{Fault, Object, Value};
use crate::portable;

/// What only the company is told: passed over.
#[cfg(not(feature = "company"))]
mod company {
    use inbox_model::{Conversation, Event, Part, Timestamp};

    use crate::json::Object;

    pub(super) fn conversation(_: &mut Conversation, _: Object<'_>) {}

    pub(super) fn part(_: &mut Part, _: Object<'_>) {}

    pub(super) fn event(_: &str, _: Object<'_>, _: Timestamp) -> Option<Event> {
        None
    }
}

/// Reads one conversation. It needs an id and, where times are given, times that can be read.
pub(super) fn conversation(value: &Value) -> Result<Conversation, Fault> {
    Object::of(value).and_then(from_object).map_err(|fault| fault.within("conversation"))
}

/// Reads the page of a list: its conversations, and the cursor of the next page.
pub(super) fn page(value: &Value) -> Result<(Vec<Conversation>, Option<String>), Fault> {
    let list = Object::of(value).map_err(|fault| fault.within("list"))?;
    if list.get("data").and_then(Value::as_array).is_none() {
        return Err(Fault::new("list.data", "not an array"));
    }
    let data = list.each_whole("data", from_object).map_err(|fault| fault.within("list"))?;
    Ok((data, list.id("nextCursor")))
}

fn from_object(object: Object<'_>) -> Result<Conversation, Fault> {
    let id: ConversationId = object.need_id("id")?;
    let created = object.valid_time("createdAt")?;
    let updated = object.valid_time("updatedAt")?;
    let last_activity_at = object.time("lastActivityAt");
    // Hand-written samples of the vendor's leave times out, so a server might.
    let oldest_part = object.items("conversationParts").first();
    let oldest_part = oldest_part.and_then(|part| Object::maybe(part)?.time("createdAt"));
    let created_at = created.or(oldest_part).or(updated).or(last_activity_at).unwrap_or_default();
    let mut read = Conversation::new(id, created_at);
    read.updated_at = updated.or(last_activity_at).unwrap_or(created_at);
    read.last_activity_at = last_activity_at;
    object.put_string("title", &mut read.title);
    read.state = object.text("state").and_then(portable::read_state).unwrap_or_default();
    object.put_time("snoozedUntil", &mut read.snoozed_until);
    object.put_id("adminAssigneeId", &mut read.assignee);
    read.source = object.object("source").map(source);
    object.put_time("waitingSince", &mut read.waiting_since);
    read.awaiting_customer_reply = object.flag("awaitingCustomerReply");
    read.blocked = object.flag("isBlocked").unwrap_or(false);
    read.replies_disabled = object.flag("disableCustomerReply");
    read.participants = object.each("participants", |who| Some(person::participant(who)));
    read.read_receipts = object.each("readReceipts", receipt);
    company::conversation(&mut read, object);
    read.parts = object.each_whole("conversationParts", |entry| {
        part::from_object(entry, created_at).map(Arc::new)
    })?;
    let is_ours = extension::read_conversation(&mut read, object);
    if object.has("conversationParts") {
        opening::restore(&mut read);
    }
    if !is_ours {
        read.preview = preview_of(&read, false).or_else(|| opening::preview(&read));
    }
    Ok(read)
}

fn source(object: Object<'_>) -> Source {
    let html = object.string("bodyHtml").unwrap_or_default();
    let markdown = object.string("bodyMarkdown").filter(|markdown| !markdown.is_empty());
    Source {
        channel: words::read_channel(object.text("channel").unwrap_or("unknown")),
        author: object.object("author").map(person::participant),
        initiated_by: object.text("deliveredAs").and_then(words::read_initiator),
        markdown: markdown.unwrap_or_else(|| html::text_of(&html)),
        html,
        subject: object.string("subject"),
        url: object.string("url"),
    }
}

fn receipt(object: Object<'_>) -> Option<ReadReceipt> {
    Some(ReadReceipt {
        participant: object.id("id")?,
        kind: words::read_kind(object.text("userType")?),
        last_read_part: object.id("lastReadPartId")?,
    })
}
