//! What a line may open besides containers, each recogniser looking at the line from its first
//! visible character on.

use super::scan::{at, run, skip_blanks, slice};

/// A bullet or number that opens a list item.
pub(super) struct Marker {
    /// What makes two items belong to one list: the bullet, or what follows the number.
    pub(super) kind: u8,
    /// The number, for ordered lists.
    pub(super) number: Option<u64>,
    /// Bytes of the marker.
    pub(super) length: usize,
}

/// Three or more `*`, `-` or `_` with blanks between them.
pub(super) fn is_thematic_break(content: &str) -> bool {
    let bytes = content.as_bytes();
    let mark = at(bytes, 0);
    if !matches!(mark, b'*' | b'-' | b'_') {
        return false;
    }
    let mut count = 0;
    let mut index = 0;
    while index < bytes.len() {
        let byte = at(bytes, index);
        if byte == mark {
            count += 1;
        } else if !matches!(byte, b' ' | b'\t') {
            return false;
        }
        index += 1;
    }
    count >= 3
}

/// The level and the text of a heading in `#`s.
pub(super) fn atx_heading(content: &str) -> Option<(u8, &str)> {
    let bytes = content.as_bytes();
    let hashes = run(bytes, 0, b'#');
    let level = u8::try_from(hashes).ok().filter(|level| (1..=6).contains(level))?;
    if !matches!(at(bytes, hashes), 0 | b' ' | b'\t') {
        return None;
    }
    let text = trim(slice(content, hashes, bytes.len()));
    let opened = text.trim_end_matches('#');
    // The closing hashes need a blank before them, or nothing at all.
    let closed = opened.is_empty() || opened.ends_with([' ', '\t']);
    Some((level, if closed { trim(opened) } else { text }))
}

/// The level of a heading that this line underlines.
pub(super) fn setext_level(content: &str) -> Option<u8> {
    let bytes = content.as_bytes();
    let mark = at(bytes, 0);
    let level = match mark {
        b'=' => 1,
        b'-' => 2,
        _ => return None,
    };
    let rest = skip_blanks(bytes, run(bytes, 0, mark));
    (rest == bytes.len()).then_some(level)
}

/// The character, the length and the info string of a code fence that opens here.
pub(super) fn opening_fence(content: &str) -> Option<(u8, usize, &str)> {
    let bytes = content.as_bytes();
    let mark = at(bytes, 0);
    let length = run(bytes, 0, mark);
    if !matches!(mark, b'`' | b'~') || length < 3 {
        return None;
    }
    let info = trim(slice(content, length, bytes.len()));
    // Otherwise it is a code span that happens to begin the line.
    (mark == b'~' || !info.as_bytes().contains(&b'`')).then_some((mark, length, info))
}

/// Whether the line closes a fence of `length` times `mark`.
pub(super) fn is_closing_fence(content: &str, mark: u8, length: usize) -> bool {
    let bytes = content.as_bytes();
    let found = run(bytes, 0, mark);
    found >= length && skip_blanks(bytes, found) == bytes.len()
}

/// The list marker that begins the line.
pub(super) fn list_marker(content: &str) -> Option<Marker> {
    let bytes = content.as_bytes();
    let mut number = 0;
    let mut digits = 0;
    while at(bytes, digits).is_ascii_digit() {
        number = number * 10 + u64::from(at(bytes, digits) - b'0');
        digits += 1;
        if digits > 9 {
            return None; // browsers cannot count further
        }
    }
    let kind = at(bytes, digits);
    let fits =
        if digits == 0 { matches!(kind, b'-' | b'+' | b'*') } else { matches!(kind, b'.' | b')') };
    let length = digits + 1;
    (fits && matches!(at(bytes, length), 0 | b' ' | b'\t')).then_some(Marker {
        kind,
        number: (digits > 0).then_some(number),
        length,
    })
}

/// The text without spaces, tabs and line feeds around it.
pub(super) fn trim(text: &str) -> &str {
    let mut start = 0;
    let mut end = text.len();
    let bytes = text.as_bytes();
    while start < end && super::scan::is_whitespace(at(bytes, start)) {
        start += 1;
    }
    while start < end && super::scan::is_whitespace(at(bytes, end - 1)) {
        end -= 1;
    }
    slice(text, start, end)
}
