//! Queries and commands as requests.

#[cfg(feature = "company")]
mod company;

use inbox_model::command::Readers;
use inbox_model::{Command, Content, ConversationId, ParticipantKind};

use super::{VERSION, words};
use crate::contents::markdown_of;
use crate::dialect::{ListQuery, Who};
use crate::error::DialectError;
use crate::extension;
use crate::html::{html_of, text_of};
use crate::http::{Method, Request};
use crate::json::Map;
use crate::portable;
use crate::url::encode;

/// A customer has none of the company's operations.
#[cfg(not(feature = "company"))]
mod company {
    use inbox_model::Content;

    use crate::dialect::ListQuery;
    use crate::json::Map;

    pub(super) fn filters(_: &ListQuery, _: &mut dyn FnMut(&str, &str)) {}

    pub(super) fn files(_: &mut Map, _: &[Content]) {}
}

/// The collection, below the base address.
const CONVERSATIONS: &str = "/conversations";

fn request(method: Method, path: impl Into<String>) -> Request {
    Request::new(method, path).header("Intercom-Version", VERSION)
}

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
        add("per_page", &limit.clamp(1, 100).to_string());
    }
    if let Some(cursor) = &query.cursor {
        add("starting_after", &encode(cursor));
    }
    company::filters(query, &mut add);
    request(Method::Get, path)
}

pub(super) fn conversation(id: &ConversationId) -> Request {
    request(Method::Get, path_of(id, ""))
}

/// The request that carries out a command, under its idempotency key. `secret` is what updates of a
/// part must show.
pub(super) fn command(
    who: &Who<'_>,
    command: &Command,
    #[cfg_attr(not(feature = "company"), expect(unused, reason = "customers update no parts"))]
    secret: Option<&str>,
) -> Result<Request, DialectError> {
    let request = match command {
        Command::Start { contents } => start(who, contents)?,
        // The vendor sends a reply as the conversation began, and knows no references.
        #[cfg(feature = "company")]
        Command::Reply { envelope, .. } if !envelope.is_empty() => {
            return Err(DialectError::Unsupported);
        }
        Command::Reply { contents, .. } => reply(who, contents, "comment")?,
        Command::MarkRead { readers } => {
            let mine = Readers { me: true, ..Readers::default() };
            if *readers != mine {
                return Err(DialectError::Unsupported);
            }
            update(who, |body| body.set("read", true))
        }
        #[cfg(feature = "company")]
        command => company::command(who, command, secret)?,
    };
    Ok(request.header("Idempotency-Key", who.command_id.as_str()))
}

fn on_conversation(who: &Who<'_>, method: Method, tail: &str, body: Map) -> Request {
    request(method, path_of(who.conversation, tail)).json(body)
}

/// The partial update.
fn update(who: &Who<'_>, fill: impl FnOnce(&mut Map)) -> Request {
    let mut body = Map::default();
    fill(&mut body);
    on_conversation(who, Method::Put, "", body)
}

/// Only contacts begin conversations with this call.
fn start(who: &Who<'_>, contents: &[Content]) -> Result<Request, DialectError> {
    let id = who.actor.id.as_ref().filter(|_| who.actor.kind.is_contact());
    let id = id.ok_or(DialectError::Unsupported)?;
    let mut from = Map::tagged("type", words::kind(&who.actor.kind));
    from.set("id", id.as_str());
    let mut body = Map::default();
    body.set("from", from);
    say(&mut body, contents)?;
    Ok(request(Method::Post, CONVERSATIONS).json(body))
}

fn reply(who: &Who<'_>, contents: &[Content], message_type: &str) -> Result<Request, DialectError> {
    let id = who.actor.id.as_ref().ok_or(DialectError::Unsupported)?;
    let by_contact = who.actor.kind.is_contact();
    if !by_contact && who.actor.kind != ParticipantKind::Agent {
        return Err(DialectError::Unsupported);
    }
    let mut body = Map::tagged("message_type", message_type);
    body.set("type", if by_contact { "user" } else { "admin" });
    body.set(if by_contact { "intercom_user_id" } else { "admin_id" }, id.as_str());
    say(&mut body, contents)?;
    company::files(&mut body, contents);
    Ok(on_conversation(who, Method::Post, "/reply", body))
}

/// What is said, as HTML for the vendor and as contents where that is not all.
fn say(body: &mut Map, contents: &[Content]) -> Result<(), DialectError> {
    // Without the feature `company` nothing but text can be said.
    let is_text = |content: &Content| matches!(content, Content::Text { .. });
    if !cfg!(feature = "company") && !contents.iter().all(is_text) {
        return Err(DialectError::Unsupported);
    }
    let html = html_of(&markdown_of(contents));
    let is_all = matches!(contents, [Content::Text { markdown }] if *markdown == text_of(&html));
    body.set("body", html);
    if !is_all {
        let mut more = Map::default();
        more.set("contents", portable::write_contents(contents));
        body.set(extension::NAME, more);
    }
    Ok(())
}
