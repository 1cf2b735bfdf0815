//! The `Date` of answers while the clock stands: else the connection writes that of the machine, and
//! a page that goes by the server's clock would see another one.

use axum::extract::Request;
use axum::http::{HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use inbox_model::Timestamp;

use crate::clock;

const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

pub(super) async fn standing(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let date = clock::standing().and_then(http_date);
    if let Some(date) = date.and_then(|date| HeaderValue::try_from(date).ok()) {
        response.headers_mut().insert(header::DATE, date);
    }
    response
}

/// `Sun, 06 Nov 1994 08:49:37 GMT`; `None` past the year 9999.
fn http_date(at: Timestamp) -> Option<String> {
    // 1 January 1970 was a Thursday.
    let weekday = usize::try_from((at.date(0).days + 3).rem_euclid(7)).ok()?;
    let text = at.to_rfc3339();
    let (date, time) = text.split_once('T')?;
    let mut date = date.split('-');
    let (year, month, day) = (date.next()?, date.next()?.parse::<usize>().ok()?, date.next()?);
    let (weekday, month) = (DAYS.get(weekday)?, MONTHS.get(month.checked_sub(1)?)?);
    Some(format!("{weekday}, {day} {month} {year} {} GMT", time.get(..8)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_as_it_was_meant() {
        for text in ["1994-11-06T08:49:37Z", "2026-03-04T10:30:00Z", "2024-02-29T23:59:59Z"] {
            let at = Timestamp::parse(text).unwrap();
            let date = http_date(at).unwrap();
            assert_eq!(Timestamp::parse_http_date(&date, at), Some(at), "{date}");
        }
        let at = Timestamp::parse("1994-11-06T08:49:37Z").unwrap();
        assert_eq!(http_date(at).unwrap(), "Sun, 06 Nov 1994 08:49:37 GMT");
    }
}
