//! One message, as a part of the thread.

use inbox_model::part::Message;
use inbox_model::{
    Delivery, Event, Part, PartBody, PartId, Participant, ParticipantKind, Timestamp,
};

use super::{company, content};
use crate::extension;
use crate::json::{Fault, Object, Value};
use crate::voicebot::words;

/// Reads one message. It needs an id and, where times are given, times that can be read. `people` are
/// those of whom the conversation tells, `fallback` is the time of what has none.
pub(super) fn from_object(
    object: Object<'_>,
    people: &[Participant],
    fallback: Timestamp,
) -> Result<Part, Fault> {
    let id: PartId = object.need_id("id")?;
    let at = object.valid_time("sent_at")?.unwrap_or(fallback);
    let author = author(object, people);
    let inbound = author.kind.is_contact();
    let mut part = Part::new(id, body(object), Some(author), at);
    let word = object.text("status").unwrap_or_default();
    part.delivery = match word {
        "error" => Some(Delivery::Failed { code: error_code(object) }),
        // The status of what came in says whether the company has read it.
        _ if inbound => None,
        word => words::read_delivery(word),
    };
    company::part(&mut part, object);
    extension::read_part(&mut part, object);
    Ok(part)
}

/// The vendor tells the side, and of an agent the id. The rest is what the conversation tells of them.
fn author(object: Object<'_>, people: &[Participant]) -> Participant {
    let kind = match object.text("from") {
        Some("customer") => ParticipantKind::Customer,
        // Sent from the business number by nobody in person.
        Some("agent") if object.get("user_id").is_none() => ParticipantKind::Bot,
        Some("agent") => ParticipantKind::Agent,
        Some("system") | None => ParticipantKind::System,
        Some(other) => ParticipantKind::Other(other.to_owned()),
    };
    let mut who = Participant { id: None, kind, name: None, email: None, avatar_url: None };
    if who.kind.is_company() {
        object.put_id("user_id", &mut who.id);
    }
    let is_it = |one: &&Participant| {
        if who.kind.is_contact() { one.kind.is_contact() } else { one.is_same(&who) }
    };
    people.iter().find(is_it).cloned().unwrap_or(who)
}

/// The kind of the newest error, in the model's spelling.
fn error_code(object: Object<'_>) -> String {
    let kind = object.object("latest_error").and_then(|error| error.text("type"));
    kind.unwrap_or("other").replace('-', "_")
}

/// A message of which one content cannot be read would say something else without it: it is a neutral
/// event with all its data.
fn body(object: Object<'_>) -> PartBody {
    let read = object.items("contents").iter().map(content::read);
    if let Some(contents) = read.collect() {
        return PartBody::Message(Message::new(contents));
    }
    let mut data = object.map().clone();
    data.remove(extension::NAME);
    let data = Value::Object(data).to_json();
    PartBody::Event(Event::Other { name: "message".to_owned(), data })
}
