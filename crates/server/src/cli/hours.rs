//! Opening hours as they are written on the command line: `mon-fri 09:00-17:00,sat 10:00-14:00`.

use std::fmt::{self, Write as _};
use std::str::FromStr;

use inbox_model::Timestamp;
use inbox_model::sla::{BusinessHours, OffsetChange, Opening};
use inbox_model::time::Date;

use super::CliError;
use super::arguments::Hours;

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const DAY_MINUTES: u16 = 24 * 60;
/// No clock on earth is further from UTC.
const FURTHEST_OFFSET: i32 = 14 * 60;

/// The openings of a week, or `none`: always open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Week(Vec<Opening>);

impl FromStr for Week {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text == "none" {
            return Ok(Self(Vec::new()));
        }
        let wrong = || "hours are as mon-fri 09:00-17:00,sat 10:00-14:00, or none".to_owned();
        let mut openings = Vec::new();
        for part in text.split(',') {
            let (days, times) = part.trim().split_once(' ').ok_or_else(wrong)?;
            let (first, last) = days.split_once('-').unwrap_or((days, days));
            let day = |name: &str| DAYS.iter().position(|day| *day == name).ok_or_else(wrong);
            let (first, last) = (day(first)?, day(last)?);
            let (from, to) = times.trim().split_once('-').ok_or_else(wrong)?;
            let (from, to) = (minute(from).ok_or_else(wrong)?, minute(to).ok_or_else(wrong)?);
            if first > last || from >= to {
                return Err(wrong());
            }
            for day in first..=last {
                let begins = u16::try_from(day).unwrap_or_default() * DAY_MINUTES;
                openings.push(Opening { from: begins + from, to: begins + to });
            }
        }
        Ok(Self(openings))
    }
}

/// `09:00` as minutes of the day, up to `24:00`.
fn minute(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let number = |text: &str| {
        let is_two = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse::<u16>().ok().filter(|_| is_two)
    };
    let (hour, minute) = (number(hour)?, number(minute).filter(|minute| *minute < 60)?);
    Some(hour * 60 + minute).filter(|minute| *minute <= DAY_MINUTES)
}

/// An offset from UTC: `+01:00`, `-04:30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Offset(i32);

impl FromStr for Offset {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let read = || {
            let sign = match text.as_bytes().first()? {
                b'+' => 1,
                b'-' => -1,
                _ => return None,
            };
            let minutes = i32::from(minute(text.get(1..)?)?);
            (minutes <= FURTHEST_OFFSET).then_some(Self(sign * minutes))
        };
        read().ok_or_else(|| "an offset is as +01:00 or -04:30".to_owned())
    }
}

impl fmt::Display for Offset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, minutes) = (if self.0 < 0 { '-' } else { '+' }, self.0.unsigned_abs());
        write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

/// From when on which offset holds: `2026-03-29T01:00:00Z=+02:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Change(OffsetChange);

impl FromStr for Change {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || "a change is as 2026-03-29T01:00:00Z=+02:00".to_owned();
        let (at, offset) = text.split_once('=').ok_or_else(wrong)?;
        let at = Timestamp::parse(at).ok_or_else(wrong)?;
        let Offset(utc_offset_minutes) = offset.parse()?;
        Ok(Self(OffsetChange { at, utc_offset_minutes }))
    }
}

/// A day: `2026-12-25`.
pub(super) fn day(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "a day is as 2026-12-25".to_owned())
}

/// The hours after what is asked for. What is not named stays; days and changes that are named take
/// the place of all that were.
pub(super) fn changed(
    before: Option<&BusinessHours>,
    asked: &Hours,
) -> Result<Option<BusinessHours>, CliError> {
    let mut hours = before.cloned().unwrap_or_default();
    if let Some(Week(openings)) = &asked.week {
        if openings.is_empty() {
            return Ok(None);
        }
        hours.weekly.clone_from(openings);
    }
    if let Some(Offset(minutes)) = asked.utc_offset {
        hours.utc_offset_minutes = minutes;
    }
    if !asked.offset_changes.is_empty() {
        hours.offset_changes = asked.offset_changes.iter().map(|change| change.0).collect();
        hours.offset_changes.sort_unstable();
    }
    if !asked.holidays.is_empty() {
        hours.holidays.clone_from(&asked.holidays);
        hours.holidays.sort_unstable();
    }
    if before.is_none() && asked.week.is_none() {
        if hours == BusinessHours::default() {
            return Ok(None);
        }
        let message = "an offset or a holiday says nothing without --hours";
        return Err(CliError::Usage(message.to_owned()));
    }
    Ok(Some(hours))
}

/// The hours, a line for each thing that is set; nothing while it is always open.
pub(super) fn lines(hours: &BusinessHours) -> Vec<String> {
    let mut week = String::new();
    for opening in &hours.weekly {
        let day = DAYS.get(usize::from(opening.from / DAY_MINUTES)).copied().unwrap_or_default();
        let separator = if week.is_empty() { "" } else { "," };
        let begins = opening.from / DAY_MINUTES * DAY_MINUTES;
        let clock = |minute: u16| {
            let minute = minute.saturating_sub(begins);
            format!("{:02}:{:02}", minute / 60, minute % 60)
        };
        let (from, to) = (clock(opening.from), clock(opening.to));
        // Writing to a text cannot fail.
        let _ = write!(week, "{separator}{day} {from}-{to}");
    }
    let mut lines =
        vec![format!("hours\t{week}"), format!("utc-offset\t{}", Offset(hours.utc_offset_minutes))];
    for change in &hours.offset_changes {
        lines.push(format!("offset-change\t{}={}", change.at, Offset(change.utc_offset_minutes)));
    }
    lines.extend(hours.holidays.iter().map(|day| format!("holiday\t{day}")));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_is_read_and_written() {
        let text = "mon-tue 09:00-17:30,sun 00:00-24:00";
        let Week(weekly) = text.parse().unwrap();
        let wanted = [(540, 1_050), (1_980, 2_490), (8_640, 10_080)];
        assert_eq!(weekly, wanted.map(|(from, to)| Opening { from, to }));
        let hours = BusinessHours { weekly, ..BusinessHours::default() };
        let written = "hours\tmon 09:00-17:30,tue 09:00-17:30,sun 00:00-24:00";
        assert_eq!(lines(&hours), [written, "utc-offset\t+00:00"]);
        for bad in [
            "",
            "mon",
            "mon 9:00-17:00",
            "mon 09:00",
            "mon 17:00-09:00",
            "mon 09:00-09:00",
            "mon 09:60-17:00",
            "mon 09:00-24:01",
            "mon 09:00-99:00",
            "tue-mon 09:00-17:00",
            "day 09:00-17:00",
            "mon 09:00-17:00,",
            "mon +9:00-17:00",
        ] {
            assert!(bad.parse::<Week>().is_err(), "{bad}");
        }
    }

    #[test]
    fn an_offset_and_its_changes_are_read_and_written() {
        for (text, minutes) in [("+01:00", 60), ("-04:30", -270), ("+00:00", 0), ("+14:00", 840)] {
            let offset: Offset = text.parse().unwrap();
            assert_eq!((offset.0, offset.to_string().as_str()), (minutes, text));
        }
        for bad in ["", "1", "01:00", "+1:00", "+14:01", "+99:00", "+ä1:00"] {
            assert!(bad.parse::<Offset>().is_err(), "{bad}");
        }
        let Change(change) = "2026-03-29T01:00:00Z=+02:00".parse().unwrap();
        assert_eq!(change.utc_offset_minutes, 120);
        assert_eq!(change.at.to_rfc3339(), "2026-03-29T01:00:00.000Z");
        for bad in ["2026-03-29T01:00:00Z", "2026-03-29=+02:00", "2026-03-29T01:00:00Z=2"] {
            assert!(bad.parse::<Change>().is_err(), "{bad}");
        }
    }
}
