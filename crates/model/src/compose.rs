//! What an agent's composer does to a text: formatting of what is selected, and what the word at the
//! caret asks for.
//!
//! Everything here is of texts and places in them; a place is an offset in bytes, and one that is
//! within a character or past the end is that before it. What was replaced follows from the two
//! texts ([`Edit::change_of`]), so that an interface can leave the rest alone and its undo intact.

mod blocks;
mod marks;
mod typeahead;

use std::ops::Range;

pub use typeahead::{Asked, AskedFor, asked_at, best_names, emoji, search_emoji};

/// A text, and what of it is selected; where nothing is, the caret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The text.
    pub text: String,
    /// From where to where.
    pub selection: Range<usize>,
}

/// A way to format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// `**bold**`
    Bold,
    /// `*italic*`
    Italic,
    /// `~~struck out~~`
    Strike,
    /// `` `code` ``, and lines of code between fences.
    Code,
    /// `[text](address)`
    Link,
    /// Lines that begin with `>`.
    Quote,
    /// Lines that begin with `-`.
    Bullets,
    /// Lines that begin with their number.
    Numbers,
}

impl Edit {
    /// A text with a selection, which is brought in order: on characters, and not beyond the end.
    pub fn new(text: impl Into<String>, selection: Range<usize>) -> Self {
        let text = text.into();
        let start = text.floor_char_boundary(selection.start);
        let end = text.floor_char_boundary(selection.end.max(start));
        Self { text, selection: start..end }
    }

    /// The text formatted where it is selected, or as it was without the format if it has that.
    /// What is selected is the same words, so that doing it again takes it back.
    ///
    /// ```
    /// use inbox_model::compose::{Edit, Format};
    ///
    /// let plain = Edit::new("so good", 3..7);
    /// let bold = plain.format(Format::Bold);
    /// assert_eq!((bold.text.as_str(), bold.selection.clone()), ("so **good**", 5..9));
    /// assert_eq!(bold.format(Format::Bold), plain);
    /// ```
    #[must_use]
    pub fn format(&self, format: Format) -> Self {
        match format {
            Format::Bold => marks::toggle(self, '*', 2),
            Format::Italic => marks::toggle(self, '*', 1),
            Format::Strike => marks::toggle(self, '~', 2),
            Format::Code => marks::code(self),
            Format::Link => marks::link(self),
            Format::Quote => blocks::quote(self),
            Format::Bullets => blocks::list(self, false),
            Format::Numbers => blocks::list(self, true),
        }
    }

    /// The text with something in place of a part of it, and the caret behind that.
    #[must_use]
    pub fn replace(&self, range: Range<usize>, with: &str) -> Self {
        let range = Self::new(self.text.as_str(), range).selection;
        let mut text = self.text.clone();
        text.replace_range(range.clone(), with);
        let caret = range.start + with.len();
        Self { text, selection: caret..caret }
    }

    /// What is to be replaced in a text, and by what, to make this one of it.
    pub fn change_of(&self, before: &str) -> (Range<usize>, &str) {
        let same = |(one, two): &(char, char)| one == two;
        let start: usize = before
            .chars()
            .zip(self.text.chars())
            .take_while(same)
            .map(|(one, _)| one.len_utf8())
            .sum();
        let old = before.get(start..).unwrap_or_default();
        let new = self.text.get(start..).unwrap_or_default();
        let tail: usize = old
            .chars()
            .rev()
            .zip(new.chars().rev())
            .take_while(same)
            .map(|(one, _)| one.len_utf8())
            .sum();
        let with = new.get(..new.len() - tail).unwrap_or_default();
        (start..before.len() - tail, with)
    }

    fn selected(&self) -> &str {
        self.text.get(self.selection.clone()).unwrap_or_default()
    }

    fn left(&self) -> &str {
        self.text.get(..self.selection.start).unwrap_or_default()
    }

    fn right(&self) -> &str {
        self.text.get(self.selection.end..).unwrap_or_default()
    }

    /// The same with another piece in place of what is selected and of so many bytes around it; of
    /// that piece `within` is selected.
    fn put(&self, left: usize, right: usize, piece: &str, within: Range<usize>) -> Self {
        let start = self.selection.start.saturating_sub(left);
        let end = self.selection.end.saturating_add(right);
        let edit = self.replace(start..end, piece);
        Self::new(edit.text, start + within.start..start + within.end)
    }
}

#[cfg(test)]
mod tests;
