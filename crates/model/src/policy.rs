//! The rules of an organisation under which commands are applied: how soon it means to answer, when
//! it is open, how long its channels let it write, and whose turn follows upon what.

use crate::reply_window::ReplyWindows;
use crate::sla::{BusinessHours, SlaPolicy};
use crate::time::{MINUTE, Timestamp};

/// The rules of an organisation under which commands are applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// How soon it means to answer.
    pub sla: SlaPolicy,
    /// When it is open: a deadline counts only that time. Without them it always is.
    pub hours: Option<BusinessHours>,
    /// How long each channel lets it write after the customer has.
    pub windows: ReplyWindows,
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

static STANDARD: Policy = Policy::STANDARD;

impl Policy {
    /// No deadlines, every hour an open one, the windows that the channels themselves have, and
    /// whoever writes again is heard again.
    pub const STANDARD: Self = Self {
        sla: SlaPolicy {
            enabled: false,
            first_response_minutes: None,
            next_response_minutes: None,
            due_soon_minutes: None,
        },
        hours: None,
        windows: ReplyWindows::STANDARD,
        reply_reopens_closed: true,
        answer_pends: false,
    };

    /// [`Policy::STANDARD`], to be borrowed for as long as anybody likes.
    pub fn standard() -> &'static Self {
        &STANDARD
    }

    /// When the first answer to something said at `at` is due; `None` where none is.
    pub fn first_due(&self, at: Timestamp) -> Option<Timestamp> {
        self.due(at, self.sla.first_response_minutes)
    }

    /// When a further answer to something said at `at` is due; `None` where none is.
    ///
    /// ```
    /// use inbox_model::policy::Policy;
    /// use inbox_model::sla::{BusinessHours, Opening, SlaPolicy};
    /// use inbox_model::Timestamp;
    ///
    /// // Fridays and Mondays from nine to five, by UTC.
    /// let day = |day: u16| Opening { from: (day * 24 + 9) * 60, to: (day * 24 + 17) * 60 };
    /// let policy = Policy {
    ///     sla: SlaPolicy {
    ///         enabled: true,
    ///         next_response_minutes: Some(60),
    ///         ..SlaPolicy::default()
    ///     },
    ///     hours: Some(BusinessHours { weekly: vec![day(0), day(4)], ..BusinessHours::default() }),
    ///     ..Policy::default()
    /// };
    /// let friday = Timestamp::parse("2026-03-06T16:30:00Z").unwrap();
    /// let due = policy.next_due(friday).unwrap();
    /// assert_eq!(due.to_rfc3339(), "2026-03-09T09:30:00.000Z");
    /// ```
    pub fn next_due(&self, at: Timestamp) -> Option<Timestamp> {
        self.due(at, self.sla.next_response_minutes)
    }

    fn due(&self, at: Timestamp, minutes: Option<u32>) -> Option<Timestamp> {
        let span = i64::from(minutes.filter(|_| self.sla.enabled)?) * MINUTE;
        match &self.hours {
            Some(hours) => hours.after(at, span),
            None => Some(at.plus(span)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT: Timestamp = Timestamp::from_millis(1_000_000);

    #[test]
    fn a_policy_that_is_off_sets_no_deadline() {
        let sla = |enabled, first, next| SlaPolicy {
            enabled,
            first_response_minutes: first,
            next_response_minutes: next,
            due_soon_minutes: Some(1),
        };
        let check = |sla: SlaPolicy, first: Option<i64>, next: Option<i64>| {
            let policy = Policy { sla, ..Policy::default() };
            let in_minutes = |minutes: i64| AT.plus(minutes * MINUTE);
            assert_eq!(policy.first_due(AT), first.map(in_minutes), "{sla:?}");
            assert_eq!(policy.next_due(AT), next.map(in_minutes), "{sla:?}");
        };
        check(sla(true, Some(2), None), Some(2), None);
        check(sla(true, None, Some(3)), None, Some(3));
        check(sla(true, Some(2), Some(3)), Some(2), Some(3));
        check(sla(false, Some(2), Some(3)), None, None);
    }

    #[test]
    fn who_is_never_open_has_no_deadline() {
        let sla =
            SlaPolicy { enabled: true, first_response_minutes: Some(2), ..SlaPolicy::default() };
        let hours = Some(BusinessHours::default());
        let policy = Policy { sla, hours, ..Policy::default() };
        assert_eq!(policy.first_due(AT), None);
        assert_eq!(Policy { hours: None, ..policy }.first_due(AT), Some(AT.plus(2 * MINUTE)));
    }

    #[test]
    fn the_standard_is_the_default() {
        assert_eq!(*Policy::standard(), Policy::default());
        assert!(Policy::default().reply_reopens_closed && !Policy::default().answer_pends);
    }
}
