//! Files, places and contact cards.

use inbox_model::content::{ContactCard, Location};
use inbox_model::{Content, Media};

use super::{link, plain};
use crate::json::decimal;

/// Adds what is no text.
pub(super) fn add(blocks: &mut String, content: &Content) {
    match content {
        Content::Text { markdown } => super::add(blocks, markdown),
        Content::Image(media) => add_file(blocks, media, None),
        Content::Video(media) => add_file(blocks, media, Some("Video")),
        Content::Audio { media, voice } => {
            let fallback = if *voice { "Voice message" } else { "Audio" };
            add_file(blocks, media, Some(fallback));
        }
        Content::Document(media) => add_file(blocks, media, Some("File")),
        Content::Location(place) => add_place(blocks, place),
        Content::ContactCard(card) => super::add(blocks, &card_block(card)),
    }
}

/// A file under its name, or under `fallback`; without a fallback it is a picture.
fn add_file(blocks: &mut String, media: &Media, fallback: Option<&str>) {
    let name = media.name.as_deref().filter(|name| fallback.is_none() || !name.trim().is_empty());
    let link = link(name.or(fallback).unwrap_or_default(), &media.url);
    super::add(blocks, &[if fallback.is_none() { "!" } else { "" }, &link].concat());
    add_plain(blocks, media.caption.as_deref());
}

fn add_plain(blocks: &mut String, text: Option<&str>) {
    if let Some(text) = text {
        super::add(blocks, &plain(text));
    }
}

fn add_place(blocks: &mut String, place: &Location) {
    let (latitude, longitude) = (decimal(place.latitude), decimal(place.longitude));
    let name = place.name.as_deref().filter(|name| !name.trim().is_empty());
    let name = name.map_or_else(|| [&latitude, ", ", &longitude].concat(), str::to_owned);
    let map = ["https://www.openstreetmap.org/?mlat=", &latitude, "&mlon=", &longitude].concat();
    super::add(blocks, &link(&name, &map));
    add_plain(blocks, place.address.as_deref());
}

fn card_block(card: &ContactCard) -> String {
    let mut block = ["**", &plain(&card.name), "**"].concat();
    let mut line = |label: &str, text: &str| {
        for piece in ["  \n", label, &plain(text)] {
            block.push_str(piece);
        }
    };
    let details = card.details.as_deref();
    let job = details.and_then(|details| details.job_title.as_ref());
    let department = details.and_then(|details| details.department.as_ref());
    for text in [job, department, card.organization.as_ref()].into_iter().flatten() {
        line("", text);
    }
    for (label, list) in [("Phone: ", &card.phones), ("E-mail: ", &card.emails)] {
        for one in list {
            line(label, &one.text);
        }
    }
    for address in details.iter().flat_map(|details| &details.addresses) {
        line("", &address.line());
    }
    block
}
