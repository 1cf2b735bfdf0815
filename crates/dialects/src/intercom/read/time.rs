//! The vendor's instants: whole seconds since the epoch.

use inbox_model::Timestamp;

use crate::json::{Fault, Object};

/// An instant; `None` where it is absent or cannot be read.
pub(super) fn at(object: Object<'_>, name: &str) -> Option<Timestamp> {
    object.get(name)?.as_number()?.as_i64().map(of_seconds)
}

/// An instant that may be absent but, where it is there, must be one: time orders everything.
pub(super) fn valid(object: Object<'_>, name: &str) -> Result<Option<Timestamp>, Fault> {
    match object.get(name) {
        None => Ok(None),
        Some(_) => {
            at(object, name).map(Some).ok_or_else(|| Fault::new(name, "not a time in seconds"))
        }
    }
}

fn of_seconds(seconds: i64) -> Timestamp {
    Timestamp::from_millis(seconds.saturating_mul(1000))
}
