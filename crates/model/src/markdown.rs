//! `CommonMark` 0.31 with GFM's tables, strikethrough, task lists and bare addresses: to a typed
//! tree, to safe HTML, to a one-line preview.
//!
//! Made for chat in WebAssembly: no regular expressions, no hash maps, no formatting, no big tables;
//! time linear in the input; nesting bounded, so that nothing overflows the stack. Parsing never
//! fails: every text means something.
//!
//! It follows the specifications of `CommonMark` 0.31.2 and GFM 0.29 to the letter, every example of both
//! included, but for this:
//! - Raw HTML is recognised (so that nothing in a tag is taken for markup) and kept as text. With that,
//!   GFM's list of disallowed raw HTML is moot.
//! - Limits, where what is beyond them is text: containers and inline content nest 64 deep, fences of
//!   code spans have up to 64 backticks, destinations nest 32 parentheses, and repeating the same long
//!   reference ends where it would make the output a multiple of the input.
//! - [`Profile::Chat`] differs on purpose, as it says.
//! - Without the feature `full`, as in the messenger, named character references and emoji shortcodes
//!   are limited to common ones (see `tables`), labels of references ignore case in Latin-1, Greek
//!   and Cyrillic only, and punctuation beyond the basic multilingual plane are emoji (see `character`).
//!
//! Where the specification leaves open what a link within a link is, the sentence "Links may not contain
//! other links" counts: the inner one is the link, also if it is an address in angle brackets. A bare
//! address within the text of a link is that text, as in GFM's own implementation.

mod autolink;
mod blocks;
mod cache;
mod character;
mod closing;
mod container;
mod delimiter;
mod destination;
mod entity;
#[cfg(test)]
mod growth;
mod html;
mod inline;
mod leaf;
mod line;
mod link;
mod marks;
#[cfg(feature = "company")]
mod mention;
mod name;
mod options;
mod plain;
mod preview;
mod raw_html;
mod references;
mod scan;
mod shortcode;
mod sources;
mod table;
mod tables;
mod tree;
pub mod url;
mod walk;

use references::References;
use sources::Sources;

pub use cache::Cache;
pub use html::to_html;
pub use name::plain_name;
pub use options::{Images, Options, Profile};
pub use preview::preview_text;
pub use shortcode::expand_shortcodes;
#[cfg(feature = "company")]
pub use shortcode::find_shortcodes;

/// A part of a text that stands by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Running text.
    Paragraph(Vec<Inline>),
    /// A heading.
    Heading {
        /// 1 (highest) to 6.
        level: u8,
        /// Its text.
        content: Vec<Inline>,
    },
    /// A quotation.
    BlockQuote(Vec<Block>),
    /// A bullet list, a numbered list, a list of tasks.
    List {
        /// The first number; none for bullets.
        ordered: Option<u64>,
        /// No blank lines between the items: their paragraphs are set without space around them.
        tight: bool,
        /// Its items, at least one.
        items: Vec<ListItem>,
    },
    /// Preformatted text.
    CodeBlock {
        /// What stands after the opening fence, by convention the language first; may be empty.
        info: String,
        /// The text with its line feeds, the last one included.
        text: String,
    },
    /// A line across.
    ThematicBreak,
    /// A table of GFM.
    Table {
        /// One for each column.
        alignments: Vec<Alignment>,
        /// The cells of the head, as many as there are columns.
        head: Vec<Vec<Inline>>,
        /// The rows below it, of as many cells; fewer only in absurdly large tables.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// Raw HTML, to be shown as the text it is.
    Html(String),
}

/// One item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListItem {
    /// Its checkbox and whether that is ticked, if it has one.
    pub task: Option<bool>,
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// How the cells of a column are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alignment {
    /// As the page sets them.
    None,
    /// To the left.
    Left,
    /// In the middle.
    Center,
    /// To the right.
    Right,
}

/// A part of running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Text as it is, raw HTML included.
    Text(String),
    /// Code.
    Code(String),
    /// Emphasis, usually set in italics.
    Emphasis(Vec<Inline>),
    /// Strong emphasis, usually set in bold.
    Strong(Vec<Inline>),
    /// Struck out.
    Strikethrough(Vec<Inline>),
    /// A link. No link is within its content.
    Link {
        /// Where it leads, as written: not percent-encoded. In [`Profile::Chat`] it has passed
        /// [`url::whole_link`]; in the other profiles it may be anything.
        href: String,
        /// What a pointer on it may show.
        title: Option<String>,
        /// What is shown.
        content: Vec<Inline>,
    },
    /// An image.
    Image {
        /// Its address, as written. In [`Profile::Chat`] it has passed [`url::safe_image`]; in the
        /// other profiles it may be anything.
        src: String,
        /// Its description; may be empty.
        alt: String,
        /// What a pointer on it may show.
        title: Option<String>,
    },
    /// Somebody is mentioned. In [`Profile::Chat`] only, not within links, and with the feature `company`:
    /// mentions are among the company's people, customers read them as words.
    Mention {
        /// Who, without the `@`: as written, or as it is in [`Options::mentions`]. Without
        /// whitespace and bidirectional controls, unless the list's name has them.
        name: String,
    },
    /// A line ending of the source, which means no more than a space.
    SoftBreak,
    /// A line break.
    HardBreak,
}

/// The tree of a text.
///
/// ```
/// use inbox_model::markdown::{Block, Inline, Profile, parse};
///
/// let text = Inline::Text("Hello ".into());
/// let name = Inline::Mention { name: "maya".into() };
/// assert_eq!(parse("Hello @maya", Profile::Chat), [Block::Paragraph(vec![text, name])]);
/// ```
pub fn parse<'a>(markdown: &str, options: impl Into<Options<'a>>) -> Vec<Block> {
    read(markdown, options.into())
}

/// Safe HTML of a text: [`parse`] and [`to_html`] in one.
///
/// ```
/// use inbox_model::markdown::{Profile, render_html};
///
/// assert_eq!(render_html("*Hi* <b>", Profile::Chat), "<p><em>Hi</em> &lt;b&gt;</p>\n");
/// ```
pub fn render_html<'a>(markdown: &str, options: impl Into<Options<'a>>) -> String {
    let mut html = String::new();
    render_html_into(markdown, options, &mut html);
    html
}

/// The same in place of what is in `html`, whose room is used again.
pub fn render_html_into<'a>(markdown: &str, options: impl Into<Options<'a>>, html: &mut String) {
    let options = options.into();
    *html = plain::to_html(markdown, options, html)
        .unwrap_or_else(|| write(markdown, options, std::mem::take(html)));
}

fn read(markdown: &str, options: Options<'_>) -> Vec<Block> {
    if let Some(replaced) = without_nul(markdown) {
        return read(&replaced, options);
    }
    #[cfg(feature = "company")]
    let (text, beyond) = limited(markdown, options.profile);
    #[cfg(not(feature = "company"))]
    let text = markdown;
    let (mut blocks, sources, references) = blocks_of(text, options.profile);
    let mut inlines = inline::Inlines::new(options, references);
    let mut sources = sources.iter();
    resolve(&mut blocks, &mut |content| {
        let mut tree = tree::Tree::default();
        inlines.send(sources.next().unwrap_or(""), &mut tree);
        *content = tree.done;
    });
    #[cfg(feature = "company")]
    blocks.extend(unformatted(beyond));
    blocks
}

fn write(markdown: &str, options: Options<'_>, room: String) -> String {
    if let Some(replaced) = without_nul(markdown) {
        return write(&replaced, options, room);
    }
    #[cfg(feature = "company")]
    let (text, beyond) = limited(markdown, options.profile);
    #[cfg(not(feature = "company"))]
    let text = markdown;
    let (blocks, sources, references) = blocks_of(text, options.profile);
    let inlines = inline::Inlines::new(options, references);
    #[cfg_attr(not(feature = "company"), expect(unused_mut, reason = "nothing is beyond"))]
    let mut html = html::write(&blocks, &sources, inlines, room);
    #[cfg(feature = "company")]
    if !beyond.is_empty() {
        html.push_str(&to_html(&unformatted(beyond), options));
    }
    html
}

/// As the specification asks; inside the parser 0 stands for the end.
fn without_nul(markdown: &str) -> Option<String> {
    let replaced = |one| if one == '\0' { char::REPLACEMENT_CHARACTER } else { one };
    markdown.as_bytes().contains(&0).then(|| markdown.chars().map(replaced).collect())
}

/// The block structure of a text, and what is needed to read the inline content.
fn blocks_of(text: &str, profile: Profile) -> (Vec<Block>, Sources, References) {
    let mut blocks = blocks::Blocks::new(profile, text.len());
    let bytes = text.as_bytes();
    let mut start = 0;
    while start < bytes.len() {
        let end = start + scan::line_length(bytes, start);
        blocks.line(scan::slice(text, start, end));
        let windows = scan::at(bytes, end) == b'\r' && scan::at(bytes, end + 1) == b'\n';
        start = end + if windows { 2 } else { 1 };
    }
    blocks.finish()
}

/// Paragraphs of lines as they are written.
#[cfg(feature = "company")]
fn unformatted(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let bytes = text.as_bytes();
    let mut content = Vec::new();
    let mut start = 0;
    while start < bytes.len() {
        let end = start + scan::line_length(bytes, start);
        let line = scan::slice(text, start, end);
        start = end + 1;
        if !line.is_empty() {
            if !content.is_empty() {
                content.push(Inline::HardBreak);
            }
            content.push(Inline::Text(line.to_owned()));
        }
        // A return before a line feed is the end of the same line.
        let ends = line.is_empty()
            && !(scan::at(bytes, end) == b'\n' && scan::at(bytes, end.wrapping_sub(1)) == b'\r');
        if !content.is_empty() && (ends || start >= bytes.len()) {
            blocks.push(Block::Paragraph(std::mem::take(&mut content)));
        }
    }
    blocks
}

/// What is formatted of a text, and what is beyond the limit of its profile: from the start of a line on,
/// unless that line is longer than all that is formatted.
#[cfg(feature = "company")]
fn limited(markdown: &str, profile: Profile) -> (&str, &str) {
    let length = markdown.len();
    let mut end = Profile::CHAT_BYTES;
    if profile != Profile::Chat || length <= end {
        return (markdown, "");
    }
    while end > 0 && scan::at(markdown.as_bytes(), end - 1) != b'\n' {
        end -= 1;
    }
    if end == 0 {
        end = Profile::CHAT_BYTES;
        while !markdown.is_char_boundary(end) {
            end -= 1;
        }
    }
    (scan::slice(markdown, 0, end), scan::slice(markdown, end, length))
}

/// Puts in the inline content, source by source. Recursion is bounded by the depth of containers.
fn resolve(blocks: &mut [Block], next: &mut impl FnMut(&mut Vec<Inline>)) {
    for block in blocks {
        match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => next(content),
            Block::BlockQuote(blocks) => resolve(blocks, next),
            Block::List { items, .. } => {
                for item in items {
                    resolve(&mut item.blocks, next);
                }
            }
            Block::Table { head, rows, .. } => {
                for row in std::iter::once(head).chain(rows) {
                    row.iter_mut().for_each(&mut *next);
                }
            }
            Block::CodeBlock { .. } | Block::ThematicBreak | Block::Html(_) => {}
        }
    }
}
