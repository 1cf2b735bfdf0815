//! Texts of nothing but paragraphs, straight to HTML. Most messages of a chat are such, which shows
//! from how their lines begin, and need no blocks.

use super::html::Writer;
use super::inline::Inlines;
use super::references::References;
use super::scan::{at, has_control, run, skip_eights, slice, work};
use super::{Options, Profile, leaf};

/// The HTML of a text that is nothing but paragraphs, in `room`; none where it might be more.
pub(super) fn to_html(markdown: &str, options: Options<'_>, room: &mut String) -> Option<String> {
    let length = markdown.len();
    if length == 0 || length > Profile::CHAT_BYTES {
        return None;
    }
    let (mut source, mut next) = paragraph(markdown, 0)?;
    let mut start = next;
    while start < length {
        (_, start) = paragraph(markdown, start)?;
    }
    let mut writer = Writer::new(options, std::mem::take(room), length);
    // There are no definitions either.
    let mut inlines = Inlines::new(options, References::new(0));
    loop {
        writer.push("<p>");
        inlines.send(source, &mut writer);
        writer.push("</p>\n");
        if next >= length {
            return Some(writer.out);
        }
        (source, next) = paragraph(markdown, next)?;
    }
}

/// The paragraph that begins here, and the offset after it and the blank lines below; none if
/// one of its lines may begin something else.
fn paragraph(text: &str, start: usize) -> Option<(&str, usize)> {
    let bytes = text.as_bytes();
    let mut line = start;
    loop {
        let mut end = line + skip_eights(bytes, line, has_control);
        work(end - line);
        while !matches!(at(bytes, end), 0 | b'\n' | b'\r') {
            end += 1;
        }
        let ends = at(bytes, end) == b'\n' || end == bytes.len();
        if !ends || may_begin_block(slice(text, line, end)) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_known_by_how_their_lines_begin() {
        let check = |text: &str, html: Option<&str>| {
            let written = to_html(text, Profile::Chat.into(), &mut "before".to_owned());
            assert_eq!(written.as_deref(), html, "{text:?}");
        };
        check("a", Some("<p>a</p>\n"));
        check("a\n", Some("<p>a</p>\n"));
        check("a \n\n\nb *c*\n\n", Some("<p>a</p>\n<p>b <em>c</em></p>\n"));
        check("a\nb\tc", Some("<p>a<br />\nb\tc</p>\n"));
        check("*a*", Some("<p><em>a</em></p>\n"));
        check("__a__", Some("<p><strong>a</strong></p>\n"));
        check("`a`", Some("<p><code>a</code></p>\n"));
        check("~~a~~", Some("<p><del>a</del></p>\n"));
        check("12.5", Some("<p>12.5</p>\n"));
        for begins in [
            " ", "\t", "# a", "> a", "- a", "+ a", "* a", "*\n", "1. a", "2) a", "=", "-", "* * *",
            "_ _ _", "```", "~~~ a", "|a|", ":-|", "<b>", "[a]: b",
        ] {
            check(begins, None);
            check(&format!("a\n{begins}"), None);
            check(&format!("a\n\nb\n{begins}\nc"), None);
        }
        for other in ["", "\n", "a\0", "a\0b c d e f", "a\rb", "a\r\nb", "abcdefgh\0", "abcdefgh\r"]
        {
            check(other, None);
        }
        let longest = "a".repeat(Profile::CHAT_BYTES);
        check(&longest, Some(&format!("<p>{longest}</p>\n")));
        check(&(longest + "a"), None);
    }
}
