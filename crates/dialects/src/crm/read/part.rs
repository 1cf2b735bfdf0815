//! One activity: a message, a note, a call, a draft.

use inbox_model::part::Message;
use inbox_model::{
    Content, Delivery, Media, MediaId, Part, PartBody, PartId, Participant, ParticipantId,
    ParticipantKind, Timestamp,
};

use crate::crm::words;
use crate::extension;
use crate::json::{Fault, Object, Value};

/// Reads one message on its own, as the answer to a reply.
pub(in crate::crm) fn part(value: &Value) -> Result<Part, Fault> {
    Object::of(value).and_then(from_object).map_err(|fault| fault.within("message"))
}

/// Reads one message. It needs an id and, where a time is given, one that can be read.
pub(super) fn from_object(object: Object<'_>) -> Result<Part, Fault> {
    let id: PartId = object.need_id("id")?;
    let at = object.valid_time("occurred_at")?.unwrap_or(Timestamp::default());
    let author_word = object.text("author_type");
    let direction = object.text("direction");
    let inbound = direction.map_or(author_word == Some("contact"), |word| word == "inbound");
    let channel = object.text("channel");
    let note = channel == Some("note") || direction == Some("internal");
    let body = match channel {
        _ if note => PartBody::Note(message(object)),
        #[cfg(feature = "company")]
        Some("call") => super::company::call(object, inbound),
        #[cfg(feature = "company")]
        _ if object.text("status") == Some("suggested") => super::company::draft(message(object)),
        _ => PartBody::Message(message(object)),
    };
    let mut part = Part::new(id, body, author(object, author_word, inbound), at);
    part.channel = channel.filter(|_| !note).map(words::read_channel);
    if part.is_spoken() && !inbound {
        part.delivery = object.text("status").and_then(delivery);
    }
    #[cfg(feature = "company")]
    super::company::part(&mut part, object);
    extension::read_part(&mut part, object);
    Ok(part)
}

/// Which side spoke is known from the direction even where the vendor names nobody.
fn author(object: Object<'_>, word: Option<&str>, inbound: bool) -> Option<Participant> {
    let side = inbound.then_some(ParticipantKind::Customer);
    let kind = word.and_then(words::read_author).or(side)?;
    let mut id: Option<ParticipantId> = object.id("author_id");
    if id.is_none() && kind.is_contact() {
        object.put_id("contact_id", &mut id);
    }
    Some(Participant { id, kind, name: None, email: None, avatar_url: None })
}

fn message(object: Object<'_>) -> Message {
    let text = object.string("body").filter(|text| !text.is_empty());
    let mut contents: Vec<_> = text.map(Content::text).into_iter().collect();
    contents.extend(object.each("media", |file| media(file).map(Content::of_file)));
    Message::new(contents)
}

/// Reads a stored file; `None` where it has no address.
pub(in crate::crm) fn media(object: Object<'_>) -> Option<Media> {
    let mut media = Media {
        id: object.id::<MediaId>("id"),
        url: object.string("url")?,
        bytes: object.count("size"),
        ..Media::default()
    };
    object.put_string("filename", &mut media.name);
    object.put_string("mime_type", &mut media.mime);
    Some(media)
}

fn delivery(word: &str) -> Option<Delivery> {
    Some(match word {
        "queued" => Delivery::Created,
        "sent" => Delivery::Sent,
        "delivered" => Delivery::Delivered,
        // The vendor tells no reason.
        "failed" => Delivery::Failed { code: "failed".to_owned() },
        _ => return None,
    })
}
