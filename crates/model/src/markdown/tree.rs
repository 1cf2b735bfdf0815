//! Inline content as a tree.

use super::Inline;
use super::walk::{Sink, Style};

/// Builds the tree of what it is told.
#[derive(Default)]
pub(super) struct Tree {
    /// What is finished, and what is open: that still without its content, which comes after it.
    pub(super) done: Vec<Inline>,
    /// Where in `done` the content of each open one begins.
    open: Vec<usize>,
}

impl Tree {
    /// Begins what has content.
    fn begin(&mut self, inline: Inline) {
        self.done.push(inline);
        self.open.push(self.done.len());
    }

    /// Ends what was begun last.
    fn end(&mut self) {
        let Some(first) = self.open.pop() else { return };
        let inner = self.done.split_off(first);
        if let Some(
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Strikethrough(content)
            | Inline::Link { content, .. },
        ) = self.done.last_mut()
        {
            *content = inner;
        }
    }
}

impl Sink for Tree {
    fn text(&mut self, text: &str) {
        // Where something has just begun, that is the last.
        match self.done.last_mut() {
            Some(Inline::Text(last)) => last.push_str(text),
            _ => self.done.push(Inline::Text(text.to_owned())),
        }
    }

    fn code(&mut self, code: &str) {
        self.done.push(Inline::Code(code.to_owned()));
    }

    fn soft_break(&mut self) {
        self.done.push(Inline::SoftBreak);
    }

    fn hard_break(&mut self) {
        self.done.push(Inline::HardBreak);
    }

    fn open(&mut self, style: Style) {
        let content = Vec::new();
        self.begin(match style {
            Style::Emphasis => Inline::Emphasis(content),
            Style::Strong => Inline::Strong(content),
            Style::Strikethrough => Inline::Strikethrough(content),
        });
    }

    fn close(&mut self, _: Style) {
        self.end();
    }

    fn open_link(&mut self, href: &str, title: Option<&str>) -> bool {
        let title = title.map(str::to_owned);
        self.begin(Inline::Link { href: href.to_owned(), title, content: Vec::new() });
        true
    }

    fn close_link(&mut self, _: bool) {
        self.end();
    }

    fn image(&mut self, src: &str, alt: &str, title: Option<&str>) {
        let (src, alt, title) = (src.to_owned(), alt.to_owned(), title.map(str::to_owned));
        self.done.push(Inline::Image { src, alt, title });
    }

    #[cfg(feature = "company")]
    fn mention(&mut self, name: &str) {
        self.done.push(Inline::Mention { name: name.to_owned() });
    }
}
