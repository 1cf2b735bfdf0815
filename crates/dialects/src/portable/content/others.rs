//! Files, places and contact cards, as they are written.

mod card;

use inbox_model::content::CardLine;
use inbox_model::{Content, Media, MediaId};

pub(super) use card::details;

use crate::json::{Map, Value};

pub(super) fn write(content: &Content) -> Value {
    let fields = match content {
        // Written before.
        Content::Text { .. } => return Value::Null,
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
            fields.set_some("url", place.url.as_deref());
            fields
        }
        Content::ContactCard(card) => {
            let mut fields = Map::tagged("type", "contact_card");
            fields.set("name", card.name.as_str());
            for (name, lines) in [("phones", &card.phones), ("emails", &card.emails)] {
                if !lines.is_empty() {
                    fields.set(name, Value::Array(lines.iter().map(line).collect()));
                }
            }
            fields.set_some("organization", card.organization.as_deref());
            if let Some(details) = &card.details {
                fields.set("details", card::write(details));
            }
            fields
        }
    };
    fields.into()
}

fn line(line: &CardLine) -> Value {
    let Some(kind) = &line.kind else { return line.text.as_str().into() };
    let mut fields = Map::default();
    fields.set("text", line.text.as_str());
    fields.set("kind", kind.as_str());
    fields.into()
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
