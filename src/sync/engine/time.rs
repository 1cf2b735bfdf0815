//! What time it is: by the server's clock, where that is known.

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

    /// How often [`now`](Self::now) has jumped; follows that.
    pub fn clock_set(self) -> u32 {
        self.inner.try_with_value(|inner| inner.clock_set.get()).unwrap_or_default()
    }
}
