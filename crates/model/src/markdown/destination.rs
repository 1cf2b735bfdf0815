//! The pieces that links and link reference definitions are made of: labels, destinations, titles.

use std::borrow::Cow;

use super::entity;
use super::scan::{at, is_whitespace, skip_whitespace, slice};

/// Where a link leads.
#[derive(Clone)]
pub(super) struct Target<'a> {
    pub(super) href: Cow<'a, str>,
    pub(super) title: Option<Cow<'a, str>>,
}

impl Target<'_> {
    pub(super) fn parts(&self) -> (&str, Option<&str>) {
        (&self.href, self.title.as_deref())
    }
}

/// Nested parentheses in a bare destination; the specification asks for at least three.
const MAX_PARENTHESES: usize = 32;

/// Characters of a link label, as the specification says.
const MAX_LABEL: usize = 999;

/// The offset after the `]` of a link label whose `[` is just before `start`. It has something in
/// it, and no bracket.
pub(super) fn label_end(bytes: &[u8], start: usize) -> Option<usize> {
    let mut index = start;
    let mut blank = true;
    let mut length = 0;
    while length <= MAX_LABEL {
        let byte = at(bytes, index);
        match byte {
            0 | b'[' => return None,
            b']' => return (!blank).then_some(index + 1),
            // An escaped character, whichever it is, closes nothing; what cannot be escaped does not either.
            b'\\' => {
                index += 1;
                length += 1;
            }
            _ => {}
        }
        blank &= is_whitespace(byte);
        // Not for the second and later bytes of a character.
        length += usize::from(byte & 0xc0 != 0x80);
        index += 1;
    }
    None
}

/// The destination at `start`, and the offset after it.
pub(super) fn destination(text: &str, start: usize) -> Option<(Cow<'_, str>, usize)> {
    let bytes = text.as_bytes();
    let pointed = at(bytes, start) == b'<';
    let first = start + usize::from(pointed);
    let mut index = first;
    let mut depth = 0;
    loop {
        let byte = at(bytes, index);
        match byte {
            b'\\' if at(bytes, index + 1).is_ascii_punctuation() => index += 1,
            b'>' if pointed => {
                return Some((entity::unescape(slice(text, first, index)), index + 1));
            }
            0 | b'\n' | b'<' if pointed => return None,
            b'(' if !pointed => {
                depth += 1;
                if depth > MAX_PARENTHESES {
                    return None;
                }
            }
            b')' if !pointed && depth > 0 => depth -= 1,
            0..=b' ' | 0x7f | b')' if !pointed => break,
            _ => {}
        }
        index += 1;
    }
    (depth == 0 && index > first).then(|| (entity::unescape(slice(text, first, index)), index))
}

/// The title at `start` in quotes or parentheses, and the offset after it.
pub(super) fn title(text: &str, start: usize) -> Option<(Cow<'_, str>, usize)> {
    let bytes = text.as_bytes();
    let open = at(bytes, start);
    let close = match open {
        b'"' | b'\'' => open,
        b'(' => b')',
        _ => return None,
    };
    let mut index = start + 1;
    loop {
        let byte = at(bytes, index);
        match byte {
            0 => return None,
            // Whatever is next: only punctuation is escaped, and only punctuation closes.
            b'\\' => index += 1,
            _ if byte == close => {
                return Some((entity::unescape(slice(text, start + 1, index)), index + 1));
            }
            b'(' if open == b'(' => return None,
            _ => {}
        }
        index += 1;
    }
}

/// The target in parentheses at `start`, and the offset after it.
pub(super) fn inline_target(text: &str, start: usize) -> Option<(Target<'_>, usize)> {
    let bytes = text.as_bytes();
    if at(bytes, start) != b'(' {
        return None;
    }
    let mut index = skip_whitespace(bytes, start + 1);
    let mut target = Target { href: Cow::Borrowed(""), title: None };
    if at(bytes, index) != b')' {
        let (href, end) = destination(text, index)?;
        target.href = href;
        index = skip_whitespace(bytes, end);
        if index > end
            && let Some((title, end)) = title(text, index)
        {
            target.title = Some(title);
            index = skip_whitespace(bytes, end);
        }
    }
    (at(bytes, index) == b')').then_some((target, index + 1))
}
