//! `inbox-server sla`: how soon an organisation means to answer.

use std::fmt;
use std::str::FromStr;

use inbox_model::sla::{BusinessHours, SlaPolicy};

use super::arguments::Deadlines;
use super::{CliError, hours, organisation, say};
use crate::clock;
use crate::store::Store;

const MINUTES_PER_HOUR: u32 = 60;
const MINUTES_PER_DAY: u32 = 24 * MINUTES_PER_HOUR;

/// A time to answer: `30m`, `2h`, `1d`, or `none`. From one minute to a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Within(Option<u32>);

impl Within {
    pub(super) fn of(minutes: Option<u32>) -> Self {
        Self(minutes)
    }

    pub(super) fn minutes(self) -> Option<u32> {
        self.0
    }
}

impl FromStr for Within {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text == "none" {
            return Ok(Self(None));
        }
        let units = [('m', 1), ('h', MINUTES_PER_HOUR), ('d', MINUTES_PER_DAY)];
        let read = units.iter().find_map(|(sign, minutes)| {
            let count: u32 = text.strip_suffix(*sign)?.parse().ok()?;
            count.checked_mul(*minutes)
        });
        let minutes = read.filter(|minutes| (1..=365 * MINUTES_PER_DAY).contains(minutes));
        let wrong = || "a time is 1m to 365d, as 30m, 2h or 1d, or none".to_owned();
        minutes.map(|minutes| Self(Some(minutes))).ok_or_else(wrong)
    }
}

impl fmt::Display for Within {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            None => f.write_str("none"),
            Some(minutes) if minutes % MINUTES_PER_DAY == 0 => {
                write!(f, "{}d", minutes / MINUTES_PER_DAY)
            }
            Some(minutes) if minutes % MINUTES_PER_HOUR == 0 => {
                write!(f, "{}h", minutes / MINUTES_PER_HOUR)
            }
            Some(minutes) => write!(f, "{minutes}m"),
        }
    }
}

pub(super) async fn sla(url: &str, asked: &Deadlines) -> Result<(), CliError> {
    let store = Store::open(url).await?;
    let done = run(&store, asked).await;
    store.close().await;
    let (policy, hours) = done?;
    let shown = |minutes: Option<u32>| Within(minutes.filter(|_| policy.enabled));
    say(&format!("first-response\t{}", shown(policy.first_response_minutes)))?;
    say(&format!("next-response\t{}", shown(policy.next_response_minutes)))?;
    say(&format!("due-soon\t{}", shown(policy.due_soon_minutes)))?;
    for line in hours.iter().flat_map(hours::lines) {
        say(&line)?;
    }
    Ok(())
}

/// Changes what is asked for, and says what is in force.
async fn run(
    store: &Store,
    asked: &Deadlines,
) -> Result<(SlaPolicy, Option<BusinessHours>), CliError> {
    let organisation = organisation::named(store, asked.within.organisation.as_deref()).await?.id;
    let before = store.sla(&organisation).await?;
    let after = changed(before, asked)?;
    let hours_before = store.business_hours(&organisation).await?;
    let hours_after = hours::changed(hours_before.as_ref(), &asked.hours)?;
    if (after, &hours_after) != (before, &hours_before) {
        let mut write = store.write(&organisation, clock::now()).await?;
        write.set_sla(&after).await?;
        write.set_business_hours(hours_after.as_ref()).await?;
        write.finish(None).await?;
    }
    Ok((after, hours_after))
}

/// The policy after what is asked for. What is not named stays.
fn changed(before: SlaPolicy, asked: &Deadlines) -> Result<SlaPolicy, CliError> {
    if asked.off {
        return Ok(SlaPolicy::default());
    }
    let times = [asked.first_response, asked.next_response, asked.due_soon];
    if times.iter().all(Option::is_none) {
        return Ok(before);
    }
    let or = |new: Option<Within>, old: Option<u32>| new.map_or(old, |within| within.0);
    let after = SlaPolicy {
        enabled: true,
        first_response_minutes: or(asked.first_response, before.first_response_minutes),
        next_response_minutes: or(asked.next_response, before.next_response_minutes),
        due_soon_minutes: or(asked.due_soon, before.due_soon_minutes),
    };
    let deadlines = [after.first_response_minutes, after.next_response_minutes];
    let Some(shortest) = deadlines.into_iter().flatten().min() else {
        let message = "without a time to answer nothing is ever due; --off switches deadlines off";
        return Err(CliError::Usage(message.to_owned()));
    };
    if after.due_soon_minutes.is_some_and(|soon| soon >= shortest) {
        let message = "--due-soon has to be shorter than the times to answer";
        return Err(CliError::Usage(message.to_owned()));
    }
    Ok(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_and_written() {
        for (text, minutes, written) in [
            ("1m", Some(1), "1m"),
            ("90m", Some(90), "90m"),
            ("120m", Some(120), "2h"),
            ("36h", Some(2_160), "36h"),
            ("365d", Some(525_600), "365d"),
            ("none", None, "none"),
        ] {
            let within: Within = text.parse().unwrap();
            assert_eq!((within.0, within.to_string().as_str()), (minutes, written), "{text}");
        }
        for bad in [
            "",
            "0m",
            "m",
            "30",
            "-5m",
            "1.5h",
            "366d",
            "9999999999d",
            "4294967295d",
            "1h30m",
            "5s",
        ] {
            assert!(bad.parse::<Within>().is_err(), "{bad}");
        }
    }
}
