//! Inline content, first half: the source becomes a chain of nodes, in which pairs of delimiters
//! and brackets are found as they close. `walk` tells what the chain says.

use std::borrow::Cow;

use super::destination::Target;
use super::references::References;
use super::scan::{at, run, slice};
use super::walk::{Sink, Walk};
use super::{Options, Profile, autolink, character, entity, marks, raw_html, shortcode};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum NodeKind {
    /// Source to show as it is.
    Text,
    /// The source of a character reference.
    Entity,
    /// The source of an emoji shortcode.
    Emoji,
    /// A mention; `start` is the index of the target that holds the name.
    #[cfg(feature = "company")]
    Mention,
    /// The source of a code span, without its backticks.
    Code,
    SoftBreak,
    HardBreak,
    /// From here on emphasised by `*`, `**`, `~~` (the field `start` holds 1, 2 or 3).
    Open,
    /// From here on in a link; `start` is the index of its target.
    Link,
    /// From here on in an image; `start` is the index of its target.
    Image,
    /// The end of the innermost of these.
    Close,
}

/// One node of the chain. Nodes are found by their index; the first is a sentinel.
#[derive(Clone, Copy)]
pub(super) struct Node {
    pub(super) kind: NodeKind,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) previous: usize,
    /// 0 at the end of the chain.
    pub(super) next: usize,
}

/// A run of `*`, `_` or `~` that may open or close emphasis.
pub(super) struct Delimiter {
    pub(super) node: usize,
    pub(super) mark: u8,
    /// Length as written, which the rule of three asks for.
    pub(super) length: usize,
    /// What is not used up.
    pub(super) left: usize,
    pub(super) opens: bool,
    pub(super) closes: bool,
}

/// A `[` or `![` that may open a link or an image.
pub(super) struct Bracket {
    pub(super) node: usize,
    /// Offset after it.
    pub(super) start: usize,
    pub(super) image: bool,
    /// Delimiters before it.
    pub(super) delimiters: usize,
}

/// Longer runs of backticks are text.
const MAX_BACKTICKS: usize = 64;

/// Reads one source after the other, with what all of them share, and with the same room.
pub(super) struct Inlines<'a> {
    pub(super) options: Options<'a>,
    pub(super) references: References,
    pub(super) text: &'a str,
    pub(super) bytes: &'a [u8],
    /// All before it is in nodes, or is text from `plain` on.
    pub(super) offset: usize,
    pub(super) plain: usize,
    pub(super) nodes: Vec<Node>,
    pub(super) last: usize,
    pub(super) targets: Vec<Target<'a>>,
    pub(super) delimiters: Vec<Delimiter>,
    /// Room for the delimiters that may open emphasis, while they are paired.
    pub(super) openers: Vec<usize>,
    pub(super) brackets: Vec<Bracket>,
    /// `[` below this depth have a link after them, and cannot become links around it.
    pub(super) link_floor: usize,
    /// For `raw_html::inline_end`.
    missing: u8,
    pub(super) walk: Walk,
}

impl<'a> Inlines<'a> {
    pub(super) fn new(options: Options<'a>, references: References) -> Self {
        Self {
            options,
            references,
            text: "",
            bytes: b"",
            offset: 0,
            plain: 0,
            nodes: Vec::new(),
            last: 0,
            targets: Vec::new(),
            delimiters: Vec::new(),
            openers: Vec::new(),
            brackets: Vec::new(),
            link_floor: 0,
            missing: 0,
            walk: Walk::default(),
        }
    }

    /// Reads a source, and tells what it says.
    pub(super) fn send(&mut self, source: &'a str, sink: &mut impl Sink) {
        let first = marks::next(source.as_bytes(), 0);
        if first < source.len() {
            self.start(source, first);
            self.read();
            self.tell(sink);
        } else if !source.is_empty() {
            sink.text(source);
        }
    }

    /// Forgets the source before, and begins with another one, in which nothing is before `offset`.
    fn start(&mut self, text: &'a str, offset: usize) {
        self.text = text;
        self.bytes = text.as_bytes();
        self.offset = offset;
        self.plain = 0;
        self.nodes.clear();
        self.nodes.reserve(32);
        self.nodes.push(Node { kind: NodeKind::Text, start: 0, end: 0, previous: 0, next: 0 });
        self.last = 0;
        self.targets.clear();
        self.delimiters.clear();
        self.brackets.clear();
        self.link_floor = 0;
        self.missing = 0;
    }

    /// Makes nodes of the whole source.
    fn read(&mut self) {
        let gfm = self.options.profile != Profile::CommonMark;
        let chat = self.options.profile == Profile::Chat;
        loop {
            self.offset = marks::next(self.bytes, self.offset);
            if self.offset >= self.bytes.len() {
                break;
            }
            let byte = at(self.bytes, self.offset);
            let taken = match byte {
                b'\\' => self.escape(),
                b'\n' => self.line_break(),
                b'`' => self.code(),
                b'*' | b'_' => self.delimiter(byte),
                b'~' if gfm => self.delimiter(byte),
                b'&' => self.entity(),
                b'<' => self.angle(),
                b'[' => self.open_bracket(false),
                b'!' => self.open_bracket(true), // a mark only where `[` is next
                b']' => self.close_bracket(),
                b':' | b'w' | b'W' | b'@' if gfm => {
                    self.bare_address(byte)
                        || (chat && byte == b':' && self.emoji())
                        || (chat && byte == b'@' && self.mention())
                }
                _ => false,
            };
            if !taken {
                self.offset += 1;
            }
        }
        self.flush(self.offset);
        self.pair_delimiters(0);
    }

    /// Adds a node for the source up to `end` that no other node has.
    pub(super) fn flush(&mut self, end: usize) {
        if self.plain < end {
            self.push(NodeKind::Text, self.plain, end);
        }
        self.plain = self.offset;
    }

    /// Adds a node at the end of the chain, and returns its index.
    pub(super) fn push(&mut self, kind: NodeKind, start: usize, end: usize) -> usize {
        self.last = self.insert(self.last, kind, start, end);
        self.last
    }

    /// Adds a node after another, and returns its index.
    pub(super) fn insert(
        &mut self,
        previous: usize,
        kind: NodeKind,
        start: usize,
        end: usize,
    ) -> usize {
        super::scan::work(1);
        let index = self.nodes.len();
        let next = self.nodes.get(previous).map_or(0, |node| node.next);
        if let Some(node) = self.nodes.get_mut(previous) {
            node.next = index;
        }
        if next != 0
            && let Some(node) = self.nodes.get_mut(next)
        {
            node.previous = index;
        }
        self.nodes.push(Node { kind, start, end, previous, next });
        index
    }

    /// Ends the plain text here, adds a node for the source up to `end`, and goes on there.
    fn take(&mut self, kind: NodeKind, start: usize, end: usize, after: usize) -> bool {
        self.flush(self.offset);
        self.push(kind, start, end);
        self.skip_to(after)
    }

    /// Goes on at `offset`, without text from before it.
    pub(super) fn skip_to(&mut self, offset: usize) -> bool {
        self.offset = offset;
        self.plain = offset;
        true
    }

    fn escape(&mut self) -> bool {
        let next = at(self.bytes, self.offset + 1);
        if next == b'\n' {
            let after = super::scan::skip_blanks(self.bytes, self.offset + 2);
            return self.take(NodeKind::HardBreak, 0, 0, after);
        }
        if next.is_ascii_punctuation() {
            self.flush(self.offset);
            self.plain = self.offset + 1;
            self.offset += 2;
            return true;
        }
        false
    }

    fn line_break(&mut self) -> bool {
        let mut end = self.offset;
        while end > self.plain && matches!(at(self.bytes, end - 1), b' ' | b'\t') {
            end -= 1;
        }
        let spaces = slice(self.text, end, self.offset);
        let hard = spaces.ends_with("  ") || self.options.profile == Profile::Chat;
        let kind = if hard { NodeKind::HardBreak } else { NodeKind::SoftBreak };
        let after = super::scan::skip_blanks(self.bytes, self.offset + 1);
        self.flush(end);
        self.push(kind, 0, 0);
        self.skip_to(after)
    }

    fn code(&mut self) -> bool {
        let length = run(self.bytes, self.offset, b'`');
        let start = self.offset + length;
        if let Some(end) = self.closing_backticks(start, length) {
            return self.take(NodeKind::Code, start, end, end + length);
        }
        self.offset = start; // the whole run is text
        true
    }

    /// The next run of exactly `length` backticks from `start` on. It is missing at most once for each
    /// length, so the limit on lengths also limits how often the rest of the text is searched in vain.
    fn closing_backticks(&self, start: usize, length: usize) -> Option<usize> {
        let mut index = start;
        while index < self.bytes.len() && length <= MAX_BACKTICKS {
            let found = run(self.bytes, index, b'`');
            if found == length {
                return Some(index);
            }
            index += found.max(1);
        }
        None
    }

    fn delimiter(&mut self, mark: u8) -> bool {
        let length = run(self.bytes, self.offset, mark);
        let end = self.offset + length;
        let before = slice(self.text, 0, self.offset).chars().next_back().unwrap_or('\n');
        let after = slice(self.text, end, self.bytes.len()).chars().next().unwrap_or('\n');
        let space_before = character::is_whitespace(before);
        let space_after = character::is_whitespace(after);
        let mark_before = character::is_punctuation(before);
        let mark_after = character::is_punctuation(after);
        let left = !space_after && (!mark_after || space_before || mark_before);
        let right = !space_before && (!mark_before || space_after || mark_after);
        let within = mark != b'_';
        let opens = left && (within || !right || mark_before);
        let closes = right && (within || !left || mark_after);
        if (mark == b'~' && length > 2) || !(opens || closes) {
            self.offset = end;
            return true;
        }
        self.flush(self.offset);
        let node = self.push(NodeKind::Text, self.offset, end);
        self.delimiters.push(Delimiter { node, mark, length, left: length, opens, closes });
        self.skip_to(end)
    }

    fn entity(&mut self) -> bool {
        // Decoded again by `walk`; here only its length is wanted.
        let length = entity::decode(self.text, self.offset, &mut String::new());
        length > 0
            && self.take(NodeKind::Entity, self.offset, self.offset + length, self.offset + length)
    }

    fn angle(&mut self) -> bool {
        if let Some((end, mail)) = autolink::angle(self.bytes, self.offset) {
            // No link around it.
            self.link_floor = self.brackets.len();
            return self.address(self.offset + 1, end - 1, if mail { "mailto:" } else { "" }, end);
        }
        let end = raw_html::inline_end(self.bytes, self.offset, &mut self.missing);
        end.is_some_and(|end| self.take(NodeKind::Text, self.offset, end, end))
    }

    fn bare_address(&mut self, byte: u8) -> bool {
        let stop = !self.brackets.is_empty();
        let chat = self.options.profile == Profile::Chat;
        let found = autolink::bare(self.bytes, self.plain, self.offset, byte, stop, chat);
        let Some((start, end, prefix)) = found else { return false };
        self.offset = start;
        self.address(start, end, prefix, end)
    }

    fn emoji(&mut self) -> bool {
        let Some((_, end)) = shortcode::shortcode(self.text, self.offset) else { return false };
        self.take(NodeKind::Emoji, self.offset, end, end)
    }

    #[cfg(not(feature = "company"))]
    #[expect(clippy::unused_self, reason = "mentions are among the company's people")]
    fn mention(&self) -> bool {
        false
    }

    #[cfg(feature = "company")]
    fn mention(&mut self) -> bool {
        let names = self.options.mentions;
        let Some((name, end)) = super::mention::mentioned(self.text, self.offset, names) else {
            return false;
        };
        self.flush(self.offset);
        self.push(NodeKind::Mention, self.targets.len(), 0);
        self.targets.push(Target { href: Cow::Borrowed(name), title: None });
        self.skip_to(end)
    }

    /// Adds a link whose text is its address.
    fn address(&mut self, start: usize, end: usize, prefix: &str, after: usize) -> bool {
        self.flush(self.offset);
        let written = slice(self.text, start, end);
        let href = if prefix.is_empty() {
            Cow::Borrowed(written)
        } else {
            Cow::Owned([prefix, written].concat())
        };
        self.push(NodeKind::Link, self.targets.len(), 0);
        self.targets.push(Target { href, title: None });
        self.push(NodeKind::Text, start, end);
        self.push(NodeKind::Close, 0, 0);
        self.skip_to(after)
    }
}
