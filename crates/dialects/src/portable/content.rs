//! What a message carries.

use inbox_model::content::{ContactCard, Location};
use inbox_model::{Content, Media, MediaId};
use serde_json::Value;

use super::fields::{Fields, list, text, texts};
use crate::json::Object;

/// Reads one content; `None` where its kind is unknown here.
pub fn read_content(value: &Value) -> Option<Content> {
    let object = Object::of(value).ok()?;
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
    Some(Media {
        id: object.text("id").map(MediaId::from),
        url: object.string("url")?,
        name: object.string("name"),
        mime: object.string("mime"),
        bytes: object.count("bytes"),
        width: small("width"),
        height: small("height"),
        duration_ms: object.count("duration_ms"),
        caption: object.string("caption"),
    })
}

/// Writes one content.
pub fn write_content(content: &Content) -> Value {
    let fields = match content {
        Content::Text { markdown } => {
            let mut fields = Fields::tagged("type", "text");
            fields.text("markdown", markdown);
            fields
        }
        Content::Image(media) => file("image", media),
        Content::Video(media) => file("video", media),
        Content::Audio { media, voice } => {
            let mut fields = file("audio", media);
            fields.set("voice", Value::Bool(*voice));
            fields
        }
        Content::Document(media) => file("document", media),
        Content::Location(place) => {
            let mut fields = Fields::tagged("type", "location");
            fields.set("latitude", place.latitude.into());
            fields.set("longitude", place.longitude.into());
            fields.optional("name", place.name.as_deref());
            fields.optional("address", place.address.as_deref());
            fields
        }
        Content::ContactCard(card) => {
            let mut fields = Fields::tagged("type", "contact_card");
            fields.text("name", &card.name);
            for (name, list) in [("phones", &card.phones), ("emails", &card.emails)] {
                if !list.is_empty() {
                    fields.set(name, texts(list.iter().map(String::as_str)));
                }
            }
            fields.optional("organization", card.organization.as_deref());
            fields
        }
    };
    fields.done()
}

/// Writes what a message carries.
pub fn write_contents(contents: &[Content]) -> Value {
    Value::Array(contents.iter().map(write_content).collect())
}

fn file(kind: &str, media: &Media) -> Fields {
    let mut fields = Fields::tagged("type", kind);
    fields.optional("id", media.id.as_ref().map(MediaId::as_str));
    fields.text("url", &media.url);
    fields.optional("name", media.name.as_deref());
    fields.optional("mime", media.mime.as_deref());
    fields.optional_count("bytes", media.bytes);
    fields.optional_count("width", media.width.map(u64::from));
    fields.optional_count("height", media.height.map(u64::from));
    fields.optional_count("duration_ms", media.duration_ms);
    fields.optional("caption", media.caption.as_deref());
    fields
}
