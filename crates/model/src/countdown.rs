//! How much time is left until an instant, in words' terms, and when those words next change.
//!
//! Every place that counts down (the reply window, an answer that is due, the last day of a rating)
//! asks [`Countdown::to`] and gets two things: what to say now, and [`Countdown::changes_at`], the
//! first instant at which something else is to be said. So an interface sets one timer, and never
//! looks at the clock in between.
//!
//! **Amounts round down.** What is left is never said to be more than it is: with 119 minutes left
//! it is "1 hour", not 2. At the end itself it is over, as a reply window is closed at its end and an
//! answer is late when it is due ([`crate::reply_window`], [`crate::sla`]). After the end the same
//! words tell how long ago that was, rounded down too, so that nobody is said to be later than they
//! are.
//!
//! Days have 24 hours here: instants are UTC, so neither leap seconds nor a change of the clocks
//! makes a countdown jump.
//!
//! # Sources
//! Voicebot `Conversation.reply_possible`: "The `reply_until` field can be used to show how much
//! time is left until conversation expires." Stack Auth `firstResponseDueAt` and
//! `nextResponseDueAt` are told as instants for the same use.

use crate::time::{DAY, HOUR, MINUTE, SECOND, Timestamp};

/// From below this on [`Detail::Exact`] counts in seconds.
pub const SECONDS_BELOW: i64 = 10 * MINUTE;

/// How closely time is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Detail {
    /// In the largest unit alone: "3 days", "2 hours", "5 minutes".
    Coarse,
    /// In the largest unit and the next: "3 days 4 hours", "2 hours 10 minutes", "5 minutes".
    #[default]
    Fine,
    /// As `Fine`, and in seconds with less than [`SECONDS_BELOW`] left. What is over is told as
    /// `Fine` does.
    Exact,
}

impl Detail {
    /// The stable code, in `snake_case`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Coarse => "coarse",
            Self::Fine => "fine",
            Self::Exact => "exact",
        }
    }
}

/// What is counted.
#[cfg_attr(
    feature = "typescript",
    derive(ts_rs::TS),
    ts(rename = "CountdownUnit", rename_all = "snake_case")
)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Days of 24 hours; `rest` has the hours beyond them.
    Days,
    /// Hours; `rest` has the minutes beyond them.
    Hours,
    /// Minutes.
    Minutes,
    /// Seconds.
    Seconds,
    /// Less than a minute: too short for a number, where seconds are not told.
    LessThanAMinute,
}

impl Unit {
    /// The stable code, in `snake_case`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Days => "days",
            Self::Hours => "hours",
            Self::Minutes => "minutes",
            Self::Seconds => "seconds",
            Self::LessThanAMinute => "less_than_a_minute",
        }
    }
}

/// What to say about an instant that comes, or that has passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Countdown {
    /// The instant has come: the amounts say how long ago.
    pub over: bool,
    /// What `amount` counts.
    pub unit: Unit,
    /// How many whole ones, rounded down; 0 only for [`Unit::LessThanAMinute`] and in the last
    /// second. Held at the end of its range.
    pub amount: u32,
    /// How many whole ones of the next smaller unit beyond those: hours beside days (0 to 23),
    /// minutes beside hours (0 to 59). 0 for every other unit, and with [`Detail::Coarse`].
    pub rest: u32,
    /// The first instant at which something else is to be said; always after the present one.
    /// `None` only where it lies beyond all instants.
    pub changes_at: Option<Timestamp>,
}

impl Countdown {
    /// What to say at `now` about `end`.
    ///
    /// ```
    /// use inbox_model::countdown::{Countdown, Detail, Unit};
    /// use inbox_model::time::{HOUR, MINUTE};
    /// use inbox_model::Timestamp;
    ///
    /// let end = Timestamp::parse("2026-03-01T12:00:00Z").unwrap();
    /// let left = Countdown::to(end, end.plus(-2 * HOUR - 30_000), Detail::Fine);
    /// assert_eq!((left.unit, left.amount, left.rest), (Unit::Hours, 2, 0));
    /// // One millisecond after two hours are left there are less than two.
    /// let next = left.changes_at.unwrap();
    /// assert_eq!(next, end.plus(-2 * HOUR + 1));
    /// let left = Countdown::to(end, next, Detail::Fine);
    /// assert_eq!((left.unit, left.amount, left.rest), (Unit::Hours, 1, 59));
    /// let late = Countdown::to(end, end.plus(5 * MINUTE), Detail::Fine);
    /// assert_eq!((late.over, late.unit, late.amount), (true, Unit::Minutes, 5));
    /// ```
    pub fn to(end: Timestamp, now: Timestamp, detail: Detail) -> Self {
        let left = end.since(now);
        let over = left <= 0;
        let span = left.saturating_abs();
        let exact = detail == Detail::Exact && !over && span < SECONDS_BELOW;
        let (unit, step) = match span {
            _ if exact => (Unit::Seconds, SECOND),
            _ if span >= DAY => (Unit::Days, if detail == Detail::Coarse { DAY } else { HOUR }),
            _ if span >= HOUR => {
                (Unit::Hours, if detail == Detail::Coarse { HOUR } else { MINUTE })
            }
            _ if span >= MINUTE => (Unit::Minutes, MINUTE),
            _ => (Unit::LessThanAMinute, MINUTE),
        };
        let told = span - span % step;
        let (amount, rest) = match unit {
            Unit::Days => (told / DAY, told % DAY / HOUR),
            Unit::Hours => (told / HOUR, told % HOUR / MINUTE),
            Unit::Minutes => (told / MINUTE, 0),
            Unit::Seconds => (told / SECOND, 0),
            Unit::LessThanAMinute => (0, 0),
        };
        let changes_at = if over {
            end.plus(told.saturating_add(step))
        } else if told == 0 {
            end
        } else {
            end.plus(1 - told)
        };
        Self {
            over,
            unit,
            amount: held(amount),
            rest: held(rest),
            changes_at: Some(changes_at).filter(|at| *at > now),
        }
    }
}

fn held(amount: i64) -> u32 {
    u32::try_from(amount).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const END: Timestamp = Timestamp::from_millis(1_768_057_200_000);

    #[test]
    fn what_is_left_is_told_rounded_down_and_changes_at_its_edge() {
        use Detail::{Coarse, Exact, Fine};
        use Unit::{Days, Hours, LessThanAMinute, Minutes, Seconds};
        // Until the end; what is told; so much is left when the words next change.
        let check = |left: i64, detail, unit, amount, rest, next: i64| {
            let told = Countdown::to(END, END.plus(-left), detail);
            let changes_at = Some(END.plus(-next));
            let wanted = Countdown { over: left <= 0, unit, amount, rest, changes_at };
            assert_eq!(told, wanted, "{left} {detail:?}");
        };
        check(3 * DAY + 5 * HOUR + 59 * MINUTE, Fine, Days, 3, 5, 3 * DAY + 5 * HOUR - 1);
        check(3 * DAY + 5 * HOUR + 59 * MINUTE, Coarse, Days, 3, 0, 3 * DAY - 1);
        check(DAY, Fine, Days, 1, 0, DAY - 1);
        check(DAY, Coarse, Days, 1, 0, DAY - 1);
        check(DAY - 1, Fine, Hours, 23, 59, 23 * HOUR + 59 * MINUTE - 1);
        check(DAY - 1, Coarse, Hours, 23, 0, 23 * HOUR - 1);
        check(HOUR, Fine, Hours, 1, 0, HOUR - 1);
        check(HOUR, Coarse, Hours, 1, 0, HOUR - 1);
        check(HOUR - 1, Fine, Minutes, 59, 0, 59 * MINUTE - 1);
        check(2 * MINUTE, Coarse, Minutes, 2, 0, 2 * MINUTE - 1);
        check(2 * MINUTE - 1, Fine, Minutes, 1, 0, MINUTE - 1);
        check(MINUTE, Fine, Minutes, 1, 0, MINUTE - 1);
        check(MINUTE - 1, Fine, LessThanAMinute, 0, 0, 0);
        check(1, Coarse, LessThanAMinute, 0, 0, 0);
        check(SECONDS_BELOW, Exact, Minutes, 10, 0, SECONDS_BELOW - 1);
        check(SECONDS_BELOW - 1, Exact, Seconds, 599, 0, 599 * SECOND - 1);
        check(SECONDS_BELOW - 1, Fine, Minutes, 9, 0, 9 * MINUTE - 1);
        check(2 * SECOND, Exact, Seconds, 2, 0, 2 * SECOND - 1);
        check(SECOND - 1, Exact, Seconds, 0, 0, 0);
        check(2 * HOUR + MINUTE, Exact, Hours, 2, 1, 2 * HOUR + MINUTE - 1);
        // Over: how long ago, told again when the next whole one has passed.
        check(0, Fine, LessThanAMinute, 0, 0, -MINUTE);
        check(0, Exact, LessThanAMinute, 0, 0, -MINUTE);
        check(1 - MINUTE, Fine, LessThanAMinute, 0, 0, -MINUTE);
        check(-MINUTE, Fine, Minutes, 1, 0, -2 * MINUTE);
        check(-5 * MINUTE - 1, Exact, Minutes, 5, 0, -6 * MINUTE);
        check(-HOUR, Fine, Hours, 1, 0, -HOUR - MINUTE);
        check(-HOUR, Coarse, Hours, 1, 0, -2 * HOUR);
        check(-DAY - HOUR, Fine, Days, 1, 1, -DAY - 2 * HOUR);
        check(-DAY - HOUR, Coarse, Days, 1, 0, -2 * DAY);
    }

    #[test]
    fn extreme_instants_are_held() {
        let (first, last) = (Timestamp::from_millis(i64::MIN), Timestamp::from_millis(i64::MAX));
        let told = Countdown::to(last, first, Detail::Fine);
        assert_eq!((told.over, told.unit, told.amount), (false, Unit::Days, u32::MAX));
        let told = Countdown::to(last, last, Detail::Fine);
        assert_eq!((told.over, told.changes_at), (true, None));
        assert!(Countdown::to(first, last, Detail::Coarse).over);
    }

    #[test]
    fn codes_are_stable() {
        let units = [Unit::Days, Unit::Hours, Unit::Minutes, Unit::Seconds, Unit::LessThanAMinute];
        let codes = ["days", "hours", "minutes", "seconds", "less_than_a_minute"];
        assert_eq!(units.map(Unit::code), codes);
        let details = [Detail::Coarse, Detail::default(), Detail::Exact];
        assert_eq!(details.map(Detail::code), ["coarse", "fine", "exact"]);
    }

    fn words(told: Countdown) -> (bool, Unit, u32, u32) {
        (told.over, told.unit, told.amount, told.rest)
    }

    proptest! {
        /// Until `changes_at` the same is said, and from then on something else.
        #[test]
        fn the_next_change_is_the_first_one(
            left in -4 * DAY..4 * DAY,
            part in 0.0..1.0_f64,
            coarse in any::<bool>(),
        ) {
            let detail = if coarse { Detail::Coarse } else { Detail::Exact };
            let now = END.plus(-left);
            let told = Countdown::to(END, now, detail);
            let next = told.changes_at.unwrap();
            prop_assert!(next > now);
            #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "days")]
            let between = now.plus(((next.since(now) - 1) as f64 * part) as i64);
            for same in [between, next.plus(-1)] {
                prop_assert_eq!(words(Countdown::to(END, same, detail)), words(told));
            }
            prop_assert_ne!(words(Countdown::to(END, next, detail)), words(told));
        }

        #[test]
        fn never_more_than_there_is(left in 1..400 * DAY) {
            for detail in [Detail::Coarse, Detail::Fine, Detail::Exact] {
                let told = Countdown::to(END, END.plus(-left), detail);
                let (one, smaller) = match told.unit {
                    Unit::Days => (DAY, HOUR),
                    Unit::Hours => (HOUR, MINUTE),
                    Unit::Minutes => (MINUTE, 0),
                    Unit::Seconds => (SECOND, 0),
                    Unit::LessThanAMinute => (0, 0),
                };
                prop_assert!(i64::from(told.amount) * one + i64::from(told.rest) * smaller <= left);
            }
        }
    }
}
