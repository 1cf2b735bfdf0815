//! What the server is told that needs no answer: who types, and who looks.

use std::rc::Rc;

use inbox_dialects::json::Map;
use inbox_dialects::{Method, Request};
use inbox_model::ConversationId;

use super::super::clock;
use super::{Engine, Inner};
use crate::net::spawn;

impl Engine {
    /// Tells the other side that the reader types, at most every few seconds.
    pub fn typing(self, conversation: &ConversationId) {
        const AT_MOST_EVERY_MS: i64 = 3_000;
        self.with(|inner| {
            let now = clock::now();
            let recently =
                inner.typing_told.get().is_some_and(|told| now.since(told) < AT_MOST_EVERY_MS);
            if recently || conversation.is_provisional() || !inner.dialect.capabilities().live {
                return;
            }
            inner.typing_told.set(Some(now));
            let mut body = Map::tagged("conversationId", conversation.as_str());
            body.set("typing", true);
            inner.tell("/live/typing", body);
        });
    }
}

impl Inner {
    /// Tells the server something that needs no answer and may be lost.
    pub(super) fn tell(self: &Rc<Self>, path: &'static str, body: Map) {
        let transport = Rc::clone(&self.transport);
        let request = Request::new(Method::Post, path).json(body);
        spawn(async move {
            let _ = transport.send(&request).await;
        });
    }
}
