//! `CommonMark` 0.31 with GFM's tables, strikethrough, task lists and bare addresses: to a typed
//! tree, to safe HTML, to a one-line preview.
//!
//! Made for chat in WebAssembly: no regular expressions, no hash maps, no formatting, no big tables;
//! time linear in the input; nesting bounded, so that nothing overflows the stack. Parsing never
//! fails: every text means something.
//!
//! Deliberate differences from the specifications:
//! - Raw HTML is recognised (so that nothing in a tag is taken for markup) and kept as text.
//! - Named character references are limited to common ones, see `entity`.
//! - Labels of references ignore case in Latin-1, Greek and Cyrillic only, see `character`.
//! - A link has no link in it, not even an address in angle brackets.
//! - Bare addresses end at ideographic and full-width punctuation. The delimiter row of a table has a
//!   bar in it.
//! - Containers and inline content nest 64 deep, fences of code spans have up to 64 backticks, and
//!   repeating the same long reference ends where it would make the output a multiple of the input.
//!
//! Mentions and emoji shortcodes would each be one more [`Inline`] and one more byte that the inline
//! reader stops at.

mod autolink;
mod blocks;
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
mod preview;
mod raw_html;
mod references;
mod scan;
mod table;
mod tree;
pub mod url;

pub use html::{HtmlOptions, to_html, to_html_with};
pub use preview::preview_text;

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
        /// [`url::safe_link`]; in the other profiles it may be anything.
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
    /// A line ending of the source, which means no more than a space.
    SoftBreak,
    /// A line break.
    HardBreak,
}

/// Which dialect a text is read as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Profile {
    /// GFM as people write in a chat: every line ending is a line break, and the tree holds only
    /// links and images with safe addresses; others are their text.
    #[default]
    Chat,
    /// `CommonMark` alone.
    CommonMark,
    /// `CommonMark` with tables, strikethrough, task lists and bare addresses of GFM.
    Gfm,
}

/// The tree of a text.
pub fn parse(markdown: &str, profile: Profile) -> Vec<Block> {
    if markdown.bytes().any(|byte| byte == 0) {
        // As the specification asks; inside the parser 0 stands for the end.
        let replaced = |one| if one == '\0' { char::REPLACEMENT_CHARACTER } else { one };
        return parse(&markdown.chars().map(replaced).collect::<String>(), profile);
    }
    let mut lines = blocks::Blocks::new(profile != Profile::CommonMark, markdown.len());
    let bytes = markdown.as_bytes();
    let mut start = 0;
    while start < bytes.len() {
        let end = start + scan::line_length(bytes, start);
        lines.line(scan::slice(markdown, start, end));
        let windows = scan::at(bytes, end) == b'\r' && scan::at(bytes, end + 1) == b'\n';
        start = end + if windows { 2 } else { 1 };
    }
    let (mut blocks, references) = lines.finish();
    resolve(&mut blocks, &mut inline::Context { profile, references });
    blocks
}

/// Safe HTML of a text: [`parse`] and [`to_html`] in one.
pub fn render_html(markdown: &str, profile: Profile) -> String {
    to_html(&parse(markdown, profile))
}

/// Parses the inline content, which so far is source text. Recursion is bounded by the depth of
/// containers.
fn resolve(blocks: &mut [Block], context: &mut inline::Context) {
    for block in blocks {
        match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => {
                resolve_inline(content, context);
            }
            Block::BlockQuote(blocks) => resolve(blocks, context),
            Block::List { items, .. } => {
                for item in items {
                    resolve(&mut item.blocks, context);
                }
            }
            Block::Table { head, rows, .. } => {
                for row in std::iter::once(head).chain(rows) {
                    for cell in row {
                        resolve_inline(cell, context);
                    }
                }
            }
            Block::CodeBlock { .. } | Block::ThematicBreak | Block::Html(_) => {}
        }
    }
}

fn resolve_inline(content: &mut Vec<Inline>, context: &mut inline::Context) {
    if let Some(Inline::Text(source)) = content.pop() {
        let mut inlines = inline::Inlines::new(&source, context);
        inlines.read();
        *content = inlines.into_tree();
    }
}
