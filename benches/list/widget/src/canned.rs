//! A conversation system of which the page is the server: every answer is what was prepared.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use inbox_dialects::{
    Capabilities, Dialect, DialectError, ListQuery, Method, Outcome, Page, Request, Response, Who,
};
use inbox_model::conversation::Preview;
use inbox_model::part::Message;
use inbox_model::{Command, Conversation, ConversationId, Part, PartBody};

use crate::data::Arrival;

/// What is asked for stands behind this; `page.ts` answers it.
pub(crate) const BASE: &str = "https://made-up.invalid";

/// The system.
#[derive(Default)]
pub(crate) struct Canned {
    /// The newest first.
    pub(crate) conversations: RefCell<Vec<Conversation>>,
    /// The oldest first.
    pub(crate) thread: RefCell<Vec<Arc<Part>>>,
    /// So many parts a conversation has.
    pub(crate) parts: Cell<usize>,
    /// Where each conversation stands in `conversations`, in the order of their ids.
    places: RefCell<Vec<(ConversationId, usize)>>,
    arrived: Cell<u32>,
}

impl Canned {
    fn place(&self, id: &ConversationId) -> Option<usize> {
        let mut places = self.places.borrow_mut();
        if places.is_empty() {
            let all = self.conversations.borrow();
            places.extend(all.iter().enumerate().map(|(at, one)| (one.id.clone(), at)));
            places.sort();
        }
        let found = places.binary_search_by(|(other, _)| other.cmp(id)).ok()?;
        places.get(found).map(|(_, at)| *at)
    }

    /// Somebody writes: the conversation as a server would tell it then.
    pub(crate) fn arrive(&self, arrival: Arrival) -> Option<Conversation> {
        let at = self.place(&arrival.conversation)?;
        let mut all = self.conversations.borrow_mut();
        let one = all.get_mut(at)?;
        let number = self.arrived.get() + 1;
        self.arrived.set(number);
        let id = format!("arrival-{number}");
        one.unread = Some(one.unread.unwrap_or(0) + 1);
        one.last_activity_at = Some(arrival.at);
        one.version = one.version.map(|version| version + 1);
        let author = one.participants.first().cloned();
        one.preview = Some(Preview {
            part_id: id.as_str().into(),
            text: arrival.text.clone(),
            author: author.clone(),
            at: arrival.at,
            content: None,
            note: false,
        });
        let body = PartBody::Message(Message::text(arrival.text));
        let mut told = one.clone();
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
        // The first page; what lies behind it is handed to the engine.
        let conversations = self.conversations.borrow().iter().take(50).cloned().collect();
        Ok(Page { conversations, next_cursor: None })
    }

    fn conversation(&self, id: &ConversationId) -> Request {
        Request::new(Method::Get, format!("/{id}"))
    }

    fn read_conversation(&self, response: &Response) -> Result<Conversation, DialectError> {
        let id = ConversationId::new(response.body.rsplit('/').next().unwrap_or_default());
        let missing = DialectError::Server { status: 500 };
        let at = self.place(&id).ok_or(missing.clone())?;
        let mut one = self.conversations.borrow().get(at).cloned().ok_or(missing)?;
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
