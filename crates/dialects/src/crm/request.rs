//! Queries and commands as requests.

#[cfg(feature = "company")]
mod company;

use inbox_model::command::Readers;
use inbox_model::{Channel, Command, Content, ConversationId, ParticipantId};

use crate::contents::markdown_of;
use crate::dialect::{ListQuery, Who};
use crate::error::DialectError;
use crate::http::{Method, Request};
use crate::json::{Map, Value};
use crate::portable;
use crate::url::encode;

/// A customer has none of the company's operations.
#[cfg(not(feature = "company"))]
mod company {
    use inbox_model::{Channel, Command, Content};

    use crate::dialect::ListQuery;
    use crate::error::DialectError;
    use crate::json::Map;

    pub(super) fn filters(_: &ListQuery, _: &mut dyn FnMut(&str, &str)) {}

    #[expect(clippy::unnecessary_wraps, reason = "what the company says can be refused")]
    pub(super) fn envelope<'a>(
        _: &mut Map,
        _: &mut Map,
        _: &'a Command,
    ) -> Result<Option<&'a Channel>, DialectError> {
        Ok(None)
    }

    pub(super) fn without_files(contents: &[Content]) -> (Vec<Content>, Vec<&str>) {
        (contents.to_vec(), Vec::new())
    }
}

/// The collection, below the base address.
const CONVERSATIONS: &str = "/conversations";

fn path_of(id: &ConversationId, tail: &str) -> String {
    [CONVERSATIONS, "/", &encode(id.as_str()), tail].concat()
}

pub(super) fn list(query: &ListQuery) -> Request {
    let mut path = CONVERSATIONS.to_owned();
    let mut add = |name: &str, value: &str| {
        let separator = if path.contains('?') { "&" } else { "?" };
        for piece in [separator, name, "=", value] {
            path.push_str(piece);
        }
    };
    if let Some(limit) = query.limit {
        add("limit", &limit.clamp(1, 100).to_string());
    }
    if let Some(offset) = &query.cursor {
        add("offset", &encode(offset));
    }
    company::filters(query, &mut add);
    Request::new(Method::Get, path)
}

pub(super) fn conversation(id: &ConversationId) -> Request {
    Request::new(Method::Get, path_of(id, ""))
}

pub(super) fn messages(id: &ConversationId) -> Request {
    Request::new(Method::Get, path_of(id, "/messages"))
}

/// The request that carries out a command, under its idempotency key. `held` is the channel by which
/// the conversation is held, if it is known.
pub(super) fn command(
    who: &Who<'_>,
    held: Option<&Channel>,
    command: &Command,
) -> Result<Request, DialectError> {
    let request = match command {
        Command::Start { contents } => start(who, contents)?,
        Command::Reply { contents, .. } => reply(who, held, contents, command)?,
        Command::MarkRead { readers } if only_mine(readers) => {
            Request::new(Method::Post, path_of(who.conversation, "/read"))
        }
        #[cfg(feature = "company")]
        command => company::command(who, command)?,
        #[cfg(not(feature = "company"))]
        Command::MarkRead { .. } => return Err(DialectError::Unsupported),
    };
    Ok(request.header("Idempotency-Key", who.command_id.as_str()))
}

/// The vendor marks as read for whoever asks.
fn only_mine(readers: &Readers) -> bool {
    *readers == Readers { me: true, ..Readers::default() }
}

/// Opens a thread with the contact, who is the one who asks: a command names nobody else. The
/// vendor's operation says nothing; our own server takes along what is to be said.
fn start(who: &Who<'_>, contents: &[Content]) -> Result<Request, DialectError> {
    let id = who.actor.id.as_ref().filter(|_| who.actor.kind.is_contact());
    let id = id.ok_or(DialectError::Unsupported)?;
    check(contents)?;
    let mut extension = Map::default();
    extension.set("contents", portable::write_contents(contents));
    let mut body = Map::default();
    body.set("inbox", extension);
    Ok(open(id).json(body))
}

/// Opens a thread with a contact.
pub(super) fn open(contact: &ParticipantId) -> Request {
    let path = ["/contacts/", &encode(contact.as_str()), CONVERSATIONS].concat();
    Request::new(Method::Post, path)
}

/// The vendor sends e-mails and texts. Which of them a conversation is held by, the command may not
/// say: then our own server goes by the conversation, which the extension tells it to.
fn reply(
    who: &Who<'_>,
    held: Option<&Channel>,
    contents: &[Content],
    command: &Command,
) -> Result<Request, DialectError> {
    check(contents)?;
    let mut body = Map::default();
    let mut extension = Map::default();
    let channel = company::envelope(&mut body, &mut extension, command)?;
    let has_subject = body.get("subject").is_some();
    let by_mail = channel.or(held).map_or(has_subject, |channel| *channel == Channel::Email);
    let word = if by_mail || has_subject && channel.is_none() { "email" } else { "sms" };
    body.set("channel", word);
    if !matches!(channel, Some(Channel::Email | Channel::Sms)) {
        extension.set(
            "channel",
            channel.map_or(Value::Null, |channel| portable::write_channel(channel).into()),
        );
    }
    let (said, files) = company::without_files(contents);
    // A body is never empty: files alone are told as links too.
    let said = markdown_of(&said);
    body.set("body", if said.trim().is_empty() { markdown_of(contents) } else { said });
    if !files.is_empty() {
        body.set("media_ids", files.into_iter().collect::<Value>());
    }
    if !matches!(contents, [Content::Text { .. }]) {
        extension.set("contents", portable::write_contents(contents));
    }
    if !extension.is_empty() {
        body.set("inbox", extension);
    }
    Ok(Request::new(Method::Post, path_of(who.conversation, "/messages")).json(body))
}

/// Without the feature `company` nothing but text can be said.
fn check(contents: &[Content]) -> Result<(), DialectError> {
    let is_text = |content: &Content| matches!(content, Content::Text { .. });
    let known = cfg!(feature = "company") || contents.iter().all(is_text);
    if known { Ok(()) } else { Err(DialectError::Unsupported) }
}
