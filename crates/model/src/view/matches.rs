//! Whether a filter shows a conversation, to whom and when.
//!
//! Three answers are possible: yes, no, and unknown, where a condition is not this version's own.
//! They combine as Kleene's logic has it (and as SQL's `NULL` does): unknown AND no is no, unknown
//! OR yes is yes, NOT unknown is unknown. A conversation is hidden where the answer is no, so that
//! what nobody understands hides nothing, wherever in the tree it stands.

use super::filter::{Assignee, Condition, Filter, TagRule};
use crate::conversation::{Conversation, State};
use crate::id::{ParticipantId, TagId};
use crate::search;
use crate::time::Timestamp;

impl Conversation {
    /// Where it stands at `now`: what was put aside until an instant that has come is open again,
    /// whether its system has said so yet or not.
    pub fn state_at(&self, now: Timestamp) -> State {
        let is_over = self.snoozed_until.is_some_and(|until| until <= now);
        if self.state == State::Snoozed && is_over { State::Open } else { self.state }
    }

    /// Whether there is something in it that this agent has not read, or has marked as unread.
    pub fn is_unread_by(&self, me: Option<&ParticipantId>) -> bool {
        let marked = me.is_some_and(|me| self.handling.marked_unread_by.contains(me));
        self.unread.unwrap_or(0) > 0 || marked
    }

    /// The next instant after `now` at which passing time alone may change what views show of it:
    /// it comes back, or an answer is late.
    pub fn next_turn(&self, now: Timestamp) -> Option<Timestamp> {
        let back = self.snoozed_until.filter(|_| self.state == State::Snoozed);
        back.into_iter().chain(self.due_at()).filter(|at| *at > now).min()
    }
}

impl Filter {
    /// Whether it shows a conversation to this agent at this instant. Without an agent nothing is
    /// known of whose is whose, and [`Assignee::Me`] hides nothing.
    pub fn matches(&self, one: &Conversation, me: Option<&ParticipantId>, now: Timestamp) -> bool {
        self.verdict(&|condition| condition.verdict(one, me, now)) != Some(false)
    }

    /// Whether what it shows may change as time passes.
    pub fn follows_time(&self) -> bool {
        let timed = |one: &&Condition| matches!(one, Condition::State(_) | Condition::Overdue(_));
        self.conditions().iter().any(timed)
    }

    fn verdict(&self, is: &dyn Fn(&Condition) -> Option<bool>) -> Option<bool> {
        match self {
            Self::All(of) => settle(of, false, is),
            Self::Any(of) => settle(of, true, is),
            Self::Not(one) => one.verdict(is).map(|answer| !answer),
            Self::Is(condition) => is(condition),
        }
    }
}

/// The answer of many: `deciding` as soon as one gives it, else unknown where one is unknown.
fn settle(of: &[Filter], deciding: bool, is: &dyn Fn(&Condition) -> Option<bool>) -> Option<bool> {
    let mut answer = Some(!deciding);
    for one in of {
        match one.verdict(is) {
            Some(same) if same == deciding => return Some(deciding),
            Some(_) => {}
            None => answer = None,
        }
    }
    answer
}

impl Condition {
    fn verdict(
        &self,
        one: &Conversation,
        me: Option<&ParticipantId>,
        now: Timestamp,
    ) -> Option<bool> {
        Some(match self {
            Self::State(of) => of.contains(&one.state_at(now)),
            Self::Assignee(Assignee::Me) => one.assignee.as_ref() == Some(me?),
            Self::Assignee(Assignee::Anyone) => true,
            Self::Assignee(Assignee::Nobody) => one.assignee.is_none(),
            Self::Assignee(Assignee::Somebody) => one.assignee.is_some(),
            Self::Assignee(Assignee::Agent(agent)) => one.assignee.as_ref() == Some(agent),
            Self::Team(team) => one.team == *team,
            Self::Tags(rule) => rule.holds(one),
            Self::Channel(of) => of.contains(&one.channel()),
            Self::Priority(of) => of.contains(&one.priority),
            Self::Unread(wanted) => one.is_unread_by(me) == *wanted,
            Self::Starred(wanted) => one.handling.starred == *wanted,
            Self::Archived(wanted) => one.handling.archived == *wanted,
            Self::Overdue(wanted) => one.is_overdue_at(now) == *wanted,
            Self::Text(text) => search::contains(one, text),
            Self::Other(..) => return None,
        })
    }
}

impl TagRule {
    fn holds(&self, one: &Conversation) -> bool {
        let has = |id: &TagId| one.tags.iter().any(|tag| tag.id == *id);
        match self {
            Self::AnyOf(ids) => ids.iter().any(has),
            Self::AllOf(ids) => ids.iter().all(has),
            Self::NoneOf(ids) => !ids.iter().any(has),
        }
    }
}
