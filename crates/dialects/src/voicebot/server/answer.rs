//! Answers: the model as the vendor's JSON, for a company's client or for a customer's.

mod content;
mod conversation;
mod message;
mod people;
mod plain;

use inbox_model::{Conversation, Part, Participant, Timestamp};
use serde_json::{Map, Value, json};

use super::Audience;
use crate::ids::IdForm;

/// Most parts that the list of messages carries, the newest.
const MOST_MESSAGES: usize = 500;

/// Writes answers for somebody at an instant.
#[derive(Clone, Copy, Debug)]
pub struct Writer<'a> {
    /// For whom.
    pub audience: Audience,
    /// When: whether a reply is possible depends on it.
    pub now: Timestamp,
    /// Agents under the store's ids, for their names. A conversation knows only ids.
    pub users: &'a [Participant],
}

impl Writer<'_> {
    /// A conversation, bare. The parts that it has, some or all, give the newest messages and the
    /// newest note; without any the preview does.
    pub fn conversation(&self, whole: &Conversation) -> Value {
        let own = self.audience.conversation(whole, true);
        let renamed = IdForm::NUMBER.conversation(&own);
        let user = own
            .assignee
            .as_ref()
            .and_then(|id| self.users.iter().find(|user| user.id.as_ref() == Some(id)));
        let user = user.and_then(|user| user.name.clone());
        conversation::write(&renamed, user, self.audience, self.now)
    }

    /// A page of conversations. `extension` becomes the list's `inbox` object, with the cursor of the
    /// next page in it: the vendor has no place for one.
    pub fn list(
        &self,
        conversations: &[Conversation],
        next_cursor: Option<&str>,
        extension: Option<Value>,
    ) -> Value {
        let rows: Value = conversations.iter().map(|row| self.conversation(row)).collect();
        let mut inbox = match extension {
            Some(Value::Object(members)) => members,
            _ => Map::new(),
        };
        if let Some(cursor) = next_cursor {
            inbox.insert("nextCursor".into(), json!(cursor));
        }
        json!({ "data": rows, "inbox": inbox })
    }

    /// The newest 500 parts of a conversation in order. What is no message has no contents, and the
    /// model's own form in the extension.
    pub fn messages(&self, whole: &Conversation) -> Value {
        let own = self.audience.conversation(whole, true);
        let renamed = IdForm::NUMBER.conversation(&own);
        let skipped = renamed.parts.len().saturating_sub(MOST_MESSAGES);
        let parts = renamed.parts.iter().skip(skipped);
        parts.map(|part| message::write(part, &renamed, &renamed.participants)).collect()
    }

    /// One message of a conversation, whose parts give the message that it refers to. `None` where the
    /// audience may not see it, or it is no message.
    pub fn message(&self, whole: &Conversation, part: &Part) -> Option<Value> {
        if !part.is_spoken() {
            return None;
        }
        let part = self.audience.part(part)?;
        let own = self.audience.conversation(whole, true);
        let renamed = IdForm::NUMBER.conversation(&own);
        let part = IdForm::NUMBER.part(&own.id, &part);
        Some(message::write(&part, &renamed, &[]))
    }
}

/// What an endpoint's answer is wrapped in; the answer to PATCH is not.
pub fn wrapped(data: Value) -> Value {
    Value::Object(Map::from_iter([("data".to_owned(), data)]))
}

/// A conversation, bare; see [`Writer::conversation`].
pub fn write_conversation(
    conversation: &Conversation,
    audience: Audience,
    now: Timestamp,
) -> Value {
    Writer { audience, now, users: &[] }.conversation(conversation)
}

/// A page of conversations; see [`Writer::list`].
pub fn write_list(
    conversations: &[Conversation],
    next_cursor: Option<&str>,
    audience: Audience,
    extension: Option<Value>,
    now: Timestamp,
) -> Value {
    Writer { audience, now, users: &[] }.list(conversations, next_cursor, extension)
}

/// The newest 500 parts of a conversation, wrapped; see [`Writer::messages`].
pub fn write_messages(conversation: &Conversation, audience: Audience, now: Timestamp) -> Value {
    wrapped(Writer { audience, now, users: &[] }.messages(conversation))
}

/// One message, bare; see [`Writer::message`].
pub fn write_message(
    conversation: &Conversation,
    part: &Part,
    audience: Audience,
    now: Timestamp,
) -> Option<Value> {
    Writer { audience, now, users: &[] }.message(conversation, part)
}
