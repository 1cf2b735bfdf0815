//! Requests' bodies. What cannot be read is a 422, as the contract has it.

use inbox_model::{Command, Content, Media};
use serde::de::DeserializeOwned;

use super::error::WireError;
use super::wire::{self, Status};
use crate::json::Object;
use crate::portable;
use crate::voicebot::read;

/// `PATCH /conversations/{id}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UpdateRequest {
    /// Where it stands from now on.
    pub status: Option<Status>,
    /// Who manages it from now on, by number; nobody for the inner `None`.
    pub user_id: Option<Option<u64>>,
}

impl UpdateRequest {
    /// What the status asks of a conversation that is `state` and `in_progress`: what it is already
    /// is left alone. Pending and snoozed are to do, so asking for that makes them open.
    pub fn commands(&self, state: inbox_model::State, in_progress: bool) -> Vec<Command> {
        let Some(status) = self.status else { return Vec::new() };
        let mut commands = Vec::new();
        if status == Status::Done {
            commands.push(Command::Close);
            return commands;
        }
        if state != inbox_model::State::Open {
            commands.push(Command::Reopen);
        }
        let on = status == Status::InProgress;
        if on != in_progress {
            commands.push(Command::SetInProgress { on });
        }
        commands
    }
}

/// Reads the body of `PATCH /conversations/{id}`. What is left out stays as it is.
///
/// # Errors
/// 422.
pub fn read_update(body: &str) -> Result<UpdateRequest, WireError> {
    let body: wire::UpdateConversation = body_of(body)?;
    let user_id = body.user_id.map(|id| id.map(|id| number(id, "user_id")).transpose());
    Ok(UpdateRequest { status: body.status, user_id: user_id.transpose()? })
}

/// `POST /conversations/{id}/mark-read`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkReadRequest {
    /// Whether the channel is told too.
    pub mark_external: bool,
}

/// Reads the body of `POST /conversations/{id}/mark-read`, which may be missing.
///
/// # Errors
/// 422.
pub fn read_mark_read(body: &str) -> Result<MarkReadRequest, WireError> {
    let body: wire::MarkRead = optional_body_of(body)?;
    Ok(MarkReadRequest { mark_external: body.mark_external })
}

/// `POST /conversations/{id}/messages/{messageId}/set-reaction`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetReactionRequest {
    /// A single emoji; `None` removes the reaction.
    pub reaction: Option<String>,
}

/// Reads the body of set-reaction, which may be missing. Whether it is an emoji the model decides.
///
/// # Errors
/// 422.
pub fn read_set_reaction(body: &str) -> Result<SetReactionRequest, WireError> {
    let body: wire::SetReaction = optional_body_of(body)?;
    Ok(SetReactionRequest { reaction: body.reaction })
}

/// `POST /conversations/{id}/messages`.
#[derive(Clone, Debug, PartialEq)]
pub struct CreateMessageRequest {
    /// What is said: one content can be sent, though many may be received.
    pub content: Content,
    /// The message that it refers to, by number.
    pub reference_id: Option<u64>,
}

/// Reads the body of `POST /conversations/{id}/messages`.
///
/// # Errors
/// 422, with the field at fault.
pub fn read_create_message(body: &str) -> Result<CreateMessageRequest, WireError> {
    let body: wire::CreateMessage = body_of(body)?;
    let reference_id = body.reference_id.map(|id| number(id, "reference_id")).transpose()?;
    let plain = content_of(&body)?;
    let content = own_content(&body, &plain)?.unwrap_or(plain);
    if content.media().is_some() && !content.is_sound() {
        return Err(WireError::invalid("A file is at an https or http address.").with_field("file"));
    }
    Ok(CreateMessageRequest { content, reference_id })
}

fn content_of(body: &wire::CreateMessage) -> Result<Content, WireError> {
    let missing = || {
        let message = format!("What a message of type {} carries is missing.", body.kind);
        WireError::invalid(message).with_field(body.kind.as_str())
    };
    Ok(match body.kind.as_str() {
        "text" => Content::text(body.text.clone().ok_or_else(missing)?.content),
        "image" => Content::Image(file(body, body.image.clone().unwrap_or_default().caption)?),
        "video" => Content::Video(file(body, body.video.clone().unwrap_or_default().caption)?),
        "audio" => {
            Content::Audio { media: file(body, None)?, voice: body.audio.unwrap_or_default().voice }
        }
        "document" => {
            let document = body.document.clone().unwrap_or_default();
            Content::Document(Media { name: document.filename, ..file(body, document.caption)? })
        }
        "location" => location(body.location.as_ref().ok_or_else(missing)?)?,
        "contact" => card(body.contact.as_ref().ok_or_else(missing)?)?,
        _ => {
            let kinds = "type is one of text, image, video, audio, document, location, contact.";
            return Err(WireError::invalid(kinds).with_field("type"));
        }
    })
}

fn file(body: &wire::CreateMessage, caption: Option<String>) -> Result<Media, WireError> {
    let missing = || WireError::invalid("The file is missing.").with_field("file");
    let file = body.file.clone().filter(|file| !file.url.is_empty()).ok_or_else(missing)?;
    Ok(Media {
        id: file.internal_uuid.map(Into::into),
        url: file.url,
        mime: file.mime_type,
        bytes: file.size,
        caption,
        ..Media::default()
    })
}

fn location(place: &wire::LocationContent) -> Result<Content, WireError> {
    let value = serde_json::json!({
        "type": "location", "latitude": place.latitude, "longitude": place.longitude,
        "name": place.name, "address": place.address, "url": place.url,
    });
    let message = "latitude and longitude are degrees, written as texts.";
    read::content(&(&value).into())
        .ok_or_else(|| WireError::invalid(message).with_field("location"))
}

/// The card as our client reads it.
fn card(contact: &wire::ContactContent) -> Result<Content, WireError> {
    let wrong = || WireError::invalid("This is no contact card.").with_field("contact");
    let mut value = serde_json::to_value(contact).map_err(|_| wrong())?;
    if let Some(object) = value.as_object_mut() {
        object.insert("type".to_owned(), "contact".into());
    }
    read::content(&(&value).into()).ok_or_else(wrong)
}

/// The content as our own client adds it, with what the vendor's form has no room for. It must be of
/// the same kind: the two are one message.
fn own_content(body: &wire::CreateMessage, plain: &Content) -> Result<Option<Content>, WireError> {
    let Some(given) = body.inbox.as_ref().and_then(|inbox| inbox.get("contents")) else {
        return Ok(None);
    };
    let read = portable::read_contents(&given.into()).unwrap_or_default();
    let same = |content: &Content| {
        std::mem::discriminant(content) == std::mem::discriminant(plain)
            && content.media().map(|media| &media.url) == plain.media().map(|media| &media.url)
            && content.is_sound()
    };
    match read.as_slice() {
        [content] if same(content) => Ok(Some(content.clone())),
        _ => {
            let message = "inbox.contents is the one content of this message.";
            Err(WireError::invalid(message).with_field("inbox.contents"))
        }
    }
}

fn number(id: i64, field: &str) -> Result<u64, WireError> {
    u64::try_from(id).map_err(|_| WireError::invalid("An ID is not negative.").with_field(field))
}

fn body_of<T: DeserializeOwned>(body: &str) -> Result<T, WireError> {
    let value = crate::json::parse(body, "body");
    if value.is_ok_and(|value| Object::maybe(&value).is_none()) {
        return Err(WireError::invalid("The body is an object."));
    }
    serde_json::from_str(body)
        .map_err(|error| WireError::invalid(format!("The body cannot be read: {error}.")))
}

fn optional_body_of<T: DeserializeOwned + Default>(body: &str) -> Result<T, WireError> {
    if body.trim().is_empty() { Ok(T::default()) } else { body_of(body) }
}
