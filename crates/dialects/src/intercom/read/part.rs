//! The parts of a conversation: messages, notes and events.

use inbox_model::part::{Message, QuickReply};
use inbox_model::{Content, Event, Media, Part, PartBody, PartId, State, Timestamp};

use super::{company, person, time, words};
use crate::extension;
use crate::html;
use crate::json::{Fault, Object, Value};

/// Reads one part on its own, as the answer to its update.
#[cfg(feature = "company")]
pub(in crate::intercom) fn part(value: &Value) -> Result<Part, Fault> {
    let part = Object::of(value).and_then(|object| from_object(object, Timestamp::default()));
    part.map_err(|fault| fault.within("part"))
}

/// Reads one part. It needs an id and, where times are given, times that can be read; `fallback`
/// is its time where none is. A type that is unknown here, or whose own data cannot be read,
/// becomes a neutral event.
pub(super) fn from_object(object: Object<'_>, fallback: Timestamp) -> Result<Part, Fault> {
    let id: PartId = object.need_id("id")?;
    let created = time::valid(object, "created_at")?;
    let updated = time::valid(object, "updated_at")?;
    let created_at = created.or(updated).unwrap_or(fallback);
    let kind = object.text("part_type").unwrap_or("unknown");
    let body = body(kind, object).unwrap_or_else(|| other(kind, object));
    let author = object.object("author").map(person::author);
    let mut part = Part::new(id, body, author, created_at);
    part.updated_at = updated.unwrap_or(created_at);
    part.redacted = object.flag("redacted").unwrap_or(false);
    company::part(&mut part, object);
    extension::read_part(&mut part, object);
    Ok(part)
}

fn body(kind: &str, object: Object<'_>) -> Option<PartBody> {
    let note = matches!(kind, "note" | "note_and_reopen");
    let says = |message: &Message| !message.contents.is_empty();
    Some(match kind {
        "quick_reply" => quick_replies(object),
        "comment" if object.object("metadata").is_some_and(|more| more.has(CHOSEN)) => {
            PartBody::QuickReplyChosen {
                option_id: object.object("metadata")?.id(CHOSEN)?,
                text: html::text_of(object.text("body").unwrap_or_default()),
            }
        }
        "comment" => PartBody::Message(message(object)),
        _ if note => PartBody::Note(message(object)),
        // Whoever closes, assigns or snoozes may say something to the customer with it: that is
        // worth more than the event, which the conversation's own fields tell too.
        _ if words::read_turn(kind).is_some() => match message(object) {
            message if says(&message) => PartBody::Message(message),
            _ => PartBody::Event(turned(words::read_turn(kind)?, object)),
        },
        _ => PartBody::Event(company::event(kind, object)?),
    })
}

/// Which of the offered answers was chosen.
const CHOSEN: &str = "quick_reply_uuid";

fn quick_replies(object: Object<'_>) -> PartBody {
    let options = object.object("metadata").map(|more| {
        more.each("quick_reply_options", |option| {
            Some(QuickReply { id: option.id("uuid")?, text: option.string("text")? })
        })
    });
    PartBody::QuickReplies { options: options.unwrap_or_default() }
}

fn turned(state: State, object: Object<'_>) -> Event {
    let until = object.object("event_details").and_then(|more| more.time("custom_until_time"));
    Event::StateChanged { state, snoozed_until: until }
}

fn other(kind: &str, object: Object<'_>) -> PartBody {
    let mut data = object.map().clone();
    data.remove(extension::NAME);
    PartBody::Event(Event::Other { name: kind.to_owned(), data: Value::Object(data).to_json() })
}

/// What is said: the words of the HTML, then the files.
pub(super) fn message(object: Object<'_>) -> Message {
    let html = object.string("body").filter(|html| !html.is_empty());
    let markdown = html.as_deref().map(html::text_of).filter(|words| !words.is_empty());
    let mut contents: Vec<_> = markdown.map(Content::text).into_iter().collect();
    contents.extend(object.each("attachments", attachment));
    Message { contents, html, email: false }
}

/// A file. Its type says what kind of content it is; what says nothing is a document.
fn attachment(object: Object<'_>) -> Option<Content> {
    let length = |name: &str| object.count(name).and_then(|value| u32::try_from(value).ok());
    let media = Media {
        url: object.string("url")?,
        name: object.string("name").filter(|name| !name.is_empty()),
        mime: object.string("content_type"),
        bytes: object.count("filesize"),
        width: length("width"),
        height: length("height"),
        ..Media::default()
    };
    let mime = media.mime.as_deref().unwrap_or_default();
    Some(match mime.split('/').next() {
        Some("image") => Content::Image(media),
        Some("video") => Content::Video(media),
        Some("audio") => Content::Audio { media, voice: false },
        _ => Content::Document(media),
    })
}
