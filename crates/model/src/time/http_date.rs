//! The dates of HTTP headers.
//!
//! # Sources
//! RFC 9110, 5.6.7 (the same as RFC 7231, 7.1.1.1): a sender writes `IMF-fixdate`, and "a recipient
//! that parses a timestamp value in an HTTP field MUST accept all three HTTP-date formats". Dates
//! are case-sensitive and always in UTC. Of a two-digit year: "recipients of a timestamp value in
//! rfc850-date format […] MUST interpret a timestamp that appears to be more than 50 years in the
//! future as representing the most recent year in the past that had the same last two digits".

use super::{DAY, HOUR, MINUTE, SECOND, Timestamp, days_from_civil, days_in_month, digits};

const DAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl Timestamp {
    /// Reads the date of an HTTP header in any of its three forms; `None` if it is none of them.
    /// `now` decides the century of a two-digit year, and nothing else. A leap second reads as the
    /// second before it. Whether the day of the week fits the date is not looked at.
    ///
    /// ```
    /// use inbox_model::Timestamp;
    ///
    /// let now = Timestamp::parse("2026-01-01T00:00:00Z").unwrap();
    /// let wanted = Timestamp::parse("1994-11-06T08:49:37Z");
    /// for text in [
    ///     "Sun, 06 Nov 1994 08:49:37 GMT",
    ///     "Sunday, 06-Nov-94 08:49:37 GMT",
    ///     "Sun Nov  6 08:49:37 1994",
    /// ] {
    ///     assert_eq!(Timestamp::parse_http_date(text, now), wanted);
    /// }
    /// ```
    pub fn parse_http_date(text: &str, now: Self) -> Option<Self> {
        let Some((day_name, rest)) = text.split_once(", ") else { return asctime(text) };
        let bytes = rest.as_bytes();
        let (day, month) = (digits(bytes, 0, 2)?, month(rest.get(3..6)?)?);
        // By the separator it is told which of the two forms with a comma it is.
        let year_ends = match (bytes.get(2)?, bytes.get(6)?) {
            (b' ', b' ') if is_day(day_name, true) => 11,
            (b'-', b'-') if is_day(day_name, false) => 9,
            _ => return None,
        };
        if bytes.get(year_ends) != Some(&b' ') || bytes.get(year_ends + 9..)? != b" GMT" {
            return None;
        }
        let time = time(bytes, year_ends + 1)?;
        if year_ends == 11 {
            return instant(digits(bytes, 7, 4)?, month, day, time);
        }
        recent(digits(bytes, 7, 2)?, month, day, time, now)
    }
}

/// `Sun Nov  6 08:49:37 1994`, as C's `asctime` writes it.
fn asctime(text: &str) -> Option<Timestamp> {
    let bytes = text.as_bytes();
    let spaces = [3, 7, 10, 19];
    if spaces.iter().any(|at| bytes.get(*at) != Some(&b' ')) || bytes.len() != 24 {
        return None;
    }
    is_day(text.get(..3)?, true).then_some(())?;
    let month = month(text.get(4..7)?)?;
    let day = match bytes.get(8) {
        Some(b' ') => digits(bytes, 9, 1)?,
        _ => digits(bytes, 8, 2)?,
    };
    instant(digits(bytes, 20, 4)?, month, day, time(bytes, 11)?)
}

fn is_day(name: &str, short: bool) -> bool {
    DAYS.iter().any(|day| if short { day.get(..3) == Some(name) } else { *day == name })
}

fn month(name: &str) -> Option<i64> {
    let index = MONTHS.iter().position(|month| *month == name)?;
    i64::try_from(index + 1).ok()
}

/// `08:49:37` as milliseconds of the day.
fn time(bytes: &[u8], at: usize) -> Option<i64> {
    let (hour, minute) = (digits(bytes, at, 2)?, digits(bytes, at + 3, 2)?);
    let second = digits(bytes, at + 6, 2)?;
    let is_sound = bytes.get(at + 2) == Some(&b':')
        && bytes.get(at + 5) == Some(&b':')
        && hour <= 23
        && minute <= 59
        && second <= 60;
    is_sound.then_some(hour * HOUR + minute * MINUTE + second.min(59) * SECOND)
}

fn instant(year: i64, month: i64, day: i64, time: i64) -> Option<Timestamp> {
    let is_sound = (1..=days_in_month(year, month)).contains(&day);
    is_sound.then(|| Timestamp::from_millis(days_from_civil(year, month, day) * DAY + time))
}

/// The newest instant with these two digits of a year that is not more than 50 years ahead.
fn recent(digits: i64, month: i64, day: i64, time: i64, now: Timestamp) -> Option<Timestamp> {
    let today = now.date(0);
    let ahead = today.year.saturating_add(50);
    let year = ahead - (ahead - digits).rem_euclid(100);
    let days = days_from_civil(ahead, today.month.into(), today.day.into());
    let limit = days.saturating_mul(DAY).saturating_add(now.as_millis().rem_euclid(DAY));
    let in_year = |year| instant(year, month, day, time);
    match in_year(year) {
        Some(at) if at.as_millis() <= limit => Some(at),
        _ => in_year(year - 100),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(text: &str) -> Timestamp {
        Timestamp::parse(text).unwrap()
    }

    fn read(text: &str) -> Option<Timestamp> {
        Timestamp::parse_http_date(text, at("2026-11-21T12:00:00Z"))
    }

    #[test]
    fn all_three_forms_are_read() {
        let check = |text: &str, wanted: &str| assert_eq!(read(text), Some(at(wanted)), "{text}");
        check("Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z");
        check("Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37Z");
        check("Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37Z");
        check("Sun Nov 16 08:49:37 1994", "1994-11-16T08:49:37Z");
        check("Thu, 01 Jan 1970 00:00:00 GMT", "1970-01-01T00:00:00Z");
        check("Thu, 29 Feb 2024 23:59:59 GMT", "2024-02-29T23:59:59Z");
        check("Sat, 31 Dec 2016 23:59:60 GMT", "2016-12-31T23:59:59Z");
        for (number, month) in (1..).zip(MONTHS) {
            let (text, wanted) = (
                format!("Mon, 02 {month} 2023 01:02:03 GMT"),
                format!("2023-{number:02}-02T01:02:03Z"),
            );
            check(&text, &wanted);
        }
        for day in DAYS {
            check(&format!("{day}, 06-Nov-94 08:49:37 GMT"), "1994-11-06T08:49:37Z");
            check(&format!("{}, 06 Nov 1994 08:49:37 GMT", &day[..3]), "1994-11-06T08:49:37Z");
        }
    }

    #[test]
    fn a_two_digit_year_is_at_most_fifty_years_ahead() {
        let check = |text: &str, wanted: &str| assert_eq!(read(text), Some(at(wanted)), "{text}");
        check("Friday, 20-Nov-26 12:00:00 GMT", "2026-11-20T12:00:00Z");
        check("Friday, 01-Jan-27 00:00:00 GMT", "2027-01-01T00:00:00Z");
        check("Saturday, 21-Nov-76 12:00:00 GMT", "2076-11-21T12:00:00Z");
        check("Saturday, 21-Nov-76 12:00:01 GMT", "1976-11-21T12:00:01Z");
        check("Saturday, 01-Jan-77 00:00:00 GMT", "1977-01-01T00:00:00Z");
        check("Saturday, 01-Jan-00 00:00:00 GMT", "2000-01-01T00:00:00Z");
        // Only the year before it has this day.
        let later = at("2050-06-01T00:00:00Z");
        let leap = Timestamp::parse_http_date("Monday, 29-Feb-00 00:00:00 GMT", later);
        assert_eq!(leap, Some(at("2000-02-29T00:00:00Z")));
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "now",
            "2026-01-10T15:00:00Z",
            "sun, 06 Nov 1994 08:49:37 GMT",
            "Sun, 06 nov 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 08:49:37 gmt",
            "Sun, 06 Nov 1994 08:49:37 UTC",
            "Sun, 06 Nov 1994 08:49:37 GMT ",
            "Sun, 06 Nov 1994 08:49:37",
            "Sun,06 Nov 1994 08:49:37 GMT",
            "Sunday, 06 Nov 1994 08:49:37 GMT",
            "Sun, 06-Nov-94 08:49:37 GMT",
            "Sun, 06-Nov 1994 08:49:37 GMT",
            "Sun, 06 Nov-1994 08:49:37 GMT",
            "Sun, 6 Nov 1994 08:49:37 GMT",
            "Sun, 06 Nov 199408:49:37 GMT",
            "Sun, 06 Nov 1994 24:00:00 GMT",
            "Sun, 06 Nov 1994 08:60:37 GMT",
            "Sun, 06 Nov 1994 08:49:61 GMT",
            "Sun, 06 Nov 1994 08.49:37 GMT",
            "Sun, 06 Nov 1994 08:49.37 GMT",
            "Sun, 00 Nov 1994 08:49:37 GMT",
            "Sun, 31 Nov 1994 08:49:37 GMT",
            "Wed, 29 Feb 2023 08:49:37 GMT",
            "Son, 06 Nov 1994 08:49:37 GMT",
            "Sonntag, 06-Nov-94 08:49:37 GMT",
            "Sunday, 06-Nov-94x08:49:37 GMT",
            "Sun Nov  6 08:49:37 94",
            "Sun Nov  6 08:49:37 1994 ",
            "Sun Nov 06x08:49:37 1994",
            "Sunx Nov 6 08:49:37 1994",
            "Som Nov  6 08:49:37 1994",
            "Sun Nov  x 08:49:37 1994",
            "Sun Nov  0 08:49:37 1994",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_panics(text in ".{0,40}", now in any::<i64>()) {
            let _ = Timestamp::parse_http_date(&text, Timestamp::from_millis(now));
        }

        #[test]
        fn no_century_panics(
            day in 0..40_u8, year in 0..100_u8, now in any::<i64>(),
        ) {
            let text = format!("Sunday, {day:02}-Feb-{year:02} 08:49:37 GMT");
            let _ = Timestamp::parse_http_date(&text, Timestamp::from_millis(now));
        }
    }
}
