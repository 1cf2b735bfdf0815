//! One timer for everything on screen that changes at a known instant.

use std::cell::Cell;
use std::time::Duration;

use inbox_model::Timestamp;
use inbox_model::time::DAY;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::set_timeout_with_handle;

/// A timer that goes off at the earliest of the instants that were asked for.
pub(super) struct Alarm {
    now: Box<dyn Fn() -> Timestamp>,
    next: Cell<Option<(Timestamp, TimeoutHandle)>>,
}

impl Alarm {
    /// A timer that is not set; `now` reads the clock.
    pub(super) fn new(now: Box<dyn Fn() -> Timestamp>) -> Self {
        Self { now, next: Cell::new(None) }
    }

    /// The present instant.
    pub(super) fn now(&self) -> Timestamp {
        (self.now)()
    }

    /// Goes off at an instant, unless it does so before.
    pub(super) fn set(&self, at: Timestamp, ring: impl FnOnce() + 'static) {
        if self.next.get().is_some_and(|(next, _)| next <= at) {
            return;
        }
        self.stop();
        // A browser's timer counts no further than 24 days.
        let wait = u64::try_from(at.since(self.now()).clamp(0, DAY)).unwrap_or_default();
        let handle = set_timeout_with_handle(ring, Duration::from_millis(wait));
        self.next.set(handle.ok().map(|handle| (at, handle)));
    }

    /// Does not go off.
    pub(super) fn stop(&self) {
        if let Some((_, handle)) = self.next.take() {
            handle.clear();
        }
    }
}
