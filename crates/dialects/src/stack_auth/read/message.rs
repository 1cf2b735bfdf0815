//! The three types of messages, and any that may come after them.

use inbox_model::part::Message;
use inbox_model::{
    Content, Event, Media, Part, PartBody, PartId, Participant, ParticipantKind, Timestamp,
};

use crate::extension;
use crate::json::{Fault, Object, Value};
use crate::portable;
use crate::stack_auth::words;

/// Reads one message on its own.
#[cfg(feature = "server")]
pub(in crate::stack_auth) fn message(value: &Value) -> Result<Part, Fault> {
    Object::of(value).and_then(|object| from_object(object, Timestamp::default()))
}

/// Reads one message. It needs an id; `fallback` is its time where none can be read. A type that is
/// unknown here becomes a neutral event.
pub(super) fn from_object(object: Object<'_>, fallback: Timestamp) -> Result<Part, Fault> {
    let id: PartId = object.need_id("id")?;
    let created_at = object.time("createdAt").unwrap_or(fallback);
    let mut part = Part::new(id, body(object), sender(object), created_at);
    // A message repeats its conversation's source, and has none of its own.
    if matches!(part.body, PartBody::Message(_)) {
        part.channel = object.text("source").map(words::read_source);
    }
    extension::read_part(&mut part, object);
    Ok(part)
}

fn body(object: Object<'_>) -> PartBody {
    match object.text("messageType") {
        Some("message") | None => PartBody::Message(said(object)),
        Some("internal-note") => PartBody::Note(said(object)),
        Some(kind) => {
            let status = object.object("metadata").and_then(|metadata| metadata.text("status"));
            let state = status.filter(|_| kind == "status-change").and_then(words::read_state);
            PartBody::Event(match state {
                Some(state) => Event::StateChanged { state, snoozed_until: None },
                None => other(kind, object),
            })
        }
    }
}

fn other(kind: &str, object: Object<'_>) -> Event {
    let mut data = object.map().clone();
    data.remove(extension::NAME);
    Event::Other { name: kind.to_owned(), data: Value::Object(data).to_json() }
}

/// What is said: the text, and the attachments of which at least an address is known.
fn said(object: Object<'_>) -> Message {
    let text = object.string("body").filter(|text| !text.is_empty());
    let mut contents: Vec<Content> = text.map(Content::text).into_iter().collect();
    for value in object.items("attachments") {
        let url = || Object::maybe(value)?.string("url");
        let content = portable::read_content(value)
            .or_else(|| Some(Content::Document(Media { url: url()?, ..Media::default() })));
        contents.extend(content);
    }
    Message::new(contents)
}

fn sender(object: Object<'_>) -> Option<Participant> {
    let sender = object.object("sender")?;
    let kind = match sender.text("type") {
        Some("user") => ParticipantKind::Customer,
        Some("agent") => ParticipantKind::Agent,
        Some("system") => ParticipantKind::System,
        other => ParticipantKind::Other(other.unwrap_or("unknown").to_owned()),
    };
    let is_nobody = kind == ParticipantKind::System;
    let mut who =
        Participant { id: sender.id("id"), kind, name: None, email: None, avatar_url: None };
    sender.put_string("displayName", &mut who.name);
    sender.put_string("primaryEmail", &mut who.email);
    let is_named = who.id.is_some() || who.name.is_some() || who.email.is_some();
    (is_named || !is_nobody).then_some(who)
}
