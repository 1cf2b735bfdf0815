//! The marks of a row: a star, a draft that waits, and what runs out.

use std::sync::Arc;

use inbox_model::countdown::Detail;
use inbox_model::reply_window::Verdict;
use inbox_model::sla::SlaState;
use inbox_model::{Conversation, Timestamp};

use super::due::{Pace, due_words, urgency};
use super::window;
use crate::dom::{El, el, group};
use crate::i18n::{DeskText, I18n, Text, use_i18n};
use crate::reactive::{Memo, RwSignal};
use crate::ui::{Glyph, icon, see};

/// What the marks follow.
#[derive(Clone, Copy)]
pub(super) struct RowMarks {
    row: RwSignal<Arc<Conversation>>,
    pace: Pace,
    i18n: I18n,
}

impl RowMarks {
    pub(super) fn new(row: RwSignal<Arc<Conversation>>) -> Self {
        Self { row, pace: Pace::here(), i18n: use_i18n() }
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
        let pace = self.pace;
        let runs = Memo::new(move |_| see(self.row.get(), |row| Runs::out(row, pace)));
        let words = move || runs.get().map(|runs| runs.words(pace, self.i18n)).unwrap_or_default();
        let short = move || runs.get().map(|runs| runs.short(pace, self.i18n)).unwrap_or_default();
        group().when(
            move || runs.get().is_some(),
            move || {
                let look = move || runs.get().map_or("later", |runs| runs.look(pace));
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

/// Something that runs out.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Runs {
    at: Timestamp,
    glyph: Glyph,
    window: bool,
}

impl Runs {
    /// What of a conversation runs out soon, or has; follows the clock.
    fn out(row: &Conversation, pace: Pace) -> Option<Self> {
        let now = pace.now();
        let runs = Self::at(row, now, pace.soon());
        let changes_at = row.sla_at(now, pace.soon()).changes_at;
        let closes = match window::verdict(row, now) {
            Verdict::Open { until } => until,
            _ => None,
        };
        pace.wake(changes_at);
        for at in closes.into_iter().flat_map(|until| [until.plus(-window::SOON), until]) {
            pace.wake(Some(at).filter(|at| *at > now));
        }
        runs
    }

    fn at(row: &Conversation, now: Timestamp, soon: i64) -> Option<Self> {
        let standing = row.sla_at(now, soon);
        let is_told = matches!(standing.state, SlaState::DueSoon | SlaState::Overdue);
        let due = standing.due_at.filter(|_| is_told);
        let window = match window::verdict(row, now) {
            Verdict::Open { until } => until.filter(|until| until.since(now) <= window::SOON),
            _ => None,
        };
        let due = due.map(|at| {
            let late = standing.state == SlaState::Overdue;
            let glyph = if late { Glyph::Alert } else { Glyph::Clock };
            Self { at, glyph, window: false }
        });
        let window = window.map(|at| Self { at, glyph: Glyph::Hourglass, window: true });
        match (due, window) {
            (Some(due), Some(window)) if window.at < due.at => Some(window),
            (due, window) => due.or(window),
        }
    }

    fn look(self, pace: Pace) -> &'static str {
        if self.window { "soon" } else { urgency(self.at, pace) }
    }

    /// For where there is little room.
    fn short(self, pace: Pace, i18n: I18n) -> String {
        match pace.to(self.at, Detail::Coarse) {
            told if told.over => i18n.t(Text::Desk(DeskText::Overdue)).to_owned(),
            told => i18n.countdown(told),
        }
    }

    fn words(self, pace: Pace, i18n: I18n) -> String {
        if self.window {
            let left = i18n.countdown(pace.to(self.at, Detail::Fine));
            return i18n.with(Text::Desk(DeskText::ClosesIn), &[("time", &left)]);
        }
        due_words(self.at, pace, i18n)
    }
}

#[cfg(test)]
mod tests {
    use inbox_model::reply_window::ReplyWindow;
    use inbox_model::sla::DUE_SOON;
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
            let runs = Runs::at(&row, now, DUE_SOON).map(|runs| (runs.at.since(now), runs.window));
            assert_eq!(runs, expected, "{due:?} {window:?}");
        };
        check(None, None, None);
        check(Some(DUE_SOON + 1), Some(window::SOON + 1), None);
        check(Some(12 * MINUTE), None, Some((12 * MINUTE, false)));
        check(Some(12 * MINUTE), Some(5 * MINUTE), Some((5 * MINUTE, true)));
        check(Some(-MINUTE), Some(5 * MINUTE), Some((-MINUTE, false)));
        // A window that has closed is told in the thread.
        check(None, Some(-MINUTE), None);
    }
}
