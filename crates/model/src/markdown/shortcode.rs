//! Emoji by their names between colons, `:tada:`, as GitHub and Slack have them.

use super::scan::{at, lookup, slice};
use super::tables::EMOJI;
use super::{Profile, parse};

/// The emoji of the shortcode at `start`, and the offset after it. It stands by itself: not between
/// letters or digits, as the `100` of `12:100:5` does.
pub(super) fn shortcode(text: &str, start: usize) -> Option<(&'static str, usize)> {
    let bytes = text.as_bytes();
    let first = start + 1;
    let mut end = first;
    while matches!(at(bytes, end), b'a'..=b'z' | b'0'..=b'9' | b'_' | b'+' | b'-') {
        end += 1;
    }
    let apart = |byte: u8| !byte.is_ascii_alphanumeric();
    let stands = at(bytes, end) == b':'
        && apart(at(bytes, start.wrapping_sub(1)))
        && apart(at(bytes, end + 1));
    if !stands {
        return None;
    }
    Some((lookup(EMOJI, slice(text, first, end))?, end + 1))
}

/// The emoji whose names begin with this, then those in whose names it stands, at most so many; each
/// behind its name.
#[cfg(feature = "company")]
pub fn find_shortcodes(part: &str, limit: usize) -> Vec<(&'static str, &'static str)> {
    let entries = || EMOJI.split_terminator(' ').filter_map(|entry| entry.split_once('='));
    let begins = entries().filter(|(name, _)| name.starts_with(part));
    let within = entries().filter(|(name, _)| !name.starts_with(part) && name.contains(part));
    begins.chain(within).take(limit).collect()
}

/// The text with its emoji shortcodes replaced by the emoji, so that whoever reads it sees them, whatever
/// shortcodes they know. For composers, when a message is sent.
///
/// Only those that [`Profile::Chat`] would show as emoji are: not in code, not in addresses. Where replacing
/// them would change what anything else means, they stay.
///
/// ```
/// use inbox_model::markdown::expand_shortcodes;
///
/// assert_eq!(expand_shortcodes("Done :tada: `:tada:`"), "Done 🎉 `:tada:`");
/// ```
pub fn expand_shortcodes(markdown: &str) -> String {
    let mut expanded = String::with_capacity(markdown.len());
    let mut code = Code::default();
    for (count, line) in markdown.split('\n').enumerate() {
        if count > 0 {
            expanded.push('\n');
        }
        code.line(line, &mut expanded);
    }
    // Whatever the reading above has taken for text and is not.
    if parse(&expanded, Profile::Chat) == parse(markdown, Profile::Chat) {
        expanded
    } else {
        markdown.to_owned()
    }
}

/// What of a text is code, as far as its lines tell.
#[derive(Default)]
struct Code {
    /// The mark and the length of the open fence.
    fence: Option<(u8, usize)>,
    /// The length of the open run of backticks.
    span: usize,
}

impl Code {
    fn line(&mut self, line: &str, out: &mut String) {
        let content = line.trim_start_matches([' ', '\t', '>']);
        let bytes = content.as_bytes();
        let mark = at(bytes, 0);
        let is_mark = matches!(mark, b'`' | b'~');
        let length = if is_mark { super::scan::run(bytes, 0, mark) } else { 0 };
        let is_fence = length >= 3;
        match self.fence {
            Some((open, least)) if is_fence && mark == open && length >= least => self.fence = None,
            None if is_fence => self.fence = Some((mark, length)),
            None if !(line.starts_with("    ") || line.starts_with('\t')) => {
                if content.is_empty() {
                    self.span = 0; // no span goes on in the next paragraph
                }
                return self.words(line, out);
            }
            _ => {}
        }
        out.push_str(line);
    }

    /// Replaces the shortcodes of a line that are not between backticks and not in a word with a slash,
    /// as addresses are.
    fn words(&mut self, line: &str, out: &mut String) {
        let bytes = line.as_bytes();
        let (mut index, mut start, mut in_address) = (0, 0, false);
        while index < bytes.len() {
            let length = super::scan::run(bytes, index, b'`');
            if length > 0 {
                self.span = match self.span {
                    0 => length,
                    open if open == length => 0,
                    open => open,
                };
                index += length;
                continue;
            }
            let byte = at(bytes, index);
            in_address = match byte {
                b' ' | b'\t' => false,
                b'/' | b'<' | b'(' | b'@' => true,
                _ => in_address,
            };
            if byte == b':'
                && self.span == 0
                && !in_address
                && at(bytes, index.wrapping_sub(1)) != b'\\'
                && let Some((emoji, end)) = shortcode(line, index)
            {
                out.push_str(slice(line, start, index));
                out.push_str(emoji);
                start = end;
                index = end;
                continue;
            }
            index += 1;
        }
        out.push_str(slice(line, start, bytes.len()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortcodes_stand_by_themselves() {
        let check = |text: &str, start: usize, found: Option<(&str, usize)>| {
            assert_eq!(shortcode(text, start), found, "{text:?}");
        };
        check(":tada:", 0, Some(("🎉", 6)));
        check("é:+1:é", 2, Some(("👍", 6)));
        check("(:100:)", 1, Some(("💯", 6)));
        check(":tada::tada:", 6, Some(("🎉", 12)));
        for (text, start) in [
            ("a:100:", 1),
            ("1:100:", 1),
            (":100:5", 0),
            (":100:b", 0),
            (":nobody:", 0),
            (":tada", 0),
        ] {
            check(text, start, None);
        }
        for text in [":TADA:", ":ta da:", "::", ":", ": tada:", ":tada :", ":tada;"] {
            check(text, 0, None);
        }
    }
}
