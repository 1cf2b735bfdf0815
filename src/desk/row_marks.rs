//! The marks of a row: a star, a draft that waits, and what runs out.

use std::sync::Arc;

use inbox_model::reply_window::Verdict;
use inbox_model::time::{DAY, HOUR};
use inbox_model::{Conversation, Timestamp};
use leptos::prelude::*;

use super::due::{SOON, due_words, present, urgency};
use super::window;
use crate::dom::{El, el, group};
use crate::i18n::{DeskText, I18n, Text, use_i18n};
use crate::reactive::{Memo, RwSignal};
use crate::ui::{Clock, Glyph, icon, see};

/// What the marks follow.
#[derive(Clone, Copy)]
pub(super) struct RowMarks {
    row: RwSignal<Arc<Conversation>>,
    clock: Option<Clock>,
    i18n: I18n,
}

impl RowMarks {
    pub(super) fn new(row: RwSignal<Arc<Conversation>>) -> Self {
        Self { row, clock: use_context::<Clock>(), i18n: use_i18n() }
    }

    fn mark(self, class: &'static str, glyph: Glyph, text: DeskText) -> El {
        let text = self.i18n.tr(Text::Desk(text));
        el("span")
            .class(class)
            .attr("title", text)
            .child(icon(glyph))
            .child(el("span").class("visually-hidden").text(text))
    }

    /// The star, if there is one.
    pub(super) fn star(self) -> El {
        let is = move || see(self.row.get(), |row| row.handling.starred);
        group().when(is, move || self.mark("row-star", Glyph::Star, DeskText::Starred))
    }

    /// That a draft waits.
    pub(super) fn draft(self) -> El {
        let is = move || see(self.row.get(), |row| row.handling.pending_suggestion.is_some());
        group().when(is, move || self.mark("row-draft", Glyph::Sparkle, DeskText::DraftWaiting))
    }

    /// What runs out first, as long as it matters: the answer that is due, or the reply window.
    pub(super) fn time(self) -> El {
        let runs =
            Memo::new(move |_| see(self.row.get(), |row| Runs::out(row, present(self.clock))));
        let words = move || {
            runs.get().map(|runs| runs.words(present(self.clock), self.i18n)).unwrap_or_default()
        };
        let short = move || {
            runs.get().map(|runs| runs.short(present(self.clock), self.i18n)).unwrap_or_default()
        };
        group().when(
            move || runs.get().is_some(),
            move || {
                let look =
                    move || runs.get().map_or("later", |runs| runs.look(present(self.clock)));
                let glyph = move || runs.get().map_or(Glyph::Clock, |runs| runs.glyph);
                el("span")
                    .class("due row-due")
                    .attr("data-due", look)
                    .attr("title", words)
                    .child(crate::ui::icon_of(glyph))
                    .child(el("span").class("due-words").attr("aria-hidden", "true").text(short))
                    .child(el("span").class("visually-hidden").text(words))
            },
        )
    }
}

/// A stretch of time in whole units of its largest, for where there is little room.
fn large(span: i64) -> i64 {
    match span {
        _ if span >= DAY => span - span % DAY,
        _ if span >= HOUR => span - span % HOUR,
        _ => span,
    }
}

/// Something that runs out.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Runs {
    at: Timestamp,
    glyph: Glyph,
    window: bool,
}

impl Runs {
    /// What of a conversation runs out soon, or has.
    fn out(row: &Conversation, now: Timestamp) -> Option<Self> {
        let due = row.due_at().filter(|due| due.since(now) <= SOON);
        let window = match window::verdict(row, None, now) {
            Verdict::Open { until } => until.filter(|until| until.since(now) <= window::SOON),
            _ => None,
        };
        let due = due.map(|at| {
            let glyph = if at <= now { Glyph::Alert } else { Glyph::Clock };
            Self { at, glyph, window: false }
        });
        let window = window.map(|at| Self { at, glyph: Glyph::Hourglass, window: true });
        match (due, window) {
            (Some(due), Some(window)) if window.at < due.at => Some(window),
            (due, window) => due.or(window),
        }
    }

    fn look(self, now: Timestamp) -> &'static str {
        if self.window { "soon" } else { urgency(self.at, now) }
    }

    /// For where there is little room.
    fn short(self, now: Timestamp, i18n: I18n) -> String {
        match self.at.since(now) {
            left if left <= 0 => i18n.t(Text::Desk(DeskText::Overdue)).to_owned(),
            left => i18n.span(large(left)),
        }
    }

    fn words(self, now: Timestamp, i18n: I18n) -> String {
        if self.window {
            let left = i18n.span(self.at.since(now));
            return i18n.with(Text::Desk(DeskText::ClosesIn), &[("time", &left)]);
        }
        due_words(self.at, now, i18n)
    }
}

#[cfg(test)]
mod tests {
    use inbox_model::reply_window::ReplyWindow;
    use inbox_model::time::MINUTE;

    use super::*;

    #[test]
    fn a_row_tells_what_runs_out_first() {
        let now = Timestamp::from_millis(1_000_000_000);
        let check = |due: Option<i64>, window: Option<i64>, expected: Option<(i64, bool)>| {
            let mut row = Conversation::new("c1".into(), now);
            row.handling.sla.first_response_due_at = due.map(|in_ms| now.plus(in_ms));
            row.handling.reply_window = window.map(|in_ms| ReplyWindow {
                until: Some(now.plus(in_ms)),
                ..ReplyWindow::default()
            });
            let runs = Runs::out(&row, now).map(|runs| (runs.at.since(now), runs.window));
            assert_eq!(runs, expected, "{due:?} {window:?}");
        };
        check(None, None, None);
        check(Some(SOON + 1), Some(window::SOON + 1), None);
        check(Some(12 * MINUTE), None, Some((12 * MINUTE, false)));
        check(Some(12 * MINUTE), Some(5 * MINUTE), Some((5 * MINUTE, true)));
        check(Some(-MINUTE), Some(5 * MINUTE), Some((-MINUTE, false)));
        // A window that has closed is told in the thread.
        check(None, Some(-MINUTE), None);
    }
}
