//! What a row of the list tells, gathered so that it is drawn again only when it has changed.

use inbox_model::reply_window::Verdict;
use inbox_model::sla::SlaState;
use inbox_model::{Channel, Conversation, Participant, Priority, State, Timestamp};

use super::details::tag_names;
use super::due::Pace;
use super::window;
use crate::i18n::{I18n, Text};
use crate::sync::Store;
use crate::ui::{display_name, preview_line, see};

/// What a row tells of its conversation.
#[derive(Clone, PartialEq)]
pub(super) struct Facts {
    /// With whom it is held.
    pub(super) name: String,
    /// Names of further people who take part.
    pub(super) others: Vec<String>,
    pub(super) priority: Priority,
    pub(super) is_starred: bool,
    /// By which channel it is held.
    pub(super) channel: Channel,
    /// When something happened last.
    pub(super) at: Timestamp,
    /// Its subject; empty if it has none.
    pub(super) title: String,
    /// What was said last is for agents alone.
    pub(super) is_note: bool,
    /// A draft waits.
    pub(super) has_draft: bool,
    /// Who of the company said it; empty if the customer did.
    pub(super) by: String,
    /// What was said last.
    pub(super) line: String,
    pub(super) state: State,
    /// Until when it is put aside, if that is known.
    pub(super) until: Option<Timestamp>,
    /// When the answer is due, as long as that matters.
    pub(super) due: Option<Timestamp>,
    /// How the reply window stands, where that matters: it closes soon, or is closed.
    pub(super) window: Option<Verdict>,
    pub(super) tags: Vec<String>,
    /// Whose it is.
    pub(super) agent: Option<Participant>,
    /// The name of the team whose it is.
    pub(super) team: Option<String>,
    pub(super) unread: Unread,
}

/// What whoever looks has not read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Unread {
    Nothing,
    /// So many messages.
    Messages(u32),
    /// It was read, and put back among the unread.
    PutBack,
}

impl Unread {
    fn of(row: &Conversation, me: Option<&Participant>) -> Self {
        let marked_by = &row.handling.marked_unread_by;
        match row.unread.unwrap_or(0) {
            0 if me.and_then(|me| me.id.as_ref()).is_some_and(|me| marked_by.contains(me)) => {
                Self::PutBack
            }
            0 => Self::Nothing,
            count => Self::Messages(count),
        }
    }
}

impl Facts {
    /// In the language of now; follows the clock at the instants at which something else is told.
    pub(super) fn of(row: &Conversation, store: Store, pace: Pace, i18n: I18n) -> Self {
        let me = store.me();
        let name = |one: &Participant| display_name(Some(one), i18n);
        let contacts = row.participants.iter().filter(|one| one.kind.is_contact());
        let preview = row.preview.as_ref();
        let by = preview.and_then(|preview| preview.author.as_ref());
        let by = by.filter(|by| by.kind.is_company()).map(|by| match &me {
            Some(me) if me.is_same(by) => [i18n.t(Text::You), ":"].concat(),
            _ => [name(by).split_whitespace().next().unwrap_or_default(), ":"].concat(),
        });
        let now = pace.now();
        let standing = row.sla_at(now, pace.soon());
        pace.wake(standing.changes_at);
        let is_told = matches!(standing.state, SlaState::DueSoon | SlaState::Overdue);
        let verdict = window::verdict(row, now);
        if let Verdict::Open { until: Some(until) } = verdict {
            pace.wake([until.plus(-window::SOON), until].into_iter().find(|at| *at > now));
        }
        let agent = row.assignee.as_ref().and_then(|id| {
            see(store.session.get(), |session| {
                let mut agents = session.as_ref()?.agents.iter();
                agents.find(|agent| agent.id.as_ref() == Some(id)).cloned()
            })
        });
        Self {
            name: row.contact().map_or_else(|| i18n.t(Text::Customer).to_owned(), name),
            others: contacts.skip(1).map(name).collect(),
            priority: row.priority,
            is_starred: row.handling.starred,
            channel: row.channel(),
            at: row.activity_at(),
            title: row.title.clone().unwrap_or_default(),
            is_note: preview.is_some_and(|preview| preview.note),
            has_draft: row.handling.pending_suggestion.is_some(),
            by: by.unwrap_or_default(),
            line: preview_line(row, i18n),
            state: row.state,
            until: row.snoozed_until,
            due: standing.due_at.filter(|_| is_told),
            window: told_of(row, verdict, now),
            tags: tag_names(row),
            agent,
            team: row.team.as_ref().and_then(|team| store.team_name(&team.as_str().into())),
            unread: Unread::of(row, me.as_ref()),
        }
    }
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
