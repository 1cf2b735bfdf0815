//! How soon the company answers, and how soon it means to.

use serde::{Deserialize, Serialize};

use crate::time::{MINUTE, Timestamp};

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
    /// When the answer that is awaited now is due.
    pub fn due_at(&self) -> Option<Timestamp> {
        let first = self.first_response_due_at.filter(|_| self.first_response_at.is_none());
        match (first, self.next_response_due_at) {
            (Some(first), Some(next)) => Some(first.min(next)),
            (first, next) => first.or(next),
        }
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
    /// When the first answer to something said at `at` is due.
    pub fn first_due(&self, at: Timestamp) -> Option<Timestamp> {
        self.after(at, self.first_response_minutes)
    }

    /// When a further answer to something said at `at` is due.
    pub fn next_due(&self, at: Timestamp) -> Option<Timestamp> {
        self.after(at, self.next_response_minutes)
    }

    fn after(&self, at: Timestamp, minutes: Option<u32>) -> Option<Timestamp> {
        let minutes = minutes.filter(|_| self.enabled)?;
        Some(at.plus(i64::from(minutes) * MINUTE))
    }
}

/// The rules of an organisation under which commands are applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    /// How soon it means to answer.
    pub sla: SlaPolicy,
    /// Whether a customer's reply opens again what was closed. Stack Auth's conversations stay
    /// closed.
    pub reply_reopens_closed: bool,
    /// Whether an agent's answer makes an open conversation pending, so that the state alone tells
    /// whose turn it is. Stack Auth's does.
    pub answer_pends: bool,
}

impl Default for Policy {
    fn default() -> Self {
        Self::STANDARD
    }
}

impl Policy {
    /// No deadlines; whoever writes again is heard again.
    pub const STANDARD: Self = Self {
        sla: SlaPolicy {
            enabled: false,
            first_response_minutes: None,
            next_response_minutes: None,
            due_soon_minutes: None,
        },
        reply_reopens_closed: true,
        answer_pends: false,
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT: Timestamp = Timestamp::from_millis(1_000_000);

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
    }

    #[test]
    fn a_policy_that_is_off_sets_no_deadline() {
        let on =
            SlaPolicy { enabled: true, first_response_minutes: Some(2), ..SlaPolicy::default() };
        assert_eq!(on.first_due(AT), Some(AT.plus(120_000)));
        assert_eq!(on.next_due(AT), None);
        assert_eq!(SlaPolicy { enabled: false, ..on }.first_due(AT), None);
    }
}
