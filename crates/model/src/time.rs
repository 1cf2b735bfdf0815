//! Instants as UTC milliseconds, their RFC 3339 text, and calendar days in a reader's offset.
//!
//! Hand-written because it goes into the messenger: the usual crates cost several kilobytes each
//! there, and all that is needed is one text format and the day an instant falls on.

mod http_date;

use std::fmt;
use std::num::NonZeroU64;

use serde::{Deserialize, Serialize};

/// Milliseconds in one second.
pub const SECOND: i64 = 1_000;
/// Milliseconds in one minute.
pub const MINUTE: i64 = 60 * SECOND;
/// Milliseconds in one hour.
pub const HOUR: i64 = 60 * MINUTE;
/// Milliseconds in one day of UTC, which has no leap seconds here.
pub const DAY: i64 = 24 * HOUR;

/// The bit that tells 1970 and later from before.
const FIRST: u64 = 1 << 63;

/// An instant: milliseconds since 1970-01-01T00:00:00Z, negative before it.
/// The first millisecond that 64 bits can count is held as the second, so that an instant that is not
/// there takes no room of its own.
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "number"))]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "i64", into = "i64")]
pub struct Timestamp(NonZeroU64);

impl Timestamp {
    /// From milliseconds since the Unix epoch.
    pub const fn from_millis(millis: i64) -> Self {
        // Counted from the first one, so that they are in the same order.
        match NonZeroU64::new(millis.cast_unsigned() ^ FIRST) {
            Some(count) => Self(count),
            None => Self(NonZeroU64::MIN),
        }
    }

    /// Milliseconds since the Unix epoch.
    pub const fn as_millis(self) -> i64 {
        (self.0.get() ^ FIRST).cast_signed()
    }

    /// This instant moved by `millis` (negative: earlier), held at the ends of the range.
    #[must_use]
    pub const fn plus(self, millis: i64) -> Self {
        Self::from_millis(self.as_millis().saturating_add(millis))
    }

    /// Milliseconds from `earlier` to this instant; negative if it lies before.
    pub const fn since(self, earlier: Self) -> i64 {
        self.as_millis().saturating_sub(earlier.as_millis())
    }

    /// Reads an RFC 3339 date-time (`2026-01-10T15:00:00.000Z`, any offset, any number of
    /// fractional digits, of which three count). `None` if it is not one. A leap second reads as
    /// the second before it.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let year = digits(bytes, 0, 4)?;
        let month = digits(bytes, 5, 2)?;
        let day = digits(bytes, 8, 2)?;
        let hour = digits(bytes, 11, 2)?;
        let minute = digits(bytes, 14, 2)?;
        let second = digits(bytes, 17, 2)?;
        let separators = [(4, b'-'), (7, b'-'), (13, b':'), (16, b':')];
        if separators.iter().any(|&(at, byte)| bytes.get(at) != Some(&byte))
            || !matches!(bytes.get(10), Some(b'T' | b't' | b' '))
            || !(1..=12).contains(&month)
            || !(1..=days_in_month(year, month)).contains(&day)
            || hour > 23
            || minute > 59
            || second > 60
        {
            return None;
        }
        let (millis, offset_at) = fraction(bytes)?;
        let offset = offset_minutes(bytes.get(offset_at..)?)?;
        let date = days_from_civil(year, month, day);
        let time = hour * HOUR + minute * MINUTE + second.min(59) * SECOND + millis;
        Some(Self::from_millis(date * DAY + time - offset * MINUTE))
    }

    /// The instant as `YYYY-MM-DDThh:mm:ss.sssZ`.
    pub fn to_rfc3339(self) -> String {
        let date = self.date(0);
        let in_day = self.as_millis().rem_euclid(DAY);
        format!(
            "{date}T{:02}:{:02}:{:02}.{:03}Z",
            in_day / HOUR,
            in_day / MINUTE % 60,
            in_day / SECOND % 60,
            in_day % SECOND,
        )
    }

    /// The calendar day on which this instant falls for a reader whose clock is `offset_minutes`
    /// ahead of UTC.
    pub fn date(self, offset_minutes: i32) -> Date {
        let local = self.as_millis().saturating_add(i64::from(offset_minutes) * MINUTE);
        Date::from_days(local.div_euclid(DAY))
    }
}

impl Default for Timestamp {
    fn default() -> Self {
        Self::from_millis(0)
    }
}

impl From<i64> for Timestamp {
    fn from(millis: i64) -> Self {
        Self::from_millis(millis)
    }
}

impl From<Timestamp> for i64 {
    fn from(instant: Timestamp) -> Self {
        instant.as_millis()
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Timestamp").field(&self.as_millis()).finish()
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_rfc3339())
    }
}

/// A calendar day in the proleptic Gregorian calendar. It is stored and sent as its text,
/// `YYYY-MM-DD` (ISO 8601).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    /// Days since 1970-01-01, so that two days can be subtracted.
    pub days: i64,
    /// The year, astronomical numbering.
    pub year: i64,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Date {
    /// Reads `YYYY-MM-DD`; `None` if it is not that, or there is no such day.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let (year, month, day) = (digits(bytes, 0, 4)?, digits(bytes, 5, 2)?, digits(bytes, 8, 2)?);
        let has_form =
            bytes.len() == 10 && bytes.get(4) == Some(&b'-') && bytes.get(7) == Some(&b'-');
        let is_day = (1..=12).contains(&month) && (1..=days_in_month(year, month)).contains(&day);
        (has_form && is_day).then(|| Self::from_days(days_from_civil(year, month, day)))
    }

    fn from_days(days: i64) -> Self {
        // Howard Hinnant's `civil_from_days`: eras of 400 years that start on 1 March.
        let shifted = days + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let march_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * march_month + 2) / 5 + 1;
        let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Self {
            days,
            year,
            month: u8::try_from(month).unwrap_or(1),
            day: u8::try_from(day).unwrap_or(1),
        }
    }
}

/// The text of a day that is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a day as YYYY-MM-DD")]
pub struct NoDate;

impl TryFrom<String> for Date {
    type Error = NoDate;

    fn try_from(text: String) -> Result<Self, NoDate> {
        Self::parse(&text).ok_or(NoDate)
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let march_month = if month > 2 { month - 3 } else { month + 9 };
    let day_of_year = (153 * march_month + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn digits(bytes: &[u8], at: usize, count: usize) -> Option<i64> {
    bytes
        .get(at..at + count)?
        .iter()
        .try_fold(0, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + i64::from(byte - b'0')))
}

/// Milliseconds of the fraction after the seconds, and where the offset starts.
fn fraction(bytes: &[u8]) -> Option<(i64, usize)> {
    if bytes.get(19) != Some(&b'.') {
        return Some((0, 19));
    }
    let digits = bytes.get(20..)?.iter().take_while(|byte| byte.is_ascii_digit());
    let mut millis = 0;
    let mut count = 0;
    for byte in digits {
        if count < 3 {
            millis = millis * 10 + i64::from(byte - b'0');
        }
        count += 1;
    }
    (count > 0).then(|| (millis * [1, 100, 10, 1].get(count).unwrap_or(&1), 20 + count))
}

fn offset_minutes(bytes: &[u8]) -> Option<i64> {
    let sign = match bytes {
        [b'Z' | b'z'] => return Some(0),
        [b'+', _, _, b':', _, _] => 1,
        [b'-', _, _, b':', _, _] => -1,
        _ => return None,
    };
    let hours = digits(bytes, 1, 2)?;
    let minutes = digits(bytes, 4, 2)?;
    (hours <= 23 && minutes <= 59).then_some(sign * (hours * 60 + minutes))
}

#[cfg(test)]
mod tests;
