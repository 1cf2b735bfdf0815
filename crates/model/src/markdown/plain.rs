//! Texts of nothing but paragraphs, straight to HTML. Most messages of a chat are such, which shows
//! from how their lines begin, and need no blocks.

use super::html::Writer;
use super::inline::Inlines;
use super::references::References;
use super::scan::{at, line_length, run, slice};
use super::{Options, Profile, leaf};

/// The HTML of a text that is nothing but paragraphs; none where it might be more.
pub(super) fn to_html(markdown: &str, options: Options<'_>) -> Option<String> {
    let length = markdown.len();
    if length > Profile::CHAT_BYTES || markdown.as_bytes().contains(&0) {
        return None;
    }
    let mut start = 0;
    while start < length {
        (_, start) = paragraph(markdown, start)?;
    }
    let mut writer = Writer::new(options, length);
    // There are no definitions either.
    let mut inlines = Inlines::new(options, References::new(0));
    start = 0;
    while start < length {
        let source;
        (source, start) = paragraph(markdown, start)?;
        writer.push("<p>");
        inlines.send(source, &mut writer);
        writer.push("</p>\n");
    }
    Some(writer.out)
}

/// The paragraph that begins here, and the offset after it and the blank lines below; none if
/// one of its lines may begin something else.
fn paragraph(text: &str, start: usize) -> Option<(&str, usize)> {
    let bytes = text.as_bytes();
    let mut line = start;
    loop {
        let end = line + line_length(bytes, line);
        if at(bytes, end) == b'\r' || may_begin_block(slice(text, line, end)) {
            return None;
        }
        line = end + 1;
        if matches!(at(bytes, line), 0 | b'\n') {
            return Some((leaf::trim(slice(text, start, end)), line + run(bytes, line, b'\n')));
        }
    }
}

/// Whether a line may be more than words: blank, indented, a heading or what underlines one, a list, a
/// quote, code, a definition, a row of a table that makes one, raw HTML.
fn may_begin_block(line: &str) -> bool {
    match at(line.as_bytes(), 0) {
        b'`' | b'~' => leaf::opening_fence(line).is_some(),
        b'*' | b'_' => leaf::list_marker(line).is_some() || leaf::is_thematic_break(line),
        b'0'..=b'9' => leaf::list_marker(line).is_some(),
        first => b"\0 \t#>-+=|:[<".contains(&first),
    }
}
