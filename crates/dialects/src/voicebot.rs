//! Voicebot.studio chat: the Client API (seed 004), below `/third-party/v1`.
//!
//! The vendor knows messages and a thread's newest note, and has neither an endpoint for one
//! conversation nor one for its messages. Our server has both, in the vendor's own forms, because no
//! widget can do without (`docs/dialects.md`).
//!
//! The vendor's answers are wrapped in `data`, all but one: the answer to PATCH is bare. The reader
//! takes both forms everywhere.

mod error;
mod read;
mod request;
#[cfg(feature = "server")]
pub mod server;
mod words;

use inbox_model::{Command, Conversation, ConversationId};

use crate::capabilities::Capabilities;
use crate::dialect::{Dialect, ListQuery, Outcome, Page, Who};
use crate::error::DialectError;
use crate::http::{Request, Response};

/// The client's side of the Voicebot dialect.
#[derive(Clone, Copy, Debug, Default)]
pub struct Voicebot;

impl Voicebot {
    /// There is nothing to configure: the transport knows the address and the token.
    pub fn new() -> Self {
        Self
    }

    /// Asks for one message of a conversation. [`Dialect::parts`] asks for all of them.
    #[cfg(feature = "company")]
    pub fn message(&self, conversation: &ConversationId, part: &inbox_model::PartId) -> Request {
        request::message(conversation, part)
    }

    /// Reads the answer to [`Voicebot::message`].
    ///
    /// # Errors
    /// As the vendor says, or `Malformed`.
    #[cfg(feature = "company")]
    pub fn read_message(&self, response: &Response) -> Result<inbox_model::Part, DialectError> {
        Ok(read::message(&error::success(response, "message")?)?)
    }
}

impl Dialect for Voicebot {
    fn capabilities(&self) -> Capabilities {
        Capabilities {
            contents: true,
            #[cfg(feature = "company")]
            files: 1,
            reference: true,
            assign: true,
            close: true,
            in_progress: true,
            react: true,
            restart: true,
            mark_read: true,
            idempotency: true,
            list_filters: true,
            overdue: true,
            search: true,
            live: true,
            ..Capabilities::default()
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
        request::conversation(id, "")
    }

    fn read_conversation(&self, response: &Response) -> Result<Conversation, DialectError> {
        let value = error::success(response, "conversation")?;
        Ok(read::conversation(&value)?)
    }

    fn parts(&self, id: &ConversationId) -> Option<Request> {
        Some(request::conversation(id, "/messages"))
    }

    fn read_parts(
        &self,
        conversation: &mut Conversation,
        response: &Response,
    ) -> Result<(), DialectError> {
        let value = error::success(response, "messages")?;
        Ok(read::messages(conversation, &value)?)
    }

    fn command(&self, who: &Who<'_>, command: &Command) -> Result<Request, DialectError> {
        request::command(who, command)
    }

    fn read_command(
        &self,
        command: &Command,
        response: &Response,
    ) -> Result<Outcome, DialectError> {
        match command {
            Command::Reply { .. } => read_said(response),
            #[cfg(feature = "company")]
            Command::Restart { .. } => read_said(response),
            #[cfg(feature = "company")]
            Command::React { .. } => {
                let value = error::success(response, "message")?;
                let part = read::message(&value)?;
                // The vendor tells no names, so its answer would take them from what is known.
                Ok(if read::is_ours(&value) {
                    Outcome::Part(Box::new(part))
                } else {
                    Outcome::Done
                })
            }
            _ => self.read_conversation(response).map(Box::new).map(Outcome::Conversation),
        }
    }
}

/// The answer to saying something: the message.
fn read_said(response: &Response) -> Result<Outcome, DialectError> {
    let value = error::success(response, "message")?;
    Ok(Outcome::Part(Box::new(read::message(&value)?)))
}
