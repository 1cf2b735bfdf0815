//! Commands that only the company's people give, and contents that only they send.

mod card;

use inbox_model::{Command, Content, Media, MediaId, PartId, ParticipantId};

use super::on_conversation;
use crate::dialect::{ListQuery, Who};
use crate::error::DialectError;
use crate::http::{Method, Request};
use crate::json::{self, Map, Value};
use crate::portable;
use crate::url::encode;

/// Adds what narrows a list down.
pub(super) fn filters(query: &ListQuery, add: &mut dyn FnMut(&str, &str)) {
    if !query.tags.is_empty() {
        let ids: Vec<_> = query.tags.iter().map(|id| encode(id.as_str())).collect();
        add("tags", &ids.join(","));
    }
    if let Some(state) = query.state {
        add("state", portable::write_state(state));
    }
    if let Some(assignee) = &query.assignee {
        add("user_id", &encode(assignee.as_ref().map_or("none", ParticipantId::as_str)));
    }
    let flags = [
        ("unread", query.unread),
        ("starred", query.starred),
        ("archived", query.archived),
        ("overdue", query.overdue),
    ];
    for (name, _) in flags.iter().filter(|(_, on)| *on == Some(true)) {
        add(name, "true");
    }
    if let Some(search) = &query.search {
        add("search", &encode(search));
    }
}

pub(super) fn command(who: &Who<'_>, command: &Command) -> Result<Request, DialectError> {
    let mut body = Map::default();
    match command {
        Command::Assign { agent: Some(agent), team: None } => {
            body.set("user_id", agent.as_ref().map(number).transpose()?.unwrap_or_default());
        }
        Command::Close => body.set("status", "done"),
        Command::Reopen | Command::SetInProgress { on: false } => body.set("status", "to-do"),
        Command::SetInProgress { on: true } => body.set("status", "in-progress"),
        // The vendor chooses the template.
        Command::Restart { .. } => return Ok(on_conversation(who, Method::Post, "/restart", body)),
        Command::React { part, emoji } => {
            body.set("reaction", emoji.as_deref());
            let tail = ["/messages/", &encode(part.as_str()), "/set-reaction"].concat();
            return Ok(on_conversation(who, Method::Post, &tail, body));
        }
        _ => return Err(DialectError::Unsupported),
    }
    Ok(on_conversation(who, Method::Patch, "", body))
}

/// The vendor's ids are numbers. What is none was not made for it.
fn number(id: &ParticipantId) -> Result<Value, DialectError> {
    whole(id.as_str())
}

fn whole(id: &str) -> Result<Value, DialectError> {
    let number = id.parse::<u64>().ok();
    number.map(Value::from).ok_or(DialectError::Unsupported)
}

/// Adds what the envelope says. The vendor sends as the conversation began, under no subject.
pub(super) fn seal(body: &mut Map, command: &Command) -> Result<(), DialectError> {
    let Command::Reply { envelope, .. } = command else { return Ok(()) };
    if envelope.channel.is_some() || envelope.subject.is_some() || envelope.external_id.is_some() {
        return Err(DialectError::Unsupported);
    }
    if let Some(part) = &envelope.reply_to {
        body.set("reference_id", reference(part)?);
    }
    Ok(())
}

fn reference(part: &PartId) -> Result<Value, DialectError> {
    whole(part.as_str())
}

/// Adds what is said. One content can be sent; a text beside a file is its caption.
pub(super) fn say(body: &mut Map, contents: &[Content]) -> Result<(), DialectError> {
    let content = match contents {
        [content] => content.clone(),
        [Content::Text { markdown }, file] | [file, Content::Text { markdown }] => {
            captioned(file, markdown).ok_or(DialectError::Unsupported)?
        }
        _ => return Err(DialectError::Unsupported),
    };
    let kind = kind_of(&content);
    body.set("type", kind);
    match &content {
        Content::Text { markdown } => body.set(kind, Map::tagged("content", markdown)),
        Content::Image(media) | Content::Video(media) => {
            body.set(kind, caption(media));
            body.set("file", file(media));
        }
        Content::Audio { media, voice } => {
            let mut fields = Map::default();
            fields.set("voice", *voice);
            body.set(kind, fields);
            body.set("file", file(media));
        }
        Content::Document(media) => {
            let mut fields = caption(media);
            fields.set_some("filename", media.name.as_deref());
            body.set(kind, fields);
            body.set("file", file(media));
        }
        Content::Location(place) => {
            let mut fields = Map::tagged("type", kind);
            fields.set("latitude", json::decimal(place.latitude));
            fields.set("longitude", json::decimal(place.longitude));
            fields.set_some("name", place.name.as_deref());
            fields.set_some("address", place.address.as_deref());
            fields.set_some("url", place.url.as_deref());
            body.set(kind, fields);
        }
        Content::ContactCard(of) => body.set(kind, card::write(of)),
    }
    // The form has no room for a picture's size or a recording's length.
    let mut extension = Map::default();
    extension.set("contents", portable::write_contents(&[content]));
    body.set(crate::extension::NAME, extension);
    Ok(())
}

fn kind_of(content: &Content) -> &'static str {
    match content {
        Content::Text { .. } => "text",
        Content::Image(_) => "image",
        Content::Video(_) => "video",
        Content::Audio { .. } => "audio",
        Content::Document(_) => "document",
        Content::Location(_) => "location",
        Content::ContactCard(_) => "contact",
    }
}

/// The file with a text under it; `None` where it has one already or can have none.
fn captioned(content: &Content, text: &str) -> Option<Content> {
    let mut content = content.clone();
    match &mut content {
        Content::Image(media) | Content::Video(media) | Content::Document(media)
            if media.caption.is_none() =>
        {
            media.caption = Some(text.to_owned());
        }
        _ => return None,
    }
    Some(content)
}

fn caption(media: &Media) -> Map {
    let mut fields = Map::default();
    fields.set_some("caption", media.caption.as_deref());
    fields
}

fn file(media: &Media) -> Map {
    let mut fields = Map::default();
    fields.set("url", media.url.as_str());
    fields.set_some("mime_type", media.mime.as_deref());
    if let Some(bytes) = media.bytes {
        fields.set("size", bytes);
    }
    fields.set_some("internal_uuid", media.id.as_ref().map(MediaId::as_str));
    fields
}
