//! Featurebase Conversations API, 2026-01-01.nova.

pub mod server;
mod words;

use inbox_model::{Command, Conversation, ConversationId};

use crate::capabilities::Capabilities;
use crate::dialect::{Dialect, ListQuery, Outcome, Page, Who};
use crate::error::DialectError;
use crate::http::{Method, Request, Response};

/// The client's side of the Featurebase dialect.
#[derive(Clone, Copy, Debug, Default)]
pub struct Featurebase;

impl Featurebase {
    /// There is nothing to configure: the transport knows the address and the key.
    pub fn new() -> Self {
        Self
    }
}

impl Dialect for Featurebase {
    fn capabilities(&self) -> Capabilities {
        Capabilities {
            notes: true,
            assign: true,
            close: true,
            snooze: true,
            tags: true,
            priority: false,
            title: true,
            participants: true,
            redact: true,
            mark_read: true,
            idempotency: true,
            list_filters: true,
            live: true,
        }
    }

    fn list(&self, _query: &ListQuery) -> Request {
        Request::new(Method::Get, "/v2/conversations")
    }

    fn read_list(&self, _response: &Response) -> Result<Page, DialectError> {
        Err(DialectError::Unsupported)
    }

    fn conversation(&self, id: &ConversationId) -> Request {
        Request::new(Method::Get, format!("/v2/conversations/{id}"))
    }

    fn read_conversation(&self, _response: &Response) -> Result<Conversation, DialectError> {
        Err(DialectError::Unsupported)
    }

    fn command(&self, _who: &Who<'_>, _command: &Command) -> Result<Request, DialectError> {
        Err(DialectError::Unsupported)
    }

    fn read_command(
        &self,
        _command: &Command,
        _response: &Response,
    ) -> Result<Outcome, DialectError> {
        Err(DialectError::Unsupported)
    }
}
