//! The one place that reads the clock.

use std::time::{SystemTime, UNIX_EPOCH};

use inbox_model::Timestamp;

/// Now, in whole milliseconds. A clock before 1970 reads as 1970.
pub fn now() -> Timestamp {
    let millis = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| i64::try_from(since.as_millis()).unwrap_or(i64::MAX));
    Timestamp::from_millis(millis)
}
