//! When an answer is due, in words, colour and picture.

use inbox_model::Timestamp;
use inbox_model::countdown::{Countdown, Detail, Unit};
use inbox_model::sla::{DUE_SOON, SlaPolicy, SlaState};
use leptos::prelude::*;

use crate::dom::{El, el, group};
use crate::i18n::{DeskText, I18n, Text, use_i18n};
use crate::reactive::{Memo, Signal};
use crate::sync::{self, Store};
use crate::ui::{Clock, Glyph, icon_of};

/// From how long before it a deadline is told in rows, in milliseconds: as the organisation has set.
#[derive(Clone, Copy)]
struct Soon(Memo<i64>);

/// Tells the views below what counts as soon.
pub(super) fn provide_soon(store: Store) {
    provide_context(Soon(Memo::new(move |_| {
        let due_soon_minutes = store.session.get().and_then(|session| session.due_soon_minutes);
        SlaPolicy { due_soon_minutes, ..SlaPolicy::default() }.due_soon()
    })));
}

/// The time by which deadlines look: the widget's clock, and what counts as soon.
#[derive(Clone, Copy)]
pub(super) struct Pace {
    clock: Option<Clock>,
    soon: Option<Soon>,
}

impl Pace {
    /// Of the widget around.
    pub(super) fn here() -> Self {
        Self { clock: use_context(), soon: use_context() }
    }

    /// The present instant; follows the widget's clock.
    pub(super) fn now(self) -> Timestamp {
        self.clock.map_or_else(sync::now, Clock::now)
    }

    /// How much time is left until an instant; follows it.
    pub(super) fn to(self, end: Timestamp, detail: Detail) -> Countdown {
        match self.clock {
            Some(clock) => clock.to(end, detail),
            None => Countdown::to(end, sync::now(), detail),
        }
    }

    /// From how long before it a deadline counts as soon, in milliseconds.
    pub(super) fn soon(self) -> i64 {
        self.soon.map_or(DUE_SOON, |soon| soon.0.get())
    }

    /// Follows the clock at an instant, too.
    pub(super) fn wake(self, at: Option<Timestamp>) {
        if let Some(clock) = self.clock {
            clock.wake(at);
        }
    }
}

/// How a deadline looks.
pub(super) fn urgency(due: Timestamp, pace: Pace) -> &'static str {
    match SlaState::of(due, pace.soon(), pace.now()) {
        SlaState::Overdue => "overdue",
        SlaState::DueSoon => "soon",
        SlaState::Due | SlaState::None | SlaState::Paused => "later",
    }
}

/// A deadline in words.
pub(super) fn due_words(due: Timestamp, pace: Pace, i18n: I18n) -> String {
    let told = pace.to(due, Detail::Fine);
    let text = match (told.over, told.unit) {
        (true, Unit::LessThanAMinute) => DeskText::Overdue,
        (false, Unit::LessThanAMinute) => DeskText::DueSoon,
        (true, _) => DeskText::OverdueBy,
        (false, _) => DeskText::DueIn,
    };
    i18n.with(Text::Desk(text), &[("time", &i18n.countdown(told))])
}

/// A deadline as a badge; nothing while there is none.
pub(super) fn due_badge(due: Signal<Option<Timestamp>>) -> El {
    let i18n = use_i18n();
    let pace = Pace::here();
    let look = Memo::new(move |_| due.get().map(|due| urgency(due, pace)));
    let words =
        Memo::new(move |_| due.get().map(|due| due_words(due, pace, i18n)).unwrap_or_default());
    group().when(
        move || look.get().is_some(),
        move || {
            let late = move || look.get() == Some("overdue");
            el("span")
                .class("due")
                .attr("data-due", move || look.get().unwrap_or_default())
                .attr_while("title", move || due.get().map(|due| i18n.full(due)))
                .child(icon_of(move || if late() { Glyph::Alert } else { Glyph::Clock }))
                .child(el("span").class("due-words").text(words))
        },
    )
}
