//! Raw HTML: where it begins and ends, so that it can be shown as the text it is.

use super::scan::{at, find_end, is_whitespace, skip_whitespace, slice, starts_with};

/// What ends a block of raw HTML.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum HtmlEnd {
    /// One of the closing tags of the elements that hold raw text.
    RawText,
    /// The line that contains this.
    Line(&'static [u8]),
    /// The next blank line.
    Blank,
}

/// Element names that open a block which ends with a blank line, for one search.
const BLOCK_NAMES: &[u8] = b" address article aside base basefont blockquote body caption center col \
colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 \
h3 h4 h5 h6 head header hr html iframe legend li link main menu menuitem nav noframes ol optgroup \
option p param search section summary table tbody td tfoot th thead title tr track ul ";

/// Elements whose text is raw, and which a blank line does not end.
const RAW_TEXT_NAMES: &[u8] = b" pre script style textarea ";

/// Whether a block of raw HTML begins with this line, and what ends it. A tag of any other name
/// must stand alone on its line, and cannot interrupt a paragraph.
pub(super) fn block_start(content: &str, interrupts: bool) -> Option<HtmlEnd> {
    let bytes = content.as_bytes();
    if at(bytes, 0) != b'<' {
        return None;
    }
    if let Some((_, end)) = special(bytes, 0) {
        return Some(HtmlEnd::Line(end));
    }
    let closing = at(bytes, 1) == b'/';
    let name = 1 + usize::from(closing);
    let name_end = tag_name_end(bytes, name);
    let after = at(bytes, name_end);
    let named = |names| contains_word(names, slice(content, name, name_end).as_bytes());
    if matches!(after, 0 | b' ' | b'\t' | b'>') && !closing && named(RAW_TEXT_NAMES) {
        return Some(HtmlEnd::RawText);
    }
    let ends = matches!(after, 0 | b' ' | b'\t' | b'>')
        || (after == b'/' && at(bytes, name_end + 1) == b'>');
    if ends && named(BLOCK_NAMES) {
        return Some(HtmlEnd::Blank);
    }
    let alone = tag_end(bytes, 0).is_some_and(|end| skip_whitespace(bytes, end) == bytes.len());
    (!interrupts && alone).then_some(HtmlEnd::Blank)
}

/// Whether this line ends the block.
pub(super) fn block_ends(content: &str, end: HtmlEnd) -> bool {
    let bytes = content.as_bytes();
    match end {
        HtmlEnd::RawText => [&b"</pre>"[..], b"</script>", b"</style>", b"</textarea>"]
            .iter()
            .any(|tag| find_end(bytes, 0, tag).is_some()),
        HtmlEnd::Line(needle) => find_end(bytes, 0, needle).is_some(),
        HtmlEnd::Blank => false,
    }
}

/// The end of the inline tag, comment, instruction, declaration or CDATA section at `start`.
///
/// `missing` remembers which endings the rest of the text does not have (one bit each), so that
/// many openings without an end are not each searched for.
pub(super) fn inline_end(bytes: &[u8], start: usize, missing: &mut u8) -> Option<usize> {
    let Some((open, needle)) = special(bytes, start) else { return tag_end(bytes, start) };
    let bit = 1 << (at(needle, 0) % 7); // in which `-`, `?`, `]` and `>` differ
    if *missing & bit != 0 {
        return None;
    }
    let end = find_end(bytes, open, needle);
    if end.is_none() {
        *missing |= bit;
    }
    end
}

/// The end of the opening, and the ending, of what begins with `<!` or `<?`.
fn special(bytes: &[u8], start: usize) -> Option<(usize, &'static [u8])> {
    let after = start + 2;
    match at(bytes, start + 1) {
        b'?' => Some((after, b"?>")),
        // The ending may share its hyphens: `<!-->` and `<!--->` are whole comments.
        b'!' if starts_with(bytes, after, b"--") => Some((after, b"-->")),
        b'!' if bytes.get(after..after + 7) == Some(b"[CDATA[") => Some((after + 7, b"]]>")),
        b'!' if at(bytes, after).is_ascii_alphabetic() => Some((after, b">")),
        _ => None,
    }
}

/// The end of an opening or closing tag at `start`.
fn tag_end(bytes: &[u8], start: usize) -> Option<usize> {
    let closing = at(bytes, start + 1) == b'/';
    let name = start + 1 + usize::from(closing);
    let mut index = tag_name_end(bytes, name);
    if index == name {
        return None;
    }
    loop {
        let next = skip_whitespace(bytes, index);
        match at(bytes, next) {
            b'>' => return Some(next + 1),
            b'/' if !closing => return (at(bytes, next + 1) == b'>').then_some(next + 2),
            b'_' | b':' | b'a'..=b'z' | b'A'..=b'Z' if !closing && next > index => {
                index = attribute_end(bytes, next)?;
            }
            _ => return None,
        }
    }
}

/// The end of the attribute whose name begins at `start`, its value included.
fn attribute_end(bytes: &[u8], start: usize) -> Option<usize> {
    let mut index = start;
    while matches!(at(bytes, index), b'_' | b':' | b'.' | b'-' | b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9')
    {
        index += 1;
    }
    let equals = skip_whitespace(bytes, index);
    if at(bytes, equals) != b'=' {
        return Some(index);
    }
    let value = skip_whitespace(bytes, equals + 1);
    let quote = at(bytes, value);
    let quoted = matches!(quote, b'"' | b'\'');
    index = value + usize::from(quoted);
    loop {
        let byte = at(bytes, index);
        let ends = if quoted {
            byte == quote
        } else {
            is_whitespace(byte) || matches!(byte, b'"' | b'\'' | b'=' | b'<' | b'>' | b'`')
        };
        if ends && quoted {
            return Some(index + 1);
        }
        if ends || byte == 0 {
            return (!quoted && index > value).then_some(index);
        }
        index += 1;
    }
}

fn tag_name_end(bytes: &[u8], start: usize) -> usize {
    let mut end = start;
    while at(bytes, end).is_ascii_alphabetic()
        || (end > start && matches!(at(bytes, end), b'0'..=b'9' | b'-'))
    {
        end += 1;
    }
    end
}

/// Whether `word` is one of the space-separated lower-case `words`.
fn contains_word(words: &[u8], word: &[u8]) -> bool {
    // Longer than the longest name there is: not worth the search.
    if word.is_empty() || word.len() > 10 {
        return false;
    }
    let mut index = 0;
    while index < words.len() {
        let end = index + 1 + word.len();
        if at(words, end) == b' '
            && word
                .iter()
                .enumerate()
                .all(|(offset, byte)| at(words, index + 1 + offset) == byte.to_ascii_lowercase())
        {
            return true;
        }
        index += 1;
        while index < words.len() && at(words, index) != b' ' {
            index += 1;
        }
    }
    false
}
