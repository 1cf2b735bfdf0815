//! The marks of a row: channel, people, tags, whose it is, a star, a draft that waits, and what runs out.

use std::sync::Arc;

use inbox_model::countdown::Detail;
use inbox_model::reply_window::Verdict;
use inbox_model::sla::SlaState;
use inbox_model::{Channel, Conversation, Participant, State, Timestamp};

use super::details::{tag, tag_names};
use super::due::{Pace, due_words, urgency};
use super::window;
use crate::dom::{El, el, group};
use crate::i18n::{DeskText, I18n, Text, use_i18n};
use crate::reactive::{Memo, RwSignal, Signal};
use crate::sync::Store;
use crate::ui::{Glyph, avatar, channel_word, display_name, icon, icon_of, see};

/// Tags shown in a row; the details show all.
const TAGS: usize = 2;

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

    /// By which channel the conversation is held.
    pub(super) fn channel(self) -> El {
        let channel = Memo::new(move |_| see(self.row.get(), |row| row.channel()));
        let word = move || channel_word(&channel.get(), self.i18n).unwrap_or_default();
        el("span")
            .class("row-channel")
            .attr("role", "img")
            .attr("aria-label", word)
            .attr("title", word)
            .child(icon_of(move || channel_glyph(&channel.get())))
    }

    /// Further people who take part, beside the one with whom it is held.
    pub(super) fn people(self) -> El {
        let others = Memo::new(move |_| {
            let name = |one: &Participant| display_name(Some(one), self.i18n);
            see(self.row.get(), |row| {
                let contacts = row.participants.iter().filter(|one| one.kind.is_contact());
                contacts.skip(1).map(name).collect::<Vec<_>>()
            })
        });
        further("row-people", others, self.i18n)
    }

    /// Tags: a few, and how many more there are.
    pub(super) fn tags(self) -> El {
        let tags = Memo::new(move |_| see(self.row.get(), |row| tag_names(row)));
        let more = Memo::new(move |_| tags.get().into_iter().skip(TAGS).collect::<Vec<_>>());
        let shown = move || group().children(tags.get().into_iter().take(TAGS).map(tag));
        group().live(shown).child(further("tag row-more", more, self.i18n))
    }

    /// Whose it is: an agent's face, or that it is a team's.
    pub(super) fn owner(self, store: Store) -> El {
        let agent = Signal::derive(move || {
            let id = see(self.row.get(), |row| row.assignee.clone())?;
            see(store.session.get(), |session| {
                let mut agents = session.as_ref()?.agents.iter();
                agents.find(|agent| agent.id.as_ref() == Some(&id)).cloned()
            })
        });
        let team = Memo::new(move |_| {
            let team = see(self.row.get(), |row| row.team.clone())?;
            store.team_name(&team.as_str().into())
        });
        let has_agent = Memo::new(move |_| see(agent.get(), Option::is_some));
        let names = move || {
            let agent =
                see(agent.get(), |one| one.as_ref().map(|one| display_name(Some(one), self.i18n)));
            let names: Vec<String> = agent.into_iter().chain(team.get()).collect();
            [self.i18n.t(Text::Assignee), ": ", &names.join(", ")].concat()
        };
        let face = move || {
            if has_agent.get() { avatar(agent) } else { icon(Glyph::Persons) }
        };
        group().when(
            move || has_agent.get() || team.get().is_some(),
            move || {
                el("span")
                    .class("row-owner")
                    .attr("role", "img")
                    .attr("aria-label", names)
                    .attr("title", names)
                    .live(face)
            },
        )
    }

    /// Until when it is put aside.
    pub(super) fn snooze(self) -> El {
        let until = Memo::new(move |_| {
            see(self.row.get(), |row| (row.state == State::Snoozed).then_some(row.snoozed_until))
        });
        let words = move || match until.get().flatten() {
            Some(at) => {
                let time = self.i18n.moment(at);
                self.i18n.with(Text::SnoozedUntil, &[("time", &time)])
            }
            None => self.i18n.t(Text::StateSnoozed).to_owned(),
        };
        let short = move || {
            let told = until.get().flatten().map(|at| self.pace.to(at, Detail::Coarse));
            told.filter(|told| !told.over).map(|told| self.i18n.countdown(told)).unwrap_or_default()
        };
        group().when(
            move || until.get().is_some(),
            move || chip(|| "snoozed", || Glyph::Moon, short, words),
        )
    }

    /// When the answer is due, as long as that matters.
    pub(super) fn due(self) -> El {
        let pace = self.pace;
        let due = Memo::new(move |_| {
            see(self.row.get(), |row| {
                let standing = row.sla_at(pace.now(), pace.soon());
                pace.wake(standing.changes_at);
                let is_told = matches!(standing.state, SlaState::DueSoon | SlaState::Overdue);
                standing.due_at.filter(|_| is_told)
            })
        });
        let look = move || due.get().map_or("later", |at| urgency(at, pace));
        let glyph = move || if look() == "overdue" { Glyph::Alert } else { Glyph::Clock };
        let words = move || due.get().map(|at| due_words(at, pace, self.i18n)).unwrap_or_default();
        let short = move || match due.get().map(|at| pace.to(at, Detail::Coarse)) {
            Some(told) if told.over => self.i18n.t(Text::Desk(DeskText::Overdue)).to_owned(),
            Some(told) => self.i18n.countdown(told),
            None => String::new(),
        };
        group().when(move || due.get().is_some(), move || chip(look, glyph, short, words))
    }

    /// How the reply window stands, where that matters: it closes soon, or is closed.
    pub(super) fn window(self) -> El {
        let pace = self.pace;
        let window = Memo::new(move |_| {
            see(self.row.get(), |row| {
                let now = pace.now();
                let verdict = window::verdict(row, now);
                if let Verdict::Open { until: Some(until) } = verdict {
                    pace.wake([until.plus(-window::SOON), until].into_iter().find(|at| *at > now));
                }
                told_of(row, verdict, now)
            })
        });
        let closes = move || match window.get() {
            Some(Verdict::Open { until }) => until,
            _ => None,
        };
        let look = move || if closes().is_some() { "soon" } else { "closed" };
        let glyph = move || if closes().is_some() { Glyph::Hourglass } else { Glyph::Lock };
        let short = move || {
            let left = closes().map(|until| pace.to(until, Detail::Coarse));
            left.map(|told| self.i18n.countdown(told)).unwrap_or_default()
        };
        let words = move || match (closes(), window.get()) {
            (Some(until), _) => {
                let left = self.i18n.countdown(pace.to(until, Detail::Fine));
                self.i18n.with(Text::Desk(DeskText::ClosesIn), &[("time", &left)])
            }
            (None, Some(verdict)) => window::words(verdict, pace, self.i18n),
            (None, None) => String::new(),
        };
        group().when(move || window.get().is_some(), move || chip(look, glyph, short, words))
    }
}

/// How many more there are, and which.
fn further(class: &'static str, names: Memo<Vec<String>>, i18n: I18n) -> El {
    group().when(
        move || !names.get().is_empty(),
        move || {
            let all = move || names.get().join(", ");
            el("span")
                .class(class)
                .attr("title", all)
                .child(
                    el("span")
                        .attr("aria-hidden", "true")
                        .text(move || ["+", &i18n.number(names.get().len())].concat()),
                )
                .child(el("span").class("visually-hidden").text(all))
        },
    )
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

/// What of a reply window a row tells: that it closes soon, or that nothing can be sent while
/// somebody may wait for an answer.
fn told_of(row: &Conversation, verdict: Verdict, now: Timestamp) -> Option<Verdict> {
    let is_told = match verdict {
        Verdict::Open { until } => until.is_some_and(|until| until.since(now) <= window::SOON),
        Verdict::Closed(_) | Verdict::WaitingForCustomer { .. } => row.state != State::Closed,
    };
    is_told.then_some(verdict)
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

#[cfg(test)]
mod tests {
    use inbox_model::reply_window::{Reason, ReplyWindow};
    use inbox_model::time::MINUTE;

    use super::*;

    #[test]
    fn a_row_tells_of_a_window_that_closes_soon_or_is_closed() {
        let now = Timestamp::from_millis(1_000_000_000);
        let check = |state: State, left: Option<i64>, expected: Option<Verdict>| {
            let mut row = Conversation::new("c1".into(), now);
            row.state = state;
            row.handling.reply_window = left
                .map(|left| ReplyWindow { until: Some(now.plus(left)), ..ReplyWindow::default() });
            let verdict = window::verdict(&row, now);
            assert_eq!(told_of(&row, verdict, now), expected, "{state:?} {left:?}");
        };
        let open = |left: i64| Some(Verdict::Open { until: Some(now.plus(left)) });
        check(State::Open, None, None);
        check(State::Open, Some(window::SOON + 1), None);
        check(State::Open, Some(5 * MINUTE), open(5 * MINUTE));
        check(State::Closed, Some(5 * MINUTE), open(5 * MINUTE));
        let expired = Some(Verdict::Closed(Reason::Expired));
        check(State::Open, Some(-MINUTE), expired);
        check(State::Snoozed, Some(-MINUTE), expired);
        // Nobody waits for an answer.
        check(State::Closed, Some(-MINUTE), None);
    }
}
