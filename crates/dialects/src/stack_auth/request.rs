//! Queries and commands as requests.

#[cfg(feature = "company")]
mod company;

use inbox_model::command::Readers;
use inbox_model::markdown::preview_text;
use inbox_model::{Command, CommandId, Content, Conversation, ConversationId};

use super::words;
use crate::contents::markdown_of;
use crate::dialect::{ListQuery, Who};
use crate::error::DialectError;
use crate::extension;
use crate::http::{Method, Request};
use crate::json::{Map, Value};
use crate::portable;
use crate::url::encode;

/// The collection, below the base address.
const CONVERSATIONS: &str = "/internal/conversations";
/// Enough of the first message to recognise a conversation by.
const SUBJECT_CHARACTERS: usize = 80;
/// The subject of a conversation that begins without words.
const NO_SUBJECT: &str = "(no subject)";

/// Where a page starts.
pub(super) fn offset(query: &ListQuery) -> usize {
    query.cursor.as_deref().and_then(|cursor| cursor.parse().ok()).unwrap_or(0)
}

/// For which project, and with which key.
#[derive(Clone, Copy)]
pub(super) struct Asking<'a> {
    pub(super) project: &'a str,
    pub(super) client_key: Option<&'a str>,
}

impl Asking<'_> {
    fn request(self, method: Method, path: impl Into<String>) -> Request {
        let request = Request::new(method, path)
            .header("x-stack-access-type", "client")
            .header("x-stack-project-id", "internal");
        match self.client_key {
            Some(key) => request.header("x-stack-publishable-client-key", key),
            None => request,
        }
    }

    /// A body of this type for the project.
    fn body(self, kind: &str) -> Map {
        let mut body = Map::tagged("type", kind);
        body.set("projectId", self.project);
        body
    }

    pub(super) fn list(self, query: &ListQuery) -> Request {
        let mut path = [CONVERSATIONS, "?projectId=", &encode(self.project)].concat();
        let mut add = |name: &str, value: &str| {
            for piece in ["&", name, "=", value] {
                path.push_str(piece);
            }
        };
        if let Some(limit) = query.limit {
            add("limit", &limit.clamp(1, 100).to_string());
        }
        match offset(query) {
            0 => {}
            offset => add("offset", &offset.to_string()),
        }
        #[cfg(feature = "company")]
        company::filters(query, &mut add);
        self.request(Method::Get, path)
    }

    pub(super) fn conversation(self, id: &ConversationId) -> Request {
        let id = encode(id.as_str());
        let path = [CONVERSATIONS, "/", &id, "?projectId=", &encode(self.project)].concat();
        self.request(Method::Get, path)
    }

    /// The request that carries out a command, under its idempotency key.
    pub(super) fn command(
        self,
        who: &Who<'_>,
        #[cfg_attr(not(feature = "company"), expect(unused, reason = "only the company alters"))]
        known: Option<&Conversation>,
        command: &Command,
    ) -> Result<Request, DialectError> {
        let request = match command {
            Command::Start { contents } => self.start(who, contents)?,
            // The vendor sends a reply as it does, and knows no references.
            #[cfg(feature = "company")]
            Command::Reply { envelope, .. } if !envelope.is_empty() => {
                return Err(DialectError::Unsupported);
            }
            Command::Reply { contents, .. } => self.say(who, "reply", contents)?,
            Command::MarkRead { readers } => self.mark_read(who, readers),
            #[cfg(feature = "company")]
            command => company::command(self, who, known, command)?,
        };
        Ok(keyed(request, who.command_id))
    }

    fn patch(self, who: &Who<'_>, body: Map) -> Request {
        let path = [CONVERSATIONS, "/", &encode(who.conversation.as_str())].concat();
        self.request(Method::Patch, path).json(body)
    }

    /// A customer's first message. The company's needs a user: see `StackAuth::create`.
    fn start(self, who: &Who<'_>, contents: &[Content]) -> Result<Request, DialectError> {
        let id = who.actor.id.as_ref().filter(|_| who.actor.kind.is_contact());
        let id = id.ok_or(DialectError::Unsupported)?;
        let said = markdown_of(contents);
        let subject = preview_text(&said, SUBJECT_CHARACTERS);
        let subject = if subject.trim().is_empty() { NO_SUBJECT } else { &subject };
        let mut body = Map::default();
        body.set("projectId", self.project);
        body.set("userId", id.as_str());
        body.set("subject", subject);
        body.set("priority", "normal");
        body.set("source", words::CHAT);
        add_said(&mut body, "initialMessage", said, contents)?;
        Ok(self.request(Method::Post, CONVERSATIONS).json(body))
    }

    fn say(self, who: &Who<'_>, kind: &str, contents: &[Content]) -> Result<Request, DialectError> {
        let mut body = self.body(kind);
        add_said(&mut body, "body", markdown_of(contents), contents)?;
        Ok(self.patch(who, body))
    }

    /// The vendor does not know who has read what; our own server does.
    fn mark_read(self, who: &Who<'_>, readers: &Readers) -> Request {
        let mut body = self.body("metadata");
        let mut more = Map::default();
        more.set("read", portable::write_readers(readers));
        body.set(extension::NAME, more);
        self.patch(who, body)
    }
}

/// The same request under an idempotency key.
fn keyed(request: Request, key: &CommandId) -> Request {
    request.header("Idempotency-Key", key.as_str())
}

/// What is said: as text for the vendor, and as contents where that is not all. The messenger says
/// nothing but text.
fn add_said(
    body: &mut Map,
    name: &str,
    said: String,
    contents: &[Content],
) -> Result<(), DialectError> {
    let is_text = |content: &Content| matches!(content, Content::Text { .. });
    if !cfg!(feature = "company") && !contents.iter().all(is_text) {
        return Err(DialectError::Unsupported);
    }
    body.set(name, said);
    if !matches!(contents, [Content::Text { .. }]) {
        let mut more = Map::default();
        more.set("contents", portable::write_contents(contents));
        body.set(extension::NAME, Value::from(more));
    }
    Ok(())
}
