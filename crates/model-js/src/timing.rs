//! Everything about time: [`inbox_model::reply_window`], [`inbox_model::sla`],
//! [`inbox_model::csat`], [`inbox_model::countdown`] and [`inbox_model::clock`] for JavaScript.

use inbox_model::clock::ServerClock;
use inbox_model::countdown::{self, Detail};
use inbox_model::csat::{CsatRequest, CsatStatus, Rateable};
use inbox_model::policy::Policy;
use inbox_model::reply_window::{self, ReplyWindows, Verdict};
use inbox_model::sla::{self, BusinessHours, OffsetChange, Opening, SlaPolicy};
use inbox_model::time::Date;
use inbox_model::{Channel, Conversation, State, Timestamp};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use crate::border::{Instant, Problem, answer, at, millis};

/// What is known about the window in which the company may write.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct ReplyWindow {
    /// By which channel the conversation is held; `web` where nothing is said.
    channel: Option<Channel>,
    /// The source's own verdict. Where there is one it decides alone.
    possible: Option<bool>,
    /// Until when, as the source says it.
    until: Option<Instant>,
    /// When the customer last wrote: what the end is worked out from where the source says none.
    last_inbound_at: Option<Instant>,
    /// The company has begun, and the customer must write first.
    customer_must_write: Option<bool>,
    /// How long the company may answer after the customer has written, in minutes; where nothing is
    /// said, what the channel itself gives: 24 hours on `WhatsApp`, for ever elsewhere.
    minutes: Option<u32>,
}

/// Whether the company can reply.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct ReplyVerdict {
    /// `open`, `closed` or `waiting_for_customer`.
    #[cfg_attr(test, ts(type = "'open' | 'closed' | 'waiting_for_customer'"))]
    state: &'static str,
    /// Why it is closed.
    #[cfg_attr(test, ts(type = "Reason | null"))]
    reason: Option<&'static str>,
    /// The first instant at which it is no longer open, or at which the wait for the customer ends.
    until: Option<f64>,
    /// What can still be sent: whatever one likes, an approved message alone, or nothing.
    #[cfg_attr(test, ts(type = "Possible"))]
    allows: &'static str,
    /// The first instant at which time alone makes this another verdict.
    changes_at: Option<f64>,
}

/// `[window, now]`.
#[wasm_bindgen(js_name = replyWindow)]
pub fn reply_window(arguments: JsValue) -> JsValue {
    answer(arguments, |(given, Instant(now)): (ReplyWindow, Instant)| {
        let channel = given.channel.clone().unwrap_or_default();
        let verdict = verdict(&given, &channel, now)?;
        let (state, reason, until) = match verdict {
            Verdict::Open { until } => ("open", None, until),
            Verdict::Closed(reason) => ("closed", Some(reason.code()), None),
            Verdict::WaitingForCustomer { until } => ("waiting_for_customer", None, until),
        };
        Ok(ReplyVerdict {
            state,
            reason,
            until: until.map(millis),
            allows: verdict.allows(&channel, now).code(),
            changes_at: verdict.changes_at(now).map(millis),
        })
    })
}

fn verdict(
    given: &ReplyWindow,
    channel: &Channel,
    now: Timestamp,
) -> Result<Verdict, Vec<Problem>> {
    let mut windows = ReplyWindows::STANDARD;
    if let Some(minutes) = given.minutes {
        let problem = |problem: reply_window::WindowProblem| Problem::of("minutes", problem.code());
        windows.set(channel.clone(), Some(minutes)).map_err(|fault| vec![problem(fault)])?;
    }
    let worked_out = at(given.last_inbound_at)
        .and_then(|last| windows.opened_by_customer(channel, last))
        .and_then(|window| window.until);
    let window = reply_window::ReplyWindow {
        possible: given.possible,
        until: at(given.until).or(worked_out),
        customer_must_write: given.customer_must_write.unwrap_or_default(),
    };
    let is_told = window.possible.is_some() || window.until.is_some() || window.customer_must_write;
    // A channel without a window, of which nothing else is said.
    if !is_told && windows.length_on(channel).is_none() {
        return Ok(Verdict::Open { until: None });
    }
    Ok(window.at(now))
}

/// What to say about an instant that comes, or that has passed.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct Countdown {
    /// The instant has come: the amounts say how long ago.
    over: bool,
    /// What `amount` counts.
    #[cfg_attr(test, ts(type = "CountdownUnit"))]
    unit: &'static str,
    /// How many whole ones, rounded down.
    amount: u32,
    /// How many whole ones of the next smaller unit beyond those.
    rest: u32,
    /// The first instant at which something else is to be said: set one timer.
    changes_at: Option<f64>,
}

/// `[end, now, detail]`.
#[wasm_bindgen(js_name = countdown)]
pub fn count_down(arguments: JsValue) -> JsValue {
    answer(arguments, |(Instant(end), Instant(now), detail): (Instant, Instant, Option<String>)| {
        let detail = match detail.as_deref() {
            Some("coarse") => Detail::Coarse,
            None | Some("fine") => Detail::Fine,
            Some("exact") => Detail::Exact,
            Some(_) => return Err(vec![Problem::of("detail", "not_a_choice")]),
        };
        let left = countdown::Countdown::to(end, now, detail);
        Ok(Countdown {
            over: left.over,
            unit: left.unit.code(),
            amount: left.amount,
            rest: left.rest,
            changes_at: left.changes_at.map(millis),
        })
    })
}

/// When answers were due in a conversation, and when they came.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Sla {
    /// When the first answer is due.
    first_response_due_at: Option<Instant>,
    /// When an agent first answered.
    first_response_at: Option<Instant>,
    /// When the next answer is due.
    next_response_due_at: Option<Instant>,
    /// Where the conversation stands; `open` where nothing is said. Nothing is due in what is closed.
    state: Option<State>,
    /// The company waits for the customer: nothing is due.
    awaiting_customer_reply: Option<bool>,
    /// Put away: nothing is due.
    archived: Option<bool>,
    /// How long before a deadline it counts as soon, in minutes; 15 where nothing is said.
    due_soon_minutes: Option<u32>,
}

/// Where a conversation stands with its answers.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct SlaStanding {
    /// How its next answer stands.
    #[cfg_attr(test, ts(type = "SlaState"))]
    state: &'static str,
    /// When that is due.
    due_at: Option<f64>,
    /// The first instant at which `state` is another, as long as nothing happens.
    changes_at: Option<f64>,
    /// Whether the first answer came late; nothing while there is none.
    first_was_late: Option<bool>,
}

/// `[sla, now]`.
#[wasm_bindgen(js_name = sla)]
pub fn sla_standing(arguments: JsValue) -> JsValue {
    answer(arguments, |(given, Instant(now)): (Sla, Instant)| {
        let times = sla::Sla {
            first_response_due_at: at(given.first_response_due_at),
            first_response_at: at(given.first_response_at),
            next_response_due_at: at(given.next_response_due_at),
        };
        let mut conversation = Conversation::new("".into(), now);
        conversation.state = given.state.unwrap_or_default();
        conversation.awaiting_customer_reply = given.awaiting_customer_reply;
        conversation.handling.archived = given.archived.unwrap_or_default();
        conversation.handling.sla = times;
        let policy = SlaPolicy { due_soon_minutes: given.due_soon_minutes, ..SlaPolicy::default() };
        let standing = conversation.sla_at(now, policy.due_soon());
        Ok(SlaStanding {
            state: standing.state.code(),
            due_at: standing.due_at.map(millis),
            changes_at: standing.changes_at.map(millis),
            first_was_late: times.first_was_late(),
        })
    })
}

/// One stretch of open time in every week, in minutes since Monday 00:00 by local time.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct OpeningHours {
    /// The first open minute, 0 to 10,079.
    from: u16,
    /// The first minute that is closed again: after `from`, at most 10,080.
    to: u16,
}

/// From an instant on the local time is so far ahead of UTC.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct LocalTime {
    /// The first instant at which it holds.
    at: Instant,
    /// Minutes ahead of UTC; negative: behind.
    utc_offset_minutes: i32,
}

/// How soon an organisation means to answer, and when it is open.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct SlaTerms {
    /// Minutes to the answer.
    minutes: u32,
    /// The openings of every week; without them every hour is an open one.
    weekly: Option<Vec<OpeningHours>>,
    /// Days, by local time, on which it is closed: `2026-12-25`.
    holidays: Option<Vec<String>>,
    /// Minutes by which the local time is ahead of UTC, before the first change.
    utc_offset_minutes: Option<i32>,
    /// When that changes.
    offset_changes: Option<Vec<LocalTime>>,
}

/// `[terms, at]`.
#[wasm_bindgen(js_name = slaDueAt)]
pub fn sla_due_at(arguments: JsValue) -> JsValue {
    answer(arguments, |(terms, Instant(start)): (SlaTerms, Instant)| {
        let holidays = holidays(&terms.holidays.unwrap_or_default())?;
        let opening = |OpeningHours { from, to }| Opening { from, to };
        let change = |LocalTime { at: Instant(at), utc_offset_minutes }| OffsetChange {
            at,
            utc_offset_minutes,
        };
        let hours = terms.weekly.map(|weekly| BusinessHours {
            weekly: weekly.into_iter().map(opening).collect(),
            holidays,
            utc_offset_minutes: terms.utc_offset_minutes.unwrap_or_default(),
            offset_changes: terms.offset_changes.into_iter().flatten().map(change).collect(),
        });
        let sla = SlaPolicy {
            enabled: true,
            next_response_minutes: Some(terms.minutes),
            ..SlaPolicy::default()
        };
        Ok(Policy { sla, hours, ..Policy::STANDARD }.next_due(start).map(millis))
    })
}

fn holidays(given: &[String]) -> Result<Vec<Date>, Vec<Problem>> {
    let read =
        |text: &String| Timestamp::parse(&(text.clone() + "T00:00:00Z")).map(|at| at.date(0));
    let mut problems = Vec::new();
    let mut days = Vec::new();
    for (index, text) in given.iter().enumerate() {
        match read(text) {
            Some(day) => days.push(day),
            None => problems.push(Problem::of(format!("holidays[{index}]"), "not_a_date")),
        }
    }
    if problems.is_empty() { Ok(days) } else { Err(problems) }
}

/// A request for a rating.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(rename_all = "camelCase")]
pub(crate) struct RatingRequest {
    /// Where it stands.
    status: CsatStatus,
    /// From then on a first rating is no longer accepted.
    #[serde(default)]
    late_submit_window_ends_at: Option<Instant>,
    /// From then on an existing rating can no longer be changed.
    #[serde(default)]
    change_lock_window_ends_at: Option<Instant>,
}

/// What the customer may do about a request for a rating.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct RatingVerdict {
    /// Rate for the first time, change what they have rated, or nothing.
    #[cfg_attr(test, ts(type = "'first' | 'change' | null"))]
    allows: Option<&'static str>,
    /// Why nothing.
    #[cfg_attr(test, ts(type = "Unrateable | null"))]
    reason: Option<&'static str>,
    /// The first instant at which that is no longer possible.
    until: Option<f64>,
}

/// `[request, now]`.
#[wasm_bindgen(js_name = csat)]
pub fn csat_verdict(arguments: JsValue) -> JsValue {
    answer(arguments, |(given, Instant(now)): (RatingRequest, Instant)| {
        let request = CsatRequest {
            late_submit_window_ends_at: at(given.late_submit_window_ends_at),
            change_lock_window_ends_at: at(given.change_lock_window_ends_at),
            ..CsatRequest::new(given.status)
        };
        let verdict = request.at(now);
        let (allows, reason) = match verdict {
            Rateable::No(why) => (None, Some(why.code())),
            _ => (Some(verdict.code()), None),
        };
        Ok(RatingVerdict { allows, reason, until: verdict.until().map(millis) })
    })
}

/// What one answer of a server says about its clock.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct ClockSample {
    /// The answer's header `Date`, or an instant.
    date: String,
    /// When its request left, by the device's clock.
    sent: Instant,
    /// When it came, by the device's clock.
    received: Instant,
}

/// `[samples, now]`.
#[wasm_bindgen(js_name = serverNow)]
pub fn server_now(arguments: JsValue) -> JsValue {
    answer(arguments, |(samples, Instant(now)): (Vec<ClockSample>, Instant)| {
        let mut clock = ServerClock::new();
        let mut problems = Vec::new();
        for (index, sample) in samples.iter().enumerate() {
            let (Instant(sent), Instant(received)) = (sample.sent, sample.received);
            let date = Timestamp::parse_http_date(&sample.date, received)
                .or_else(|| Timestamp::parse(&sample.date));
            match date {
                Some(date) => _ = clock.observe(date, sent, received),
                None => problems.push(Problem::of(format!("[{index}].date"), "not_a_date")),
            }
        }
        if problems.is_empty() { Ok(millis(clock.server_now(now))) } else { Err(problems) }
    })
}
