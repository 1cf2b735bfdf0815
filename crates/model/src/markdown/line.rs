//! One line and a place in it, in columns: tabs stop at every fourth.

use super::scan::{at, skip_blanks, slice, work};

/// A line without its ending. Containers take their markers and indentation off its front.
pub(super) struct Line<'a> {
    text: &'a str,
    bytes: &'a [u8],
    /// What is left begins here.
    offset: usize,
    /// The column of that, counted from the start of the whole line.
    column: usize,
    /// Some columns of the tab at `offset` are used up.
    inside_tab: bool,
    /// The first byte from `offset` on that is neither space nor tab, and its column.
    start: usize,
    start_column: usize,
}

impl<'a> Line<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut line = Self {
            text,
            bytes: text.as_bytes(),
            offset: 0,
            column: 0,
            inside_tab: false,
            start: 0,
            start_column: 0,
        };
        line.find_start();
        line
    }

    /// Blank columns before the first visible character.
    pub(super) fn indent(&self) -> usize {
        self.start_column - self.column
    }

    /// Whether nothing visible is left.
    pub(super) fn is_blank(&self) -> bool {
        self.start >= self.bytes.len()
    }

    /// What is left from the first visible character on.
    pub(super) fn content(&self) -> &'a str {
        slice(self.text, self.start, self.bytes.len())
    }

    /// Takes up to `columns` blank columns.
    pub(super) fn take_columns(&mut self, columns: usize) {
        let goal = self.start_column.min(self.column + columns);
        while self.column < goal {
            let width = if at(self.bytes, self.offset) == b'\t' { 4 - self.column % 4 } else { 1 };
            self.inside_tab = self.column + width > goal;
            if self.inside_tab {
                self.column = goal;
            } else {
                self.column += width;
                self.offset += 1;
            }
        }
    }

    /// Takes the indentation and a marker of `length` ASCII characters after it.
    pub(super) fn take_marker(&mut self, length: usize) {
        self.inside_tab = false;
        self.offset = self.start + length;
        self.column = self.start_column + length;
        self.find_start();
    }

    /// Adds what is left to `out`, the rest of a tab as spaces, and a line feed.
    pub(super) fn push_rest(&self, out: &mut String) {
        let mut offset = self.offset;
        if self.inside_tab {
            offset += 1;
            for _ in self.column % 4..4 {
                out.push(' ');
            }
        }
        work(self.bytes.len() - offset);
        out.push_str(slice(self.text, offset, self.bytes.len()));
        out.push('\n');
    }

    fn find_start(&mut self) {
        self.start = skip_blanks(self.bytes, self.offset);
        self.start_column = self.column;
        for index in self.offset..self.start {
            let is_tab = at(self.bytes, index) == b'\t';
            self.start_column += if is_tab { 4 - self.start_column % 4 } else { 1 };
        }
    }
}
