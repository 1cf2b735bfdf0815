//! A text as one line without markup, for lists and notifications.

use super::{Block, Inline, Profile, character, parse};

/// Plain text of a message on one line, of at most `max_characters` characters (Unicode scalar
/// values). Whitespace is collapsed; what does not fit is cut off and replaced by `…`, never within
/// an emoji sequence, a flag, or between a letter and its accents (of the common blocks).
///
/// Only the beginning of a long text is read. Where a single block is longer than that, markup which
/// it closes later, and references defined later, show as they are written.
pub fn preview_text(markdown: &str, max_characters: usize) -> String {
    let mut bytes = max_characters.saturating_mul(8).saturating_add(2048);
    loop {
        let beginning = beginning(markdown, bytes);
        let mut preview =
            Preview { line: String::new(), left: max_characters.saturating_add(1), gap: false };
        preview.blocks(&parse(beginning, Profile::Chat));
        let complete = beginning.len() == markdown.len();
        if preview.left == 0 || complete {
            return cut(preview.line, max_characters);
        }
        // Mostly addresses and markup: read on.
        bytes = bytes.saturating_mul(4);
    }
}

/// The text up to the first blank line after `bytes`, or some way on where there is none.
fn beginning(markdown: &str, bytes: usize) -> &str {
    let mut end = bytes;
    let source = markdown.as_bytes();
    while end < source.len() && end < bytes.saturating_mul(2) {
        if matches!(source.get(end..end + 2), Some(b"\n\n")) {
            break;
        }
        end += 1;
    }
    while end < source.len() && !markdown.is_char_boundary(end) {
        end += 1;
    }
    markdown.get(..end).unwrap_or(markdown)
}

/// The line without what is too much for it.
fn cut(mut line: String, max_characters: usize) -> String {
    let Some((mut end, _)) = line.char_indices().nth(max_characters) else { return line };
    // Room for the ellipsis, then back to where something that is shown as one begins.
    for (index, character) in line.get(..end).unwrap_or("").char_indices().rev() {
        end = index;
        let before = line.get(..index).unwrap_or("");
        let flags = before.chars().rev().take_while(|one| character::is_regional(*one)).count();
        let joined = character::extends(character)
            || before.ends_with('\u{200d}')
            || (character::is_regional(character) && flags % 2 == 1);
        if !joined {
            break;
        }
    }
    line.truncate(end);
    line.truncate(line.trim_end().len());
    if max_characters > 0 {
        line.push('…');
    }
    line
}

struct Preview {
    line: String,
    /// Characters that are still wanted.
    left: usize,
    /// A space goes before the next character.
    gap: bool,
}

impl Preview {
    /// Recursion is bounded by the depth of containers.
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            if self.left == 0 {
                return;
            }
            match block {
                Block::Paragraph(content) | Block::Heading { content, .. } => self.inlines(content),
                Block::BlockQuote(blocks) => self.blocks(blocks),
                Block::List { items, .. } => {
                    for item in items {
                        self.blocks(&item.blocks);
                    }
                }
                Block::CodeBlock { text, .. } | Block::Html(text) => self.text(text),
                Block::ThematicBreak => {}
                Block::Table { head, rows, .. } => {
                    self.cells(head);
                    for row in rows {
                        self.cells(row);
                    }
                }
            }
            self.gap = true;
        }
    }

    fn cells(&mut self, cells: &[Vec<Inline>]) {
        for cell in cells {
            self.inlines(cell);
            self.gap = true;
        }
    }

    /// Recursion is bounded by the depth of inline content.
    fn inlines(&mut self, content: &[Inline]) {
        for inline in content {
            match inline {
                Inline::Text(text) | Inline::Code(text) | Inline::Image { alt: text, .. } => {
                    self.text(text);
                }
                Inline::Emphasis(content)
                | Inline::Strong(content)
                | Inline::Strikethrough(content)
                | Inline::Link { content, .. } => self.inlines(content),
                Inline::Mention { name } => {
                    self.text("@");
                    self.text(name);
                }
                Inline::SoftBreak | Inline::HardBreak => self.gap = true,
            }
        }
    }

    fn text(&mut self, text: &str) {
        for character in text.chars() {
            if self.left == 0 {
                return;
            }
            if character.is_whitespace() || character.is_control() {
                self.gap = true;
            } else if !character::is_bidi_span(character) {
                if std::mem::take(&mut self.gap) && !self.line.is_empty() {
                    self.push(' ');
                }
                self.push(character);
            }
        }
    }

    fn push(&mut self, character: char) {
        if self.left > 0 {
            self.left -= 1;
            self.line.push(character);
        }
    }
}
