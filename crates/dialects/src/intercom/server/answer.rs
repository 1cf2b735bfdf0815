//! Answers: the model as the vendor's JSON, for a company's client or for a customer's.

mod conversation;
mod event;
mod part;
mod person;
mod plain;
mod source;
mod statistics;

use inbox_model::tag::Tag;
use inbox_model::{Conversation, Part, Timestamp};
use serde_json::{Map, Value, json};

use super::{Audience, wire};

pub use plain::plain;

/// A conversation, with its newest 500 parts if asked for.
pub fn write_conversation(
    conversation: &Conversation,
    with_parts: bool,
    audience: Audience,
    now: Timestamp,
) -> Value {
    let seen = audience.conversation(conversation, with_parts);
    json!(conversation::write(&seen, with_parts, audience, now))
}

/// One part; `None` where the audience may not see it.
pub fn write_part(part: &Part, audience: Audience) -> Option<Value> {
    Some(json!(part::write(&*audience.part(part)?)))
}

/// Where a page is in its list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paging {
    /// How many a page has.
    pub per_page: u32,
    /// Where the next page starts; `None` at the end.
    pub next: Option<String>,
    /// How many there are in all; `None` where that is not known.
    pub total: Option<u64>,
}

/// A page of conversations without their parts. `extension` becomes the list's `inbox` object.
pub fn write_list(
    conversations: &[Conversation],
    paging: Paging,
    audience: Audience,
    now: Timestamp,
    extension: Map<String, Value>,
) -> Value {
    let rows = conversations.iter().map(|row| {
        let seen = audience.conversation(row, false);
        conversation::write(&seen, false, audience, now)
    });
    let Paging { per_page, next, total } = paging;
    json!(wire::ConversationList {
        kind: "conversation.list".into(),
        pages: wire::Pages {
            kind: "pages".into(),
            per_page,
            total_pages: total.map(|total| total.div_ceil(u64::from(per_page.max(1)))),
            next: next.map(|starting_after| wire::Next { per_page, starting_after }),
        },
        total_count: total,
        conversations: rows.collect(),
        inbox: extension,
    })
}

/// The answer to a new conversation: its first message, with the conversation in the extension.
pub fn write_message(conversation: &Conversation, audience: Audience, now: Timestamp) -> Value {
    let seen = audience.conversation(conversation, true);
    let first = seen.parts.first();
    let mut inbox = Map::new();
    inbox.insert("conversation".into(), json!(conversation::write(&seen, true, audience, now)));
    json!(wire::Message {
        kind: "user_message".into(),
        id: first.map(|part| part.id.to_string()).unwrap_or_default(),
        created_at: seconds(first.map_or(seen.created_at, |part| part.created_at)),
        body: first.map(|part| part::html_of_contents(part.contents())).unwrap_or_default(),
        message_type: "inapp".into(),
        conversation_id: seen.id.to_string(),
        inbox,
    })
}

/// The answer to attaching or removing `tag`: the tag with what is known of its newest attachment in
/// `conversation`, which is the conversation after the change. For the company only: customers know
/// no tags.
pub fn write_tag(conversation: &Conversation, tag: &Tag) -> Value {
    json!(conversation::tag(conversation, tag))
}

/// An instant in whole seconds, those before 1970 too.
fn seconds(at: Timestamp) -> i64 {
    at.as_millis().div_euclid(1000)
}
