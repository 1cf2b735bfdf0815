//! Request bodies as typed values, with the store's own ids.

use inbox_model::command::Envelope;
use inbox_model::validate::{Fault, Problem, TextLimit, line};
use inbox_model::{Channel, Content, Media, MediaId, ParticipantId};

use super::error::WireError;
use crate::ids::text_of_uuid;
use crate::json::{self, Object, Value};
use crate::portable;

/// The subject of an e-mail.
const SUBJECT: TextLimit = TextLimit::characters(255);
/// A channel's own id.
const EXTERNAL_ID: TextLimit = TextLimit::characters(255);
/// Most files in one message.
const FILES: usize = 20;

/// The store's own id behind one on the wire; `None` where that was never given out.
pub fn own_id(uuid: &str) -> Option<String> {
    text_of_uuid(uuid)
}

/// `POST /conversations/{conversation_id}/messages`.
#[derive(Clone, Debug, PartialEq)]
pub struct SendRequest {
    /// How it is sent. Without a channel as the thread is held.
    pub envelope: Envelope,
    /// What is said. Files with an id are to be taken from the store, whatever else is said of them.
    pub contents: Vec<Content>,
}

/// `POST /contacts/{contact_id}/conversations`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OpenRequest {
    /// By which channel, if one is named.
    pub channel: Option<Channel>,
    /// What is said at once; empty where nothing is.
    pub contents: Vec<Content>,
}

/// `POST …/suggestions/{activity_id}/send`, which has no body but our own client's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SuggestionRequest {
    /// How it is sent. Without a channel as the thread is held.
    pub envelope: Envelope,
}

/// Reads the body of a message to send.
///
/// # Errors
/// 422, with the field.
pub fn read_send(body: &str) -> Result<SendRequest, WireError> {
    let value = body_of(body)?;
    let object = root(&value)?;
    let channel = match object.get("channel").map(Value::as_str) {
        Some(Some("sms")) => Channel::Sms,
        Some(Some("email")) => Channel::Email,
        None => return Err(WireError::invalid("channel", "This field is required.")),
        Some(_) => return Err(WireError::invalid("channel", "Only sms and email can be sent.")),
    };
    let text = match object.get("body") {
        None => return Err(WireError::invalid("body", "This field is required.")),
        Some(Value::String(text)) if !text.trim().is_empty() => text,
        Some(_) => return Err(WireError::invalid("body", "This is a text that is not empty.")),
    };
    let subject = short(object, "subject", SUBJECT)?;
    if subject.is_some() && channel != Channel::Email {
        return Err(WireError::invalid("subject", "Only an e-mail has a subject."));
    }
    let external_id = short(object, "provider_message_id", EXTERNAL_ID)?;
    let files = files(object)?;
    let extension = object.object("inbox");
    let contents = match extension.and_then(|inbox| inbox.get("contents")) {
        Some(given) => read_contents(given)?,
        None => std::iter::once(Content::text(text.clone())).chain(files).collect(),
    };
    // The vendor has two words for the channel, and our own client the true one.
    let told = extension.and_then(|inbox| inbox.nullable("channel", Value::as_str));
    let channel = match told {
        None => Some(channel),
        Some(word) => word.map(portable::read_channel),
    };
    let draft = extension.and_then(|inbox| inbox.text("suggestion"));
    let no_draft = || WireError::invalid("inbox.suggestion", "This is the id of a suggestion.");
    let draft = draft.map(|uuid| own_id(uuid).ok_or_else(no_draft)).transpose()?;
    let suggestion = draft.map(Into::into);
    let envelope = Envelope { channel, subject, reply_to: None, external_id, suggestion };
    Ok(SendRequest { envelope, contents })
}

/// Reads the body of a thread to open, which may be missing.
///
/// # Errors
/// 400, with the field.
pub fn read_open(body: &str) -> Result<OpenRequest, WireError> {
    if body.trim().is_empty() {
        return Ok(OpenRequest::default());
    }
    open(body).map_err(WireError::as_bad_request)
}

fn open(body: &str) -> Result<OpenRequest, WireError> {
    let value = body_of(body)?;
    let object = root(&value)?;
    let channel = match object.map().get("channel").map(Value::as_str) {
        None => None,
        Some(Some("sms")) => Some(Channel::Sms),
        Some(Some("email")) => Some(Channel::Email),
        Some(_) => return Err(WireError::invalid("channel", "This is sms or email.")),
    };
    let given = object.object("inbox").and_then(|inbox| inbox.get("contents"));
    let contents = given.map(read_contents).transpose()?.unwrap_or_default();
    Ok(OpenRequest { channel, contents })
}

/// Reads how a draft is to be sent; the body may be missing.
///
/// # Errors
/// 400, with the field.
pub fn read_suggestion(body: &str) -> Result<SuggestionRequest, WireError> {
    if body.trim().is_empty() {
        return Ok(SuggestionRequest::default());
    }
    let value = body_of(body).map_err(WireError::as_bad_request)?;
    let object = root(&value).map_err(WireError::as_bad_request)?;
    let Some(inbox) = object.object("inbox") else { return Ok(SuggestionRequest::default()) };
    let subject = short(inbox, "subject", SUBJECT).map_err(WireError::as_bad_request)?;
    let channel = inbox.text("channel").map(portable::read_channel);
    Ok(SuggestionRequest { envelope: Envelope { channel, subject, ..Envelope::default() } })
}

/// Reads to whom a thread is assigned; `None` unassigns.
///
/// # Errors
/// 422, with the field.
pub fn read_assign(body: &str) -> Result<Option<ParticipantId>, WireError> {
    let value = body_of(body)?;
    match root(&value)?.map().get("assigned_to") {
        None => Err(WireError::invalid("assigned_to", "This field is required.")),
        Some(Value::Null) => Ok(None),
        Some(Value::String(uuid)) => {
            // One that was never given out is nobody's, as one of another organisation is.
            own_id(uuid).map(|id| Some(id.into())).ok_or_else(not_a_member)
        }
        Some(_) => Err(WireError::invalid("assigned_to", "This is a UUID or null.")),
    }
}

/// 422: whoever is named is no member of the organisation.
pub fn not_a_member() -> WireError {
    WireError::invalid("assigned_to", "This is not a member of the organisation.")
        .with_code("not_a_member")
}

/// Reads whether a thread is put away.
///
/// # Errors
/// 400, with the field.
pub fn read_archive(body: &str) -> Result<bool, WireError> {
    let read = || -> Result<bool, WireError> {
        let value = body_of(body)?;
        let archived = root(&value)?.get("archived").and_then(Value::as_bool);
        archived.ok_or_else(|| WireError::invalid("archived", "This is true or false."))
    };
    read().map_err(WireError::as_bad_request)
}

/// A body as JSON.
pub(super) fn body_of(body: &str) -> Result<Value, WireError> {
    json::parse(body, "body").map_err(|_| WireError::invalid("", "The body is not JSON."))
}

/// The object that a body is.
pub(super) fn root(value: &Value) -> Result<Object<'_>, WireError> {
    Object::of(value).map_err(|_| WireError::invalid("", "The body is not an object."))
}

/// A line of text of limited length, if there is one.
fn short(object: Object<'_>, name: &str, longest: TextLimit) -> Result<Option<String>, WireError> {
    let Some(value) = object.get(name) else { return Ok(None) };
    let text = value.as_str().ok_or_else(|| WireError::invalid(name, "This is a text."))?;
    match line::check(text, longest) {
        faults if faults.is_empty() => Ok(Some(text.to_owned())),
        // Nothing to see is nothing said.
        faults if faults == [Fault::Empty] => Ok(None),
        faults => {
            let problems: Vec<_> =
                faults.into_iter().map(|fault| Problem::at(name, fault)).collect();
            Err(WireError::invalid_fields(&problems))
        }
    }
}

fn files(object: Object<'_>) -> Result<Vec<Content>, WireError> {
    let Some(ids) = object.get("media_ids") else { return Ok(Vec::new()) };
    let ids = ids.as_array().ok_or_else(|| WireError::invalid("media_ids", "This is a list."))?;
    if ids.len() > FILES {
        return Err(WireError::invalid("media_ids", "A message has at most 20 files."));
    }
    let file = |id: &Value| {
        let id = id.as_str().and_then(own_id)?;
        Some(Content::Document(Media { id: Some(MediaId::from(id)), ..Media::default() }))
    };
    ids.iter().map(|id| file(id).ok_or_else(no_such_file)).collect()
}

/// 422: there is no such file, or none that may be sent.
fn no_such_file() -> WireError {
    WireError::invalid("media_ids", "There is no such file.").with_code("media_not_found")
}

/// What our own client says, with files by the store's own ids.
fn read_contents(given: &Value) -> Result<Vec<Content>, WireError> {
    let wrong = || WireError::invalid("inbox.contents", "This cannot be read.");
    let mut contents = portable::read_contents(given).ok_or_else(wrong)?;
    if contents.is_empty() || !contents.iter().all(Content::is_sound) {
        return Err(wrong());
    }
    for content in &mut contents {
        if let Content::Image(media)
        | Content::Video(media)
        | Content::Document(media)
        | Content::Audio { media, .. } = content
            && let Some(id) = &media.id
        {
            media.id = Some(own_id(id.as_str()).ok_or_else(no_such_file)?.into());
        }
    }
    Ok(contents)
}
