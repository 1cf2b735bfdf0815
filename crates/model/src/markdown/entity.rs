//! Character references: every numeric one, and named ones.
//!
//! The list of HTML has 2,125 names, which weigh more than the rest of the parser. All are known with
//! the feature `full`; without it the five of XML, letters of Western European languages, common
//! typography and signs. Any other name stays the text it is.

use std::borrow::Cow;

use super::scan::{at, lookup, slice};
use super::tables::NAMED;

/// The longest name in the list, `CounterClockwiseContourIntegral`.
const MAX_NAME: usize = 31;

/// Adds what the reference at `start` stands for, and returns its length; 0 if there is none.
pub(super) fn decode(text: &str, start: usize, out: &mut String) -> usize {
    let bytes = text.as_bytes();
    if at(bytes, start) != b'&' {
        return 0;
    }
    let numeric = at(bytes, start + 1) == b'#';
    let hex = numeric && matches!(at(bytes, start + 2), b'x' | b'X');
    let first = start + 1 + usize::from(numeric) + usize::from(hex);
    let mut end = first;
    let mut code = 0;
    while end - first <= MAX_NAME {
        let byte = at(bytes, end);
        let digit = match byte {
            b'0'..=b'9' => byte - b'0',
            b'a'..=b'f' | b'A'..=b'F' if hex => (byte | 32) - b'a' + 10,
            b'a'..=b'z' | b'A'..=b'Z' if !numeric => 0,
            _ => break,
        };
        // Eight digits are already too many, so overflow cannot pass for a short number.
        code =
            if end - first < 8 { code * if hex { 16 } else { 10 } + u32::from(digit) } else { 0 };
        end += 1;
    }
    if end == first || at(bytes, end) != b';' {
        return 0;
    }
    if numeric {
        if end - first > if hex { 6 } else { 7 } {
            return 0;
        }
        let character = char::from_u32(code).filter(|found| *found != '\0');
        out.push(character.unwrap_or(char::REPLACEMENT_CHARACTER));
    } else {
        let Some(found) = lookup(NAMED, slice(text, first, end)) else { return 0 };
        out.push_str(found);
    }
    end + 1 - start
}

/// The text with its backslash escapes and character references resolved.
pub(super) fn unescape(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let mut plain = String::new();
    let mut start = 0;
    let mut index = 0;
    while index < bytes.len() {
        match at(bytes, index) {
            b'\\' if at(bytes, index + 1).is_ascii_punctuation() => {
                plain.push_str(slice(text, start, index));
                start = index + 1;
                index += 1;
            }
            b'&' => {
                let mut found = String::new();
                let length = decode(text, index, &mut found);
                if length > 0 {
                    plain.push_str(slice(text, start, index));
                    plain.push_str(&found);
                    start = index + length;
                    index = start - 1;
                }
            }
            _ => {}
        }
        index += 1;
    }
    if start == 0 {
        return Cow::Borrowed(text);
    }
    plain.push_str(slice(text, start, bytes.len()));
    Cow::Owned(plain)
}
