//! When an organisation is open, and how open time is counted.
//!
//! A deadline counts only the time in which somebody could answer: with one hour to answer, what
//! comes half an hour before closing is due half an hour after the next opening. Opening hours are
//! data: intervals of a week by local time, days on which they do not hold, and the offset of the
//! local time from UTC with the instants at which it changes. So there is no time zone database here,
//! and a change of the clocks is exact: whoever sets up the hours lists the changes ahead.
//!
//! Time is walked through in pieces of one local day and one offset. Within a piece local time is
//! UTC plus the offset, so no local time is ever looked up that is there twice or not at all. Open
//! intervals are half open: at its opening minute a shop is open, at its closing minute it is not, and
//! yet what falls due at the very end of open time is due at closing, not at the next opening.
//!
//! # Sources
//! None of the five systems tells opening hours; CRM has deadlines in minutes (`SlaConfig`), which
//! count all time where nothing else is set up.

use serde::{Deserialize, Serialize};

use crate::order;
use crate::time::{DAY, Date, MINUTE, Timestamp};

/// Minutes in a week: an opening lies between 0 and this.
pub const WEEK_MINUTES: u16 = 7 * 24 * 60;
/// So far ahead, in days, open time is looked for; a deadline beyond it is none.
pub const HORIZON_DAYS: i64 = 3_660;

/// One stretch of open time in every week, in minutes since Monday 00:00 by local time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Opening {
    /// The first open minute, 0 to 10,079.
    pub from: u16,
    /// The first minute that is closed again: after `from`, at most 10,080. An opening that ends
    /// before it begins is none; what lasts over the end of the week is two openings.
    pub to: u16,
}

/// From an instant on the local time is so far ahead of UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct OffsetChange {
    /// The first instant at which it holds.
    pub at: Timestamp,
    /// Minutes ahead of UTC; negative: behind.
    pub utc_offset_minutes: i32,
}

/// When an organisation is open. Without an opening it never is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct BusinessHours {
    /// The openings of every week, in any order; they may overlap.
    pub weekly: Vec<Opening>,
    /// Days, by local time, on which it is closed all day.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub holidays: Vec<Date>,
    /// Minutes by which the local time is ahead of UTC, before the first change.
    pub utc_offset_minutes: i32,
    /// When that changes, in any order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub offset_changes: Vec<OffsetChange>,
}

impl BusinessHours {
    /// Whether it is open at an instant.
    ///
    /// ```
    /// use inbox_model::sla::{BusinessHours, Opening};
    /// use inbox_model::Timestamp;
    ///
    /// let monday = Opening { from: 9 * 60, to: 17 * 60 };
    /// let hours = BusinessHours {
    ///     weekly: vec![monday],
    ///     utc_offset_minutes: 60,
    ///     ..BusinessHours::default()
    /// };
    /// let at = |text| hours.is_open_at(Timestamp::parse(text).unwrap());
    /// assert!(at("2026-03-02T09:00:00+01:00"));
    /// assert!(!at("2026-03-02T17:00:00+01:00"));
    /// ```
    pub fn is_open_at(&self, at: Timestamp) -> bool {
        let plan = Plan::of(self);
        let piece = plan.piece(at.as_millis());
        piece.openings(&plan).any(|(from, to)| (from..to).contains(&at.as_millis()))
    }

    /// The first instant by which `millis` of open time have passed since `start`; `None` if there
    /// is not so much open time within [`HORIZON_DAYS`].
    pub fn after(&self, start: Timestamp, millis: i64) -> Option<Timestamp> {
        let plan = Plan::of(self);
        if plan.week.is_empty() {
            return None;
        }
        let mut at = start.as_millis();
        let end = at.saturating_add(HORIZON_DAYS * DAY);
        let mut left = millis;
        while at < end {
            let piece = plan.piece(at);
            for (from, to) in piece.openings(&plan) {
                let open = to - from;
                if left <= open {
                    return Some(Timestamp::from_millis(from.saturating_add(left)));
                }
                left -= open;
            }
            if piece.end <= at {
                return None;
            }
            at = piece.end;
        }
        None
    }
}

/// Opening hours in the form in which they are counted.
struct Plan {
    /// Milliseconds since the week began, in order, apart from each other.
    week: Vec<(i64, i64)>,
    /// Days since 1970, in order.
    holidays: Vec<i64>,
    /// In order.
    changes: Vec<OffsetChange>,
    /// Milliseconds ahead of UTC before the first change.
    offset: i64,
}

impl Plan {
    fn of(hours: &BusinessHours) -> Self {
        let mut week: Vec<(i64, i64)> = Vec::new();
        for Opening { from, to } in order::sorted(&hours.weekly) {
            if from >= to || to > WEEK_MINUTES {
                continue;
            }
            let (from, to) = (i64::from(from) * MINUTE, i64::from(to) * MINUTE);
            match week.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(to),
                _ => week.push((from, to)),
            }
        }
        let holidays: Vec<i64> = hours.holidays.iter().map(|day| day.days).collect();
        Self {
            week,
            holidays: order::sorted(&holidays),
            changes: order::sorted(&hours.offset_changes),
            offset: i64::from(hours.utc_offset_minutes) * MINUTE,
        }
    }

    /// What is left, from an instant on, of the local day and the offset that hold there.
    fn piece(&self, at: i64) -> Piece {
        let next = self.changes.partition_point(|change| change.at.as_millis() <= at);
        let current = next.checked_sub(1).and_then(|index| self.changes.get(index));
        let offset =
            current.map_or(self.offset, |change| i64::from(change.utc_offset_minutes) * MINUTE);
        let day = at.saturating_add(offset).div_euclid(DAY);
        let midnight = (day + 1).saturating_mul(DAY).saturating_sub(offset);
        let changes_at = self.changes.get(next).map_or(i64::MAX, |change| change.at.as_millis());
        // Day 0 of 1970 was a Thursday.
        let monday = day - (day + 3).rem_euclid(7);
        Piece {
            from: at,
            end: midnight.min(changes_at),
            week_begins: monday.saturating_mul(DAY).saturating_sub(offset),
            is_open: self.holidays.binary_search(&day).is_err(),
        }
    }
}

/// A stretch of time within one local day and one offset, in milliseconds of UTC.
struct Piece {
    from: i64,
    end: i64,
    /// Monday 00:00 by this offset.
    week_begins: i64,
    is_open: bool,
}

impl Piece {
    /// The open stretches within it, in order, none of them empty.
    fn openings(&self, plan: &Plan) -> impl Iterator<Item = (i64, i64)> {
        let clip = |(from, to): &(i64, i64)| {
            let from = self.week_begins.saturating_add(*from).max(self.from);
            let to = self.week_begins.saturating_add(*to).min(self.end);
            (self.is_open && from < to).then_some((from, to))
        };
        plan.week.iter().filter_map(clip)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::time::HOUR;

    fn at(text: &str) -> Timestamp {
        Timestamp::parse(text).unwrap()
    }

    fn opening(day: u16, from: u16, to: u16) -> Opening {
        Opening { from: (day * 24 + from) * 60, to: (day * 24 + to) * 60 }
    }

    /// Monday to Friday from nine to five, in Berlin in 2026.
    fn office() -> BusinessHours {
        let change = |text, utc_offset_minutes| OffsetChange { at: at(text), utc_offset_minutes };
        BusinessHours {
            // In no order, and overlapping.
            weekly: [4, 2, 0, 1, 3]
                .into_iter()
                .flat_map(|day| [opening(day, 12, 17), opening(day, 9, 13)])
                .collect(),
            holidays: vec![Date::parse("2026-05-01").unwrap(), Date::parse("2026-04-06").unwrap()],
            utc_offset_minutes: 60,
            offset_changes: vec![
                change("2026-10-25T01:00:00Z", 60),
                change("2026-03-29T01:00:00Z", 120),
            ],
        }
    }

    #[test]
    fn only_open_time_counts() {
        let hours = office();
        let check = |start: &str, millis: i64, due: &str| {
            assert_eq!(hours.after(at(start), millis), Some(at(due)), "{start} {millis}");
        };
        // Wednesday, within one day.
        check("2026-03-04T10:00:00+01:00", HOUR, "2026-03-04T11:00:00+01:00");
        // To the very end, and one millisecond beyond it.
        check("2026-03-04T16:00:00+01:00", HOUR, "2026-03-04T17:00:00+01:00");
        check("2026-03-04T16:00:00+01:00", HOUR + 1, "2026-03-05T09:00:00.001+01:00");
        // At the opening, before it, at closing, one millisecond before that.
        check("2026-03-04T09:00:00+01:00", HOUR, "2026-03-04T10:00:00+01:00");
        check("2026-03-04T03:00:00+01:00", HOUR, "2026-03-04T10:00:00+01:00");
        check("2026-03-04T17:00:00+01:00", HOUR, "2026-03-05T10:00:00+01:00");
        check("2026-03-04T16:59:59.999+01:00", HOUR, "2026-03-05T09:59:59.999+01:00");
        // Over a weekend, and over a whole week of five days.
        check("2026-03-06T16:30:00+01:00", HOUR, "2026-03-09T09:30:00+01:00");
        check("2026-03-07T12:00:00+01:00", HOUR, "2026-03-09T10:00:00+01:00");
        check("2026-03-02T09:00:00+01:00", 40 * HOUR, "2026-03-06T17:00:00+01:00");
        check("2026-03-02T09:00:00+01:00", 40 * HOUR + 1, "2026-03-09T09:00:00.001+01:00");
        // Over the change of the clocks, and over one with a holiday behind it.
        check("2026-03-27T16:30:00+01:00", HOUR, "2026-03-30T09:30:00+02:00");
        check("2026-04-02T16:00:00+02:00", 10 * HOUR, "2026-04-07T10:00:00+02:00");
        check("2026-05-01T10:00:00+02:00", HOUR, "2026-05-04T10:00:00+02:00");
        check("2026-10-23T16:30:00+02:00", HOUR, "2026-10-26T09:30:00+01:00");
        // Nothing to wait for: at once while it is open, else at the next opening.
        check("2026-03-04T10:00:00+01:00", 0, "2026-03-04T10:00:00+01:00");
        check("2026-03-04T17:00:00+01:00", 0, "2026-03-05T09:00:00+01:00");
        check("2026-03-06T20:00:00+01:00", 0, "2026-03-09T09:00:00+01:00");
    }

    /// The night in which the clocks change is an hour shorter or longer.
    #[test]
    fn who_is_open_at_night_counts_the_hour_that_is_not_there_and_the_one_that_is_there_twice() {
        let always = vec![Opening { from: 0, to: WEEK_MINUTES }];
        let nights = BusinessHours { weekly: vec![opening(6, 0, 4)], ..office() };
        for hours in [BusinessHours { weekly: always, ..office() }, nights] {
            let spring = hours.after(at("2026-03-29T00:00:00+01:00"), 3 * HOUR);
            assert_eq!(spring, Some(at("2026-03-29T04:00:00+02:00")));
            let autumn = hours.after(at("2026-10-25T00:00:00+02:00"), 5 * HOUR);
            assert_eq!(autumn, Some(at("2026-10-25T04:00:00+01:00")));
        }
    }

    #[test]
    fn open_is_half_open() {
        let hours = office();
        let check = |text: &str, open: bool| {
            assert_eq!(hours.is_open_at(at(text)), open, "{text}");
        };
        check("2026-03-04T08:59:59.999+01:00", false);
        check("2026-03-04T09:00:00+01:00", true);
        check("2026-03-04T12:30:00+01:00", true);
        check("2026-03-04T16:59:59.999+01:00", true);
        check("2026-03-04T17:00:00+01:00", false);
        check("2026-03-07T12:00:00+01:00", false);
        check("2026-04-30T12:00:00+02:00", true);
        check("2026-05-01T12:00:00+02:00", false);
        check("2026-03-30T08:59:59.999+02:00", false);
        check("2026-03-30T09:00:00+02:00", true);
    }

    #[test]
    fn who_is_never_open_owes_nothing() {
        let start = at("2026-03-04T10:00:00Z");
        let check = |weekly: Vec<Opening>, holidays: Vec<Date>| {
            let hours = BusinessHours { weekly, holidays, ..BusinessHours::default() };
            assert_eq!(hours.after(start, MINUTE), None, "{:?}", hours.weekly);
            assert!(!hours.is_open_at(start));
        };
        check(Vec::new(), Vec::new());
        check(vec![Opening { from: 60, to: 60 }, Opening { from: 60, to: 59 }], Vec::new());
        check(vec![Opening { from: 0, to: WEEK_MINUTES + 1 }], Vec::new());
        // Open, and never so long that it could be counted: a holiday for ten years.
        let days = (0..=HORIZON_DAYS).map(|day| start.plus(day * DAY).date(0)).collect();
        check(vec![Opening { from: 0, to: WEEK_MINUTES }], days);
    }

    #[test]
    fn open_time_is_looked_for_up_to_the_horizon() {
        // A Wednesday; open one minute on every one.
        let start = at("2026-03-04T00:00:00Z");
        let weekly = vec![Opening { from: 2 * 24 * 60, to: 2 * 24 * 60 + 1 }];
        let hours = BusinessHours { weekly, ..BusinessHours::default() };
        // 3,660 days have 523 Wednesdays: the first, and 522 weeks after it.
        let last = start.plus(522 * 7 * DAY + MINUTE);
        assert_eq!(hours.after(start, 523 * MINUTE), Some(last));
        assert_eq!(hours.after(start, 523 * MINUTE + 1), None);
        // The day at the horizon is the first one beyond it: a Tuesday, the 523rd.
        let weekly = vec![Opening { from: 24 * 60, to: 24 * 60 + 1 }];
        let hours = BusinessHours { weekly, ..BusinessHours::default() };
        assert!(hours.after(start, 522 * MINUTE).is_some());
        assert_eq!(hours.after(start, 522 * MINUTE + 1), None);
    }

    #[test]
    fn openings_beyond_midnight_and_at_the_ends_of_a_week_are_whole() {
        // Friday 22:00 to Saturday 06:00, and the night from Sunday to Monday as two.
        let weekly = vec![
            Opening { from: (4 * 24 + 22) * 60, to: (5 * 24 + 6) * 60 },
            opening(6, 22, 24),
            opening(0, 0, 6),
        ];
        let hours = BusinessHours { weekly, ..BusinessHours::default() };
        let check = |start: &str, hour: i64, due: &str| {
            assert_eq!(hours.after(at(start), hour * HOUR), Some(at(due)), "{start}");
        };
        check("2026-03-06T20:00:00Z", 8, "2026-03-07T06:00:00Z");
        check("2026-03-06T20:00:00Z", 9, "2026-03-08T23:00:00Z");
        check("2026-03-08T23:00:00Z", 7, "2026-03-09T06:00:00Z");
    }

    #[test]
    fn hours_are_stored_as_plain_data() {
        let text = serde_json::to_string(&office()).unwrap();
        assert_eq!(serde_json::from_str::<BusinessHours>(&text).unwrap(), office());
        assert!(text.contains(r#""holidays":["2026-05-01","2026-04-06"]"#), "{text}");
        let least = r#"{"weekly":[{"from":540,"to":1020}]}"#;
        let read: BusinessHours = serde_json::from_str(least).unwrap();
        assert_eq!(read.weekly, [Opening { from: 540, to: 1020 }]);
        assert_eq!((read.utc_offset_minutes, read.offset_changes.len()), (0, 0));
    }

    proptest! {
        #[test]
        fn no_numbers_panic_or_hang(
            start in any::<i64>(), millis in any::<i64>(), offset in any::<i32>(),
            from in any::<u16>(), to in any::<u16>(), changes in any::<i64>(),
        ) {
            let changes = OffsetChange {
                at: Timestamp::from_millis(changes),
                utc_offset_minutes: offset.wrapping_neg(),
            };
            let hours = BusinessHours {
                weekly: vec![Opening { from, to }],
                utc_offset_minutes: offset,
                offset_changes: vec![changes],
                ..BusinessHours::default()
            };
            let start = Timestamp::from_millis(start);
            hours.is_open_at(start);
            if let Some(due) = hours.after(start, millis.max(0)) {
                prop_assert!(due >= start);
            }
        }

        /// What is counted in two goes is counted as in one.
        #[test]
        fn open_time_adds_up(
            start in 0..400 * DAY, one in 0..100 * HOUR, two in 1..100 * HOUR,
        ) {
            let hours = office();
            let start = at("2026-01-01T00:00:00Z").plus(start);
            let between = hours.after(start, one).unwrap();
            prop_assert_eq!(hours.after(between, two), hours.after(start, one + two));
        }

        /// Within the deadline there is exactly the time that was given.
        #[test]
        fn every_minute_that_is_counted_is_an_open_one(
            start in 0..400 * 24 * 60_i64, minutes in 1..500_i64,
        ) {
            let hours = office();
            let start = at("2026-01-01T00:00:00Z").plus(start * MINUTE);
            let due = hours.after(start, minutes * MINUTE).unwrap();
            let mut open = 0;
            let mut minute = start;
            while minute < due {
                open += i64::from(hours.is_open_at(minute));
                minute = minute.plus(MINUTE);
            }
            prop_assert_eq!(open, minutes);
        }
    }
}
