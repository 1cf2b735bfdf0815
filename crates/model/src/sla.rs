//! How soon the company answers, and how soon it means to.
//!
//! **Two deadlines.** The first answer is due where a customer began; every further one where a reply
//! of theirs made it the company's turn again ([`Sla`]). What sets and clears them is in
//! `apply::timing`; how long they are is the organisation's ([`SlaPolicy`], and [`BusinessHours`] in
//! which alone they count, see [`crate::policy::Policy::next_due`]).
//!
//! **Where one stands.** [`Conversation::sla_at`] is the one answer for a list's badge, for the
//! filter of what is overdue and for the details beside a thread: nothing due, paused, due, due soon
//! or overdue. An answer is overdue *at* its deadline, not after it. It is soon from
//! [`DUE_SOON`] before, or what the organisation has set, in plain time.
//!
//! **Paused.** While the company awaits the customer nothing is due: the deadline neither counts down
//! nor runs out. It is not moved either: when the customer writes, what was due stays due, beside
//! what their reply makes due. Nothing is due in what is closed or put away.
//!
//! # Sources
//! Stack Auth `firstResponseDueAt`, `firstResponseAt`, `nextResponseDueAt`, and its status `pending`,
//! which is "awaiting customer" (contracts, field mapping of `.waiting`, and point 15). Featurebase
//! `awaitingCustomerReply`: the company waits for them; it decides alone, since it "is not the inverse
//! of `waitingSince`" (point 6). CRM `SlaConfig` and "Threads past their SLA" (`overdue`).

mod hours;

use serde::{Deserialize, Serialize};

use crate::conversation::{Conversation, State};
use crate::time::{MINUTE, Timestamp};

pub use hours::{BusinessHours, HORIZON_DAYS, OffsetChange, Opening, WEEK_MINUTES};

/// So long before a deadline, in milliseconds, it counts as soon where nothing else is set.
pub const DUE_SOON: i64 = 15 * MINUTE;

/// When answers were due in one conversation, and when they came (Stack Auth
/// `firstResponseDueAt`, `firstResponseAt`, `nextResponseDueAt`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sla {
    /// When the first answer is due; set once, where the customer began.
    pub first_response_due_at: Option<Timestamp>,
    /// When an agent first answered something that the customer had said.
    pub first_response_at: Option<Timestamp>,
    /// When the next answer is due; set by a reply of the customer that makes it the company's turn
    /// again, cleared by any agent's answer and by nothing else.
    pub next_response_due_at: Option<Timestamp>,
}

impl Sla {
    /// When the answer that is awaited now is due: the earlier of the two deadlines. An answer ends
    /// the first one for good.
    pub fn due_at(&self) -> Option<Timestamp> {
        let first = self.first_response_due_at.filter(|_| self.first_response_at.is_none());
        match (first, self.next_response_due_at) {
            (Some(first), Some(next)) => Some(first.min(next)),
            (first, next) => first.or(next),
        }
    }

    /// Whether the first answer came when it was due already; `None` while there is none, or where
    /// nothing was due. At the deadline it is late.
    pub fn first_was_late(&self) -> Option<bool> {
        Some(self.first_response_at? >= self.first_response_due_at?)
    }
}

/// How soon an organisation means to answer. A missing time sets no deadline.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SlaPolicy {
    /// Whether deadlines are set at all.
    pub enabled: bool,
    /// Time to the first answer, in minutes, at least 1.
    pub first_response_minutes: Option<u32>,
    /// Time to every further answer, in minutes, at least 1.
    pub next_response_minutes: Option<u32>,
    /// How long before a deadline it counts as soon, in minutes, at least 1.
    pub due_soon_minutes: Option<u32>,
}

impl SlaPolicy {
    /// How long before a deadline it counts as soon, in milliseconds.
    pub fn due_soon(&self) -> i64 {
        self.due_soon_minutes.map_or(DUE_SOON, |minutes| i64::from(minutes) * MINUTE)
    }
}

/// How an answer stands.
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename_all = "snake_case"))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlaState {
    /// None is due.
    None,
    /// One would be due, and the company awaits the customer.
    Paused,
    /// One is due, and not soon.
    Due,
    /// One is due soon.
    DueSoon,
    /// One is late.
    Overdue,
}

impl SlaState {
    /// The stable code, in `snake_case`.
    pub fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Paused => "paused",
            Self::Due => "due",
            Self::DueSoon => "due_soon",
            Self::Overdue => "overdue",
        }
    }

    /// How a deadline stands at an instant: overdue at the deadline itself, soon from exactly
    /// `soon` milliseconds before.
    pub fn of(due: Timestamp, soon: i64, now: Timestamp) -> Self {
        match due.since(now) {
            left if left <= 0 => Self::Overdue,
            left if left <= soon => Self::DueSoon,
            _ => Self::Due,
        }
    }
}

/// Where a conversation stands with its answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// How its next answer stands.
    pub state: SlaState,
    /// When that is due, while it is.
    pub due_at: Option<Timestamp>,
    /// The first instant at which `state` is another, as long as nothing happens.
    pub changes_at: Option<Timestamp>,
}

impl Conversation {
    /// Where it stands with its answers at `now`; a deadline counts as soon from `soon` milliseconds
    /// before it ([`SlaPolicy::due_soon`]).
    ///
    /// ```
    /// use inbox_model::sla::{DUE_SOON, SlaState};
    /// use inbox_model::{Conversation, State, Timestamp};
    ///
    /// let due = Timestamp::parse("2026-03-01T12:00:00Z").unwrap();
    /// let mut conversation = Conversation::new("c1".into(), due);
    /// conversation.handling.sla.next_response_due_at = Some(due);
    /// let state = |one: &Conversation, now| one.sla_at(now, DUE_SOON).state;
    /// assert_eq!(state(&conversation, due.plus(-DUE_SOON)), SlaState::DueSoon);
    /// assert_eq!(state(&conversation, due), SlaState::Overdue);
    /// conversation.state = State::Pending;
    /// assert_eq!(state(&conversation, due), SlaState::Paused);
    /// ```
    pub fn sla_at(&self, now: Timestamp, soon: i64) -> Standing {
        let due_at = self.due_at();
        let Some(due) = due_at else {
            let is_paused = self.owes_answers() && self.handling.sla.due_at().is_some();
            let state = if is_paused { SlaState::Paused } else { SlaState::None };
            return Standing { state, due_at, changes_at: None };
        };
        let state = SlaState::of(due, soon, now);
        let changes_at = match state {
            SlaState::Due => Some(due.plus(soon.max(0).saturating_neg())),
            SlaState::DueSoon => Some(due),
            SlaState::None | SlaState::Paused | SlaState::Overdue => None,
        };
        Standing { state, due_at, changes_at }
    }

    /// Whether the company is late with an answer at `now`.
    pub fn is_overdue_at(&self, now: Timestamp) -> bool {
        self.due_at().is_some_and(|due| SlaState::of(due, 0, now) == SlaState::Overdue)
    }

    /// When the company's next answer is due; `None` where nobody waits for one: in what is closed
    /// or put away, and while the company awaits the customer.
    pub fn due_at(&self) -> Option<Timestamp> {
        if !self.owes_answers() || self.awaits_customer() {
            return None;
        }
        self.handling.sla.due_at()
    }

    /// Whether it is the customer's turn: the source says so, or it is pending.
    pub fn awaits_customer(&self) -> bool {
        self.state == State::Pending || self.awaiting_customer_reply == Some(true)
    }

    /// Whether answers can be due in it at all.
    fn owes_answers(&self) -> bool {
        self.state != State::Closed && !self.handling.archived
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT: Timestamp = Timestamp::from_millis(1_000_000_000);

    #[test]
    fn the_earlier_of_two_deadlines_counts_and_an_answer_ends_the_first() {
        let check = |first: Option<i64>, answered: bool, next: Option<i64>, due: Option<i64>| {
            let sla = Sla {
                first_response_due_at: first.map(|offset| AT.plus(offset)),
                first_response_at: answered.then_some(AT),
                next_response_due_at: next.map(|offset| AT.plus(offset)),
            };
            assert_eq!(sla.due_at(), due.map(|offset| AT.plus(offset)), "{sla:?}");
        };
        check(None, false, None, None);
        check(Some(5), false, None, Some(5));
        check(Some(5), true, None, None);
        check(Some(5), true, Some(9), Some(9));
        check(Some(5), false, Some(3), Some(3));
        check(Some(3), false, Some(5), Some(3));
    }

    #[test]
    fn a_first_answer_is_late_at_its_deadline() {
        let check = |due: Option<i64>, came: Option<i64>, late: Option<bool>| {
            let sla = Sla {
                first_response_due_at: due.map(|offset| AT.plus(offset)),
                first_response_at: came.map(|offset| AT.plus(offset)),
                next_response_due_at: Some(AT),
            };
            assert_eq!(sla.first_was_late(), late, "{due:?} {came:?}");
        };
        check(Some(5), Some(4), Some(false));
        check(Some(5), Some(5), Some(true));
        check(Some(5), Some(6), Some(true));
        check(Some(5), None, None);
        check(None, Some(5), None);
    }

    fn due_in(left: i64) -> Conversation {
        let mut conversation = Conversation::new("c1".into(), AT);
        conversation.handling.sla.next_response_due_at = Some(AT.plus(left));
        conversation
    }

    #[test]
    fn a_deadline_is_soon_and_then_over_and_tells_when() {
        use SlaState::{Due, DueSoon, Overdue};
        let soon = 10 * MINUTE;
        let check = |left: i64, state, changes: Option<i64>| {
            let wanted = Standing {
                state,
                due_at: Some(AT.plus(left)),
                changes_at: changes.map(|offset| AT.plus(offset)),
            };
            assert_eq!(due_in(left).sla_at(AT, soon), wanted, "{left}");
            assert_eq!(due_in(left).is_overdue_at(AT), state == Overdue, "{left}");
        };
        check(soon + 1, Due, Some(1));
        check(soon, DueSoon, Some(soon));
        check(1, DueSoon, Some(1));
        check(0, Overdue, None);
        check(-1, Overdue, None);
        // Less than nothing is not soon, and the change is still the deadline.
        let never_soon = due_in(5).sla_at(AT, -3);
        assert_eq!((never_soon.state, never_soon.changes_at), (Due, Some(AT.plus(5))));
    }

    #[test]
    fn nothing_is_due_in_what_is_closed_or_put_away_or_waits_for_the_customer() {
        let check = |change: &dyn Fn(&mut Conversation), state: SlaState| {
            let mut conversation = due_in(-1);
            change(&mut conversation);
            let standing = conversation.sla_at(AT, DUE_SOON);
            assert_eq!(standing, Standing { state, due_at: None, changes_at: None });
            assert_eq!(conversation.due_at(), None);
            assert!(!conversation.is_overdue_at(AT));
        };
        check(&|one| one.state = State::Closed, SlaState::None);
        check(&|one| one.handling.archived = true, SlaState::None);
        check(&|one| one.handling.sla = Sla::default(), SlaState::None);
        check(&|one| one.state = State::Pending, SlaState::Paused);
        check(&|one| one.awaiting_customer_reply = Some(true), SlaState::Paused);
        // Whose turn it is is told by that alone, whatever else is told.
        let both = |one: &mut Conversation| {
            one.awaiting_customer_reply = Some(true);
            one.waiting_since = Some(AT);
        };
        check(&both, SlaState::Paused);
        let closed = |one: &mut Conversation| {
            one.awaiting_customer_reply = Some(true);
            one.state = State::Closed;
        };
        check(&closed, SlaState::None);
        for state in [State::Open, State::Snoozed] {
            let mut conversation = due_in(-1);
            (conversation.state, conversation.awaiting_customer_reply) = (state, Some(false));
            assert!(conversation.is_overdue_at(AT), "{state:?}");
        }
    }

    #[test]
    fn soon_is_what_was_set_or_a_quarter_of_an_hour() {
        let policy = |due_soon_minutes| SlaPolicy { due_soon_minutes, ..SlaPolicy::default() };
        assert_eq!(policy(Some(7)).due_soon(), 420_000);
        assert_eq!(policy(None).due_soon(), 900_000);
    }

    #[test]
    fn codes_are_stable() {
        use SlaState::{Due, DueSoon, None, Overdue, Paused};
        let codes = [None, Paused, Due, DueSoon, Overdue].map(SlaState::code);
        assert_eq!(codes, ["none", "paused", "due", "due_soon", "overdue"]);
    }
}
