//! Until when a conversation can be put aside: later than now, and not for ever.
//!
//! Sources: Featurebase `snoozedUntil`, "Must be a future date. (A past or present instant is
//! refused.)"; Intercom `snoozed_until`. That a thousand years are the end is our choice: some write
//! 2999 for "until I say so", and what lies beyond is a slip, such as milliseconds for seconds.

use super::problem::Fault;
use crate::time::{DAY, Timestamp};

/// The longest, in milliseconds: a thousand years of 365¼ days.
pub const LONGEST: i64 = 365_250 * DAY;

/// What is wrong with putting aside until then; `None` where it can be.
///
/// ```
/// use inbox_model::Timestamp;
/// use inbox_model::validate::snooze;
///
/// let now = Timestamp::from_millis(1_000);
/// assert_eq!(snooze::check(now.plus(1), now), None);
/// assert_eq!(snooze::check(now, now).unwrap().code(), "not_in_future");
/// ```
pub fn check(until: Timestamp, now: Timestamp) -> Option<Fault> {
    let max = now.plus(LONGEST);
    if until <= now {
        Some(Fault::NotInFuture { now, actual: until })
    } else {
        (until > max).then_some(Fault::TooFar { max, actual: until })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_than_now_and_within_a_thousand_years() {
        let now = Timestamp::from_millis(1_768_057_200_000);
        let code = |offset: i64| check(now.plus(offset), now).map(|fault| fault.code());
        assert_eq!(code(i64::MIN), Some("not_in_future"));
        assert_eq!(code(-1), Some("not_in_future"));
        assert_eq!(code(0), Some("not_in_future"));
        assert_eq!(code(1), None);
        assert_eq!(code(31_557_600_000_000), None);
        assert_eq!(code(31_557_600_000_001), Some("too_far"));
        assert_eq!(code(i64::MAX), Some("too_far"));
        let max = now.plus(LONGEST);
        let actual = max.plus(1);
        assert_eq!(check(actual, now), Some(Fault::TooFar { max, actual }));
        let actual = now.plus(-1);
        assert_eq!(check(actual, now), Some(Fault::NotInFuture { now, actual }));
    }

    #[test]
    fn no_instant_is_beyond_the_end_of_time() {
        let end = Timestamp::from_millis(i64::MAX);
        assert_eq!(check(end, end.plus(-1)), None);
        assert_eq!(
            check(end, Timestamp::from_millis(i64::MIN)).map(|one| one.code()),
            Some("too_far")
        );
    }
}
