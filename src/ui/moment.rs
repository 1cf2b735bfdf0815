//! Instants on screen, kept current by one clock for the whole widget.

use inbox_model::Timestamp;
#[cfg(feature = "desk")]
use inbox_model::countdown::{Countdown, Detail};
use leptos::prelude::*;

#[cfg(feature = "desk")]
use super::alarm::Alarm;
use crate::dom::{El, el};
use crate::i18n::{I18n, use_i18n};
use crate::reactive::{RwSignal, Signal};

/// The present instant: to the half minute for what is past, and at exactly the instants that were
/// asked for. One timer serves every label of a widget.
#[derive(Clone, Copy)]
pub struct Clock {
    now: RwSignal<Timestamp>,
    #[cfg(feature = "desk")]
    alarm: StoredValue<Alarm, LocalStorage>,
}

impl Clock {
    /// The present instant; subscribes to its going on.
    pub fn now(self) -> Timestamp {
        self.now.get()
    }
}

#[cfg(feature = "desk")]
impl Clock {
    /// Goes on at this instant, too, if it lies ahead.
    pub fn wake(self, at: Option<Timestamp>) {
        let Some(at) = at else { return };
        self.alarm.try_with_value(|alarm| alarm.set(at, move || self.ring()));
    }

    /// How much time is left until an instant; subscribes to what changes that.
    pub fn to(self, end: Timestamp, detail: Detail) -> Countdown {
        let told = Countdown::to(end, self.now(), detail);
        self.wake(told.changes_at);
        told
    }

    fn ring(self) {
        self.alarm.try_with_value(Alarm::stop);
        self.look();
    }

    /// Looks at the time, which has jumped.
    pub fn look(self) {
        if let Some(now) = self.alarm.try_with_value(Alarm::now) {
            self.now.set(now);
        }
    }
}

/// Starts the widget's clock. `now` reads the one by which it goes.
pub fn provide_clock(now: impl Fn() -> Timestamp + Copy + 'static) -> Clock {
    let clock = Clock {
        now: RwSignal::new(now()),
        #[cfg(feature = "desk")]
        alarm: StoredValue::new_local(Alarm::new(Box::new(now))),
    };
    let every = std::time::Duration::from_secs(30);
    if let Ok(timer) = set_interval_with_handle(move || clock.now.set(now()), every) {
        on_cleanup(move || timer.clear());
    }
    #[cfg(feature = "desk")]
    on_cleanup(move || {
        clock.alarm.try_with_value(Alarm::stop);
    });
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

/// The same of an instant that stays, in a view that is made again when the language changes.
#[cfg(feature = "desk")]
pub fn ago_of(at: Timestamp) -> El {
    let i18n = use_i18n();
    let clock = use_context::<Clock>();
    el("time")
        .class("ago")
        .attr("datetime", at.to_rfc3339())
        .attr("title", i18n.full(at))
        .text(move || i18n.ago(at, clock.map_or(at, Clock::now)))
}

/// The time of day, with the full date to be pointed at.
pub(super) fn time_of(at: Timestamp, i18n: I18n) -> El {
    el("time")
        .attr("datetime", at.to_rfc3339())
        .attr("title", move || i18n.full(at))
        .text(move || i18n.time(at))
}
