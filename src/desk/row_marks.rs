//! The marks of a row: channel, people, tags, whose it is, a star, a draft that waits, and what runs out.
//!
//! Rows are made while the list is scrolled: what follows the clock does so by itself, all else is
//! made again with its row, which costs less than to follow each mark.

use inbox_model::countdown::Detail;
use inbox_model::reply_window::Verdict;
use inbox_model::{Channel, Priority, State, Timestamp};

use super::details::tag;
use super::due::{Pace, due_words, urgency};
use super::row_facts::{Facts, Unread};
use super::window;
use crate::dom::{El, el, group};
use crate::i18n::{DeskText, I18n, Text, use_i18n};
use crate::reactive::Signal;
use crate::ui::{Glyph, avatar, channel_word, display_name, icon, icon_of};

/// Tags shown in a row; the details show all.
const TAGS: usize = 2;

/// How marks are put into words.
#[derive(Clone, Copy)]
pub(super) struct RowMarks {
    pub(super) pace: Pace,
    pub(super) i18n: I18n,
}

impl RowMarks {
    /// For the widget around.
    pub(super) fn here() -> Self {
        Self { pace: Pace::here(), i18n: use_i18n() }
    }

    /// Adds the marks of the first line.
    pub(super) fn head(self, line: El, facts: &Facts) -> El {
        let mark = |is: bool, class, glyph, text| is.then(|| self.mark(class, glyph, text));
        let star = Text::Desk(DeskText::Starred);
        line.maybe(self.further("row-people", &facts.others))
            .maybe(mark(
                facts.priority >= Priority::High,
                "row-priority",
                Glyph::Flag,
                Text::Priority,
            ))
            .maybe(mark(facts.is_starred, "row-star", Glyph::Star, star))
            .child(self.channel(&facts.channel))
    }

    /// Adds the marks of the last line, before what was said last.
    pub(super) fn lead(self, line: El, facts: &Facts) -> El {
        let note = facts.is_note.then(|| {
            let title = self.i18n.t(Text::InternalNote);
            el("span").class("row-note").attr("title", title).child(icon(Glyph::Lock))
        });
        let draft = Text::Desk(DeskText::DraftWaiting);
        let draft = facts.has_draft.then(|| self.mark("row-draft", Glyph::Sparkle, draft));
        line.maybe(note).maybe(draft)
    }

    /// Adds the marks of the last line, after what was said last.
    pub(super) fn tail(self, line: El, facts: &Facts) -> El {
        let (tags, further) = facts.tags.split_at(facts.tags.len().min(TAGS));
        let unread = match facts.unread {
            Unread::Nothing => None,
            Unread::Messages(count) => Some(self.unread(count)),
            Unread::PutBack => Some(self.put_back()),
        };
        line.maybe((facts.state == State::Snoozed).then(|| self.snooze(facts.until)))
            .maybe(facts.due.map(|at| self.due(at)))
            .maybe(facts.window.map(|verdict| self.window(verdict)))
            .children(tags.iter().cloned().map(tag))
            .maybe(self.further("tag row-more", further))
            .maybe(self.owner(facts))
            .maybe(unread)
    }

    fn unread(self, count: u32) -> El {
        let shown = el("span").class("count").attr("aria-hidden", "true");
        let said = el("span").class("visually-hidden");
        group()
            .child(shown.text(self.i18n.number(count)))
            .child(said.text(self.i18n.count(Text::UnreadCount, count)))
    }

    fn put_back(self) -> El {
        let said = el("span").class("visually-hidden").text(self.i18n.t(Text::ViewUnread));
        group().child(el("span").class("count count-dot")).child(said)
    }

    fn mark(self, class: &str, glyph: Glyph, text: Text) -> El {
        let text = self.i18n.t(text);
        el("span")
            .class(class)
            .attr("title", text)
            .child(icon(glyph))
            .child(el("span").class("visually-hidden").text(text))
    }

    fn channel(self, channel: &Channel) -> El {
        let word = channel_word(channel, self.i18n).unwrap_or_default();
        el("span")
            .class("row-channel")
            .attr("role", "img")
            .attr("aria-label", word.as_str())
            .attr("title", word)
            .child(icon(channel_glyph(channel)))
    }

    /// How many more there are, and which.
    fn further(self, class: &str, names: &[String]) -> Option<El> {
        let all = names.join(", ");
        let count = ["+", &self.i18n.number(names.len())].concat();
        (!names.is_empty()).then(|| {
            el("span")
                .class(class)
                .attr("title", all.as_str())
                .child(el("span").attr("aria-hidden", "true").text(count))
                .child(el("span").class("visually-hidden").text(all))
        })
    }

    /// Whose it is: an agent's face, or that it is a team's.
    fn owner(self, facts: &Facts) -> Option<El> {
        let name = facts.agent.as_ref().map(|one| display_name(Some(one), self.i18n));
        let names: Vec<String> = name.into_iter().chain(facts.team.clone()).collect();
        let told = [self.i18n.t(Text::Assignee), ": ", &names.join(", ")].concat();
        (!names.is_empty()).then(|| {
            el("span")
                .class("row-owner")
                .attr("role", "img")
                .attr("aria-label", told.as_str())
                .attr("title", told)
                .child(match &facts.agent {
                    Some(agent) => avatar(Signal::stored(Some(agent.clone()))),
                    None => icon(Glyph::Persons),
                })
        })
    }

    /// That it is put aside, and until when.
    fn snooze(self, until: Option<Timestamp>) -> El {
        let words = move || match until {
            Some(at) => {
                let time = self.i18n.moment(at);
                self.i18n.with(Text::SnoozedUntil, &[("time", &time)])
            }
            None => self.i18n.t(Text::StateSnoozed).to_owned(),
        };
        let short = move || {
            let told = until.map(|at| self.pace.to(at, Detail::Coarse));
            told.filter(|told| !told.over).map(|told| self.i18n.countdown(told)).unwrap_or_default()
        };
        chip(|| "snoozed", || Glyph::Moon, short, words)
    }

    fn due(self, at: Timestamp) -> El {
        let pace = self.pace;
        let look = move || urgency(at, pace);
        let glyph = move || if look() == "overdue" { Glyph::Alert } else { Glyph::Clock };
        let short = move || match pace.to(at, Detail::Coarse) {
            told if told.over => self.i18n.t(Text::Desk(DeskText::Overdue)).to_owned(),
            told => self.i18n.countdown(told),
        };
        chip(look, glyph, short, move || due_words(at, pace, self.i18n))
    }

    fn window(self, verdict: Verdict) -> El {
        let left = move |detail| match verdict {
            Verdict::Open { until: Some(until) } => {
                Some(self.i18n.countdown(self.pace.to(until, detail)))
            }
            _ => None,
        };
        let (look, glyph) = match verdict {
            Verdict::Open { .. } => ("soon", Glyph::Hourglass),
            _ => ("closed", Glyph::Lock),
        };
        let words = move || match left(Detail::Fine) {
            Some(left) => self.i18n.with(Text::Desk(DeskText::ClosesIn), &[("time", &left)]),
            None => window::words(verdict, self.pace, self.i18n),
        };
        chip(move || look, move || glyph, move || left(Detail::Coarse).unwrap_or_default(), words)
    }
}

/// A chip: a picture and a word or two, and all of it for who points at it or listens.
fn chip(
    look: impl Fn() -> &'static str + 'static,
    glyph: impl Fn() -> Glyph + 'static,
    short: impl Fn() -> String + Copy + 'static,
    words: impl Fn() -> String + Copy + 'static,
) -> El {
    el("span")
        .class("due row-due")
        .attr("data-due", look)
        .attr("title", words)
        .child(icon_of(glyph))
        .child(el("span").class("due-words").attr("aria-hidden", "true").text(short))
        .child(el("span").class("visually-hidden").text(words))
}

fn channel_glyph(channel: &Channel) -> Glyph {
    match channel {
        Channel::Email => Glyph::Mail,
        Channel::Phone => Glyph::Phone,
        Channel::Android | Channel::Ios => Glyph::Device,
        Channel::Sms | Channel::Whatsapp => Glyph::Messages,
        Channel::Web | Channel::Unknown | Channel::Other(_) => Glyph::Globe,
    }
}
