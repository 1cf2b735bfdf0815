//! Queries and commands as requests.

#[cfg(feature = "company")]
mod company;

use inbox_model::{Command, Content, ConversationId};

use crate::dialect::{ListQuery, Who};
use crate::error::DialectError;
use crate::http::{Method, Request};
use crate::json::Map;
use crate::url::encode;

/// A customer has none of the company's operations, and says nothing but text.
#[cfg(not(feature = "company"))]
mod company {
    use inbox_model::{Command, Content};

    use crate::dialect::{ListQuery, Who};
    use crate::error::DialectError;
    use crate::http::Request;
    use crate::json::Map;

    pub(super) fn filters(_: &ListQuery, _: &mut dyn FnMut(&str, &str)) {}

    pub(super) fn command(_: &Who<'_>, _: &Command) -> Result<Request, DialectError> {
        Err(DialectError::Unsupported)
    }

    pub(super) fn say(_: &mut Map, _: &[Content]) -> Result<(), DialectError> {
        Err(DialectError::Unsupported)
    }
}

/// The collection, below the base address.
const CONVERSATIONS: &str = "/conversations";

/// The vendor tells neither paging nor filters of this list. These are our own server's; the vendor
/// passes over what it does not know.
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
    Request::new(Method::Get, path)
}

pub(super) fn conversation(id: &ConversationId, tail: &str) -> Request {
    Request::new(Method::Get, path_of(id, tail))
}

#[cfg(feature = "company")]
pub(super) fn message(conversation: &ConversationId, part: &inbox_model::PartId) -> Request {
    self::conversation(conversation, &["/messages/", &encode(part.as_str())].concat())
}

fn path_of(id: &ConversationId, tail: &str) -> String {
    [CONVERSATIONS, "/", &encode(id.as_str()), tail].concat()
}

fn on_conversation(who: &Who<'_>, method: Method, tail: &str, body: Map) -> Request {
    Request::new(method, path_of(who.conversation, tail)).json(body)
}

/// The request that carries out a command, under its idempotency key.
pub(super) fn command(who: &Who<'_>, command: &Command) -> Result<Request, DialectError> {
    let request = match command {
        Command::Reply { contents, .. } => {
            let mut body = Map::default();
            match contents.as_slice() {
                [Content::Text { markdown }] => {
                    body.set("type", "text");
                    let mut text = Map::default();
                    text.set("content", markdown.as_str());
                    body.set("text", text);
                }
                others => company::say(&mut body, others)?,
            }
            #[cfg(feature = "company")]
            company::seal(&mut body, command)?;
            on_conversation(who, Method::Post, "/messages", body)
        }
        // Everybody reads for themselves; that a channel is told of it is the company's affair.
        Command::MarkRead { readers }
            if readers.me && !readers.all_agents && readers.agents.is_empty() =>
        {
            let mut body = Map::default();
            if who.actor.kind.is_company() {
                body.set("mark_external", true);
            }
            on_conversation(who, Method::Post, "/mark-read", body)
        }
        command => company::command(who, command)?,
    };
    Ok(request.header("Idempotency-Key", who.command_id.as_str()))
}
