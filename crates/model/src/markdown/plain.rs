//! Texts without any markup, straight to HTML. Most messages of a chat are such, and are done in a
//! tenth of the time that their tree would take.

use super::Profile;
use super::scan::{at, slice, work};

/// What a byte within a line may be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Text,
    /// Escaped in HTML.
    Escaped,
    LineFeed,
    /// Markup if it is doubled, as in `www`.
    Double,
    /// Markup unless a space follows.
    Colon,
    /// Perhaps markup.
    Mark,
}

static CLASSES: [Class; 256] = {
    let mut classes = [Class::Text; 256];
    let mut index = 0;
    let marks = b"\0\r\\`*_&<[~@";
    #[expect(clippy::indexing_slicing, reason = "evaluated by the compiler")]
    {
        while index < marks.len() {
            classes[marks[index] as usize] = Class::Mark;
            index += 1;
        }
        classes[b'>' as usize] = Class::Escaped;
        classes[b'"' as usize] = Class::Escaped;
        classes[b'\n' as usize] = Class::LineFeed;
        classes[b'w' as usize] = Class::Double;
        classes[b'W' as usize] = Class::Double;
        classes[b':' as usize] = Class::Colon;
    }
    classes
};

/// The HTML of a text that is nothing but paragraphs of words; none where it might be more.
pub(super) fn to_html(markdown: &str, profile: Profile) -> Option<String> {
    let bytes = markdown.as_bytes();
    if bytes.is_empty() || bytes.len() > Profile::CHAT_BYTES || may_begin_block(bytes, 0) {
        return None;
    }
    let mut html = String::with_capacity(bytes.len() + bytes.len() / 8 + 32);
    html.push_str("<p>");
    let (mut start, mut index) = (0, 0);
    while let Some(byte) = bytes.get(index) {
        work(1);
        match CLASSES.get(usize::from(*byte)).copied().unwrap_or(Class::Mark) {
            Class::Mark => return None,
            Class::Double if matches!(at(bytes, index + 1), b'w' | b'W') => return None,
            Class::Colon if !matches!(at(bytes, index + 1), 0 | b' ' | b'\n') => return None,
            Class::Text | Class::Double | Class::Colon => {}
            Class::Escaped => {
                html.push_str(slice(markdown, start, index));
                html.push_str(if *byte == b'>' { "&gt;" } else { "&quot;" });
                start = index + 1;
            }
            Class::LineFeed => {
                if ends_blank(bytes, index) {
                    return None;
                }
                html.push_str(slice(markdown, start, index));
                let line = index + 1;
                let next = line + super::scan::run(bytes, line, b'\n');
                start = next;
                if next == bytes.len() {
                    break;
                }
                if may_begin_block(bytes, next) {
                    return None;
                }
                html.push_str(match (next > line, profile) {
                    (true, _) => "</p>\n<p>",
                    (false, Profile::Chat) => "<br />\n",
                    (false, _) => "\n",
                });
                index = next;
                continue;
            }
        }
        index += 1;
    }
    if ends_blank(bytes, bytes.len()) {
        return None;
    }
    html.push_str(slice(markdown, start, bytes.len()));
    html.push_str("</p>\n");
    Some(html)
}

/// Whether there is a blank before `end`.
fn ends_blank(bytes: &[u8], end: usize) -> bool {
    matches!(at(bytes, end.wrapping_sub(1)), b' ' | b'\t')
}

/// Whether a line that begins so may be more than words: indented, a heading, a list, a table.
fn may_begin_block(bytes: &[u8], start: usize) -> bool {
    match at(bytes, start) {
        b'0'..=b'9' => {
            let mut end = start;
            while at(bytes, end).is_ascii_digit() {
                end += 1;
            }
            matches!(at(bytes, end), b'.' | b')')
        }
        first => b" \t\n#>-+=|:".contains(&first),
    }
}
