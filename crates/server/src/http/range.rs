//! Parts of a file: what a player asks for when somebody seeks in a film, and a browser when a download
//! goes on. What reads the file takes the ranges; only the header is read here (RFC 9110, 14).

use std::ops::Range;

use axum::http::{HeaderMap, header};
use object_store::GetRange;

/// How much of a file is asked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// All of it.
    Whole,
    /// These bytes.
    Bytes(Range<u64>),
    /// Bytes that it does not have.
    Beyond,
}

impl Asked {
    /// What the headers ask for of a file of so many bytes that `tag` names. Several ranges at once, and
    /// what is no range, are passed over, as the standard allows.
    pub(super) fn of(headers: &HeaderMap, tag: &str, bytes: u64) -> Self {
        let value = |name| headers.get(name).and_then(|value| value.to_str().ok());
        let is_other = |has: &str| has != tag;
        if headers.contains_key(header::IF_RANGE) && value(header::IF_RANGE).is_none_or(is_other) {
            return Self::Whole;
        }
        let Some(range) = value(header::RANGE).and_then(parse) else { return Self::Whole };
        match range.as_range(bytes) {
            Ok(range) if range.is_empty() => Self::Beyond,
            Ok(range) => Self::Bytes(range),
            Err(_) => Self::Beyond,
        }
    }
}

fn parse(range: &str) -> Option<GetRange> {
    let number = |text: &str| -> Option<u64> {
        text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
    };
    let (unit, range) = range.split_once('=')?;
    let (first, last) = range.trim().split_once('-')?;
    if !unit.eq_ignore_ascii_case("bytes") {
        return None;
    }
    Some(match (first, last) {
        ("", last) => GetRange::Suffix(number(last)?),
        (first, "") => GetRange::Offset(number(first)?),
        (first, last) => {
            let (first, last) = (number(first)?, number(last)?);
            GetRange::Bounded(first..last.checked_add(1).filter(|&end| end > first)?)
        }
    })
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn asked(range: &str, condition: Option<&'static str>) -> Asked {
        let mut headers = HeaderMap::new();
        headers.insert(header::RANGE, HeaderValue::from_str(range).unwrap());
        if let Some(condition) = condition {
            headers.insert(header::IF_RANGE, HeaderValue::from_static(condition));
        }
        Asked::of(&headers, "\"a\"", 10)
    }

    #[test]
    fn a_range_is_what_the_file_has_of_it() {
        for (range, bytes) in [
            ("bytes=0-0", 0..1),
            ("bytes=2-5", 2..6),
            ("Bytes= 2-5", 2..6),
            ("bytes=2-99", 2..10),
            ("bytes=0-", 0..10),
            ("bytes=9-", 9..10),
            ("bytes=-1", 9..10),
            ("bytes=-99", 0..10),
        ] {
            assert_eq!(asked(range, None), Asked::Bytes(bytes), "{range}");
        }
        for range in ["bytes=10-", "bytes=10-11", "bytes=-0"] {
            assert_eq!(asked(range, None), Asked::Beyond, "{range}");
        }
        for range in
            ["", "bytes", "bytes=", "bytes=-", "bytes=5-2", "bytes=+1-2", "bytes=a-b", "lines=0-1"]
        {
            assert_eq!(asked(range, None), Asked::Whole, "{range}");
        }
        assert_eq!(asked("bytes=0-1,4-5", None), Asked::Whole);
        assert_eq!(asked("bytes=0-18446744073709551615", None), Asked::Whole);
        assert_eq!(Asked::of(&HeaderMap::new(), "\"a\"", 10), Asked::Whole);
    }

    #[test]
    fn a_range_of_another_file_is_none() {
        assert_eq!(asked("bytes=0-0", Some("\"a\"")), Asked::Bytes(0..1));
        for other in ["\"b\"", "W/\"a\"", "Sat, 01 Jan 2000 00:00:00 GMT"] {
            assert_eq!(asked("bytes=0-0", Some(other)), Asked::Whole, "{other}");
        }
    }
}
