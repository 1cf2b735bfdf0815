//! What a message carries.

use inbox_model::content::{ContactCard, Location};
use inbox_model::{Content, Media, MediaId};

use super::list::{list, text};
use crate::json::{Map, Object, Value};

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
        }),
        "contact_card" => Content::ContactCard(ContactCard {
            name: object.string("name")?,
            phones: object.get("phones").and_then(|items| list(items, text)).unwrap_or_default(),
            emails: object.get("emails").and_then(|items| list(items, text)).unwrap_or_default(),
            organization: object.string("organization"),
        }),
        _ => return None,
    })
}

/// Reads what a message carries; `None` where one of the contents is of an unknown kind.
pub fn read_contents(value: &Value) -> Option<Vec<Content>> {
    list(value, read_content)
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

/// Writes one content.
pub fn write_content(content: &Content) -> Value {
    let fields = match content {
        Content::Text { markdown } => {
            let mut fields = Map::tagged("type", "text");
            fields.set("markdown", markdown.as_str());
            fields
        }
        Content::Image(media) => file("image", media),
        Content::Video(media) => file("video", media),
        Content::Audio { media, voice } => {
            let mut fields = file("audio", media);
            fields.set("voice", *voice);
            fields
        }
        Content::Document(media) => file("document", media),
        Content::Location(place) => {
            let mut fields = Map::tagged("type", "location");
            fields.set("latitude", place.latitude);
            fields.set("longitude", place.longitude);
            fields.set_some("name", place.name.as_deref());
            fields.set_some("address", place.address.as_deref());
            fields
        }
        Content::ContactCard(card) => {
            let mut fields = Map::tagged("type", "contact_card");
            fields.set("name", card.name.as_str());
            for (name, list) in [("phones", &card.phones), ("emails", &card.emails)] {
                if !list.is_empty() {
                    fields.set(name, list.iter().map(String::as_str).collect::<Value>());
                }
            }
            fields.set_some("organization", card.organization.as_deref());
            fields
        }
    };
    fields.into()
}

/// Writes what a message carries.
pub fn write_contents(contents: &[Content]) -> Value {
    Value::Array(contents.iter().map(write_content).collect())
}

fn file(kind: &str, media: &Media) -> Map {
    let mut fields = Map::tagged("type", kind);
    fields.set_some("id", media.id.as_ref().map(MediaId::as_str));
    fields.set("url", media.url.as_str());
    fields.set_some("name", media.name.as_deref());
    fields.set_some("mime", media.mime.as_deref());
    for (name, number) in [
        ("bytes", media.bytes),
        ("width", media.width.map(u64::from)),
        ("height", media.height.map(u64::from)),
        ("duration_ms", media.duration_ms),
    ] {
        if let Some(number) = number {
            fields.set(name, number);
        }
    }
    fields.set_some("caption", media.caption.as_deref());
    fields
}
