//! What a message carries, of all seven kinds.

#[cfg(feature = "company")]
mod card;

use inbox_model::content::{CardLine, ContactCard, Location, is_file_address};
use inbox_model::{Content, Media};

use crate::json::{self, Object, Value};

/// Customers are shown no details of a card.
#[cfg(not(feature = "company"))]
mod card {
    use inbox_model::content::CardDetails;

    use crate::json::Object;

    pub(super) fn details(_: Object<'_>, _: Object<'_>) -> Option<Box<CardDetails>> {
        None
    }
}

/// Reads one content; `None` where its kind is unknown and it has no file either.
pub(super) fn read(value: &Value) -> Option<Content> {
    let object = Object::maybe(value)?;
    let kind = object.text("type")?;
    Some(match kind {
        "text" => Content::Text { markdown: object.string("content")? },
        "image" => Content::Image(file(object)),
        "video" => Content::Video(file(object)),
        "audio" => {
            Content::Audio { media: file(object), voice: object.flag("voice").unwrap_or(false) }
        }
        "document" => {
            let mut media = file(object);
            if let Some(name) = object.string("filename") {
                media.name = Some(name);
            }
            Content::Document(media)
        }
        "location" => Content::Location(Location {
            latitude: degrees(object, "latitude", 90.0)?,
            longitude: degrees(object, "longitude", 180.0)?,
            name: object.string("name"),
            address: object.string("address"),
            url: object.string("url").filter(|url| is_file_address(url)),
        }),
        "contact" => Content::ContactCard(card(object)?),
        // A kind that is new here, and a file that can be opened all the same.
        kind => {
            let mut media = file(object);
            if media.url.is_empty() {
                return None;
            }
            media.name.get_or_insert_with(|| kind.to_owned());
            Content::Document(media)
        }
    })
}

/// A file that is there without a token goes before one that needs it: pictures are asked for
/// without.
fn file(object: Object<'_>) -> Media {
    let url = object.string("public_download_url").or_else(|| object.string("download_url"));
    let mut media = Media {
        id: object.id("uuid"),
        url: url.unwrap_or_default(),
        bytes: object.count("size"),
        ..Media::default()
    };
    object.put_string("name", &mut media.name);
    object.put_string("mime_type", &mut media.mime);
    object.put_string("caption", &mut media.caption);
    media
}

/// Degrees are texts here. A number is as good; what lies beyond the globe is no place.
fn degrees(object: Object<'_>, name: &str, most: f64) -> Option<f64> {
    let degrees = match object.text(name) {
        Some(text) => json::parse(text.trim(), name).ok()?.as_number()?.as_f64()?,
        None => object.number(name)?,
    };
    (-most..=most).contains(&degrees).then_some(degrees)
}

fn card(object: Object<'_>) -> Option<ContactCard> {
    let name = object.object("name")?;
    let lines = |list: &str, member: &str| {
        object.each(list, |entry| {
            Some(CardLine { text: entry.string(member)?, kind: entry.string("type") })
        })
    };
    let organization = object.object("org").and_then(|org| org.string("company"));
    Some(ContactCard {
        name: full_name(name),
        phones: lines("phones", "phone"),
        emails: lines("emails", "email"),
        organization,
        details: card::details(object, name),
    })
}

/// The name as it is written out, else what it is made of.
fn full_name(name: Object<'_>) -> String {
    if let Some(whole) = name.string("formatted_name") {
        return whole;
    }
    let pieces = ["prefix", "first_name", "middle_name", "last_name", "suffix"];
    let pieces: Vec<_> = pieces.iter().filter_map(|piece| name.text(piece)).collect();
    pieces.join(" ")
}
