//! Threads in the vendor's form.

use inbox_model::touchpoint::Touchpoint;
use inbox_model::{Conversation, Timestamp};
use serde_json::{Map, Value};

use super::message::{contact_id, word_of, write_messages};
use super::{Audience, json_of, time, wire};
use crate::crm::read;
use crate::crm::words::NOBODY;
use crate::extension;
use crate::ids::IdForm;

/// A thread. With its parts known it tells which kinds of touchpoint are in it; the messages are an
/// answer of their own.
pub fn write_conversation(
    conversation: &Conversation,
    with_parts: bool,
    audience: Audience,
    now: Timestamp,
) -> Value {
    json_of(&wire_of(conversation, with_parts, audience, now))
}

/// A thread that was opened with a message, and its messages: by them our client knows that what it
/// had to say was taken.
pub fn write_started(conversation: &Conversation, audience: Audience, now: Timestamp) -> Value {
    let mut written = wire_of(conversation, true, audience, now);
    written.inbox.insert("messages".to_owned(), write_messages(conversation, audience));
    json_of(&written)
}

/// A page of threads. `touchpoints` are those of each of them, in their order; `extension` becomes
/// the page's `inbox` object.
pub fn write_list(
    conversations: &[Conversation],
    touchpoints: &[Vec<Touchpoint>],
    (total, limit, offset): (u64, u32, u64),
    audience: Audience,
    now: Timestamp,
    extension: Option<Value>,
) -> Value {
    let rows = conversations.iter().enumerate().map(|(place, row)| wire::Conversation {
        channels: touchpoints.get(place).map(|known| words(known.iter().copied())),
        ..wire_of(row, false, audience, now)
    });
    let items = rows.collect();
    json_of(&wire::ConversationPage { items, total, limit, offset, inbox: extension })
}

fn wire_of(
    whole: &Conversation,
    with_parts: bool,
    audience: Audience,
    now: Timestamp,
) -> wire::Conversation {
    let seen = IdForm::UUID.conversation(&audience.conversation(whole, with_parts));
    let handling = &seen.handling;
    let contact = seen.contact();
    let written = wire::Conversation {
        id: seen.id.to_string(),
        contact_id: contact_id(&seen).unwrap_or_else(|| NOBODY.to_owned()),
        contact_name: contact.and_then(|contact| contact.name.clone()),
        channels: with_parts.then(|| words(seen.parts.iter().filter_map(|part| part.touchpoint()))),
        assigned_to: seen.assignee.as_ref().map(ToString::to_string),
        starred: handling.starred,
        unread: seen.unread.is_some_and(|unread| unread > 0),
        unread_count: seen.unread,
        archived: handling.archived,
        overdue: seen.is_overdue_at(now),
        sla_due_at: seen.due_at().map(time),
        last_activity_at: time(seen.activity_at()),
        last_inbound_at: handling.last_inbound_at.map(time),
        last_outbound_at: handling.last_outbound_at.map(time),
        preview: seen.preview.as_ref().map(|preview| preview.text.clone()),
        pending_suggestion_id: handling.pending_suggestion.as_ref().map(ToString::to_string),
        created_at: time(seen.created_at),
        inbox: Map::new(),
    };
    let back = read::conversation(&(&json_of(&written)).into()).ok();
    wire::Conversation { inbox: extension::of_conversation(&seen, back), ..written }
}

/// The kinds of touchpoint in a thread, each once, in the order in which they came.
fn words(touchpoints: impl Iterator<Item = Touchpoint>) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in touchpoints.map(word_of) {
        if !words.iter().any(|there| there == word) {
            words.push(word.to_owned());
        }
    }
    words
}
