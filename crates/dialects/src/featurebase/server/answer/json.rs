//! Small steps of writing JSON.

use inbox_model::Timestamp;
use serde_json::{Map, Value, json};

/// 0000-01-01T00:00:00.000Z, the first instant that RFC 3339 can write.
const FIRST: Timestamp = Timestamp::from_millis(-62_167_219_200_000);
/// 9999-12-31T23:59:59.999Z, the last one.
const LAST: Timestamp = Timestamp::from_millis(253_402_300_799_999);

/// An instant as text, held within the years that the format can write.
pub(super) fn time(at: Timestamp) -> Value {
    json!(at.clamp(FIRST, LAST).to_rfc3339())
}

pub(super) fn time_or_null(at: Option<Timestamp>) -> Value {
    at.map_or(Value::Null, time)
}

/// Sets a member if there is a value for it.
pub(super) fn set<T: Into<Value>>(object: &mut Map<String, Value>, name: &str, value: Option<T>) {
    if let Some(value) = value {
        object.insert(name.to_owned(), value.into());
    }
}

/// A number as JSON writes it best: whole where it is whole; `None` where JSON has no such number.
pub(super) fn number(value: f64) -> Option<Value> {
    #[expect(clippy::cast_possible_truncation, reason = "checked to be small and whole")]
    if value.fract() == 0.0 && value.abs() < 1e9 {
        return Some(json!(value as i64));
    }
    serde_json::Number::from_f64(value).map(Value::Number)
}
