//! Instants on screen, kept current by one clock for the whole widget.

use inbox_model::Timestamp;
use leptos::prelude::*;

use crate::dom::{El, el};
use crate::i18n::use_i18n;
use crate::reactive::{RwSignal, Signal};

/// The present instant, to the half minute. One timer serves every label of a widget.
#[derive(Clone, Copy)]
pub struct Clock(RwSignal<Timestamp>);

impl Clock {
    /// The present instant; subscribes to its going on.
    pub fn now(self) -> Timestamp {
        self.0.get()
    }
}

/// Starts the widget's clock. `now` reads the device's.
pub fn provide_clock(now: fn() -> Timestamp) -> Clock {
    let clock = Clock(RwSignal::new(now()));
    let every = std::time::Duration::from_secs(30);
    if let Ok(timer) = set_interval_with_handle(move || clock.0.set(now()), every) {
        on_cleanup(move || timer.clear());
    }
    provide_context(clock);
    clock
}

/// How long ago something was, with the full date to be pointed at.
pub fn ago(at: Signal<Timestamp>) -> El {
    let i18n = use_i18n();
    let clock = use_context::<Clock>();
    let text = move || i18n.ago(at.get(), clock.map_or_else(|| at.get(), Clock::now));
    el("time")
        .class("ago")
        .attr("datetime", move || at.get().to_rfc3339())
        .attr("title", move || i18n.full(at.get()))
        .text(text)
}
