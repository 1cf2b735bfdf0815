//! Until when a conversation can be put aside.

use inbox_model::Timestamp;
use js_sys::Date;

use crate::i18n::Text;

/// The offers, by the agent's own clock: a name and an instant that lies in the future.
pub(super) fn offers(now: Timestamp) -> Vec<(Text, Timestamp)> {
    let later = now.plus(3 * inbox_model::time::HOUR);
    let weekday = local(now).get_day();
    let to_monday = if weekday == 0 { 1 } else { 8 - weekday };
    vec![
        (Text::SnoozeLaterToday, later),
        (Text::SnoozeTomorrow, morning(now, 1)),
        (Text::SnoozeMonday, morning(now, to_monday)),
        (Text::SnoozeWeek, morning(now, 7)),
    ]
}

/// Nine o'clock, so many days from now, whatever the clocks do in between.
fn morning(now: Timestamp, days: u32) -> Timestamp {
    const NINE: u32 = 9;
    let date = local(now);
    date.set_date(date.get_date() + days);
    date.set_hours(NINE);
    date.set_minutes(0);
    date.set_seconds(0);
    date.set_milliseconds(0);
    instant(&date)
}

#[expect(clippy::cast_precision_loss, reason = "JavaScript's instants are doubles")]
fn local(at: Timestamp) -> Date {
    Date::new(&wasm_bindgen::JsValue::from_f64(at.as_millis() as f64))
}

#[expect(clippy::cast_possible_truncation, reason = "whole milliseconds, far below 2^53")]
fn instant(date: &Date) -> Timestamp {
    Timestamp::from_millis(date.get_time() as i64)
}
