//! One conversation.

use inbox_model::{Conversation, Part, PartBody, Preview, State, Timestamp};
use serde_json::Value;

use super::super::{Audience, wire};
use super::plain::{number, time};
use super::{message, people};
use crate::extension;
use crate::voicebot::read;

/// The conversation, already as the audience may see it and under the vendor's ids. `user` is the name
/// of whoever is responsible.
pub(super) fn write(
    conversation: &Conversation,
    user: Option<String>,
    audience: Audience,
    now: Timestamp,
) -> Value {
    let wire = form(conversation, user, audience, now);
    let mut value = serde_json::to_value(wire).unwrap_or_default();
    let back = read::conversation(&(&value).into()).ok();
    let extension = extension::of_conversation(conversation, back);
    if let Some(object) = value.as_object_mut() {
        object.insert(extension::NAME.into(), Value::Object(extension));
    }
    value
}

fn form(
    conversation: &Conversation,
    user: Option<String>,
    audience: Audience,
    now: Timestamp,
) -> wire::Conversation {
    let handling = &conversation.handling;
    let is_company = audience == Audience::Company;
    let window = conversation.window_at(now);
    // Where there is no window, only a number that is disconnected stands in the way.
    let connected = handling.account.as_ref().is_none_or(|account| account.in_sync);
    let possible = window.map_or(Some(connected), |window| window.possible);
    let must_write = window.is_some_and(|window| window.customer_must_write);
    let assignee = conversation.assignee.as_ref().and_then(|id| number(id.as_str()));
    wire::Conversation {
        id: number(conversation.id.as_str()),
        created_at: Some(time(conversation.created_at)),
        channel: conversation.source.as_ref().map(|source| people::channel(&source.channel)),
        status: status(conversation.state, handling.in_progress),
        snooze_until: conversation.snoozed_until.map(time),
        agent: handling.account.as_deref().map(people::agent),
        customer: people::customer(conversation, audience),
        user: assignee.map(|id| wire::User { id, name: user, email: None }),
        latest_message: latest(conversation, Part::is_spoken, |preview| !preview.note),
        latest_customer_message: latest(conversation, Part::is_inbound, |preview| {
            let author = preview.author.as_ref();
            !preview.note && author.is_some_and(|author| author.kind.is_contact())
        }),
        last_customer_reply_from: handling.last_inbound_at.map(time),
        latest_note: latest_note(conversation),
        unread_customer_messages_count: conversation.unread.filter(|_| is_company),
        reply_until: window.map(|window| window.until.map(time)),
        reply_possible: possible.filter(|_| is_company),
        customer_interaction_required: is_company.then_some(must_write),
    }
}

/// What is put aside or waits for the customer is still to do.
fn status(state: State, in_progress: bool) -> wire::Status {
    match (state, in_progress) {
        (State::Closed, _) => wire::Status::Done,
        (_, true) => wire::Status::InProgress,
        (_, false) => wire::Status::ToDo,
    }
}

/// The newest message of a kind: from the parts, or where there are none of them from the preview.
fn latest(
    conversation: &Conversation,
    is_wanted: fn(&Part) -> bool,
    fits: fn(&Preview) -> bool,
) -> Option<wire::Message> {
    if let Some(part) = conversation.parts.iter().rev().find(|part| is_wanted(part)) {
        return Some(message::message(part, conversation, true));
    }
    let preview = conversation.preview.as_ref().filter(|preview| fits(preview))?;
    let body = PartBody::Message(inbox_model::part::Message::text(preview.text.clone()));
    let part = Part::new(preview.part_id.clone(), body, preview.author.clone(), preview.at);
    Some(message::message(&part, conversation, false))
}

fn latest_note(conversation: &Conversation) -> Option<wire::Note> {
    let conversation_id = number(conversation.id.as_str());
    let is_note = |part: &Part| matches!(part.body, PartBody::Note(_));
    if let Some(part) = conversation.parts.iter().rev().find(|part| is_note(part)) {
        return Some(wire::Note {
            id: number(part.id.as_str()),
            conversation_id,
            text: part.markdown().unwrap_or_default().to_owned(),
            created_at: Some(time(part.created_at)),
            updated_at: Some(time(part.updated_at)),
        });
    }
    let preview = conversation.preview.as_ref().filter(|preview| preview.note)?;
    Some(wire::Note {
        id: number(preview.part_id.as_str()),
        conversation_id,
        text: preview.text.clone(),
        created_at: Some(time(preview.at)),
        updated_at: Some(time(preview.at)),
    })
}
