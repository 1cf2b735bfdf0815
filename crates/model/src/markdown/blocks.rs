//! The block structure: each line goes through the open containers, may open new ones, and leaves
//! the rest to a leaf. Inline content stays source text here, apart from the blocks, to be read once
//! all link reference definitions are known.

use super::container::{Container, Kind, MAX_DEPTH};
use super::leaf;
use super::line::Line;
use super::raw_html::{self, HtmlEnd};
use super::references::References;
use super::scan::{at, slice, work};
use super::sources::Sources;
use super::{Alignment, Block, Inline, Profile, table};

/// The leaf that the last line belongs to, inside the innermost open container. Its text is in
/// `Blocks::text`.
pub(super) enum Leaf {
    None,
    Paragraph,
    IndentedCode,
    FencedCode { mark: u8, length: usize, indent: usize, info: String },
    Html(HtmlEnd),
    Table { alignments: Vec<Alignment>, rows: Vec<Vec<Vec<Inline>>> },
}

/// The state between two lines.
pub(super) struct Blocks {
    pub(super) profile: Profile,
    /// From the document inwards; never empty.
    pub(super) containers: Vec<Container>,
    pub(super) leaf: Leaf,
    pub(super) text: String,
    /// Where the last line of a paragraph begins in `text`.
    pub(super) last_line: usize,
    /// The line before was blank, for the containers from this depth on; otherwise `usize::MAX`.
    pub(super) blank_from: usize,
    /// The line before opened an item and left it empty.
    empty_item: bool,
    /// Empty cells that short table rows may still be filled up with. Without a limit, many short
    /// rows under a wide head would grow the output with the square of the input.
    padding: usize,
    pub(super) references: References,
    pub(super) sources: Sources,
}

impl Blocks {
    pub(super) fn new(profile: Profile, source_bytes: usize) -> Self {
        // Room for a list in the document.
        let mut containers = Vec::with_capacity(4);
        containers.push(Container::new(Kind::Document));
        Self {
            profile,
            containers,
            leaf: Leaf::None,
            text: String::new(),
            last_line: 0,
            blank_from: usize::MAX,
            empty_item: false,
            padding: source_bytes + 1024,
            references: References::new(source_bytes),
            sources: Sources::new(source_bytes),
        }
    }

    /// Closes everything.
    pub(super) fn finish(mut self) -> (Vec<Block>, Sources, References) {
        self.unwind(1);
        self.references.finish();
        let document = self.containers.pop();
        let blocks = document.map_or_else(Vec::new, |document| document.blocks);
        (blocks, self.sources, self.references)
    }

    /// Takes in the next line, given without its ending.
    pub(super) fn line(&mut self, text: &str) {
        let blank = self.place(&mut Line::new(text));
        // Not for the containers around a quote that has its marker.
        let quote = self.containers.iter().rposition(|one| one.kind == Kind::Quote);
        self.blank_from = if blank { quote.unwrap_or(0) } else { usize::MAX };
    }

    /// Puts a line where it belongs; returns whether it is blank and separates blocks.
    fn place(&mut self, line: &mut Line<'_>) -> bool {
        let mut depth = self.matching(line);
        let matched = depth == self.containers.len();
        self.empty_item = false;
        if matched && self.continues_code_or_html(line) {
            let separates = line.is_blank() && matches!(self.leaf, Leaf::IndentedCode);
            self.leaf_line(line);
            return separates;
        }
        let mut opened = false;
        loop {
            let paragraph = !opened && matches!(self.leaf, Leaf::Paragraph);
            if line.is_blank() || (paragraph && line.indent() >= 4) {
                break;
            }
            if line.indent() >= 4 {
                self.open_leaf(depth, Leaf::IndentedCode);
                self.leaf_line(line);
                return false;
            }
            let interrupts = paragraph && matched;
            if (interrupts && self.heading_or_table(line))
                || self.simple_leaf(line, depth, paragraph)
            {
                return false;
            }
            if !self.open_container(line, depth, interrupts) {
                break;
            }
            opened = true;
            depth = self.containers.len();
        }
        self.rest(line, depth, matched, opened)
    }

    /// Goes through the open containers as far as the line belongs to them; returns how many.
    fn matching(&mut self, line: &mut Line<'_>) -> usize {
        let mut depth = 1;
        while let Some(container) = self.containers.get(depth) {
            match container.kind {
                Kind::Document | Kind::List => {}
                Kind::Quote if line.indent() < 4 && at(line.content().as_bytes(), 0) == b'>' => {
                    line.take_marker(1);
                    line.take_columns(1);
                }
                Kind::Item if line.is_blank() => {
                    // An item may begin with one blank line, not with two.
                    if self.empty_item && depth + 1 == self.containers.len() {
                        break;
                    }
                    line.take_columns(container.width);
                }
                Kind::Item if line.indent() >= container.width => {
                    line.take_columns(container.width);
                }
                Kind::Quote | Kind::Item => break,
            }
            depth += 1;
        }
        depth
    }

    /// Whether the line goes on with a leaf that takes whole lines as they are.
    fn continues_code_or_html(&self, line: &Line<'_>) -> bool {
        match self.leaf {
            Leaf::FencedCode { .. } => true,
            Leaf::IndentedCode => line.is_blank() || line.indent() >= 4,
            Leaf::Html(end) => end != HtmlEnd::Blank || !line.is_blank(),
            Leaf::None | Leaf::Paragraph | Leaf::Table { .. } => false,
        }
    }

    /// Adds the line to a leaf that takes whole lines as they are.
    fn leaf_line(&mut self, line: &mut Line<'_>) {
        match &self.leaf {
            Leaf::FencedCode { mark, length, indent, .. } => {
                if line.indent() < 4 && leaf::is_closing_fence(line.content(), *mark, *length) {
                    return self.close_leaf();
                }
                line.take_columns(*indent);
                line.push_rest(&mut self.text);
            }
            Leaf::Html(end) => {
                line.push_rest(&mut self.text);
                if raw_html::block_ends(line.content(), *end) {
                    self.close_leaf();
                }
            }
            _ => {
                line.take_columns(4);
                line.push_rest(&mut self.text);
            }
        }
    }

    /// Turns the open paragraph into a heading, or its last line into the head of a table, if the
    /// line is the right one below it.
    fn heading_or_table(&mut self, line: &Line<'_>) -> bool {
        if let Some(level) = leaf::setext_level(line.content()) {
            self.take_definitions();
            self.take_checkbox();
            if self.text.is_empty() {
                return false;
            }
            self.sources.push(leaf::trim(&self.text));
            self.leaf = Leaf::None;
            self.text.clear();
            self.add(Block::Heading { level, content: Vec::new() });
            return true;
        }
        if self.profile == Profile::CommonMark {
            return false;
        }
        let barred = self.profile == Profile::Chat;
        let Some(alignments) = table::delimiter_row(line.content(), barred) else { return false };
        let mut cells = Sources::default();
        let line = slice(&self.text, self.last_line, self.text.len());
        let columns = table::row(line, usize::MAX, &mut cells);
        if columns != alignments.len() {
            return false;
        }
        self.text.truncate(self.last_line);
        self.close_leaf();
        self.sources.append(&cells);
        self.leaf = Leaf::Table { alignments, rows: Vec::new() };
        true
    }

    /// Opens a leaf that is known by its first line, or adds one that has no other line.
    fn simple_leaf(&mut self, line: &mut Line<'_>, depth: usize, paragraph: bool) -> bool {
        let content = line.content();
        if let Some((level, text)) = leaf::atx_heading(content) {
            self.open_leaf(depth, Leaf::None);
            self.sources.push(text);
            self.add(Block::Heading { level, content: Vec::new() });
        } else if leaf::is_thematic_break(content) {
            self.open_leaf(depth, Leaf::None);
            self.add(Block::ThematicBreak);
        } else if let Some((mark, length, info)) = leaf::opening_fence(content) {
            let info = super::entity::unescape(info).into_owned();
            let indent = line.indent();
            self.open_leaf(depth, Leaf::FencedCode { mark, length, indent, info });
        } else if let Some(end) = raw_html::block_start(content, paragraph) {
            self.open_leaf(depth, Leaf::Html(end));
            self.leaf_line(line);
        } else {
            return false;
        }
        true
    }

    /// Opens the container whose marker is next.
    fn open_container(&mut self, line: &mut Line<'_>, depth: usize, interrupts: bool) -> bool {
        if depth + 2 > MAX_DEPTH {
            return false;
        }
        let content = line.content();
        if at(content.as_bytes(), 0) == b'>' {
            self.open_leaf(depth, Leaf::None);
            self.containers.push(Container::new(Kind::Quote));
            line.take_marker(1);
            line.take_columns(1);
            return true;
        }
        let Some(marker) = leaf::list_marker(content) else { return false };
        let indent = line.indent();
        let begins = leaf::trim(content).len() > marker.length;
        if interrupts && (!begins || marker.number.is_some_and(|number| number != 1)) {
            return false;
        }
        self.unwind(depth);
        let separated = depth > self.blank_from;
        let list = self.containers.last_mut().filter(|top| top.kind == Kind::List);
        if let Some(list) = list
            && list.marker == marker.kind
        {
            list.loose |= separated;
        } else {
            self.open_leaf(depth, Leaf::None);
            let mut list = Container::new(Kind::List);
            list.marker = marker.kind;
            list.number = marker.number;
            self.containers.push(list);
        }
        line.take_marker(marker.length);
        let gap = if line.indent() > 4 || line.is_blank() { 1 } else { line.indent() };
        line.take_columns(gap);
        let mut item = Container::new(Kind::Item);
        item.width = indent + marker.length + gap;
        self.containers.push(item);
        true
    }

    /// What is left of a line that opened no leaf: text, a table row, or nothing. Returns as `place`.
    fn rest(&mut self, line: &Line<'_>, depth: usize, matched: bool, opened: bool) -> bool {
        if line.is_blank() {
            self.unwind(depth);
            self.empty_item =
                opened && self.containers.last().is_some_and(|top| top.kind == Kind::Item);
            return !opened;
        }
        // None where a container has opened: that closes the leaf.
        match &mut self.leaf {
            // Also when containers do not match: a lazy continuation line.
            Leaf::Paragraph => {
                self.text.push('\n');
                self.last_line = self.text.len();
            }
            Leaf::Table { alignments, rows } if matched && leaf::trim(line.content()) != "|" => {
                let columns = alignments.len();
                let mut cells = table::row(line.content(), columns, &mut self.sources);
                while cells < columns && self.padding > 0 {
                    self.padding -= 1;
                    self.sources.push("");
                    cells += 1;
                }
                rows.push(table::unread(cells));
                return false;
            }
            _ => {
                self.open_leaf(depth, Leaf::Paragraph);
                self.last_line = 0;
            }
        }
        work(line.content().len());
        self.text.push_str(line.content());
        false
    }
}
