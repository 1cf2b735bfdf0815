//! The device's clock, and what the answers of a server tell of the server's.

use inbox_model::Timestamp;
use js_sys::Date;

/// The present instant by this device's clock.
#[expect(clippy::cast_possible_truncation, reason = "whole milliseconds, far below 2^53")]
pub fn now() -> Timestamp {
    Timestamp::from_millis(Date::now() as i64)
}

/// When an answer was made, by its own account. Across origins a page sees that only where the
/// server says that it may.
#[cfg(feature = "desk")]
pub(super) fn date_of(answer: &gloo_net::http::Response, now: Timestamp) -> Option<Timestamp> {
    Timestamp::parse_http_date(&answer.headers().get("date")?, now)
}
