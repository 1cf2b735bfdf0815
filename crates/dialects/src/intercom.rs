//! Intercom's conversation API, version `Preview`.
//!
//! The conversation begins with its `source`, which the vendor does not repeat among the parts: here
//! it is the first part. Messages are HTML, and times are whole seconds; our own server tells the
//! rest in the extension object (`docs/dialects.md` has the table).

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

use std::cell::RefCell;
use std::fmt;

use inbox_model::{Command, Conversation, ConversationId};

use crate::capabilities::Capabilities;
use crate::dialect::{Dialect, ListQuery, Outcome, Page, Who};
use crate::error::DialectError;
use crate::http::{Request, Response};
use crate::session::Session;

/// The version that has all of these endpoints.
pub const VERSION: &str = "Preview";

/// The client's side of the Intercom dialect.
#[derive(Clone, Default)]
pub struct Intercom {
    /// What goes into `secret`. In a cell, as it is only known once somebody has signed in.
    secret: RefCell<Option<String>>,
}

impl Intercom {
    /// A client that cannot update single parts, as nobody has told it the secret.
    pub fn new() -> Self {
        Self::default()
    }

    /// The same client with the HMAC secret that updates of a part must show: the whole one, or an
    /// agent's seal, with which that agent can say what they have seen.
    #[must_use]
    pub fn with_secret(self, secret: impl Into<String>) -> Self {
        Self { secret: RefCell::new(Some(secret.into())) }
    }
}

/// Without the secret, which has no place in a log.
impl fmt::Debug for Intercom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Intercom").finish_non_exhaustive()
    }
}

impl Dialect for Intercom {
    fn capabilities(&self) -> Capabilities {
        Capabilities {
            start: true,
            contents: true,
            #[cfg(feature = "company")]
            files: 10,
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
            mark_read: true,
            mark_unread: true,
            seen: self.secret.borrow().is_some(),
            idempotency: true,
            list_filters: true,
            search: true,
            live: true,
            ..Capabilities::default()
        }
    }

    fn signed_in(&self, session: &Session) {
        if session.seal.is_some() {
            self.secret.borrow_mut().clone_from(&session.seal);
        }
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
        request::command(who, command, self.secret.borrow().as_deref())
    }

    fn read_command(
        &self,
        command: &Command,
        response: &Response,
    ) -> Result<Outcome, DialectError> {
        match command {
            Command::Start { .. } => {
                let value = error::success(response, "message")?;
                Ok(Outcome::Conversation(Box::new(read::begun(&value)?)))
            }
            #[cfg(feature = "company")]
            Command::MarkSeen { .. } | Command::SetDelivery { .. } => {
                let value = error::success(response, "part")?;
                Ok(Outcome::Part(Box::new(read::part(&value)?)))
            }
            #[cfg(feature = "company")]
            Command::AttachTag { .. }
            | Command::DetachTag { .. }
            | Command::AddParticipant { .. }
            | Command::RemoveParticipant { .. } => {
                error::success(response, "answer")?;
                Ok(Outcome::Done)
            }
            _ => self.read_conversation(response).map(Box::new).map(Outcome::Conversation),
        }
    }
}
