//! The tree as a string of HTML, everything in it escaped.

mod writer;

pub(super) use writer::Writer;

use super::inline::Inlines;
use super::sources::{self, Sources};
use super::{Alignment, Block, Inline, ListItem, Options};

/// Safe HTML of a tree: text and attributes escaped, links and images only as
/// [`url::safe_link`](super::url::safe_link) and [`Options::images`] allow, links with `rel` and `target` for leaving the page.
///
/// An image that is not allowed becomes a link to it if its address is a whole one
/// ([`url::whole_link`](super::url::whole_link)), and otherwise its text.
pub fn to_html<'a>(blocks: &[Block], options: impl Into<Options<'a>>) -> String {
    let writer = Writer::new(options.into(), String::new(), 0);
    let mut html = Html { writer, contents: Trees, checkbox: None };
    html.blocks(blocks, false);
    html.writer.out
}

/// The HTML of blocks whose inline content is still to be read, in `room`.
pub(super) fn write<'a>(
    blocks: &[Block],
    sources: &'a Sources,
    inlines: Inlines<'a>,
    room: String,
) -> String {
    let writer = Writer::new(inlines.options, room, sources.bytes());
    let contents = Unread { sources: sources.iter(), inlines };
    let mut html = Html { writer, contents, checkbox: None };
    html.blocks(blocks, false);
    html.writer.out
}

/// Where the inline content of blocks comes from.
trait Contents {
    /// Writes what is next; `content` is what the block has itself.
    fn write(&mut self, content: &[Inline], writer: &mut Writer<'_>);
}

/// From the blocks themselves.
struct Trees;

impl Contents for Trees {
    fn write(&mut self, content: &[Inline], writer: &mut Writer<'_>) {
        writer.tree(content);
    }
}

/// From the source, without a tree in between.
struct Unread<'a> {
    sources: sources::Iter<'a>,
    inlines: Inlines<'a>,
}

impl Contents for Unread<'_> {
    fn write(&mut self, _: &[Inline], writer: &mut Writer<'_>) {
        if let Some(source) = self.sources.next() {
            self.inlines.send(source, writer);
        }
    }
}

struct Html<'a, C> {
    writer: Writer<'a>,
    contents: C,
    /// A checkbox that goes in front of the next paragraph or heading.
    checkbox: Option<bool>,
}

impl<C: Contents> Html<'_, C> {
    fn push(&mut self, html: &str) {
        self.writer.push(html);
    }

    fn inlines(&mut self, content: &[Inline]) {
        self.contents.write(content, &mut self.writer);
    }

    /// Begins a new line, unless one has just begun.
    fn line(&mut self) {
        if !self.writer.out.is_empty() && !self.writer.out.ends_with('\n') {
            self.writer.out.push('\n');
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
                self.writer.out.push(digit);
                self.push(">");
                self.checkbox();
                self.inlines(content);
                self.push("</h");
                self.writer.out.push(digit);
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
                    self.writer.escaped(language);
                    self.push("\"");
                }
                self.push(">");
                self.writer.escaped(text);
                self.push("</code></pre>");
            }
            Block::ThematicBreak => self.push("<hr />"),
            Block::Html(source) if self.writer.bare => self.writer.escaped(source),
            Block::Html(source) => {
                self.push("<p>");
                self.writer.escaped(source);
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

    fn number(&mut self, number: u64) {
        if number >= 10 {
            self.number(number / 10);
        }
        self.writer.out.push(char::from(b'0' + u8::try_from(number % 10).unwrap_or(0)));
    }
}
