//! A conversation system of which the page is the server: every answer is what was prepared.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use inbox_dialects::{
    Capabilities, Dialect, DialectError, ListQuery, Method, Outcome, Page, Request, Response, Who,
};
use inbox_model::conversation::Preview;
use inbox_model::part::Message;
use inbox_model::{Command, Conversation, ConversationId, Part, PartBody};
use inbox_widgets::sync::Engine;

use crate::data::Arrival;

/// What is asked for stands behind this; `page.ts` answers it.
pub(crate) const BASE: &str = "https://made-up.invalid";

/// The system. What becomes of a conversation it learns from the desk, so that nothing is kept twice.
#[derive(Default)]
pub(crate) struct Canned {
    /// The first page of the list, until it is asked for.
    pub(crate) newest: RefCell<Vec<Conversation>>,
    /// The oldest first.
    pub(crate) thread: RefCell<Vec<Arc<Part>>>,
    /// So many parts a conversation has.
    pub(crate) parts: Cell<usize>,
    /// Who knows the conversations.
    pub(crate) engine: Cell<Option<Engine>>,
    arrived: Cell<u32>,
}

impl Canned {
    fn known(&self, id: &ConversationId) -> Option<Conversation> {
        let known = self.engine.get()?.known_as(id)?;
        Some(Conversation::clone(&known))
    }

    /// Somebody writes: the conversation as a server would tell it then.
    pub(crate) fn arrive(&self, arrival: Arrival) -> Option<Conversation> {
        let mut told = self.known(&arrival.conversation)?;
        let number = self.arrived.get() + 1;
        self.arrived.set(number);
        let id = format!("arrival-{number}");
        told.unread = Some(told.unread.unwrap_or(0) + 1);
        told.last_activity_at = Some(arrival.at);
        told.version = told.version.map(|version| version + 1);
        let author = told.participants.first().cloned();
        told.preview = Some(Preview {
            part_id: id.as_str().into(),
            text: arrival.text.clone(),
            author: author.clone(),
            at: arrival.at,
            content: None,
            note: false,
        });
        let body = PartBody::Message(Message::text(arrival.text));
        told.parts = vec![Arc::new(Part::new(id.as_str().into(), body, author, arrival.at))];
        Some(told)
    }
}

impl Dialect for Canned {
    fn capabilities(&self) -> Capabilities {
        Capabilities {
            contents: true,
            reference: true,
            notes: true,
            assign: true,
            close: true,
            snooze: true,
            tags: true,
            priority: true,
            star: true,
            mark_read: true,
            search: true,
            list_filters: true,
            idempotency: true,
            live: true,
            ..Capabilities::default()
        }
    }

    fn list(&self, _query: &ListQuery) -> Request {
        Request::new(Method::Get, "/list")
    }

    fn read_list(&self, _response: &Response) -> Result<Page, DialectError> {
        // What lies behind the first page is handed to the engine.
        Ok(Page { conversations: self.newest.take(), next_cursor: None })
    }

    fn conversation(&self, id: &ConversationId) -> Request {
        Request::new(Method::Get, format!("/{id}"))
    }

    fn read_conversation(&self, response: &Response) -> Result<Conversation, DialectError> {
        let id = ConversationId::new(response.body.rsplit('/').next().unwrap_or_default());
        let mut one = self.known(&id).ok_or(DialectError::Server { status: 500 })?;
        let thread = self.thread.borrow();
        let from = thread.len().saturating_sub(self.parts.get());
        one.parts = thread.get(from..).unwrap_or_default().to_vec();
        Ok(one)
    }

    fn command(&self, who: &Who<'_>, _command: &Command) -> Result<Request, DialectError> {
        Ok(Request::new(Method::Get, format!("/{}", who.conversation)))
    }

    fn read_command(&self, _command: &Command, _: &Response) -> Result<Outcome, DialectError> {
        Ok(Outcome::Done)
    }
}
