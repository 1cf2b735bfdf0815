//! What time it is, by the server's clock where that is known, and what passing time changes.

use leptos::prelude::*;

use super::super::clock;
use super::Engine;

impl Engine {
    /// The present instant by the server's clock, as far as that is known: windows close and
    /// answers are due by it.
    pub fn now(self) -> inbox_model::Timestamp {
        let now = self.inner.try_with_value(|inner| inner.transport.server_now());
        now.unwrap_or_else(clock::now)
    }

    /// Reads a conversation again: something about it changes with time alone, which nobody tells.
    pub fn look_again(self, conversation: &inbox_model::ConversationId) {
        self.with(|inner| super::effects::fetch(inner, conversation.clone()));
    }

    /// How often [`now`](Self::now) has jumped; follows that.
    pub fn clock_set(self) -> u32 {
        self.inner.try_with_value(|inner| inner.clock_set.get()).unwrap_or_default()
    }
}
