//! Answers: the model as the vendor's JSON, for a company's client or for a customer's.
//!
//! Ids have to be in the vendor's form already: see [`IdForm::UUID`](crate::ids::IdForm::UUID).

mod message;

use inbox_model::handling::EntryPoint;
use inbox_model::{
    Conversation, Event, Part, PartBody, ParticipantKind, Priority, State, Timestamp,
};
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::{Audience, wire};
use crate::stack_auth::{read, words};
use crate::{extension, ids, json};

/// Most messages that an answer carries, the newest.
const MOST_MESSAGES: usize = 500;
/// 0000-01-01T00:00:00.000Z, the first instant that RFC 3339 can write.
const FIRST: Timestamp = Timestamp::from_millis(-62_167_219_200_000);
/// 9999-12-31T23:59:59.999Z, the last one.
const LAST: Timestamp = Timestamp::from_millis(253_402_300_799_999);

/// A conversation: as a detail with its messages, or as a list has it. Nothing in it depends on the
/// time.
pub fn write_conversation(
    conversation: &Conversation,
    with_parts: bool,
    audience: Audience,
    _now: Timestamp,
) -> Value {
    if with_parts {
        value_of(&write_detail(conversation, audience))
    } else {
        value_of(&summary(&audience.conversation(conversation, false), None))
    }
}

/// A conversation with its messages, and the ways by which they came in.
pub fn write_detail(conversation: &Conversation, audience: Audience) -> wire::ConversationDetail {
    let seen = audience.conversation(conversation, true);
    let mut entry_points: Vec<_> =
        seen.handling.entry_points.iter().filter_map(entry_point).collect();
    // What is older than the notes about it.
    if entry_points.is_empty() && audience == Audience::Company {
        entry_points.extend(entry_point(&EntryPoint::origin(&seen)));
    }
    let conversation = summary(&seen, Some(&entry_points));
    let (mut messages, mut others) = (Vec::new(), Vec::new());
    let newest = seen.parts.len().saturating_sub(MOST_MESSAGES);
    for part in seen.parts.iter().skip(newest) {
        let (message, has_place) = message::write(part, &conversation);
        if has_place { messages.push(message) } else { others.push(value_of(&message)) }
    }
    let mut inbox = Map::new();
    if !others.is_empty() {
        inbox.insert("messages".into(), Value::Array(others));
    }
    wire::ConversationDetail { conversation, messages, entry_points, inbox }
}

/// Whether the vendor's thread tells of a part: the newest one that it does is what a row of a list is
/// about.
pub fn is_message(part: &Part) -> bool {
    message::kind_of(&part.body).is_some()
}

/// A page of conversations, each with the newest of its messages among its parts: it says what the
/// row tells of, as it does in a detail. `extension` becomes the list's `inbox` object.
pub fn write_list(
    conversations: &[Conversation],
    has_more: bool,
    audience: Audience,
    extension: Option<Value>,
) -> wire::ConversationList {
    let rows = conversations.iter().map(|row| summary(&audience.conversation(row, true), None));
    wire::ConversationList { conversations: rows.collect(), has_more, inbox: extension }
}

/// The answer to a new conversation.
pub fn write_created(
    conversation: &Conversation,
    audience: Audience,
) -> wire::CreateConversationResponse {
    let mut inbox = Map::new();
    inbox.insert("detail".into(), value_of(&write_detail(conversation, audience)));
    wire::CreateConversationResponse { conversation_id: conversation.id.as_str().into(), inbox }
}

/// What a list tells of it. `entry_points` stand beside it in a detail, and nowhere in a list.
fn summary(
    conversation: &Conversation,
    entry_points: Option<&[wire::ConversationEntryPoint]>,
) -> wire::Conversation {
    let handling = &conversation.handling;
    let contact = conversation.contact();
    let channel = conversation.source.as_ref().map(|source| words::source(&source.channel));
    let record = conversation.custom_attributes.iter();
    let record: Map<_, _> =
        record.map(|(name, text)| (name.clone(), value_of_text(text))).collect();
    let mut written = wire::Conversation {
        conversation_id: conversation.id.as_str().to_owned(),
        user_id: contact
            .and_then(|contact| contact.id.as_ref())
            .map(|id| id.as_str().to_owned())
            .filter(|id| ids::is_uuid(id)),
        team_id: None,
        user_display_name: contact.and_then(|contact| contact.name.clone()),
        user_primary_email: contact.and_then(|contact| contact.email.clone()),
        user_profile_image_url: contact.and_then(|contact| contact.avatar_url.clone()),
        subject: conversation.title.clone().unwrap_or_default(),
        status: status(conversation.state),
        priority: priority(conversation.priority),
        source: source(channel.unwrap_or(words::MANUAL)),
        last_message_type: last_type(conversation),
        preview: last_words(conversation),
        last_activity_at: time(conversation.activity_at()),
        metadata: metadata(conversation),
        created_at: time(conversation.created_at),
        updated_at: time(conversation.updated_at),
        last_message_at: time(conversation.activity_at()),
        last_inbound_at: handling.last_inbound_at.map(time),
        last_outbound_at: handling.last_outbound_at.map(time),
        closed_at: handling.closed_at.map(time),
        record_metadata: (!record.is_empty()).then_some(record),
        inbox: Map::new(),
    };
    written.inbox = extension::of_conversation(conversation, read_back(&written, entry_points));
    written
}

/// The same as our client reads it.
fn read_back(
    written: &wire::Conversation,
    entry_points: Option<&[wire::ConversationEntryPoint]>,
) -> Option<Conversation> {
    // An extension that is there says that ours wrote it, and that nothing is to be made up.
    let detail = json!({ "conversation": written, "messages": [], "entryPoints": entry_points });
    read::detail(&json::Value::from(&detail)).ok()
}

fn metadata(conversation: &Conversation) -> wire::ConversationMetadata {
    let (handling, sla) = (&conversation.handling, &conversation.handling.sla);
    let assignee = conversation.assignee.as_ref();
    let names = conversation.parts.iter().rev().filter_map(|part| part.author.as_ref());
    let mut names = conversation.participants.iter().chain(names);
    let name = names.find(|one| {
        one.kind == ParticipantKind::Agent && one.id.is_some() && one.id.as_ref() == assignee
    });
    wire::ConversationMetadata {
        tags: conversation.tags.iter().map(|tag| tag.name.clone()).collect(),
        assigned_to_user_id: assignee.map(|id| id.as_str().to_owned()),
        assigned_to_display_name: name.and_then(|agent| agent.name.clone()),
        first_response_due_at: sla.first_response_due_at.map(time),
        first_response_at: sla.first_response_at.map(time),
        next_response_due_at: sla.next_response_due_at.map(time),
        last_customer_reply_at: handling.last_inbound_at.map(time),
        last_agent_reply_at: handling.last_outbound_at.map(time),
    }
}

fn entry_point(point: &EntryPoint) -> Option<wire::ConversationEntryPoint> {
    Some(wire::ConversationEntryPoint {
        id: Some(point.id.clone()).filter(|id| ids::is_uuid(id))?,
        channel_type: point.channel.clone(),
        adapter_key: point.adapter.clone(),
        external_channel_id: point.external_id.clone(),
        is_entry_point: point.is_origin,
        metadata: point.metadata.as_deref().map(value_of_text),
        created_at: time(point.created_at),
        updated_at: time(point.updated_at),
    })
}

/// What the newest message says, or the vendor's kind of phrase for a change of status.
fn last_words(conversation: &Conversation) -> Option<String> {
    let newest = conversation.parts.iter().rev().find(|part| is_message(part));
    if let Some(PartBody::Event(Event::StateChanged { state, .. })) = newest.map(|part| &part.body)
    {
        return Some(format!("Status changed to {}.", words::state(*state)));
    }
    let preview = conversation.preview.as_ref();
    preview.map(|preview| preview.text.clone()).filter(|text| !text.is_empty())
}

/// What the newest entry is, as far as it is known.
fn last_type(conversation: &Conversation) -> wire::MessageType {
    let mut parts = conversation.parts.iter().rev();
    if let Some(kind) = parts.find_map(|part| message::kind_of(&part.body)) {
        return kind;
    }
    let note = conversation.preview.as_ref().is_some_and(|preview| preview.note);
    if note { wire::MessageType::InternalNote } else { wire::MessageType::Message }
}

fn status(state: State) -> wire::Status {
    match state {
        State::Open => wire::Status::Open,
        State::Pending | State::Snoozed => wire::Status::Pending,
        State::Closed => wire::Status::Closed,
    }
}

fn priority(priority: Priority) -> wire::Priority {
    match priority {
        Priority::Low => wire::Priority::Low,
        Priority::None | Priority::Normal => wire::Priority::Normal,
        Priority::High => wire::Priority::High,
        Priority::Urgent => wire::Priority::Urgent,
    }
}

fn source(word: &str) -> wire::Source {
    match word {
        words::CHAT => wire::Source::Chat,
        "email" => wire::Source::Email,
        words::MANUAL => wire::Source::Manual,
        _ => wire::Source::Api,
    }
}

/// An instant as text, held within the years that the format can write.
fn time(at: Timestamp) -> String {
    at.clamp(FIRST, LAST).to_rfc3339()
}

/// A JSON text as its value; one that is none is meant as it stands.
fn value_of_text(text: &str) -> Value {
    json::parse(text, "value").map_or_else(|_| json!(text), Into::into)
}

/// A wire type as JSON. Nothing in them can fail: keys are texts, and numbers are none.
fn value_of<T: Serialize>(wire: &T) -> Value {
    serde_json::to_value(wire).unwrap_or_default()
}
