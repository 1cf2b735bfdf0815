//! Queries and commands as requests.

mod update;

use inbox_model::{Channel, Command, CommandId, Content, ConversationId, ParticipantId};
use serde_json::{Map, Value, json};

use super::contents::markdown_of;
use super::server::{CreateRequest, Recipients, VERSION};
use crate::dialect::{ListQuery, Who};
use crate::error::DialectError;
use crate::http::{Method, Request};
use crate::portable;
use crate::url::encode;

/// The collection, below the base address.
const CONVERSATIONS: &str = "/v2/conversations";

fn request(method: Method, path: impl Into<String>) -> Request {
    Request::new(method, path).header("Featurebase-Version", VERSION)
}

fn path_of(id: &ConversationId, tail: &str) -> String {
    format!("{CONVERSATIONS}/{}{tail}", encode(id.as_str()))
}

pub(super) fn list(query: &ListQuery) -> Request {
    let mut pairs = Vec::new();
    if let Some(limit) = query.limit {
        pairs.push(format!("limit={}", limit.clamp(1, 100)));
    }
    if let Some(cursor) = &query.cursor {
        pairs.push(format!("cursor={}", encode(cursor)));
    }
    if !query.tags.is_empty() {
        let ids: Vec<_> = query.tags.iter().map(|id| encode(id.as_str())).collect();
        pairs.push(format!("tagIds={}", ids.join(",")));
    }
    // These three are our own server's; the vendor passes over what it does not know.
    if let Some(state) = query.state {
        pairs.push(format!("state={}", portable::write_state(state)));
    }
    if let Some(assignee) = &query.assignee {
        let id = assignee.as_ref().map_or("none", ParticipantId::as_str);
        pairs.push(format!("assignee={}", encode(id)));
    }
    if query.unread {
        pairs.push("unread=true".to_owned());
    }
    let separator = if pairs.is_empty() { "" } else { "?" };
    request(Method::Get, format!("{CONVERSATIONS}{separator}{}", pairs.join("&")))
}

pub(super) fn conversation(id: &ConversationId) -> Request {
    request(Method::Get, path_of(id, ""))
}

pub(super) fn delete(id: &ConversationId) -> Request {
    request(Method::Delete, path_of(id, ""))
}

/// A new conversation, begun by either side.
pub(super) fn create(create: &CreateRequest) -> Request {
    let mut body = Map::new();
    let (kind, id, contents, channel, created_at) = match create {
        CreateRequest::Contact { id, contents, channel, created_at, .. } => {
            ("contact", id, contents, channel, created_at)
        }
        CreateRequest::Admin {
            id, contents, channel, created_at, subject, to, cc, bcc, ..
        } => {
            if let Some(subject) = subject {
                body.insert("subject".into(), json!(subject));
            }
            let lists = [("to", to), ("cc", cc), ("bcc", bcc)];
            let lists = lists.into_iter().filter(|(name, list)| *name == "to" || !list.is_empty());
            let lists = lists.map(|(name, list)| (name.to_owned(), recipients(list)));
            body.insert("recipients".into(), Value::Object(lists.collect()));
            ("admin", id, contents, channel, created_at)
        }
    };
    body.insert("from".into(), json!({ "type": kind, "id": id.as_str() }));
    // Outreach knows two channels; every messenger counts as the desktop one.
    let channel = if *channel == Channel::Email { "email" } else { "desktop" };
    body.insert("channel".into(), json!(channel));
    if let Some(created_at) = created_at {
        body.insert("createdAt".into(), json!(created_at.to_rfc3339()));
    }
    say(&mut body, contents);
    request(Method::Post, CONVERSATIONS).json(&Value::Object(body))
}

fn recipients(list: &Recipients) -> Value {
    let mut object = Map::new();
    if !list.emails.is_empty() {
        object.insert("emails".into(), json!(list.emails));
    }
    if !list.ids.is_empty() {
        object.insert("ids".into(), list.ids.iter().map(ParticipantId::as_str).collect());
    }
    Value::Object(object)
}

/// The request that carries out a command, under its idempotency key.
pub(super) fn command(who: &Who<'_>, command: &Command) -> Result<Request, DialectError> {
    let request = match command {
        Command::Start { contents } => start(who, contents)?,
        Command::Reply { contents } => reply(who, contents, false)?,
        Command::Note { contents } => reply(who, contents, true)?,
        Command::Redact { part } => {
            let mut body = acting(who)?;
            body.insert("type".into(), json!("conversation_part"));
            body.insert("conversationId".into(), json!(who.conversation.as_str()));
            body.insert("conversationPartId".into(), json!(part.as_str()));
            let path = format!("{CONVERSATIONS}/redact");
            self::request(Method::Post, path).json(&Value::Object(body))
        }
        Command::AttachTag { tag } => {
            let mut body = acting_by_name(who)?;
            body.insert("tagId".into(), json!(tag.id.as_str()));
            on_conversation(who, Method::Post, "/tags", body)
        }
        Command::DetachTag { tag } => {
            let tail = format!("/tags/{}", encode(tag.id.as_str()));
            on_conversation(who, Method::Delete, &tail, acting_by_name(who)?)
        }
        Command::AddParticipant { participant } => {
            let mut body = acting(who)?;
            let found_by = match (&participant.id, &participant.email) {
                (Some(id), _) => json!({ "id": id.as_str() }),
                (None, Some(email)) => json!({ "email": email }),
                (None, None) => return Err(DialectError::Unsupported),
            };
            body.insert("participant".into(), found_by);
            on_conversation(who, Method::Post, "/participants", body)
        }
        Command::RemoveParticipant { participant } => {
            let mut body = acting(who)?;
            body.insert("id".into(), json!(participant.as_str()));
            on_conversation(who, Method::Delete, "/participants", body)
        }
        Command::MarkRead { readers } => {
            let mut body = if who.actor.kind.is_company() { acting(who)? } else { Map::new() };
            body.insert("markAsRead".into(), update::mark_as_read(who, readers)?);
            on_conversation(who, Method::Patch, "", body)
        }
        change => {
            let mut body = acting(who)?;
            body.extend(update::fields(change)?);
            on_conversation(who, Method::Patch, "", body)
        }
    };
    Ok(keyed(request, who.command_id))
}

/// The same request under an idempotency key.
pub(super) fn keyed(request: Request, key: &CommandId) -> Request {
    request.header("Idempotency-Key", key.as_str())
}

fn on_conversation(who: &Who<'_>, method: Method, tail: &str, body: Map<String, Value>) -> Request {
    request(method, path_of(who.conversation, tail)).json(&Value::Object(body))
}

/// A body that names the agent who acts. A contact has none of the operations that want one.
fn acting(who: &Who<'_>) -> Result<Map<String, Value>, DialectError> {
    if who.actor.kind.is_contact() {
        return Err(DialectError::Unsupported);
    }
    let mut body = Map::new();
    if let Some(id) = &who.actor.id {
        body.insert("actingAdminId".into(), json!(id.as_str()));
    }
    Ok(body)
}

/// The same for the two operations that never count as the bot's.
fn acting_by_name(who: &Who<'_>) -> Result<Map<String, Value>, DialectError> {
    acting(who)
        .and_then(|body| if body.is_empty() { Err(DialectError::Unsupported) } else { Ok(body) })
}

/// An outreach needs recipients, which the command does not name: see `Featurebase::create`.
fn start(who: &Who<'_>, contents: &[Content]) -> Result<Request, DialectError> {
    let id = who.actor.id.clone().filter(|_| who.actor.kind.is_contact());
    Ok(create(&CreateRequest::Contact {
        id: id.ok_or(DialectError::Unsupported)?,
        markdown: markdown_of(contents),
        contents: contents.to_vec(),
        channel: Channel::Web,
        created_at: None,
    }))
}

fn reply(who: &Who<'_>, contents: &[Content], note: bool) -> Result<Request, DialectError> {
    let by_contact = who.actor.kind.is_contact();
    if note && by_contact {
        return Err(DialectError::Unsupported);
    }
    let id = who.actor.id.as_ref().ok_or(DialectError::Unsupported)?;
    let mut body = Map::new();
    body.insert("type".into(), json!(if by_contact { "contact" } else { "admin" }));
    body.insert("id".into(), json!(id.as_str()));
    body.insert("messageType".into(), json!(if note { "note" } else { "reply" }));
    say(&mut body, contents);
    Ok(on_conversation(who, Method::Post, "/reply", body))
}

/// What is said, as markdown for the vendor and as contents where that is not all.
fn say(body: &mut Map<String, Value>, contents: &[Content]) {
    body.insert("bodyMarkdown".into(), json!(markdown_of(contents)));
    if !matches!(contents, [Content::Text { .. }]) {
        let extension = ("contents".to_owned(), portable::write_contents(contents));
        body.insert("inbox".into(), Value::Object(Map::from_iter([extension])));
    }
}
