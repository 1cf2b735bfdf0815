//! CRM Conversations API, v1: one thread per contact, with e-mails, texts, calls and notes.
//!
//! Everything belongs to an organisation, which the header `X-Org-Id` names; without it the vendor
//! takes the one that the caller has joined first. A thread and its messages are two requests. What
//! the vendor's form loses travels in the object `inbox` where our own server answers
//! (`docs/dialects.md` has the table).

#[cfg(feature = "company")]
mod company;
mod error;
mod read;
mod request;
#[cfg(feature = "server")]
pub mod server;
mod words;

use inbox_model::{Command, Conversation, ConversationId};

use crate::capabilities::Capabilities;
#[cfg(feature = "company")]
use crate::dialect::SavedViews;
use crate::dialect::{Dialect, ListQuery, Outcome, Page, Who};
use crate::error::DialectError;
use crate::http::{Request, Response};

/// The client's side of the CRM dialect.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Crm {
    organisation: Option<String>,
}

impl Crm {
    /// For the organisation that the caller has joined first.
    pub fn new() -> Self {
        Self::default()
    }

    /// For the organisation of this id, a UUID.
    pub fn for_organisation(id: impl Into<String>) -> Self {
        Self { organisation: Some(id.into()) }
    }

    /// The same request, for the organisation that was chosen.
    fn within(&self, request: Request) -> Request {
        match &self.organisation {
            Some(id) => request.header("X-Org-Id", id.as_str()),
            None => request,
        }
    }
}

impl Dialect for Crm {
    fn capabilities(&self) -> Capabilities {
        Capabilities {
            start: true,
            contents: true,
            #[cfg(feature = "company")]
            files: 20,
            channel_choice: true,
            assign: true,
            star: true,
            archive: true,
            suggestions: true,
            mark_read: true,
            mark_unread: true,
            idempotency: true,
            list_filters: true,
            overdue: true,
            search: true,
            live: true,
            ..Capabilities::default()
        }
    }

    #[cfg(feature = "company")]
    fn saved_views(&self) -> Option<&dyn SavedViews> {
        Some(self)
    }

    #[cfg(feature = "company")]
    fn upload(&self) -> Request {
        self.media()
    }

    #[cfg(feature = "company")]
    fn read_upload(&self, response: &Response) -> Result<inbox_model::Media, DialectError> {
        Self::read_media(response)
    }

    fn list(&self, query: &ListQuery) -> Request {
        self.within(request::list(query))
    }

    fn read_list(&self, response: &Response) -> Result<Page, DialectError> {
        let value = error::success(response, "list")?;
        let (conversations, next_cursor) = read::page(&value)?;
        Ok(Page { conversations, next_cursor })
    }

    fn conversation(&self, id: &ConversationId) -> Request {
        self.within(request::conversation(id))
    }

    fn read_conversation(&self, response: &Response) -> Result<Conversation, DialectError> {
        let value = error::success(response, "conversation")?;
        Ok(read::conversation(&value)?)
    }

    fn parts(&self, id: &ConversationId) -> Option<Request> {
        Some(self.within(request::messages(id)))
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
        request::command(who, None, command).map(|request| self.within(request))
    }

    #[cfg(feature = "company")]
    fn command_on(
        &self,
        who: &Who<'_>,
        known: &Conversation,
        command: &Command,
    ) -> Result<Request, DialectError> {
        let held = known.source.as_ref().map(|source| &source.channel);
        request::command(who, held, command).map(|request| self.within(request))
    }

    fn read_command(
        &self,
        command: &Command,
        response: &Response,
    ) -> Result<Outcome, DialectError> {
        let is_part = match command {
            Command::Reply { .. } => true,
            #[cfg(feature = "company")]
            Command::SendSuggestion { .. } | Command::DismissSuggestion { .. } => true,
            _ => false,
        };
        if is_part {
            let value = error::success(response, "message")?;
            return Ok(Outcome::Part(Box::new(read::part(&value)?)));
        }
        let conversation = self.read_conversation(response)?;
        // The vendor's operation opens a thread and says nothing in it. Only our server takes what
        // is to be said along, and shows that it did.
        if matches!(command, Command::Start { .. }) && conversation.parts.is_empty() {
            let message = "the conversation was opened, and nothing was said in it".to_owned();
            return Err(DialectError::Refused { code: "not_said".to_owned(), message });
        }
        Ok(Outcome::Conversation(Box::new(conversation)))
    }
}
