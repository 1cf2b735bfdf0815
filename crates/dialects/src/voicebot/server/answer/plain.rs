//! Numbers, times and texts in the forms that the contract asks for; `None` where there is no such
//! form, which the extension then makes up for.

use inbox_model::Timestamp;

/// 0000-01-01T00:00:00.000Z, the first instant that RFC 3339 can write.
const FIRST: Timestamp = Timestamp::from_millis(-62_167_219_200_000);
/// 9999-12-31T23:59:59.999Z, the last one.
const LAST: Timestamp = Timestamp::from_millis(253_402_300_799_999);
/// The largest whole number that every JSON reader holds exactly.
const LARGEST: u64 = (1 << 53) - 1;

/// An id as a whole number.
pub(super) fn number(id: &str) -> Option<u64> {
    let is_plain = id.bytes().all(|byte| byte.is_ascii_digit()) && !id.starts_with('0');
    id.parse().ok().filter(|number| is_plain && *number <= LARGEST)
}

/// An instant as text, held within the years that the format can write.
pub(super) fn time(at: Timestamp) -> String {
    at.clamp(FIRST, LAST).to_rfc3339()
}

/// A day as the instant at which it begins.
pub(super) fn day(date: &str) -> Option<String> {
    let begin = format!("{date}T00:00:00.000Z");
    (date.len() == 10 && Timestamp::parse(&begin).is_some()).then_some(begin)
}

/// One of these words, as it stands.
pub(super) fn one_of(word: Option<&String>, words: &[&str]) -> Option<String> {
    word.filter(|word| words.contains(&word.as_str())).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_every_reader_holds_is_a_number() {
        assert_eq!(number("9007199254740991"), Some(LARGEST));
        for id in ["9007199254740992", "", "0", "012", "-1", "+1", "1e3", "a1", " 1"] {
            assert_eq!(number(id), None, "{id}");
        }
    }

    #[test]
    fn a_day_begins_at_midnight() {
        assert_eq!(day("1970-01-01").as_deref(), Some("1970-01-01T00:00:00.000Z"));
        for text in ["1970-02-30", "1970-1-1", "tomorrow", "", "1970-01-01T00:00:00Z"] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
