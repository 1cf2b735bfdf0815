//! What becomes of leaves and containers as they close.

use super::blocks::{Blocks, Leaf};
use super::container::Kind;
use super::leaf::trim;
use super::scan::{at, is_whitespace, line_length, slice};
use super::{Block, Profile, table};

impl Blocks {
    /// Closes the leaf, and all containers from `depth` on.
    pub(super) fn unwind(&mut self, depth: usize) {
        self.close_leaf();
        while self.containers.len() > depth.max(1) {
            if let Some(closed) = self.containers.pop()
                && let Some(top) = self.containers.last_mut()
            {
                top.absorb(closed);
            }
        }
    }

    /// Makes room for a block at `depth`.
    pub(super) fn open_leaf(&mut self, depth: usize, leaf: Leaf) {
        self.unwind(depth);
        let mut depth = self.containers.len();
        if self.containers.last().is_some_and(|top| top.kind == Kind::List) {
            depth -= 1; // no item of it goes on, so the list is over
            self.unwind(depth);
        }
        // The second block of an item, after a blank line.
        if depth > self.blank_from
            && self.containers.last().is_some_and(|top| top.defines || !top.blocks.is_empty())
            && depth >= 2
            && let Some(list) = self.containers.get_mut(depth - 2)
        {
            list.loose = true;
        }
        self.leaf = leaf;
    }

    /// Puts the leaf into the innermost container.
    pub(super) fn close_leaf(&mut self) {
        let block = match std::mem::replace(&mut self.leaf, Leaf::None) {
            Leaf::None => return,
            Leaf::Paragraph => {
                self.take_definitions();
                self.take_checkbox();
                let text = trim(&self.text);
                (!text.is_empty()).then(|| {
                    self.sources.push(text);
                    Block::Paragraph(Vec::new())
                })
            }
            Leaf::IndentedCode => {
                // Blank lines at the end are no part of it; blanks on its last line are.
                let visible = self.text.trim_end_matches([' ', '\t', '\n']).len();
                let length = line_length(self.text.as_bytes(), visible);
                self.text.truncate(visible + length + 1);
                Some(Block::CodeBlock { info: String::new(), text: std::mem::take(&mut self.text) })
            }
            Leaf::FencedCode { info, .. } => {
                Some(Block::CodeBlock { info, text: std::mem::take(&mut self.text) })
            }
            Leaf::Html(_) => {
                self.text.pop(); // the last line feed
                Some(Block::Html(std::mem::take(&mut self.text)))
            }
            Leaf::Table { alignments, rows } => {
                let head = table::unread(alignments.len());
                Some(Block::Table { alignments, head, rows })
            }
        };
        self.text.clear();
        if let Some(block) = block {
            self.add(block);
        }
    }

    /// Puts a block into the innermost container.
    pub(super) fn add(&mut self, block: Block) {
        if let Some(top) = self.containers.last_mut() {
            top.blocks.push(block);
        }
    }

    /// Takes the link reference definitions off the front of the open paragraph.
    pub(super) fn take_definitions(&mut self) {
        let left = self.references.take(&self.text).len();
        let taken = self.text.len() - left;
        if taken > 0 {
            self.text = slice(&self.text, taken, taken + left).to_owned();
            self.last_line = self.last_line.saturating_sub(taken);
            if let Some(top) = self.containers.last_mut() {
                top.defines = true;
            }
        }
    }

    /// Takes the checkbox off the front of an item's first paragraph.
    pub(super) fn take_checkbox(&mut self) {
        let bytes = self.text.as_bytes();
        let ticked = matches!(at(bytes, 1), b'x' | b'X');
        if self.profile == Profile::CommonMark
            || at(bytes, 0) != b'['
            || !(ticked || is_whitespace(at(bytes, 1)))
            || at(bytes, 2) != b']'
            || !is_whitespace(at(bytes, 3))
        {
            return;
        }
        let rest = slice(&self.text, 4, self.text.len());
        if trim(rest).is_empty() {
            return; // blanks at the end are no part of a paragraph, and nothing else is behind it
        }
        if let Some(item) = self.containers.last_mut()
            && item.kind == Kind::Item
            && item.blocks.is_empty()
        {
            item.task = Some(ticked);
            self.text = rest.to_owned();
        }
    }
}
