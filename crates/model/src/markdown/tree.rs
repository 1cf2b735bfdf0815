//! Inline content, second half: the chain of nodes becomes a tree.

use super::inline::{Inlines, NodeKind};
use super::scan::{slice, work};
use super::{Inline, Profile, character, entity, shortcode, url};

/// How deep inline content nests. Emphasis, links and images beyond that lose their effect, not
/// their text. It bounds every recursion over the finished tree.
const MAX_DEPTH: usize = 64;

/// What becomes of the nodes between an opening node and its `Close`.
#[derive(Clone, Copy)]
enum Wrap {
    /// They go to what is around them.
    Nothing,
    Emphasis,
    Strong,
    Strikethrough,
    /// A link to the target of this index.
    Link(usize),
    /// An image from the target of this index.
    Image(usize),
}

/// An opening node without its `Close` so far.
struct Frame {
    wrap: Wrap,
    /// Its content begins here among the finished nodes.
    first: usize,
}

#[derive(Default)]
struct Tree {
    done: Vec<Inline>,
    frames: Vec<Frame>,
    /// Frames that wrap.
    depth: usize,
    in_link: bool,
    /// Within an image only text counts, and goes here.
    alt: Option<String>,
}

impl Inlines<'_, '_> {
    /// The tree of what was read.
    pub(super) fn into_tree(mut self) -> Vec<Inline> {
        let mut tree = Tree::default();
        let mut index = self.nodes.first().map_or(0, |sentinel| sentinel.next);
        while index != 0 {
            work(1);
            let Some(node) = self.nodes.get(index).copied() else { break };
            let source = slice(self.text, node.start, node.end);
            match node.kind {
                NodeKind::Text => tree.text(source),
                NodeKind::Entity => {
                    let mut decoded = String::new();
                    entity::decode(source, 0, &mut decoded);
                    tree.text(&decoded);
                }
                NodeKind::Emoji => {
                    tree.text(shortcode::shortcode(source, 0).map_or(source, |(emoji, _)| emoji));
                }
                #[cfg(feature = "company")]
                NodeKind::Mention => {
                    let target = self.targets.get_mut(node.start).map(std::mem::take);
                    tree.mention(target.unwrap_or_default().href);
                }
                NodeKind::Code => tree.code(source),
                NodeKind::SoftBreak => tree.line_break(Inline::SoftBreak),
                NodeKind::HardBreak => tree.line_break(Inline::HardBreak),
                NodeKind::Open => tree.open(match node.start {
                    1 => Wrap::Emphasis,
                    2 => Wrap::Strong,
                    _ => Wrap::Strikethrough,
                }),
                NodeKind::Link => {
                    let shown = self.is_safe(node.start, url::whole_link) && !tree.in_link;
                    tree.open(if shown { Wrap::Link(node.start) } else { Wrap::Nothing });
                }
                NodeKind::Image => tree.open(Wrap::Image(node.start)),
                NodeKind::Close => self.close(&mut tree),
            }
            index = node.next;
        }
        self.context.nodes = self.nodes;
        tree.done
    }

    /// Whether the target may be in the tree. The profiles of the specifications keep all of them.
    fn is_safe(&self, target: usize, check: fn(&str) -> Option<&str>) -> bool {
        self.context.options.profile != Profile::Chat
            || self.targets.get(target).is_some_and(|target| check(&target.href).is_some())
    }

    fn close(&mut self, tree: &mut Tree) {
        let Some(frame) = tree.frames.pop() else { return };
        let first = frame.first;
        let node = match frame.wrap {
            Wrap::Nothing => return,
            Wrap::Emphasis => Inline::Emphasis(tree.done.split_off(first)),
            Wrap::Strong => Inline::Strong(tree.done.split_off(first)),
            Wrap::Strikethrough => Inline::Strikethrough(tree.done.split_off(first)),
            Wrap::Link(target) => {
                tree.in_link = false;
                #[cfg_attr(not(feature = "company"), expect(unused_mut, reason = "see below"))]
                let mut content = tree.done.split_off(first);
                let Some(target) = self.targets.get_mut(target).map(std::mem::take) else { return };
                #[cfg(feature = "company")]
                if self.context.options.profile == Profile::Chat {
                    unmask(&mut content, &target.href);
                }
                Inline::Link { href: target.href, title: target.title, content }
            }
            Wrap::Image(target) => {
                let alt = tree.alt.take().unwrap_or_default();
                let safe = self.is_safe(target, url::safe_image);
                let Some(target) = self.targets.get_mut(target).map(std::mem::take) else { return };
                if safe {
                    Inline::Image { src: target.href, alt, title: target.title }
                } else {
                    tree.depth -= 1;
                    return tree.text(&alt);
                }
            }
        };
        tree.depth -= 1;
        tree.done.push(node);
    }
}

impl Tree {
    fn open(&mut self, wrap: Wrap) {
        let wrap = if self.alt.is_some() || self.depth >= MAX_DEPTH { Wrap::Nothing } else { wrap };
        self.depth += usize::from(!matches!(wrap, Wrap::Nothing));
        self.in_link |= matches!(wrap, Wrap::Link(_));
        if matches!(wrap, Wrap::Image(_)) {
            self.alt = Some(String::new());
        }
        // Text of a frame that does not wrap goes on with the text before it.
        let around = self.frames.last().map_or(0, |frame| frame.first);
        let first = if matches!(wrap, Wrap::Nothing) { around } else { self.done.len() };
        self.frames.push(Frame { wrap, first });
    }

    fn text(&mut self, text: &str) {
        work(text.len());
        if text.is_empty() {
            return; // delimiters that were all used
        }
        let first = self.frames.last().map_or(0, |frame| frame.first);
        let strict = self.in_link || self.alt.is_some();
        let out = if let Some(alt) = &mut self.alt {
            alt
        } else {
            let continues =
                self.done.len() > first && matches!(self.done.last(), Some(Inline::Text(_)));
            if !continues {
                self.done.push(Inline::Text(String::new()));
            }
            let Some(Inline::Text(last)) = self.done.last_mut() else { return };
            last
        };
        push_visible(out, text, strict, '\n');
    }

    #[cfg(feature = "company")]
    fn mention(&mut self, name: String) {
        if self.in_link || self.alt.is_some() {
            self.text("@");
            self.text(&name);
        } else {
            self.done.push(Inline::Mention { name });
        }
    }

    fn code(&mut self, source: &str) {
        let mut code = String::with_capacity(source.len());
        work(source.len());
        push_visible(&mut code, source, self.in_link || self.alt.is_some(), ' ');
        // Spaces that only keep backticks apart from the fence.
        let padded = code.starts_with(' ') && code.ends_with(' ');
        if padded && code.bytes().any(|byte| byte != b' ') {
            code.pop();
            code.remove(0);
        }
        if let Some(alt) = &mut self.alt {
            alt.push_str(&code);
        } else {
            self.done.push(Inline::Code(code));
        }
    }

    fn line_break(&mut self, node: Inline) {
        if let Some(alt) = &mut self.alt {
            alt.push(' ');
        } else {
            self.done.push(node);
        }
    }
}

/// Adds to the text of a link where it really leads, if it looks like another address.
#[cfg(feature = "company")]
fn unmask(content: &mut Vec<Inline>, href: &str) {
    let mut shown = String::new();
    collect_text(content, &mut shown);
    if let Some(real) = url::disguised(&shown, href) {
        let mut told = String::from(" (");
        push_visible(&mut told, real, true, ' ');
        told.push(')');
        match content.last_mut() {
            Some(Inline::Text(last)) => last.push_str(&told),
            _ => content.push(Inline::Text(told)),
        }
    }
}

/// The text of inline content. Recursion is bounded by its depth.
#[cfg(feature = "company")]
fn collect_text(content: &[Inline], out: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(text) | Inline::Code(text) | Inline::Image { alt: text, .. } => {
                out.push_str(text);
            }
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Strikethrough(content) => {
                collect_text(content, out);
            }
            // No link has these in it.
            Inline::Link { .. } | Inline::Mention { .. } => {}
            Inline::SoftBreak | Inline::HardBreak => out.push(' '),
        }
    }
}

/// Adds text with `line_feed` for its line feeds; if `strict`, without the characters that would let
/// a link pose as another address by reordering what is shown.
fn push_visible(out: &mut String, text: &str, strict: bool, line_feed: char) {
    if !strict && (line_feed == '\n' || !text.as_bytes().contains(&b'\n')) {
        return out.push_str(text);
    }
    for character in text.chars() {
        if !(strict && character::is_bidi_control(character)) {
            out.push(if character == '\n' { line_feed } else { character });
        }
    }
}
