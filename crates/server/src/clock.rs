//! The one place that reads the clock.

use std::sync::OnceLock;
use std::time::{SystemTime, UNIX_EPOCH};

use inbox_model::Timestamp;

/// Where the clock stands, if it does.
static STANDS_AT: OnceLock<Timestamp> = OnceLock::new();

/// Now, in whole milliseconds. A clock before 1970 reads as 1970.
pub fn now() -> Timestamp {
    standing().unwrap_or_else(|| {
        let millis = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |since| i64::try_from(since.as_millis()).unwrap_or(i64::MAX));
        Timestamp::from_millis(millis)
    })
}

/// Lets the clock stand at an instant, for as long as the process lives: the demo then looks the same
/// whenever it is looked at. Only the first call counts.
pub fn stand_at(at: Timestamp) {
    // An error says that it stands already.
    let _ = STANDS_AT.set(at);
}

/// The instant at which the clock stands; `None` while it runs.
pub fn standing() -> Option<Timestamp> {
    STANDS_AT.get().copied()
}
