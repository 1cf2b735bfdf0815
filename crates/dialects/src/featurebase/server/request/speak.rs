//! Requests that say something: a new conversation, a reply, a note.

use inbox_model::validate::recipients::{self, AddressKind};
use inbox_model::validate::{Fault, Problem, TextLimit, line};
use inbox_model::{Channel, Content, ParticipantId};

use super::{WireError, body_of, pictures, root};
use crate::featurebase::create::{CreateRequest, Recipients};
use crate::json::{Object, Value};
use crate::portable;

/// The subject of an outreach (contract).
const SUBJECT: TextLimit = TextLimit::characters(500);

/// Reads the body of `POST /v2/conversations`.
///
/// # Errors
/// 400 `missing_parameter`, `invalid_parameter`, `invalid_content` or `business_validation_error`.
pub fn read_create(body: &str) -> Result<CreateRequest, WireError> {
    // The contract has no code for a body that cannot be read at all.
    let value = body_of(body).map_err(|error| WireError { code: "invalid_parameter", ..error })?;
    let object = root(&value).map_err(|error| WireError { code: "invalid_parameter", ..error })?;
    let from = object.object("from").ok_or_else(|| WireError::missing_parameter("from"))?;
    let kind = from.text("type").ok_or_else(|| WireError::missing_parameter("from.type"))?;
    let by_admin = match kind {
        "contact" => false,
        "admin" => true,
        _ => {
            let message = "from.type is contact or admin.";
            return Err(WireError::invalid_parameter("from.type", message));
        }
    };
    let id: String = from.id("id").ok_or_else(|| WireError::missing_parameter("from.id"))?;
    let id = ParticipantId::from(id);
    let (markdown, contents) = said(object)?;
    let channel = match object.get("channel").map(Value::as_str) {
        None | Some(Some("desktop")) => Channel::Web,
        Some(Some("email")) => Channel::Email,
        Some(_) => {
            let message = "channel is desktop or email.";
            return Err(WireError::invalid_parameter("channel", message));
        }
    };
    let created_at = object.valid_time("createdAt").map_err(|_| {
        WireError::invalid_parameter("createdAt", "createdAt is an ISO 8601 date-time.")
    })?;
    if !by_admin {
        return Ok(CreateRequest::Contact { id, markdown, contents, channel, created_at });
    }
    let recipients = object.object("recipients");
    let mut problems = Vec::new();
    let mut list = |name: &str| {
        let recipients = recipients.and_then(|recipients| recipients.object(name));
        recipients.map_or_else(
            || Ok(Recipients::default()),
            |list| read_recipients(list, name, &mut problems),
        )
    };
    let (to, cc, bcc) = (list("to")?, list("cc")?, list("bcc")?);
    if to.is_empty() {
        let message = "At least one recipient is required for admin outreach.";
        return Err(WireError::business_validation_error(message).with_param("recipients.to"));
    }
    let subject = object.string("subject").filter(|subject| !subject.trim().is_empty());
    if subject.is_none() && channel == Channel::Email {
        return Err(WireError::missing_parameter("subject"));
    }
    let faults = subject.as_ref().map(|subject| line::check(subject, SUBJECT));
    let faults = faults.into_iter().flatten();
    problems.extend(faults.map(|fault| Problem::at("subject", fault)));
    if !problems.is_empty() {
        return Err(WireError::invalid_parameters(&problems));
    }
    Ok(CreateRequest::Admin { id, markdown, contents, channel, subject, to, cc, bcc, created_at })
}

/// What is wrong with addresses is noted; what is no text is told at once.
fn read_recipients(
    object: Object<'_>,
    list: &str,
    problems: &mut Vec<Problem>,
) -> Result<Recipients, WireError> {
    let mut texts = |name: &str, kind: AddressKind| {
        let path = format!("recipients.{list}.{name}");
        let items = object.items(name);
        let texts = items.iter().map(|item| {
            item.as_str().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
        });
        let texts = texts
            .collect::<Option<Vec<_>>>()
            .ok_or_else(|| WireError::invalid_parameter(&*path, "Recipients are texts."))?;
        // A list may be empty where another is not, and who is named twice is invited once.
        let harmless =
            |fault: Fault| matches!(fault, Fault::TooFew { .. } | Fault::Duplicate { .. });
        let found = recipients::check(&path, kind, texts.iter().map(String::as_str)).err();
        let found = found.into_iter().flatten();
        problems.extend(found.filter(|problem| !harmless(problem.fault)));
        Ok::<_, WireError>(texts)
    };
    let emails = texts("emails", AddressKind::Email)?;
    let ids = texts("ids", AddressKind::Id)?.into_iter().map(ParticipantId::from).collect();
    Ok(Recipients { emails, ids })
}

/// Who replies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReplyAuthor {
    /// A customer or lead. At least one of the two is there, and `id` comes first.
    Contact {
        /// Our own id.
        id: Option<ParticipantId>,
        /// The company's id.
        user_id: Option<String>,
    },
    /// An agent.
    Admin(ParticipantId),
}

/// `POST /v2/conversations/{id}/reply`.
#[derive(Clone, Debug, PartialEq)]
pub struct ReplyRequest {
    /// Who says it.
    pub author: ReplyAuthor,
    /// What is said.
    pub markdown: String,
    /// Among agents. Never with a contact.
    pub note: bool,
    /// Hand it to no channel, for imports.
    pub skip_notifications: bool,
    /// What is said as contents, with more than text where our own client sent it.
    pub contents: Vec<Content>,
}

/// Reads the body of `POST /v2/conversations/{id}/reply`.
///
/// # Errors
/// 400 `missing_parameter`, `invalid_content` or `invalid_request`.
pub fn read_reply(body: &str) -> Result<ReplyRequest, WireError> {
    let value = body_of(body)?;
    let object = root(&value)?;
    let id = object.id::<ParticipantId>("id");
    let kind = object.text("type").ok_or_else(|| WireError::missing_parameter("type"))?;
    let author = match (kind, id) {
        ("admin", Some(id)) => ReplyAuthor::Admin(id),
        ("admin", None) => return Err(WireError::missing_parameter("id")),
        ("contact", id) => {
            let user_id = object.id("userId");
            if id.is_none() && user_id.is_none() {
                let mut error = WireError::missing_parameter("id");
                "One of id and userId is required.".clone_into(&mut error.message);
                return Err(error);
            }
            ReplyAuthor::Contact { id, user_id }
        }
        _ => {
            let message = "Invalid reply type: type is contact or admin.";
            return Err(WireError::invalid_request(message).with_param("type"));
        }
    };
    let word =
        object.text("messageType").ok_or_else(|| WireError::missing_parameter("messageType"))?;
    let note = match (word, &author) {
        ("reply", _) => false,
        ("note", ReplyAuthor::Admin(_)) => true,
        _ => {
            let message = "Invalid reply type: messageType is reply, or for an admin note.";
            return Err(WireError::invalid_request(message).with_param("messageType"));
        }
    };
    let (markdown, contents) = said(object)?;
    let skip_notifications = object.flag("skipNotifications").unwrap_or(false);
    Ok(ReplyRequest { author, markdown, note, skip_notifications, contents })
}

/// What is said: the markdown that every client sends, and the contents that ours adds where there
/// is more than one text. A picture that stands in the markdown as a data URI is a content with that
/// for its address, which is to be stored.
fn said(object: Object<'_>) -> Result<(String, Vec<Content>), WireError> {
    let markdown = match object.get("bodyMarkdown") {
        None => return Err(WireError::missing_parameter("bodyMarkdown")),
        Some(Value::String(markdown)) if !markdown.trim().is_empty() => markdown.clone(),
        Some(_) => {
            return Err(WireError::invalid_content("bodyMarkdown is a text that is not empty."));
        }
    };
    let extension = object.object("inbox");
    let Some(given) = extension.and_then(|inbox| inbox.get("contents")) else {
        let (text, pictures) = pictures::cut(&markdown).ok_or_else(|| {
            WireError::invalid_content("A text has at most 10 pictures as data URIs.")
        })?;
        let is_text = pictures.is_empty() || !text.trim().is_empty();
        let text = is_text.then(|| Content::text(text));
        let contents = text.into_iter().chain(pictures).collect();
        return Ok((markdown, contents));
    };
    match portable::read_contents(given) {
        Some(contents) if !contents.is_empty() && contents.iter().all(Content::is_sound) => {
            Ok((markdown, contents))
        }
        _ => {
            let error = WireError::invalid_content("inbox.contents cannot be read.");
            Err(error.with_param("inbox.contents"))
        }
    }
}
