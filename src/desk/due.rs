//! When an answer is due, in words, colour and picture.

use inbox_model::Timestamp;
use inbox_model::time::MINUTE;
use leptos::prelude::*;

use crate::dom::{El, el, group};
use crate::i18n::{DeskText, I18n, Text, use_i18n};
use crate::reactive::{Memo, Signal};
use crate::sync;
use crate::ui::{Clock, Glyph, icon_of};

/// From so long before it a deadline is told in rows.
pub(super) const SOON: i64 = 15 * MINUTE;

/// The present instant; follows the widget's clock.
pub(super) fn present(clock: Option<Clock>) -> Timestamp {
    clock.map_or_else(sync::now, Clock::now)
}

/// How a deadline looks at an instant.
pub(super) fn urgency(due: Timestamp, now: Timestamp) -> &'static str {
    match due.since(now) {
        left if left <= 0 => "overdue",
        left if left <= SOON => "soon",
        _ => "later",
    }
}

/// A deadline in words at an instant.
pub(super) fn due_words(due: Timestamp, now: Timestamp, i18n: I18n) -> String {
    let left = due.since(now);
    let with = |text, span: i64| i18n.with(Text::Desk(text), &[("time", &i18n.span(span))]);
    match left {
        left if left <= -MINUTE => with(DeskText::OverdueBy, -left),
        left if left <= 0 => i18n.t(Text::Desk(DeskText::Overdue)).to_owned(),
        left if left < MINUTE => i18n.t(Text::Desk(DeskText::DueSoon)).to_owned(),
        left => with(DeskText::DueIn, left),
    }
}

/// A deadline as a badge; nothing while there is none.
pub(super) fn due_badge(due: Signal<Option<Timestamp>>) -> El {
    let i18n = use_i18n();
    let clock = use_context::<Clock>();
    let look = Memo::new(move |_| due.get().map(|due| urgency(due, present(clock))));
    let words = Memo::new(move |_| {
        due.get().map(|due| due_words(due, present(clock), i18n)).unwrap_or_default()
    });
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
