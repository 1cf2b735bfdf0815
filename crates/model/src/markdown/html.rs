//! The tree as a string of HTML, everything in it escaped.

use super::{Alignment, Block, Inline, ListItem, url};

/// What the HTML is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HtmlOptions {
    /// Markup as the specifications of `CommonMark` and GFM print it, **with links and images to any
    /// address**: for comparing with them, not for showing. Raw HTML is text here too.
    pub bare: bool,
}

/// Safe HTML: text and attributes escaped, links and images only as [`url::safe_link`] and
/// [`url::safe_image`] allow, links with `rel` and `target` for leaving the page.
pub fn to_html(blocks: &[Block]) -> String {
    to_html_with(blocks, HtmlOptions::default())
}

/// HTML as `options` say.
pub fn to_html_with(blocks: &[Block], options: HtmlOptions) -> String {
    let mut html = Html { out: String::new(), bare: options.bare, checkbox: None };
    html.blocks(blocks, false);
    html.out
}

struct Html {
    out: String,
    bare: bool,
    /// A checkbox that goes in front of the next paragraph.
    checkbox: Option<bool>,
}

impl Html {
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
                Inline::Link { href, title, content } => {
                    if !self.bare && url::safe_link(href).is_none() {
                        self.inlines(content);
                        continue;
                    }
                    self.push("<a href=\"");
                    self.address(href);
                    self.title(title.as_deref());
                    if !self.bare {
                        // `dir` isolates the text, so that what is around cannot reorder it.
                        self.push(
                            " target=\"_blank\" rel=\"noopener noreferrer nofollow ugc\" dir=\"auto\"",
                        );
                    }
                    self.wrapped(">", content, "</a>");
                }
                Inline::Image { src, alt, title } => {
                    if !self.bare && url::safe_image(src).is_none() {
                        self.escaped(alt);
                        continue;
                    }
                    self.push("<img src=\"");
                    self.address(src);
                    self.push("\" alt=\"");
                    self.escaped(alt);
                    self.title(title.as_deref());
                    if !self.bare {
                        self.push(" loading=\"lazy\" referrerpolicy=\"no-referrer\"");
                    }
                    self.push(" />");
                }
                Inline::SoftBreak => self.push("\n"),
                Inline::HardBreak => self.push("<br />\n"),
            }
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
        for character in text.chars() {
            match character {
                '&' => self.push("&amp;"),
                '<' => self.push("&lt;"),
                '>' => self.push("&gt;"),
                '"' => self.push("&quot;"),
                _ => self.out.push(character),
            }
        }
    }

    /// An address as an attribute: what cannot stand in one is percent-encoded, what already is
    /// encoded stays.
    fn address(&mut self, url: &str) {
        for byte in url.bytes() {
            let hex = |half: u8| char::from(if half < 10 { b'0' + half } else { b'A' - 10 + half });
            match byte {
                b'&' => self.push("&amp;"),
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => self.out.push(char::from(byte)),
                _ if b"-_.+!*'(),%#@?=;:/$~".contains(&byte) => self.out.push(char::from(byte)),
                _ => {
                    self.push("%");
                    self.out.push(hex(byte >> 4));
                    self.out.push(hex(byte & 15));
                }
            }
        }
    }

    fn number(&mut self, number: u64) {
        if number >= 10 {
            self.number(number / 10);
        }
        self.out.push(char::from(b'0' + u8::try_from(number % 10).unwrap_or(0)));
    }
}
