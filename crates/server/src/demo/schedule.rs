//! The instants of beats that are written down without times.

use inbox_model::Timestamp;
use inbox_model::time::{DAY, HOUR, MINUTE, SECOND};

use super::beat::Beat;
use super::clock::{Pace, agent_writes, customer_writes};
use super::rng::Rng;

/// When each of `beats` happens if the first does at `start`: in order, agents during working
/// hours. The first answer takes its time; then some chat, and some write as if by post.
pub(super) fn schedule(rng: &mut Rng, beats: &[Beat], start: Timestamp) -> Vec<Timestamp> {
    let mut at = start;
    let later_pace = if rng.chance(60) { Pace::Chat } else { Pace::Letters };
    let mut pace = Pace::Letters;
    // Whether the company is at it: then what it does next follows at once.
    let mut company_is_there = false;
    let mut instants = Vec::with_capacity(beats.len());
    for (number, beat) in beats.iter().enumerate() {
        if number > 0 {
            at = next(rng, beat, at, company_is_there, pace);
        }
        if matches!(beat, Beat::Agent(_) | Beat::AgentSends(_)) {
            pace = later_pace;
        }
        company_is_there = match beat {
            Beat::Customer(_)
            | Beat::CustomerSends(_)
            | Beat::Chooses(_)
            | Beat::FormDone
            | Beat::Later => false,
            Beat::Agent(_)
            | Beat::AgentSends(_)
            | Beat::From(..)
            | Beat::Note(..)
            | Beat::OwnNote(_)
            | Beat::Call(..) => true,
            _ => company_is_there,
        };
        instants.push(at);
    }
    instants
}

fn next(
    rng: &mut Rng,
    beat: &Beat,
    last: Timestamp,
    company_is_there: bool,
    pace: Pace,
) -> Timestamp {
    let after = |rng: &mut Rng, low: i64, high: i64| last.plus(rng.between(low, high));
    match beat {
        Beat::Customer(_) | Beat::CustomerSends(_) if company_is_there => {
            customer_writes(rng, last, pace)
        }
        Beat::Customer(_) | Beat::CustomerSends(_) => after(rng, 8 * SECOND, 80 * SECOND),
        Beat::Chooses(_) | Beat::FormDone => after(rng, 6 * SECOND, 90 * SECOND),
        Beat::Seen => after(rng, MINUTE, 40 * MINUTE),
        Beat::Outside(_) => after(rng, 20 * SECOND, 3 * MINUTE),
        Beat::Rates(..) => customer_writes(rng, last, Pace::Letters),
        Beat::Agent(_)
        | Beat::AgentSends(_)
        | Beat::From(..)
        | Beat::Note(..)
        | Beat::OwnNote(_)
        | Beat::Call(..)
        | Beat::Tag(_)
        | Beat::Untag(_)
        | Beat::Priority(_)
        | Beat::SnoozeFor(_)
        | Beat::SnoozeUntil(_)
        | Beat::Close
        | Beat::Reopen
        | Beat::Unassign
        | Beat::Add(..)
        | Beat::RedactCustomer => {
            if company_is_there {
                after(rng, 9 * SECOND, 4 * MINUTE)
            } else {
                agent_writes(rng, last, pace)
            }
        }
        // To the middle of another day.
        Beat::Later => {
            let later = after(rng, 2 * DAY, 4 * DAY);
            later.plus(rng.between(8, 18) * HOUR - later.as_millis().rem_euclid(DAY))
        }
        Beat::Wait("finished", _) => last.plus(HOUR),
        Beat::Wake => last.plus(2 * DAY),
        Beat::RatingExpires => last.plus(7 * DAY),
        Beat::Bot(_)
        | Beat::Suggestion(_)
        | Beat::Choices(_)
        | Beat::Form(_)
        | Beat::Assign(_)
        | Beat::AssignTeam(_)
        | Beat::Wait(..)
        | Beat::Other(..)
        | Beat::AskRating
        | Beat::Attribute(..)
        | Beat::Fate(_) => after(rng, SECOND, 4 * SECOND),
    }
}
