//! Queries and commands as requests.

#[cfg(feature = "company")]
mod company;

use inbox_model::command::Readers;
use inbox_model::{Channel, Command, CommandId, Content, ConversationId, ParticipantId, Timestamp};

use super::VERSION;
use super::create::{CreateRequest, Recipients};
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
    use crate::dialect::ListQuery;

    pub(super) fn filters(_: &ListQuery, _: &mut dyn FnMut(&str, &str)) {}
}

/// The collection, below the base address.
const CONVERSATIONS: &str = "/v2/conversations";

fn request(method: Method, path: impl Into<String>) -> Request {
    Request::new(method, path).header("Featurebase-Version", VERSION)
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
        add("limit", &limit.clamp(1, 100).to_string());
    }
    if let Some(cursor) = &query.cursor {
        add("cursor", &encode(cursor));
    }
    company::filters(query, &mut add);
    request(Method::Get, path)
}

pub(super) fn conversation(id: &ConversationId) -> Request {
    request(Method::Get, path_of(id, ""))
}

pub(super) fn delete(id: &ConversationId) -> Request {
    request(Method::Delete, path_of(id, ""))
}

/// A new conversation, begun by either side.
pub(super) fn create(create: &CreateRequest) -> Request {
    let mut body = Map::default();
    match create {
        CreateRequest::Contact { id, contents, channel, created_at, .. } => {
            begin(body, ("contact", id.as_str()), contents, channel, *created_at)
        }
        CreateRequest::Admin {
            id, contents, channel, created_at, subject, to, cc, bcc, ..
        } => {
            if let Some(subject) = subject {
                body.set("subject", subject.as_str());
            }
            let mut lists = Map::default();
            for (name, list) in [("to", to), ("cc", cc), ("bcc", bcc)] {
                if name == "to" || !list.is_empty() {
                    lists.set(name, recipients(list));
                }
            }
            body.set("recipients", lists);
            begin(body, ("admin", id.as_str()), contents, channel, *created_at)
        }
    }
}

/// Adds what both sides tell of a new conversation.
fn begin(
    mut body: Map,
    (kind, id): (&str, &str),
    contents: &[Content],
    channel: &Channel,
    created_at: Option<Timestamp>,
) -> Request {
    let mut from = Map::tagged("type", kind);
    from.set("id", id);
    body.set("from", from);
    // Outreach knows two channels; every messenger counts as the desktop one.
    let channel = if *channel == Channel::Email { "email" } else { "desktop" };
    body.set("channel", channel);
    if let Some(created_at) = created_at {
        body.set("createdAt", created_at.to_rfc3339());
    }
    say(&mut body, contents);
    request(Method::Post, CONVERSATIONS).json(body)
}

fn recipients(list: &Recipients) -> Map {
    let mut object = Map::default();
    if !list.emails.is_empty() {
        object.set("emails", list.emails.iter().map(String::as_str).collect::<Value>());
    }
    if !list.ids.is_empty() {
        object.set("ids", list.ids.iter().map(ParticipantId::as_str).collect::<Value>());
    }
    object
}

/// The request that carries out a command, under its idempotency key.
pub(super) fn command(who: &Who<'_>, command: &Command) -> Result<Request, DialectError> {
    let request = match command {
        Command::Start { contents } => start(who, contents)?,
        // The vendor sends a reply as the conversation began, and knows no references.
        #[cfg(feature = "company")]
        Command::Reply { envelope, .. } if !envelope.is_empty() => {
            return Err(DialectError::Unsupported);
        }
        Command::Reply { contents, .. } => reply(who, contents, false)?,
        Command::MarkRead { readers } => {
            let mut body = if who.actor.kind.is_company() { acting(who)? } else { Map::default() };
            body.set("markAsRead", mark_as_read(who, readers)?);
            on_conversation(who, Method::Patch, "", body)
        }
        #[cfg(feature = "company")]
        command => company::command(who, command)?,
    };
    Ok(keyed(request, who.command_id))
}

/// The same request under an idempotency key.
pub(super) fn keyed(request: Request, key: &CommandId) -> Request {
    request.header("Idempotency-Key", key.as_str())
}

fn on_conversation(who: &Who<'_>, method: Method, tail: &str, body: Map) -> Request {
    request(method, path_of(who.conversation, tail)).json(body)
}

/// A body that names the agent who acts. A contact has none of the operations that want one.
fn acting(who: &Who<'_>) -> Result<Map, DialectError> {
    if who.actor.kind.is_contact() {
        return Err(DialectError::Unsupported);
    }
    let mut body = Map::default();
    if let Some(id) = &who.actor.id {
        body.set("actingAdminId", id.as_str());
    }
    Ok(body)
}

/// An outreach needs recipients, which the command does not name: see `Featurebase::create`.
fn start(who: &Who<'_>, contents: &[Content]) -> Result<Request, DialectError> {
    let id = who.actor.id.as_ref().filter(|_| who.actor.kind.is_contact());
    let id = id.ok_or(DialectError::Unsupported)?;
    check(contents)?;
    let from = ("contact", id.as_str());
    Ok(begin(Map::default(), from, contents, &Channel::Web, None))
}

fn reply(who: &Who<'_>, contents: &[Content], note: bool) -> Result<Request, DialectError> {
    let by_contact = who.actor.kind.is_contact();
    if note && by_contact {
        return Err(DialectError::Unsupported);
    }
    let id = who.actor.id.as_ref().ok_or(DialectError::Unsupported)?;
    check(contents)?;
    let mut body = Map::default();
    body.set("type", if by_contact { "contact" } else { "admin" });
    body.set("id", id.as_str());
    body.set("messageType", if note { "note" } else { "reply" });
    say(&mut body, contents);
    Ok(on_conversation(who, Method::Post, "/reply", body))
}

/// Without the feature `company` nothing but text can be said.
fn check(contents: &[Content]) -> Result<(), DialectError> {
    let is_text = |content: &Content| matches!(content, Content::Text { .. });
    let known = cfg!(feature = "company") || contents.iter().all(is_text);
    if known { Ok(()) } else { Err(DialectError::Unsupported) }
}

/// What is said, as markdown for the vendor and as contents where that is not all.
fn say(body: &mut Map, contents: &[Content]) {
    body.set("bodyMarkdown", markdown_of(contents));
    if !matches!(contents, [Content::Text { .. }]) {
        let mut extension = Map::default();
        extension.set("contents", portable::write_contents(contents));
        body.set("inbox", extension);
    }
}

/// Whose receipts move, the actor's own among those of their side.
fn mark_as_read(who: &Who<'_>, readers: &Readers) -> Result<Map, DialectError> {
    let me = if readers.me { who.actor.id.clone() } else { None };
    if readers.me && me.is_none() {
        return Err(DialectError::Unsupported);
    }
    let by_contact = who.actor.kind.is_contact();
    let mut body = Map::default();
    for (name, listed, mine) in
        [("adminIds", &readers.agents, !by_contact), ("contactIds", &readers.contacts, by_contact)]
    {
        let me = me.as_ref().filter(|me| mine && !listed.contains(me));
        if me.is_some() || !listed.is_empty() {
            let ids = me.into_iter().chain(listed).map(ParticipantId::as_str);
            body.set(name, ids.collect::<Value>());
        }
    }
    for (name, all) in [("allAdmins", readers.all_agents), ("allContacts", readers.all_contacts)] {
        if all {
            body.set(name, true);
        }
    }
    Ok(body)
}
