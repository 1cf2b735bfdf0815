//! What a message carries.

mod card;

use inbox_model::content::Location;
use inbox_model::{Content, Media, MediaId, PartBody};

use super::super::wire;
use crate::json;

/// What a part says. Only messages do; an answer that was chosen is its text, and answers to choose
/// from are a list.
pub(super) fn of_part(body: &PartBody) -> Vec<wire::Content> {
    match body {
        PartBody::Message(message) => message.contents.iter().map(one).collect(),
        PartBody::QuickReplyChosen { text, .. } => {
            vec![wire::Content::Text { content: text.clone() }]
        }
        PartBody::QuickReplies { options } => {
            let lines: Vec<_> = options.iter().map(|option| format!("- {}", option.text)).collect();
            vec![wire::Content::Text { content: lines.join("\n") }]
        }
        _ => Vec::new(),
    }
}

fn one(content: &Content) -> wire::Content {
    match content {
        Content::Text { markdown } => wire::Content::Text { content: markdown.clone() },
        Content::Image(media) => wire::Content::Image(file(media)),
        Content::Video(media) => wire::Content::Video(file(media)),
        Content::Audio { media, voice } => {
            wire::Content::Audio { file: file(media), voice: *voice }
        }
        Content::Document(media) => {
            wire::Content::Document { file: file(media), filename: media.name.clone() }
        }
        Content::Location(place) => wire::Content::Location(location(place)),
        Content::ContactCard(of) => wire::Content::Contact(card::write(of)),
    }
}

fn file(media: &Media) -> wire::FileContent {
    wire::FileContent {
        has_file: true,
        uuid: media.id.as_ref().map(MediaId::to_string),
        name: media.name.clone(),
        mime_type: media.mime.clone(),
        size: media.bytes,
        download_url: media.url.clone(),
        caption: media.caption.clone(),
    }
}

fn location(place: &Location) -> wire::LocationContent {
    wire::LocationContent {
        latitude: json::decimal(place.latitude),
        longitude: json::decimal(place.longitude),
        address: place.address.clone(),
        name: place.name.clone(),
        url: place.url.clone(),
    }
}
