//! Featurebase Conversations API, 2026-01-01.nova.
//!
//! The vendor's objects are open, and its clients pass over what they do not know. So where the
//! model tells more than the vendor's form can, our server adds one object `inbox` beside the
//! vendor's fields, and our client reads it where it is there and lives without it
//! (`docs/dialects.md` has the table).

mod create;
mod error;
mod read;
mod request;
#[cfg(feature = "server")]
pub mod server;
#[cfg_attr(
    not(feature = "server"),
    allow(dead_code, reason = "the server says more than clients do")
)]
mod words;

use inbox_model::{Command, CommandId, Conversation, ConversationId};

use crate::capabilities::Capabilities;
use crate::dialect::{Dialect, ListQuery, Outcome, Page, Who};
use crate::error::DialectError;
use crate::http::{Request, Response};
use crate::json::{Fault, Object};
pub use create::{CreateRequest, Recipients};

/// The one version in which these endpoints exist.
pub const VERSION: &str = "2026-01-01.nova";

/// The client's side of the Featurebase dialect.
#[derive(Clone, Copy, Debug, Default)]
pub struct Featurebase;

impl Featurebase {
    /// There is nothing to configure: the transport knows the address and the key.
    pub fn new() -> Self {
        Self
    }

    /// Asks for a new conversation, begun by a contact or, with recipients, by the company. What is
    /// said is taken from the contents. `Command::Start` covers the everyday case.
    pub fn create(&self, create: &CreateRequest, key: &CommandId) -> Request {
        request::keyed(request::create(create), key)
    }

    /// Asks to delete a conversation for good.
    pub fn delete(&self, id: &ConversationId) -> Request {
        request::delete(id)
    }

    /// Reads the answer to [`Featurebase::delete`]: the id of what is gone.
    ///
    /// # Errors
    /// As the vendor says, or `Malformed`.
    pub fn read_deleted(&self, response: &Response) -> Result<ConversationId, DialectError> {
        let value = error::success(response, "deleted")?;
        let object = Object::of(&value).map_err(|fault| fault.within("deleted"))?;
        if object.flag("deleted") != Some(true) {
            return Err(Fault::new("deleted.deleted", "not true").into());
        }
        Ok(object.need_id("id").map_err(|fault| fault.within("deleted"))?)
    }
}

impl Dialect for Featurebase {
    fn capabilities(&self) -> Capabilities {
        Capabilities {
            start: true,
            contents: true,
            #[cfg(feature = "company")]
            files: 20,
            notes: true,
            assign: true,
            teams: true,
            close: true,
            snooze: true,
            tags: true,
            title: true,
            attributes: true,
            participants: true,
            redact: true,
            delete: true,
            mark_read: true,
            idempotency: true,
            list_filters: true,
            live: true,
            ..Capabilities::default()
        }
    }

    #[cfg(feature = "company")]
    fn delete(&self, id: &ConversationId) -> Option<Request> {
        Some(request::delete(id))
    }

    fn list(&self, query: &ListQuery) -> Request {
        request::list(query)
    }

    fn read_list(&self, response: &Response) -> Result<Page, DialectError> {
        let value = error::success(response, "list")?;
        let (conversations, next_cursor) = read::page(&value)?;
        Ok(Page { conversations, next_cursor })
    }

    fn conversation(&self, id: &ConversationId) -> Request {
        request::conversation(id)
    }

    fn read_conversation(&self, response: &Response) -> Result<Conversation, DialectError> {
        let value = error::success(response, "conversation")?;
        Ok(read::conversation(&value)?)
    }

    fn command(&self, who: &Who<'_>, command: &Command) -> Result<Request, DialectError> {
        request::command(who, command)
    }

    fn read_command(
        &self,
        command: &Command,
        response: &Response,
    ) -> Result<Outcome, DialectError> {
        if command.is_spoken() && !matches!(command, Command::Start { .. }) {
            let value = error::success(response, "part")?;
            return Ok(Outcome::Part(Box::new(read::part(&value)?)));
        }
        match command {
            #[cfg(feature = "company")]
            Command::AttachTag { .. } | Command::DetachTag { .. } => {
                let value = error::success(response, "tag")?;
                let tag = Object::of(&value).and_then(|tag| tag.need_id::<&str>("id"));
                tag.map_err(|fault| fault.within("tag"))?;
                Ok(Outcome::Done)
            }
            _ => self.read_conversation(response).map(Box::new).map(Outcome::Conversation),
        }
    }
}
