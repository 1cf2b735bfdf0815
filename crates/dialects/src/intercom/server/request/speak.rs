//! Requests that say something or move the conversation: a new one, a reply, a note, a close.

use inbox_model::validate::url;
use inbox_model::{Content, Media, Timestamp};

use super::super::wire::{CreateBody, Extension, ReplyBody};
use super::{ContactRef, WireError, parse};
use crate::html::text_of;
use crate::json::Value;
use crate::portable;

/// Most files that come with a message (the vendor's).
const FILES: usize = 10;
/// Endings of addresses of pictures.
const PICTURES: [&str; 6] = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"];

/// `POST /conversations`: a contact begins.
#[derive(Clone, Debug, PartialEq)]
pub struct CreateRequest {
    /// The contact's id.
    pub from: String,
    /// What they say.
    pub contents: Vec<Content>,
    /// When they said it, for migrations.
    pub created_at: Option<Timestamp>,
}

/// Reads the body of `POST /conversations`.
///
/// # Errors
/// 400 `bad_request`, `parameter_not_found` or `parameter_invalid`.
pub fn read_create(body: &str) -> Result<CreateRequest, WireError> {
    let body: CreateBody = parse(body)?;
    let from = body.from.ok_or_else(|| WireError::missing("from"))?;
    if !matches!(from.kind.as_str(), "user" | "lead" | "contact") {
        return Err(WireError::invalid("from.type", "from.type is user, lead or contact"));
    }
    let id = from.id.ok_or_else(|| WireError::missing("from.id"))?;
    let contents = said(body.body.as_deref(), &body.attachment_urls, &body.inbox)?;
    let contents = contents.ok_or_else(|| WireError::missing("body"))?;
    let created_at = body.created_at.map(of_seconds);
    Ok(CreateRequest { from: id, contents, created_at })
}

/// Who replies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReplyAuthor {
    /// An agent, by number.
    Admin(String),
    /// A contact.
    Contact(ContactRef),
}

/// What a reply does.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// Says something to the other side.
    Comment(Vec<Content>),
    /// Says something among agents.
    Note(Vec<Content>),
    /// Says something to the customer, where there is something to say, and closes.
    Close(Option<Vec<Content>>),
    /// Opens it again.
    Open,
    /// Puts it aside until then.
    Snooze(Timestamp),
    /// Makes an agent, by number, responsible; `None` nobody.
    AssignAgent(Option<String>),
    /// Makes a team, by number, responsible; `None` none.
    AssignTeam(Option<String>),
}

/// `POST /conversations/{id}/reply` and `/parts`.
#[derive(Clone, Debug, PartialEq)]
pub struct ReplyRequest {
    /// Who does it.
    pub author: ReplyAuthor,
    /// What they do. A contact comments and nothing else.
    pub deed: Deed,
    /// What is said among agents beside it: what is said while a conversation is opened, put aside or
    /// assigned is not meant for the customer.
    pub note: Option<Vec<Content>>,
    /// What the channel calls the message. One that is there under this id is not added again.
    pub external_id: Option<String>,
}

/// Reads the body of `POST /conversations/{id}/reply` and of `/parts`, which the vendor keeps apart
/// and an older version of it does not.
///
/// # Errors
/// 400 `bad_request`, `parameter_not_found` or `parameter_invalid`.
pub fn read_reply(body: &str) -> Result<ReplyRequest, WireError> {
    let body: ReplyBody = parse(body)?;
    let kind = body.kind.as_deref();
    let said = said(body.body.as_deref(), &body.attachment_urls, &body.inbox)?;
    if kind == Some("user") {
        if body.message_type != "comment" {
            let message = "A contact's message_type is comment";
            return Err(WireError::invalid("message_type", message));
        }
        let contact =
            ContactRef { id: body.intercom_user_id, user_id: body.user_id, email: body.email };
        if contact == ContactRef::default() {
            return Err(WireError::missing("intercom_user_id"));
        }
        let author = ReplyAuthor::Contact(contact);
        let deed = Deed::Comment(said.ok_or_else(|| WireError::missing("body"))?);
        return Ok(ReplyRequest { author, deed, note: None, external_id: body.external_id });
    }
    let assigns = body.message_type == "assignment";
    if !(matches!(kind, None | Some("admin")) || assigns && kind == Some("team")) {
        return Err(WireError::invalid(
            "type",
            "type is admin or user, for an assignment also team",
        ));
    }
    let author = body.admin_id.map(ReplyAuthor::Admin);
    let author = author.ok_or_else(|| WireError::missing("admin_id"))?;
    let mut note = None;
    let deed = match body.message_type.as_str() {
        "comment" => Deed::Comment(said.ok_or_else(|| WireError::missing("body"))?),
        "note" => Deed::Note(said.ok_or_else(|| WireError::missing("body"))?),
        "close" => Deed::Close(said),
        "open" => {
            note = said;
            Deed::Open
        }
        "snoozed" => {
            note = said;
            let until = body.snoozed_until.map(of_seconds);
            Deed::Snooze(until.ok_or_else(|| WireError::missing("snoozed_until"))?)
        }
        "assignment" => {
            note = said;
            let id = body.assignee_id.ok_or_else(|| WireError::missing("assignee_id"))?;
            let id = Some(id).filter(|id| id != "0");
            if kind == Some("team") { Deed::AssignTeam(id) } else { Deed::AssignAgent(id) }
        }
        "" => return Err(WireError::missing("message_type")),
        _ => {
            let message = "message_type is one of comment, note, close, open, snoozed, assignment";
            return Err(WireError::invalid("message_type", message));
        }
    };
    Ok(ReplyRequest { author, deed, note, external_id: body.external_id })
}

fn of_seconds(seconds: i64) -> Timestamp {
    Timestamp::from_millis(seconds.saturating_mul(1000))
}

/// What is said: the words of the HTML that every client sends and the files at the addresses beside
/// it, or the contents that ours adds where that is not all. `None` where there is neither.
fn said(
    body: Option<&str>,
    urls: &[String],
    inbox: &Extension,
) -> Result<Option<Vec<Content>>, WireError> {
    if urls.len() > FILES {
        let message = "At most 10 files come with a message";
        return Err(WireError::invalid("attachment_urls", message));
    }
    if let Some(given) = inbox.get("contents") {
        return match portable::read_contents(&Value::from(given)) {
            Some(contents) if !contents.is_empty() && contents.iter().all(Content::is_sound) => {
                Ok(Some(contents))
            }
            _ => Err(WireError::invalid("inbox.contents", "inbox.contents cannot be read")),
        };
    }
    if body.is_none() && urls.is_empty() {
        return Ok(None);
    }
    let text = body.map(text_of).filter(|text| !text.is_empty() || urls.is_empty());
    let mut contents: Vec<_> = text.map(Content::text).into_iter().collect();
    for url in urls {
        contents.push(file(url)?);
    }
    Ok(Some(contents))
}

/// A file of which nothing but the address is known.
fn file(url: &str) -> Result<Content, WireError> {
    if let Some(fault) = url::check(url).first() {
        return Err(WireError::invalid("attachment_urls", fault.to_string()));
    }
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let name = path.rsplit('/').next().filter(|name| !name.is_empty()).map(str::to_owned);
    let media = Media { url: url.to_owned(), name, ..Media::default() };
    let lower = path.to_ascii_lowercase();
    let is_picture = PICTURES.iter().any(|ending| lower.ends_with(ending));
    Ok(if is_picture { Content::Image(media) } else { Content::Document(media) })
}
