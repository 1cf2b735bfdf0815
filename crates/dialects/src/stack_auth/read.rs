//! The vendor's JSON as the model.
//!
//! The vendor's one sample has `<string>` where times and UUIDs are due, so what cannot be read is
//! as good as absent, ids aside.

#[cfg(feature = "company")]
mod company;
mod message;

use std::sync::Arc;

use inbox_model::apply::preview_of;
use inbox_model::conversation::Source;
use inbox_model::{Conversation, ConversationId, PartId, Preview, State, Timestamp};
use inbox_model::{Participant, ParticipantKind};

#[cfg(feature = "server")]
pub(super) use message::message;

use super::words;
use crate::extension;
use crate::json::{Fault, Object, Value};

/// The part id of a preview of which nothing but the words is known.
const NEWEST: &str = "newest";

/// What only the company is told: passed over.
#[cfg(not(feature = "company"))]
mod company {
    use inbox_model::Conversation;

    use crate::json::Object;

    pub(super) fn conversation(_: &mut Conversation, _: Object<'_>) {}

    pub(super) fn detail(_: &mut Conversation, _: Object<'_>) {}
}

/// Reads a conversation with its messages.
pub(super) fn detail(value: &Value) -> Result<Conversation, Fault> {
    Object::of(value).and_then(from_detail).map_err(|fault| fault.within("detail"))
}

fn from_detail(object: Object<'_>) -> Result<Conversation, Fault> {
    let inner = object.object("conversation");
    let inner = inner.ok_or_else(|| Fault::new("conversation", "missing"))?;
    let (mut read, is_ours) =
        from_object(inner, Some(object)).map_err(|fault| fault.within("conversation"))?;
    let at = read.created_at;
    let part = |entry| message::from_object(entry, at).map(Arc::new);
    read.parts = object.each_whole("messages", part)?;
    // What has no place among the vendor's messages stands beside them.
    if let Some(extension) = object.object(extension::NAME) {
        let more = extension.each_whole("messages", part)?;
        if !more.is_empty() {
            read.parts.extend(more);
            read.parts.sort_by_key(|part| part.created_at);
        }
    }
    if !is_ours {
        opening(&mut read);
        read.preview = preview_of(&read, false);
    }
    Ok(read)
}

/// Reads the page of a list: its conversations, and whether there are more.
pub(super) fn page(value: &Value) -> Result<(Vec<Conversation>, bool), Fault> {
    let list = Object::of(value).map_err(|fault| fault.within("list"))?;
    if list.get("conversations").and_then(Value::as_array).is_none() {
        return Err(Fault::new("list.conversations", "not an array"));
    }
    let row = |object| from_object(object, None).map(|(read, _)| read);
    let rows = list.each_whole("conversations", row).map_err(|fault| fault.within("list"))?;
    Ok((rows, list.flag("hasMore").unwrap_or(false)))
}

/// Reads the answer to a new conversation. Our own server tells all of it, the vendor the id: then
/// everything else is still to be asked for.
pub(super) fn created(value: &Value) -> Result<Conversation, Fault> {
    let object = Object::of(value).map_err(|fault| fault.within("created"))?;
    if let Some(whole) = object.object(extension::NAME).and_then(|inbox| inbox.object("detail")) {
        return from_detail(whole).map_err(|fault| fault.within("created.inbox.detail"));
    }
    let id: ConversationId =
        object.need_id("conversationId").map_err(|fault| fault.within("created"))?;
    Ok(Conversation::new(id, Timestamp::default()))
}

/// Reads what a list tells of a conversation, with what stands beside it in a detail; and whether
/// our own server wrote it.
fn from_object(
    object: Object<'_>,
    detail: Option<Object<'_>>,
) -> Result<(Conversation, bool), Fault> {
    let id: ConversationId = object.need_id("conversationId")?;
    let active = object.time("lastActivityAt");
    let created_at = object.time("createdAt").or(active).unwrap_or_default();
    let mut read = Conversation::new(id, created_at);
    read.updated_at = object.time("updatedAt").or(active).unwrap_or(created_at);
    read.last_activity_at = active;
    read.title = object.string("subject").filter(|subject| !subject.is_empty());
    let state = object.text("status").and_then(words::read_state);
    read.state = state.unwrap_or_default();
    read.awaiting_customer_reply = state.map(|state| state == State::Pending);
    if let Some(word) = object.text("source") {
        read.source = Some(Source { channel: words::read_source(word), ..Source::default() });
    }
    read.participants.extend(contact(object));
    company::conversation(&mut read, object);
    if let Some(detail) = detail {
        company::detail(&mut read, detail);
    }
    let is_ours = extension::read_conversation(&mut read, object);
    if !is_ours {
        read.preview = object.string("preview").map(|text| Preview {
            part_id: PartId::from(NEWEST),
            text,
            author: None,
            at: read.activity_at(),
            content: None,
            note: object.text("lastMessageType") == Some("internal-note"),
        });
    }
    Ok((read, is_ours))
}

fn contact(object: Object<'_>) -> Option<Participant> {
    let mut who = Participant {
        id: object.id("userId"),
        kind: ParticipantKind::Customer,
        name: None,
        email: None,
        avatar_url: None,
    };
    object.put_string("userDisplayName", &mut who.name);
    object.put_string("userPrimaryEmail", &mut who.email);
    object.put_string("userProfileImageUrl", &mut who.avatar_url);
    let is_known = who.id.is_some() || who.name.is_some() || who.email.is_some();
    is_known.then_some(who)
}

/// Which side began follows from who spoke first.
fn opening(read: &mut Conversation) {
    use inbox_model::conversation::Initiator;

    let first = read.parts.iter().find(|part| part.is_spoken());
    if let (Some(first), Some(source)) = (first, &mut read.source) {
        source.author.clone_from(&first.author);
        source.initiated_by =
            Some(if first.is_inbound() { Initiator::Customer } else { Initiator::Company });
        first.markdown().unwrap_or_default().clone_into(&mut source.markdown);
    }
}
