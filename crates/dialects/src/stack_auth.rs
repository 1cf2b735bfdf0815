//! Stack Auth (Hexclave) internal conversations, v1.
//!
//! A reader finds a conversation with its messages and the ways by which it came in; everything that
//! is done to it is one `PATCH` whose `type` says what. What the vendor's form loses travels in the
//! object `inbox`, as everywhere here (`docs/dialects.md` has the tables).

#[cfg(feature = "company")]
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

use inbox_model::{Command, Conversation, ConversationId};

use crate::capabilities::Capabilities;
use crate::dialect::{Dialect, ListQuery, Outcome, Page, Who};
use crate::error::DialectError;
use crate::http::{Request, Response};
#[cfg(feature = "company")]
pub use create::CreateRequest;

/// The client's side of the Stack Auth dialect.
#[derive(Clone, Debug)]
pub struct StackAuth {
    project: String,
    client_key: Option<String>,
}

impl Default for StackAuth {
    fn default() -> Self {
        Self::new("internal")
    }
}

impl StackAuth {
    /// For the conversations of this project: its UUID, or `internal` for the caller's own.
    pub fn new(project: impl Into<String>) -> Self {
        Self { project: project.into(), client_key: None }
    }

    /// The same with the vendor's publishable client key, which is no secret. Our server asks for
    /// none.
    #[must_use]
    pub fn with_client_key(mut self, key: impl Into<String>) -> Self {
        self.client_key = Some(key.into());
        self
    }

    /// Asks for a new conversation with a user, begun by the company. `Command::Start` is the
    /// customer's.
    #[cfg(feature = "company")]
    pub fn create(&self, create: &CreateRequest, key: &inbox_model::CommandId) -> Request {
        self.asking().create(create, key)
    }

    fn asking(&self) -> request::Asking<'_> {
        request::Asking { project: &self.project, client_key: self.client_key.as_deref() }
    }
}

impl Dialect for StackAuth {
    fn capabilities(&self) -> Capabilities {
        Capabilities {
            start: true,
            contents: true,
            #[cfg(feature = "company")]
            files: 20,
            notes: true,
            assign: true,
            close: true,
            pending: true,
            tags: true,
            create_tags: true,
            priority: true,
            mark_read: true,
            idempotency: true,
            list_filters: true,
            overdue: true,
            search: true,
            live: true,
            ..Capabilities::default()
        }
    }

    fn authorization(&self, token: &str) -> (&'static str, String) {
        ("x-stack-access-token", token.to_owned())
    }

    fn list(&self, query: &ListQuery) -> Request {
        self.asking().list(query)
    }

    fn read_list(&self, response: &Response) -> Result<Page, DialectError> {
        self.read_page(&ListQuery::default(), response)
    }

    fn read_page(&self, query: &ListQuery, response: &Response) -> Result<Page, DialectError> {
        let value = error::success(response, "list")?;
        let (conversations, has_more) = read::page(&value)?;
        // A page without rows leads nowhere, whatever it says of more.
        let has_more = has_more && !conversations.is_empty();
        let end = request::offset(query).saturating_add(conversations.len());
        Ok(Page { conversations, next_cursor: has_more.then(|| end.to_string()) })
    }

    fn conversation(&self, id: &ConversationId) -> Request {
        self.asking().conversation(id)
    }

    fn read_conversation(&self, response: &Response) -> Result<Conversation, DialectError> {
        let value = error::success(response, "detail")?;
        Ok(read::detail(&value)?)
    }

    fn command(&self, who: &Who<'_>, command: &Command) -> Result<Request, DialectError> {
        self.asking().command(who, None, command)
    }

    #[cfg(feature = "company")]
    fn command_on(
        &self,
        who: &Who<'_>,
        known: &Conversation,
        command: &Command,
    ) -> Result<Request, DialectError> {
        self.asking().command(who, Some(known), command)
    }

    fn read_command(
        &self,
        command: &Command,
        response: &Response,
    ) -> Result<Outcome, DialectError> {
        if !matches!(command, Command::Start { .. }) {
            return self.read_conversation(response).map(Box::new).map(Outcome::Conversation);
        }
        let value = error::success(response, "created")?;
        Ok(Outcome::Conversation(Box::new(read::created(&value)?)))
    }
}
