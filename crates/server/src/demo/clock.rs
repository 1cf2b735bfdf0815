//! When people write and when they are answered: the rhythm of a shop's working day.

use inbox_model::Timestamp;
use inbox_model::time::{DAY, HOUR, MINUTE, SECOND};

use super::rng::Rng;

/// How fast the two sides of a conversation answer each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pace {
    /// Both sit at their screens.
    Chat,
    /// Each answers when they find the time.
    Letters,
}

/// The instant at which an agent writes who has something to answer since `since`: minutes or
/// hours later, and never outside working hours.
pub(super) fn agent_writes(rng: &mut Rng, since: Timestamp, pace: Pace) -> Timestamp {
    let at = since.plus(match pace {
        Pace::Chat => rng.stretch(25 * SECOND, 7 * MINUTE),
        Pace::Letters => rng.stretch(2 * MINUTE, 4 * HOUR) + seconds(rng),
    });
    let opening = next_opening(at);
    if opening == at { at } else { opening.plus(rng.between(2 * MINUTE, 100 * MINUTE)) }
}

/// The instant at which a customer writes who has something to answer since `since`: sooner or
/// later, and not in the middle of the night.
pub(super) fn customer_writes(rng: &mut Rng, since: Timestamp, pace: Pace) -> Timestamp {
    let at = since.plus(match pace {
        Pace::Chat => rng.stretch(12 * SECOND, 6 * MINUTE),
        Pace::Letters => rng.stretch(MINUTE, 14 * HOUR) + seconds(rng),
    });
    match hour_of(at) {
        0..=5 => start_of_day(at).plus(rng.between(6 * HOUR, 10 * HOUR)),
        _ => at,
    }
}

/// An instant in the year before `latest` at which a customer begins a conversation: more of them
/// lately, fewer at weekends, most in the daytime.
pub(super) fn conversation_begins(rng: &mut Rng, latest: Timestamp) -> Timestamp {
    loop {
        // The larger of two even draws: the shop grows.
        let share = rng.between(0, 9_999).max(rng.between(0, 9_999));
        let at = latest.plus(-(10_000 - share) * (364 * DAY / 10_000) - seconds(rng));
        let likely = match (is_weekend(at), hour_of(at)) {
            (_, 0..=4) => 2,
            (_, 5..=6 | 22..=23) => 15,
            (true, _) => 45,
            (false, 17..=21) => 65,
            (false, _) => 100,
        };
        if rng.chance(likely) {
            return at;
        }
    }
}

/// The first instant from `at` on at which somebody is at work.
fn next_opening(at: Timestamp) -> Timestamp {
    let mut at = at;
    // Closed on two days at most, so that the third look is the last.
    for _ in 0..3 {
        let (opens, closes) = if is_weekend(at) { (9, 13) } else { (7, 17) };
        let is_sunday = weekday(at) == 6;
        if !is_sunday && hour_of(at) < opens {
            return start_of_day(at).plus(opens * HOUR);
        }
        if !is_sunday && hour_of(at) < closes {
            return at;
        }
        at = start_of_day(at).plus(DAY);
    }
    at
}

/// 0 is Monday.
fn weekday(at: Timestamp) -> i64 {
    // 1 January 1970 was a Thursday.
    (at.date(0).days + 3).rem_euclid(7)
}

fn is_weekend(at: Timestamp) -> bool {
    weekday(at) >= 5
}

fn hour_of(at: Timestamp) -> i64 {
    at.as_millis().rem_euclid(DAY) / HOUR
}

fn start_of_day(at: Timestamp) -> Timestamp {
    at.plus(-at.as_millis().rem_euclid(DAY))
}

fn seconds(rng: &mut Rng) -> i64 {
    rng.between(0, MINUTE - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_answers_at_night_or_on_sunday() {
        let check = |at: &str, opening: &str| {
            let instant = |text| Timestamp::parse(text).unwrap();
            assert_eq!(next_opening(instant(at)), instant(opening), "{at}");
        };
        check("2026-03-04T10:15:00Z", "2026-03-04T10:15:00Z");
        check("2026-03-04T03:00:00Z", "2026-03-04T07:00:00Z");
        check("2026-03-04T17:00:00Z", "2026-03-05T07:00:00Z");
        check("2026-03-06T21:00:00Z", "2026-03-07T09:00:00Z");
        check("2026-03-07T13:00:00Z", "2026-03-09T07:00:00Z");
        check("2026-03-08T11:00:00Z", "2026-03-09T07:00:00Z");
    }

    #[test]
    fn time_goes_forward() {
        let mut rng = Rng::new(3);
        let mut at = Timestamp::parse("2026-03-06T16:30:00Z").unwrap();
        for _ in 0..500 {
            let pace = if rng.chance(50) { Pace::Chat } else { Pace::Letters };
            let answered = agent_writes(&mut rng, at, pace);
            let again = customer_writes(&mut rng, answered, pace);
            assert!(at < answered && answered < again);
            at = again;
        }
    }
}
