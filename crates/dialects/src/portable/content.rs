//! What a message carries.

#[cfg(feature = "company")]
mod others;

use inbox_model::content::{CardLine, ContactCard, Location};
use inbox_model::{Content, Media, MediaId};

use super::list::list;
use crate::json::{Map, Object, Value};

/// Customers write nothing but text, and are shown no details of a card.
#[cfg(not(feature = "company"))]
mod others {
    use inbox_model::Content;
    use inbox_model::content::CardDetails;

    use crate::json::{Object, Value};

    pub(super) fn details(_: Object<'_>) -> Option<Box<CardDetails>> {
        None
    }

    pub(super) fn write(_: &Content) -> Value {
        Value::Null
    }
}

/// Reads one content; `None` where its kind is unknown here.
pub fn read_content(value: &Value) -> Option<Content> {
    let object = Object::maybe(value)?;
    Some(match object.text("type")? {
        "text" => Content::Text { markdown: object.string("markdown")? },
        "image" => Content::Image(media(object)?),
        "video" => Content::Video(media(object)?),
        "audio" => {
            let voice = object.flag("voice").unwrap_or(false);
            Content::Audio { media: media(object)?, voice }
        }
        "document" => Content::Document(media(object)?),
        "location" => Content::Location(Location {
            latitude: object.number("latitude")?,
            longitude: object.number("longitude")?,
            name: object.string("name"),
            address: object.string("address"),
            url: object.string("url"),
        }),
        "contact_card" => Content::ContactCard(ContactCard {
            name: object.string("name")?,
            phones: object.get("phones").and_then(|items| list(items, line)).unwrap_or_default(),
            emails: object.get("emails").and_then(|items| list(items, line)).unwrap_or_default(),
            organization: object.string("organization"),
            details: others::details(object),
        }),
        _ => return None,
    })
}

/// Reads what a message carries; `None` where one of the contents is of an unknown kind.
pub fn read_contents(value: &Value) -> Option<Vec<Content>> {
    list(value, read_content)
}

/// A text, or one with what it is for.
fn line(value: &Value) -> Option<CardLine> {
    if let Some(text) = value.as_str() {
        return Some(text.into());
    }
    let object = Object::maybe(value)?;
    Some(CardLine { text: object.string("text")?, kind: object.string("kind") })
}

/// Reads a file by itself; `None` where it has no address.
#[cfg(feature = "company")]
pub(crate) fn read_media(value: &Value) -> Option<Media> {
    media(Object::maybe(value)?)
}

fn media(object: Object<'_>) -> Option<Media> {
    let small = |name: &str| object.count(name).and_then(|count| u32::try_from(count).ok());
    let mut media = Media {
        url: object.string("url")?,
        id: object.text("id").map(MediaId::from),
        name: None,
        mime: None,
        bytes: object.count("bytes"),
        width: small("width"),
        height: small("height"),
        duration_ms: object.count("duration_ms"),
        caption: None,
    };
    object.put_string("name", &mut media.name);
    object.put_string("mime", &mut media.mime);
    object.put_string("caption", &mut media.caption);
    Some(media)
}

/// Writes one content. `null` for what is not possible here (see the feature `company`).
pub fn write_content(content: &Content) -> Value {
    let Content::Text { markdown } = content else { return others::write(content) };
    let mut fields = Map::tagged("type", "text");
    fields.set("markdown", markdown.as_str());
    fields.into()
}

/// Writes what a message carries.
pub fn write_contents(contents: &[Content]) -> Value {
    Value::Array(contents.iter().map(write_content).collect())
}
