//! What is known beyond the list in view, and what of it is new: for the palette of the desk, and for
//! notifications.

use std::rc::Rc;
use std::sync::Arc;

use inbox_dialects::ListQuery;
use inbox_model::sync::{Event, Inbox};
use inbox_model::time::MINUTE;
use inbox_model::{Conversation, ConversationId};
use leptos::prelude::WithValue;

use super::Inner;
use crate::net::spawn;

/// So many are found at once.
const FOUND: u32 = 20;

/// Hears of a conversation in which a customer has written.
pub type News = Box<dyn Fn(&Conversation)>;

/// The list draws from what is known here.
pub(super) fn show(inner: &Rc<Inner>) {
    let known = Rc::downgrade(inner);
    let find = move |id: &ConversationId| known.upgrade()?.seen.borrow().get(id).cloned();
    inner.store.rows.draw_from(Box::new(find));
}

impl super::Engine {
    /// All conversations that are known, newest activity first, at most so many.
    pub fn newest_known(self, most: usize) -> Vec<Arc<Conversation>> {
        let known = |inner: &Rc<Inner>| {
            let inbox = inner.inbox.borrow();
            let all = inbox.iter().flat_map(Inbox::newest);
            all.filter_map(|(_, _, one)| one.cloned()).take(most).collect()
        };
        self.inner.try_with_value(known).unwrap_or_default()
    }

    /// A conversation that is known.
    pub fn known_as(self, id: &ConversationId) -> Option<Arc<Conversation>> {
        let known = |inner: &Rc<Inner>| inner.seen.borrow().get(id).cloned();
        self.inner.try_with_value(known).flatten()
    }

    /// Learns of conversations in which the server finds these words, beside those in the list, and
    /// tells which when they are known.
    pub fn look_for(self, words: &str, then: impl Fn(Vec<ConversationId>) + 'static) {
        self.with(|inner| {
            let search = Some(words.to_owned());
            let query = ListQuery { search, limit: Some(FOUND), ..ListQuery::default() };
            let request = inner.dialect.list(&query);
            let inner = Rc::clone(inner);
            spawn(async move {
                let Ok(response) = inner.transport.send(&request).await else { return };
                if let Ok(page) = inner.dialect.read_page(&query, &response)
                    && inner.alive.get()
                {
                    let found = page.conversations.iter().map(|one| one.id.clone()).collect();
                    inner.reduce(Event::Listed { conversations: page.conversations });
                    then(found);
                }
            });
        });
    }

    /// Tells of each message of a customer as it comes in.
    pub fn on_news(self, tell: News) {
        self.with(|inner| {
            inner.news.replace(Some(tell));
        });
    }
}

/// A conversation has changed, or is met for the first time: then only what was said within the last
/// minutes is new, and not what a list brings.
pub(super) fn changed(inner: &Inner, old: Option<&Conversation>, new: &Conversation) {
    const JUST_NOW: i64 = 2 * MINUTE;
    let Some(newest) = &new.preview else { return };
    let by_customer = newest.author.as_ref().is_some_and(|by| by.kind.is_contact());
    let is_new = match old.map(|old| &old.preview) {
        Some(Some(before)) => before.part_id != newest.part_id && newest.at > before.at,
        Some(None) | None => inner.transport.server_now().since(newest.at) < JUST_NOW,
    };
    if by_customer
        && is_new
        && new.unread.unwrap_or(0) > 0
        && let Some(tell) = inner.news.borrow().as_ref()
    {
        tell(new);
    }
}

/// Whether the reader has marked a conversation as unread.
pub(super) fn marked_unread(inbox: &Inbox, conversation: &ConversationId) -> bool {
    let by = inbox.conversation(conversation).map(|one| one.handling.marked_unread_by.clone());
    by.zip(inbox.me().id.as_ref()).is_some_and(|(by, me)| by.contains(me))
}
