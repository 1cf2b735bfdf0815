//! Something that is done after a while, unless it is called off first.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::{StoredValue, UpdateValue, on_cleanup, set_timeout_with_handle};

/// At most one thing that waits for its time. It ends with its owner.
#[derive(Clone, Copy, Debug)]
pub struct Pause(StoredValue<Option<TimeoutHandle>>);

impl Pause {
    /// Nothing waits, for as long as what is being built here stays.
    pub fn here() -> Self {
        let pause = Self(StoredValue::new(None));
        on_cleanup(move || pause.stop());
        pause
    }

    /// Does this in a while, instead of what had been waiting.
    pub fn then(self, wait: Duration, act: impl FnOnce() + 'static) {
        self.stop();
        let timer = set_timeout_with_handle(act, wait).ok();
        self.0.try_update_value(|waiting| *waiting = timer);
    }

    /// Calls off what is waiting.
    pub fn stop(self) {
        if let Some(timer) = self.0.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    }
}
