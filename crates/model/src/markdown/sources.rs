//! The source texts of inline content, apart from the blocks that they belong to.

/// Inline content that is still to be parsed: a text for every paragraph, heading and cell of a
/// table, in the order of the document. The blocks themselves have nothing in these places until
/// then, so that no text is copied into a string of its own before it is known what becomes of it.
#[derive(Default)]
pub(super) struct Sources {
    text: String,
    /// Where each one ends in `text`.
    ends: Vec<usize>,
}

impl Sources {
    /// Of a document of so many bytes, which is no less than all of them have together.
    pub(super) fn new(source_bytes: usize) -> Self {
        Self { text: String::with_capacity(source_bytes), ends: Vec::with_capacity(16) }
    }

    pub(super) fn push(&mut self, source: &str) {
        self.text.push_str(source);
        self.ends.push(self.text.len());
    }

    /// Adds what another has.
    pub(super) fn append(&mut self, others: &Self) {
        for other in others.iter() {
            self.push(other);
        }
    }

    /// How many bytes they have together.
    pub(super) const fn bytes(&self) -> usize {
        self.text.len()
    }

    pub(super) fn iter(&self) -> Iter<'_> {
        Iter { text: &self.text, ends: self.ends.iter(), start: 0 }
    }
}

/// One source after the other.
pub(super) struct Iter<'a> {
    text: &'a str,
    ends: std::slice::Iter<'a, usize>,
    start: usize,
}

impl<'a> Iterator for Iter<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let end = *self.ends.next()?;
        let source = super::scan::slice(self.text, self.start, end);
        self.start = end;
        Some(source)
    }
}
