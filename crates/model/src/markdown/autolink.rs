//! Addresses that are links by themselves: in angle brackets, and bare ones as in GFM.

use super::scan::{at, starts_with};

/// The end of `<scheme:…>` or `<name@host>` at `start`, and whether it is an e-mail address.
pub(super) fn angle(bytes: &[u8], start: usize) -> Option<(usize, bool)> {
    let first = start + 1;
    let mut index = first;
    while matches!(at(bytes, index), b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'+' | b'.' | b'-') {
        index += 1;
    }
    let scheme = at(bytes, first).is_ascii_alphabetic() && (2..=32).contains(&(index - first));
    if scheme && at(bytes, index) == b':' {
        loop {
            match at(bytes, index) {
                b'>' => return Some((index + 1, false)),
                0..=b' ' | b'<' => return None,
                _ => index += 1,
            }
        }
    }
    while at(bytes, index).is_ascii_alphanumeric()
        || b".!#$%&'*+/=?^_`{|}~-".contains(&at(bytes, index))
    {
        index += 1;
    }
    if index == first || at(bytes, index) != b'@' {
        return None;
    }
    // Labels of 1 to 63 letters, digits and inner hyphens, with dots between them.
    loop {
        let label = index + 1;
        index = label;
        while at(bytes, index).is_ascii_alphanumeric() || at(bytes, index) == b'-' {
            index += 1;
        }
        let fits = (1..=63).contains(&(index - label))
            && at(bytes, label) != b'-'
            && at(bytes, index - 1) != b'-';
        match at(bytes, index) {
            b'.' if fits => {}
            b'>' if fits => return Some((index + 1, true)),
            _ => return None,
        }
    }
}

/// The bare address around `offset`, where `byte` stands that every one of its kind has: its start
/// (not before `plain`), its end, and what its target has in front of it. Within open brackets it
/// ends at a closing one (`stop_at_bracket`), because those may turn out to be a link; in a `chat` also at
/// the punctuation of scripts that are written without spaces.
pub(super) fn bare(
    bytes: &[u8],
    plain: usize,
    offset: usize,
    byte: u8,
    stop_at_bracket: bool,
    chat: bool,
) -> Option<(usize, usize, &'static str)> {
    let ends = Ends { bracket: stop_at_bracket, wide: chat };
    match byte {
        b'@' => mail(bytes, plain, offset),
        b':' => {
            let slashes = at(bytes, offset + 1) == b'/' && at(bytes, offset + 2) == b'/';
            let mut start = offset;
            // `https` is the longest scheme there is.
            while start > plain
                && offset - start < 6
                && at(bytes, start - 1).is_ascii_alphanumeric()
            {
                start -= 1;
            }
            let known = [&b"http:"[..], b"https:", b"ftp:"].iter().any(|scheme| {
                scheme.len() == offset + 1 - start && starts_with(bytes, start, scheme)
            });
            if !slashes || !known {
                return None;
            }
            let end = address_end(bytes, offset + 3, offset + 3, ends)?;
            Some((start, end, ""))
        }
        _ => {
            let before = at(bytes, offset.wrapping_sub(1));
            let apart =
                matches!(before, 0 | b' ' | b'\t' | b'\n' | b'*' | b'_' | b'~' | b'(' | b'[');
            if !apart || !starts_with(bytes, offset, b"www.") {
                return None;
            }
            let end = address_end(bytes, offset, offset + 4, ends)?;
            Some((offset, end, "http://"))
        }
    }
}

/// What ends an address besides blanks and `<`.
#[derive(Clone, Copy)]
struct Ends {
    /// A closing bracket.
    bracket: bool,
    /// Ideographic and full-width punctuation.
    wide: bool,
}

impl Ends {
    /// Whether a character of the block of ideographic punctuation (U+3000 to U+303F) or a full-width
    /// sign (U+FF00 to U+FF3F) ends the address here. GFM takes them into it, but in text that is written
    /// without spaces they end it; in addresses they are percent-encoded.
    fn wide(self, bytes: &[u8], index: usize) -> bool {
        self.wide && matches!((at(bytes, index), at(bytes, index + 1)), (0xe3, 0x80) | (0xef, 0xbc))
    }
}

/// The end of an address whose host begins at `host`. It ends after `least`, which a slash or a dot is
/// before.
fn address_end(bytes: &[u8], host: usize, least: usize, ends: Ends) -> Option<usize> {
    let mut index = host;
    // Underscores in the last label and the one before it, which no host name has.
    let (mut before_last, mut last) = (0, 0);
    loop {
        match at(bytes, index) {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' => {}
            0x80.. if !ends.wide(bytes, index) => {}
            b'_' => last += 1,
            b'.' => {
                before_last = last;
                last = 0;
            }
            _ => break,
        }
        index += 1;
    }
    if index <= least || before_last + last > 0 {
        return None;
    }
    let (mut opened, mut closed) = (0, 0);
    loop {
        match at(bytes, index) {
            0..=b' ' | b'<' => break,
            b']' if ends.bracket => break,
            0x80.. if ends.wide(bytes, index) => break,
            b'(' => opened += 1,
            b')' => closed += 1,
            _ => {}
        }
        index += 1;
    }
    // What more probably belongs to the sentence than to the address.
    while index > least {
        match at(bytes, index - 1) {
            b'?' | b'!' | b'.' | b',' | b':' | b'*' | b'_' | b'~' | b'\'' | b'"' => index -= 1,
            b')' if closed > opened => {
                closed -= 1;
                index -= 1;
            }
            b';' => {
                let mut name = index - 1;
                while at(bytes, name - 1).is_ascii_alphanumeric() {
                    name -= 1;
                }
                let is_entity = name < index - 1 && at(bytes, name - 1) == b'&';
                index = if is_entity { name - 1 } else { index - 1 };
            }
            _ => break,
        }
    }
    (index > least).then_some(index)
}

/// The e-mail address around the `@` at `offset`.
fn mail(bytes: &[u8], plain: usize, offset: usize) -> Option<(usize, usize, &'static str)> {
    let mut start = offset;
    while start > plain && is_mail_byte(at(bytes, start - 1)) {
        start -= 1;
    }
    let mut end = offset + 1;
    let mut dots = 0;
    loop {
        match at(bytes, end) {
            b'.' if at(bytes, end + 1).is_ascii_alphanumeric() => dots += 1,
            byte if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_') => {}
            _ => break,
        }
        end += 1;
    }
    let proper = at(bytes, offset + 1).is_ascii_alphanumeric()
        && !matches!(at(bytes, end - 1), b'-' | b'_')
        && at(bytes, end) != b'@'; // `a@b.c@d` is nobody's
    (start < offset && dots > 0 && proper).then_some((start, end, "mailto:"))
}

fn is_mail_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'+')
}
