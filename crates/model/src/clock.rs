//! The server's clock, as far as a device can know it.
//!
//! A reply window closes and an answer is due by the server's clock, and devices are often minutes
//! wrong. Every answer of a server carries the time at which it was made, in the header `Date`; with
//! the local instants at which the request left and the answer came, that says by how much the
//! device's clock differs, and how surely. [`ServerClock`] keeps the best of these estimates and
//! corrects the device's time by it.
//!
//! **What an answer says.** Its `Date` has whole seconds, cut off, so the server's clock showed
//! something between `Date` and a second later, at some moment between the two local instants. The
//! middle of both is the estimate; half the round trip plus one second is how far it can be off.
//!
//! **Which estimate counts.** A surer one takes the place of a less sure one. An estimate ages: two
//! clocks drift apart by up to a hundred millionths ([`DRIFT`]), so an old one is worth less, and in
//! the end the newest counts. One that contradicts what is held shows that somebody has set a clock:
//! it counts at once. What cannot be (an answer before its question, a round trip of more than
//! [`LONGEST_TRIP`], a date before this was written) counts for nothing.
//!
//! **What is corrected.** As little as is certain to be needed: a device whose clock may well be
//! right, because the difference is not greater than what the estimate can be off, keeps its own
//! time. So the time of a well-kept device never jumps.
//!
//! # Sources
//! RFC 9110, 6.6.1 (`Date`: "the date and time at which the message was originated") and 5.6.7 (its
//! form and resolution, see [`Timestamp::parse_http_date`]). The rule of the half round trip is
//! Cristian's (1989), which NTP has as well (RFC 5905, 8).

use crate::time::{SECOND, Timestamp};

/// So much of its age, in millionths, an estimate loses in certainty: what ordinary quartz clocks
/// differ by at the most.
pub const DRIFT: i64 = 100;
/// A longer round trip, in milliseconds, says nothing about the time.
pub const LONGEST_TRIP: i64 = 60 * SECOND;
/// 2025-01-01T00:00:00Z. No server that shows an earlier date knows the time.
const EARLIEST: Timestamp = Timestamp::from_millis(1_735_689_600_000);

/// One estimate of a difference between two clocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offset {
    /// By how many milliseconds the server's clock is ahead of the device's; negative: behind.
    pub millis: i64,
    /// By how many milliseconds that can be off, in both directions; at least 1,000.
    pub uncertainty: i64,
    /// When it was made, by the device's clock.
    pub measured_at: Timestamp,
}

impl Offset {
    /// What one answer says: the server's `date`, and when, by the device's clock, its request left
    /// and it came. `None` if that cannot be.
    pub fn measured(date: Timestamp, sent: Timestamp, received: Timestamp) -> Option<Self> {
        let trip = received.since(sent);
        if !(0..=LONGEST_TRIP).contains(&trip) || date < EARLIEST {
            return None;
        }
        // The second that the date has cut off, and the way there and back: the middle of each.
        let millis = date.plus(SECOND / 2).since(sent.plus(trip / 2));
        Some(Self { millis, uncertainty: trip / 2 + SECOND, measured_at: received })
    }

    /// By how much it can be off at `now` of the device's clock.
    pub fn uncertainty_at(self, now: Timestamp) -> i64 {
        let age = now.since(self.measured_at).saturating_abs();
        self.uncertainty.saturating_add(age / (1_000_000 / DRIFT))
    }

    /// Whether both can be true at once.
    fn agrees_with(self, other: Self, now: Timestamp) -> bool {
        let apart = self.millis.saturating_sub(other.millis).saturating_abs();
        apart <= self.uncertainty_at(now).saturating_add(other.uncertainty_at(now))
    }
}

/// The server's clock, as the answers so far tell it. Without any it is the device's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ServerClock {
    best: Option<Offset>,
}

impl ServerClock {
    /// Of which nothing is known yet.
    pub const fn new() -> Self {
        Self { best: None }
    }

    /// Takes in what one answer says: the server's `date`, and when, by the device's clock, its
    /// request left and it came. Gives back whether that is held now.
    ///
    /// ```
    /// use inbox_model::clock::ServerClock;
    /// use inbox_model::Timestamp;
    ///
    /// let local = Timestamp::parse("2026-03-01T12:00:00Z").unwrap();
    /// let date = "Sun, 01 Mar 2026 12:05:00 GMT";
    /// let mut clock = ServerClock::new();
    /// assert_eq!(clock.server_now(local), local);
    /// let date = Timestamp::parse_http_date(date, local).unwrap();
    /// assert!(clock.observe(date, local, local.plus(80)));
    /// // Five minutes, half of the second that the date has cut off, less half the way.
    /// assert_eq!(clock.server_now(local), local.plus(300_460));
    /// ```
    pub fn observe(&mut self, date: Timestamp, sent: Timestamp, received: Timestamp) -> bool {
        let Some(new) = Offset::measured(date, sent, received) else { return false };
        let is_better = self.best.is_none_or(|best| {
            new.uncertainty <= best.uncertainty_at(received) || !new.agrees_with(best, received)
        });
        if is_better {
            self.best = Some(new);
        }
        is_better
    }

    /// The estimate that counts; `None` before the first answer.
    pub fn offset(&self) -> Option<Offset> {
        self.best
    }

    /// By how many milliseconds the device's clock is set right at `now` of its own.
    pub fn correction_at(&self, now: Timestamp) -> i64 {
        let is_needed =
            |offset: &Offset| offset.millis.saturating_abs() > offset.uncertainty_at(now);
        self.best.filter(is_needed).map_or(0, |offset| offset.millis)
    }

    /// The instant by the server's clock when the device's shows `now`.
    pub fn server_now(&self, now: Timestamp) -> Timestamp {
        now.plus(self.correction_at(now))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::time::{DAY, HOUR};

    const LOCAL: Timestamp = Timestamp::from_millis(1_768_057_200_000);

    /// A clock that has seen answers: ahead of `LOCAL`, asked so long after it, and so long on
    /// their way.
    fn after(answers: &[(i64, i64, i64)]) -> ServerClock {
        let mut clock = ServerClock::new();
        for (ahead, at, trip) in answers {
            let sent = LOCAL.plus(*at);
            clock.observe(sent.plus(*ahead), sent, sent.plus(*trip));
        }
        clock
    }

    #[test]
    fn an_answer_says_by_how_much_and_how_surely() {
        let check = |trip: i64, millis: i64, uncertainty: i64| {
            let offset = after(&[(HOUR, 0, trip)]).offset().unwrap();
            let wanted = Offset { millis, uncertainty, measured_at: LOCAL.plus(trip) };
            assert_eq!(offset, wanted, "{trip}");
        };
        check(0, HOUR + 500, 1_000);
        check(81, HOUR + 460, 1_040);
        check(LONGEST_TRIP, HOUR + 500 - 30_000, 31_000);
    }

    #[test]
    fn what_cannot_be_counts_for_nothing() {
        let check = |date: Timestamp, trip: i64, taken: bool| {
            let mut clock = ServerClock::default();
            assert_eq!(clock.observe(date, LOCAL, LOCAL.plus(trip)), taken, "{date} {trip}");
            assert_eq!(clock.offset().is_some(), taken);
        };
        check(LOCAL, LONGEST_TRIP, true);
        check(LOCAL, LONGEST_TRIP + 1, false);
        check(LOCAL, 0, true);
        check(LOCAL, -1, false);
        let earliest = Timestamp::parse("2025-01-01T00:00:00Z").unwrap();
        check(earliest, 0, true);
        check(earliest.plus(-1), 0, false);
        // A device without a battery begins in 1970, and that is what this is for.
        let mut clock = ServerClock::new();
        let begun = Timestamp::from_millis(0);
        assert!(clock.observe(LOCAL, begun, begun));
        assert_eq!(clock.server_now(begun), LOCAL.plus(500));
    }

    #[test]
    fn only_what_is_certain_is_corrected() {
        let check = |ahead: i64, correction: i64| {
            let clock = after(&[(ahead - 500, 0, 0)]);
            assert_eq!(clock.correction_at(LOCAL), correction, "{ahead}");
            assert_eq!(clock.server_now(LOCAL), LOCAL.plus(correction), "{ahead}");
        };
        check(1_000, 0);
        check(1_001, 1_001);
        check(-1_000, 0);
        check(-1_001, -1_001);
        check(-DAY, -DAY);
        assert_eq!(ServerClock::new().correction_at(LOCAL), 0);
        // With age less is certain: a millisecond for every ten seconds.
        let clock = after(&[(501, 0, 0)]);
        assert_eq!(clock.correction_at(LOCAL.plus(9_999)), 1_001);
        assert_eq!(clock.correction_at(LOCAL.plus(10_000)), 0);
        assert_eq!(clock.correction_at(LOCAL.plus(-10_000)), 0);
    }

    #[test]
    fn the_surest_estimate_counts_until_it_is_too_old() {
        let check = |answers: &[(i64, i64, i64)], trip: i64| {
            let uncertainty = after(answers).offset().unwrap().uncertainty;
            assert_eq!(uncertainty, trip / 2 + SECOND, "{answers:?}");
        };
        check(&[(HOUR, 0, 400), (HOUR, 1_000, 40)], 40);
        check(&[(HOUR, 0, 40), (HOUR, 1_000, 400)], 40);
        check(&[(HOUR, 0, 40), (HOUR, 1_000, 40)], 40);
        // 180 ms less sure: worth as much after half an hour, which is 1,800,000 ms.
        check(&[(HOUR, 0, 40), (HOUR, 1_799_639, 400)], 40);
        check(&[(HOUR, 0, 40), (HOUR, 1_799_640, 400)], 400);
        let equal = after(&[(HOUR, 0, 40), (HOUR, 1_000, 40)]).offset().unwrap();
        assert_eq!(equal.measured_at, LOCAL.plus(1_040), "of two alike the newer one");
    }

    #[test]
    fn a_contradiction_shows_that_a_clock_was_set() {
        // The surer one came first, and still the second counts.
        let check = |ahead: i64, wanted: i64| {
            let clock = after(&[(HOUR, 0, 0), (ahead, 0, 400)]);
            assert_eq!(clock.offset().unwrap().millis, wanted, "{ahead}");
        };
        // 1,000 and 1,200 ms can they be off, and the way takes 200 ms off the second.
        check(HOUR + 2_400, HOUR + 500);
        check(HOUR + 2_401, HOUR + 2_701);
        check(HOUR - 2_000, HOUR + 500);
        check(HOUR - 2_001, HOUR - 1_701);
        check(0, 300);
    }

    #[test]
    fn extreme_instants_are_held() {
        let last = Timestamp::from_millis(i64::MAX);
        let clock = after(&[(HOUR, 0, 0)]);
        assert_eq!(clock.server_now(last), last);
        let mut clock = ServerClock::new();
        let first = Timestamp::from_millis(i64::MIN + 1);
        assert!(clock.observe(last, first, first));
        assert_eq!(clock.server_now(first), Timestamp::from_millis(0));
    }

    proptest! {
        /// Whatever the way does, the server's clock is within what the estimate says.
        #[test]
        fn the_truth_is_within_the_uncertainty(
            ahead in -DAY..DAY, there in 0..5_000_i64, back in 0..5_000_i64, at in 0..DAY,
        ) {
            let sent = LOCAL.plus(at);
            let made = sent.plus(there + ahead).as_millis();
            let date = Timestamp::from_millis(made - made.rem_euclid(SECOND));
            let offset = Offset::measured(date, sent, sent.plus(there + back)).unwrap();
            prop_assert!((offset.millis - ahead).abs() <= offset.uncertainty);
        }

        #[test]
        fn no_numbers_panic(date in any::<i64>(), sent in any::<i64>(), received in any::<i64>()) {
            let mut clock = after(&[(HOUR, 0, 0)]);
            let [date, sent, received] = [date, sent, received].map(Timestamp::from_millis);
            clock.observe(date, sent, received);
            clock.server_now(received);
        }
    }
}
