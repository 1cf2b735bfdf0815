//! The tree as a string of HTML, everything in it escaped.

use super::{Alignment, Block, Images, Inline, ListItem, Options, plain_name, url};

/// Safe HTML of a tree: text and attributes escaped, links and images only as [`url::safe_link`] and
/// [`Options::images`] allow, links with `rel` and `target` for leaving the page.
///
/// An image that is not allowed becomes a link to it if its address is a whole one
/// ([`url::whole_link`]), and otherwise its text.
pub fn to_html<'a>(blocks: &[Block], options: impl Into<Options<'a>>) -> String {
    let options = options.into();
    let mut html = Html {
        out: String::with_capacity(256),
        bare: options.bare,
        images: options.images,
        in_link: false,
        checkbox: None,
    };
    html.blocks(blocks, false);
    html.out
}

struct Html<'a> {
    out: String,
    bare: bool,
    images: Images<'a>,
    in_link: bool,
    /// A checkbox that goes in front of the next paragraph.
    checkbox: Option<bool>,
}

impl Html<'_> {
    fn push(&mut self, html: &str) {
        self.out.push_str(html);
    }

    /// Begins a new line, unless one has just begun.
    fn line(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }

    /// Recursion is bounded by the depth of containers.
    fn blocks(&mut self, blocks: &[Block], tight: bool) {
        for block in blocks {
            if tight && let Block::Paragraph(content) = block {
                self.checkbox();
                self.inlines(content);
                continue;
            }
            self.line();
            self.block(block);
            self.line();
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(content) => {
                self.push("<p>");
                self.checkbox();
                self.inlines(content);
                self.push("</p>");
            }
            Block::Heading { level, content } => {
                let digit = char::from(b'0' + level % 10);
                self.push("<h");
                self.out.push(digit);
                self.push(">");
                self.inlines(content);
                self.push("</h");
                self.out.push(digit);
                self.push(">");
            }
            Block::BlockQuote(blocks) => {
                self.push("<blockquote>\n");
                self.blocks(blocks, false);
                self.push("</blockquote>");
            }
            Block::List { ordered, tight, items } => self.list(*ordered, *tight, items),
            Block::CodeBlock { info, text } => {
                self.push("<pre><code");
                let language = info.split([' ', '\t', '\n', '\u{c}', '\r']).next().unwrap_or("");
                if !language.is_empty() {
                    self.push(" class=\"language-");
                    self.escaped(language);
                    self.push("\"");
                }
                self.push(">");
                self.escaped(text);
                self.push("</code></pre>");
            }
            Block::ThematicBreak => self.push("<hr />"),
            Block::Html(source) if self.bare => self.escaped(source),
            Block::Html(source) => {
                self.push("<p>");
                self.escaped(source);
                self.push("</p>");
            }
            Block::Table { alignments, head, rows } => {
                self.push("<table>\n<thead>\n");
                self.row(alignments, head, "th");
                self.push("</thead>\n");
                if !rows.is_empty() {
                    self.push("<tbody>\n");
                    for row in rows {
                        self.row(alignments, row, "td");
                    }
                    self.push("</tbody>\n");
                }
                self.push("</table>");
            }
        }
    }

    fn list(&mut self, ordered: Option<u64>, tight: bool, items: &[ListItem]) {
        let name = if ordered.is_some() { "ol" } else { "ul" };
        self.push("<");
        self.push(name);
        if let Some(number) = ordered.filter(|number| *number != 1) {
            self.push(" start=\"");
            self.number(number);
            self.push("\"");
        }
        self.push(">\n");
        for item in items {
            self.push("<li>");
            self.checkbox = item.task;
            self.blocks(&item.blocks, tight);
            self.checkbox();
            self.push("</li>\n");
        }
        self.push("</");
        self.push(name);
        self.push(">");
    }

    fn checkbox(&mut self) {
        if let Some(ticked) = self.checkbox.take() {
            self.push(if ticked { "<input checked=\"\"" } else { "<input" });
            self.push(" disabled=\"\" type=\"checkbox\"> ");
        }
    }

    fn row(&mut self, alignments: &[Alignment], cells: &[Vec<Inline>], name: &str) {
        self.push("<tr>\n");
        for (cell, alignment) in cells.iter().zip(alignments) {
            self.push("<");
            self.push(name);
            self.push(match alignment {
                Alignment::None => ">",
                Alignment::Left => " align=\"left\">",
                Alignment::Center => " align=\"center\">",
                Alignment::Right => " align=\"right\">",
            });
            self.inlines(cell);
            self.push("</");
            self.push(name);
            self.push(">\n");
        }
        self.push("</tr>\n");
    }

    fn wrapped(&mut self, open: &str, content: &[Inline], close: &str) {
        self.push(open);
        self.inlines(content);
        self.push(close);
    }

    /// Recursion is bounded by the depth of inline content.
    fn inlines(&mut self, content: &[Inline]) {
        for inline in content {
            match inline {
                Inline::Text(text) => self.escaped(text),
                Inline::Code(code) => {
                    self.push("<code>");
                    self.escaped(code);
                    self.push("</code>");
                }
                Inline::Emphasis(content) => self.wrapped("<em>", content, "</em>"),
                Inline::Strong(content) => self.wrapped("<strong>", content, "</strong>"),
                Inline::Strikethrough(content) => self.wrapped("<del>", content, "</del>"),
                Inline::Mention { name } => {
                    self.push("<span class=\"mention\" dir=\"auto\">@");
                    self.escaped(name);
                    self.push("</span>");
                }
                Inline::Link { href, title, content } => {
                    let leads = if self.bare {
                        url::is_inert(href)
                    } else {
                        !self.in_link && url::safe_link(href).is_some()
                    };
                    if leads {
                        self.link(href, title.as_deref(), |html| html.inlines(content));
                    } else {
                        self.inlines(content);
                    }
                }
                Inline::Image { src, alt, title } => self.image(src, alt, title.as_deref()),
                Inline::SoftBreak => self.push("\n"),
                Inline::HardBreak => self.push("<br />\n"),
            }
        }
    }

    fn link(&mut self, href: &str, title: Option<&str>, content: impl FnOnce(&mut Self)) {
        self.push("<a href=\"");
        self.address(href);
        self.title(title);
        if !self.bare {
            // `dir` isolates the text, so that what is around cannot reorder it.
            self.push(" target=\"_blank\" rel=\"noopener noreferrer nofollow ugc\" dir=\"auto\"");
        }
        self.push(">");
        let outside = std::mem::replace(&mut self.in_link, true);
        content(self);
        self.in_link = outside;
        self.push("</a>");
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
        let may_link = !self.bare && !self.in_link;
        let whole = url::safe_image(src).and_then(url::whole_link).filter(|_| may_link);
        match whole {
            Some(src) => {
                let text = if alt.trim().is_empty() { &plain_name(src) } else { alt };
                self.link(src, title, |html| html.escaped(text));
            }
            None => self.escaped(alt),
        }
    }

    /// Ends the attribute before, and adds the title if there is one.
    fn title(&mut self, title: Option<&str>) {
        if let Some(title) = title {
            self.push("\" title=\"");
            self.escaped(title);
        }
        self.push("\"");
    }

    fn escaped(&mut self, text: &str) {
        let mut start = 0;
        for (index, byte) in text.bytes().enumerate() {
            let escape = match byte {
                b'&' => "&amp;",
                b'<' => "&lt;",
                b'>' => "&gt;",
                b'"' => "&quot;",
                _ => continue,
            };
            self.out.push_str(text.get(start..index).unwrap_or(""));
            self.out.push_str(escape);
            start = index + 1;
        }
        self.out.push_str(text.get(start..).unwrap_or(""));
    }

    /// An address as an attribute: what cannot stand in one is percent-encoded, what already is
    /// encoded stays.
    fn address(&mut self, url: &str) {
        let mut start = 0;
        for (index, byte) in url.bytes().enumerate() {
            if byte.is_ascii_alphanumeric() || b"-_.+!*'(),%#@?=;:/$~".contains(&byte) {
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

    fn number(&mut self, number: u64) {
        if number >= 10 {
            self.number(number / 10);
        }
        self.out.push(char::from(b'0' + u8::try_from(number % 10).unwrap_or(0)));
    }
}
