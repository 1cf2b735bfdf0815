//! Inline content as HTML: the one place that decides what becomes of a link or an image, and that
//! escapes.

use super::super::scan::{EACH, has, skip_eights, word, work};
use super::super::walk::{Sink, Style};
use super::super::{Images, Inline, Options, Profile, plain_name, url};

/// Whether one of eight bytes has to be escaped: a bit is all that `"` and `&` differ in, and `<` and `>`.
fn may_escape(eight: [u8; 8]) -> bool {
    let eight = word(eight);
    has(eight | (4 * EACH), b'&') | has(eight | (2 * EACH), b'>')
}

/// What stands in an address as it is.
static ADDRESS: [bool; 256] = {
    let mut plain = [false; 256];
    let others = b"-_.+!*'(),%#@?=;:/$~";
    let mut index = 0;
    #[expect(clippy::indexing_slicing, reason = "evaluated by the compiler")]
    {
        let mut byte = 0_u8;
        while byte < 128 {
            plain[byte as usize] = byte.is_ascii_alphanumeric();
            byte += 1;
        }
        while index < others.len() {
            plain[others[index] as usize] = true;
            index += 1;
        }
    }
    plain
};

/// Writes what it is told.
pub(in crate::markdown) struct Writer<'a> {
    pub(in crate::markdown) out: String,
    pub(in crate::markdown) bare: bool,
    /// What reads a chat tells of no link that is not safe, so that none is looked at twice.
    is_chat: bool,
    images: Images<'a>,
    /// How many links are open.
    links: usize,
}

impl<'a> Writer<'a> {
    /// Into `room`, in place of what is in it; with room for the HTML of a text of so many bytes, as
    /// they usually are.
    pub(in crate::markdown) fn new(
        options: Options<'a>,
        mut room: String,
        source_bytes: usize,
    ) -> Self {
        room.clear();
        room.reserve(source_bytes + source_bytes / 2 + 256);
        Self {
            out: room,
            bare: options.bare,
            is_chat: options.profile == Profile::Chat,
            images: options.images,
            links: 0,
        }
    }

    pub(in crate::markdown) fn push(&mut self, html: &str) {
        self.out.push_str(html);
    }

    /// Tells itself a tree. Recursion is bounded by the depth of inline content.
    pub(in crate::markdown) fn tree(&mut self, content: &[Inline]) {
        for inline in content {
            match inline {
                Inline::Text(text) => self.text(text),
                Inline::Code(code) => self.code(code),
                Inline::Emphasis(content) => self.styled(Style::Emphasis, content),
                Inline::Strong(content) => self.styled(Style::Strong, content),
                Inline::Strikethrough(content) => self.styled(Style::Strikethrough, content),
                Inline::Mention { name } => self.name(name),
                Inline::Link { href, title, content } => {
                    let leads = (self.bare || url::safe_link(href).is_some())
                        && self.open_link(href, title.as_deref());
                    self.tree(content);
                    self.close_link(leads);
                }
                Inline::Image { src, alt, title } => self.image(src, alt, title.as_deref()),
                Inline::SoftBreak => self.soft_break(),
                Inline::HardBreak => self.hard_break(),
            }
        }
    }

    fn styled(&mut self, style: Style, content: &[Inline]) {
        self.open(style);
        self.tree(content);
        self.close(style);
    }

    fn name(&mut self, name: &str) {
        self.push("<span class=\"mention\" dir=\"auto\">@");
        self.escaped(name);
        self.push("</span>");
    }

    fn begin_link(&mut self, href: &str, title: Option<&str>) {
        self.push("<a href=\"");
        self.address(href);
        self.title(title);
        if !self.bare {
            // `dir` isolates the text, so that what is around cannot reorder it.
            self.push(" target=\"_blank\" rel=\"noopener noreferrer nofollow ugc\" dir=\"auto\"");
        }
        self.push(">");
        self.links += 1;
    }

    /// Ends the attribute before, and adds the title if there is one.
    fn title(&mut self, title: Option<&str>) {
        if let Some(title) = title {
            self.push("\" title=\"");
            self.escaped(title);
        }
        self.push("\"");
    }

    pub(in crate::markdown) fn escaped(&mut self, text: &str) {
        work(text.len());
        let bytes = text.as_bytes();
        let (mut start, mut index, mut eights_from) = (0, 0, 0);
        loop {
            if index >= eights_from {
                index += skip_eights(bytes, index, may_escape);
                eights_from = index + 8;
            }
            let escape = match bytes.get(index) {
                None => break,
                Some(b'&') => "&amp;",
                Some(b'<') => "&lt;",
                Some(b'>') => "&gt;",
                Some(b'"') => "&quot;",
                Some(_) => "",
            };
            index += 1;
            if !escape.is_empty() {
                self.push(text.get(start..index - 1).unwrap_or(""));
                self.push(escape);
                start = index;
            }
        }
        self.push(text.get(start..).unwrap_or(""));
    }

    /// An address as an attribute: what cannot stand in one is percent-encoded, what already is
    /// encoded stays.
    fn address(&mut self, url: &str) {
        let mut start = 0;
        for (index, byte) in url.bytes().enumerate() {
            if ADDRESS.get(usize::from(byte)) == Some(&true) {
                continue;
            }
            self.out.push_str(url.get(start..index).unwrap_or(""));
            start = index + 1;
            if byte == b'&' {
                self.push("&amp;");
                continue;
            }
            let hex = |half: u8| char::from(if half < 10 { b'0' + half } else { b'A' - 10 + half });
            self.push("%");
            self.out.push(hex(byte >> 4));
            self.out.push(hex(byte & 15));
        }
        self.out.push_str(url.get(start..).unwrap_or(""));
    }
}

impl Sink for Writer<'_> {
    fn text(&mut self, text: &str) {
        self.escaped(text);
    }

    fn code(&mut self, code: &str) {
        self.push("<code>");
        self.escaped(code);
        self.push("</code>");
    }

    fn soft_break(&mut self) {
        self.push("\n");
    }

    fn hard_break(&mut self) {
        self.push("<br />\n");
    }

    fn open(&mut self, style: Style) {
        self.push(match style {
            Style::Emphasis => "<em>",
            Style::Strong => "<strong>",
            Style::Strikethrough => "<del>",
        });
    }

    fn close(&mut self, style: Style) {
        self.push(match style {
            Style::Emphasis => "</em>",
            Style::Strong => "</strong>",
            Style::Strikethrough => "</del>",
        });
    }

    /// Returns whether it is one here, and not only its text.
    fn open_link(&mut self, href: &str, title: Option<&str>) -> bool {
        let leads = if self.bare {
            url::is_inert(href)
        } else {
            self.links == 0 && (self.is_chat || url::safe_link(href).is_some())
        };
        if leads {
            self.begin_link(href, title);
        }
        leads
    }

    fn close_link(&mut self, leads: bool) {
        if leads {
            self.links -= 1;
            self.push("</a>");
        }
    }

    fn image(&mut self, src: &str, alt: &str, title: Option<&str>) {
        let shows = if self.bare { url::is_inert(src) } else { self.images.allow(src) };
        if shows {
            self.push("<img src=\"");
            self.address(src);
            self.push("\" alt=\"");
            self.escaped(alt);
            self.title(title);
            if !self.bare {
                self.push(" loading=\"lazy\" referrerpolicy=\"no-referrer\"");
            }
            return self.push(" />");
        }
        let may_link = !self.bare && self.links == 0;
        let whole = url::safe_image(src).and_then(url::whole_link).filter(|_| may_link);
        match whole {
            Some(src) => {
                let text = if alt.trim().is_empty() { &plain_name(src) } else { alt };
                self.begin_link(src, title);
                self.escaped(text);
                self.close_link(true);
            }
            None => self.escaped(alt),
        }
    }

    #[cfg(feature = "company")]
    fn mention(&mut self, name: &str) {
        self.name(name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_meaning_in_html_is_escaped_wherever_it_stands() {
        for before in 0..20 {
            for (sign, escape) in [('&', "&amp;"), ('<', "&lt;"), ('>', "&gt;"), ('"', "&quot;")] {
                let around = ("é'=*".repeat(before), "a".repeat(20 - before));
                let mut writer = Writer::new(Options::default(), String::new(), 0);
                writer.escaped(&format!("{}{sign}{}{sign}", around.0, around.1));
                assert_eq!(writer.out, format!("{}{escape}{}{escape}", around.0, around.1));
            }
        }
    }

    #[test]
    fn eight_bytes_without_a_sign_are_passed_over() {
        for byte in 0..=255 {
            let mut eight = *b"abcdefgh";
            eight[usize::from(byte) % 8] = byte;
            assert_eq!(may_escape(eight), b"&<>\"".contains(&byte), "{byte}");
        }
    }
}
