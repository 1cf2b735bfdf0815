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

/// Tomorrow morning.
pub(super) fn tomorrow(now: Timestamp) -> Timestamp {
    morning(now, 1)
}

/// An instant as a field for date and time has it, by the agent's own clock.
pub(super) fn field_value(at: Timestamp) -> String {
    let date = local(at);
    let two = |number: u32| {
        let digits = number.to_string();
        if number < 10 { ["0", &digits].concat() } else { digits }
    };
    let day = [date.get_full_year().to_string(), two(date.get_month() + 1), two(date.get_date())];
    [day.join("-"), [two(date.get_hours()), two(date.get_minutes())].join(":")].join("T")
}

/// The instant that such a field names; `None` where it is empty.
pub(super) fn instant_of(value: &str) -> Option<Timestamp> {
    let date = Date::new(&wasm_bindgen::JsValue::from_str(value));
    (!date.get_time().is_nan()).then(|| instant(&date))
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
