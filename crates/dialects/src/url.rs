//! Percent-encoding of path segments and query strings (RFC 3986, and `+` for a space on reading).

use std::fmt::Write;

/// Encodes a text so that it is one path segment or one query value.
pub(crate) fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            encoded.push(char::from(byte));
        } else {
            // Writing into a string cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    // A lone or double dot would be taken for a step in the path, encoded or not.
    match encoded.as_str() {
        "." => "%2E".to_owned(),
        ".." => "%2E%2E".to_owned(),
        _ => encoded,
    }
}

/// Decodes a query value. A `%` that begins no code stands for itself; bytes that are no UTF-8 are
/// replaced.
#[cfg(feature = "server")]
pub(crate) fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        rest = tail;
        bytes.push(match (first, tail) {
            (b'+', _) => b' ',
            (b'%', [high, low, after @ ..]) => match (hex(*high), hex(*low)) {
                (Some(high), Some(low)) => {
                    rest = after;
                    high * 16 + low
                }
                _ => b'%',
            },
            (byte, _) => *byte,
        });
    }
    String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

/// The decoded name-value pairs of a query string, with or without its `?`.
#[cfg(feature = "server")]
pub(crate) fn pairs(query: &str) -> impl Iterator<Item = (String, String)> {
    let query = query.strip_prefix('?').unwrap_or(query);
    query.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decode(name), decode(value))
    })
}

/// Adds the ids of a list with commas, each once. `None` where they are more than a list can be
/// narrowed by, or one of them is none.
#[cfg(feature = "server")]
pub(crate) fn add_tags<T: PartialEq>(
    ids: &mut Vec<T>,
    list: &str,
    read: impl Fn(&str) -> Option<T>,
) -> Option<()> {
    for id in list.split(',').map(str::trim).filter(|id| !id.is_empty()) {
        let id = read(id)?;
        if !ids.contains(&id) {
            ids.push(id);
        }
        if ids.len() > inbox_model::tag::TAGS_OF_FILTER {
            return None;
        }
    }
    Some(())
}

#[cfg(feature = "server")]
fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_would_change_the_path_is_encoded() {
        assert_eq!(encode("a/b?c=d&e#f %"), "a%2Fb%3Fc%3Dd%26e%23f%20%25");
        assert_eq!(encode(".."), "%2E%2E");
        assert_eq!(encode("日"), "%E6%97%A5");
        assert_eq!(encode("A-z_0.9~"), "A-z_0.9~");
    }

    #[test]
    fn broken_codes_stand_for_themselves() {
        assert_eq!(decode("100%"), "100%");
        assert_eq!(decode("%zz%4"), "%zz%4");
        assert_eq!(decode("a+b%2B"), "a b+");
        assert_eq!(decode("%ff"), "\u{fffd}");
    }

    #[test]
    fn pairs_may_lack_a_value() {
        let read: Vec<_> = pairs("?a=1&&b&c=%3D=").collect();
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(read, [pair("a", "1"), pair("b", ""), pair("c", "==")]);
    }

    proptest! {
        #[test]
        fn decoding_undoes_encoding(text in any::<String>()) {
            prop_assert_eq!(decode(&encode(&text)), text);
        }

        #[test]
        fn any_text_decodes(text in any::<String>()) {
            let _ = pairs(&text).count();
        }
    }
}
