//! Inline content, second half: what the chain of nodes says, told from its beginning to its end to
//! whoever makes something of it, a tree (`tree`) or HTML (`html`).

use std::borrow::Cow;

use super::destination::Target;
use super::inline::{Inlines, Node, NodeKind};
use super::scan::{slice, work};
use super::{Profile, character, entity, shortcode, url};

/// How deep inline content nests. Emphasis, links and images beyond that lose their effect, not
/// their text. It bounds every recursion over a finished tree.
const MAX_DEPTH: usize = 64;

/// What text within it looks like.
#[derive(Clone, Copy)]
pub(super) enum Style {
    Emphasis,
    Strong,
    Strikethrough,
}

/// Takes inline content piece by piece. What opens is closed in turn.
pub(super) trait Sink {
    /// Text; several in a row are one.
    fn text(&mut self, text: &str);
    fn code(&mut self, code: &str);
    fn soft_break(&mut self);
    fn hard_break(&mut self);
    fn open(&mut self, style: Style);
    fn close(&mut self, style: Style);
    /// The beginning of a link; returns what is to be given back at its end.
    fn open_link(&mut self, href: &str, title: Option<&str>) -> bool;
    fn close_link(&mut self, leads: bool);
    fn image(&mut self, src: &str, alt: &str, title: Option<&str>);
    #[cfg(feature = "company")]
    fn mention(&mut self, name: &str);
}

/// What becomes of the nodes between an opening node and its `Close`.
#[derive(Clone, Copy)]
enum Wrap {
    /// They go to what is around them.
    Nothing,
    Style(Style),
    /// A link to the target of this index, and what the sink said to it.
    Link {
        target: usize,
        leads: bool,
    },
    /// An image from the target of this index.
    Image(usize),
}

/// The state between two nodes; its room is kept from one block for the next.
#[derive(Default)]
pub(super) struct Walk {
    /// What is open.
    wraps: Vec<Wrap>,
    /// How many of them wrap.
    depth: usize,
    in_link: bool,
    in_image: bool,
    /// Within an image only text counts, and goes here.
    alt: String,
    /// The text of the link so far.
    #[cfg(feature = "company")]
    shown: String,
}

impl Inlines<'_> {
    /// Tells what was read.
    pub(super) fn tell(&mut self, sink: &mut impl Sink) {
        let mut walk = std::mem::take(&mut self.walk);
        let mut index = self.nodes.first().map_or(0, |sentinel| sentinel.next);
        while index != 0 {
            work(1);
            let Some(node) = self.nodes.get(index) else { break };
            self.node(node, &mut walk, sink);
            index = node.next;
        }
        walk.wraps.clear();
        self.walk = walk;
    }

    fn node(&self, node: &Node, walk: &mut Walk, sink: &mut impl Sink) {
        let source = slice(self.text, node.start, node.end);
        match node.kind {
            NodeKind::Text => walk.text(source, sink),
            NodeKind::Entity => {
                let mut decoded = String::new();
                entity::decode(source, 0, &mut decoded);
                walk.text(&decoded, sink);
            }
            NodeKind::Emoji => {
                let emoji = shortcode::shortcode(source, 0).map_or(source, |(emoji, _)| emoji);
                walk.text(emoji, sink);
            }
            #[cfg(feature = "company")]
            NodeKind::Mention => walk.mention(self.target(node.start).0, sink),
            NodeKind::Code => walk.code(source, sink),
            NodeKind::SoftBreak | NodeKind::HardBreak => {
                walk.line_break(node.kind == NodeKind::HardBreak, sink);
            }
            NodeKind::Open => {
                let style = match node.start {
                    1 => Style::Emphasis,
                    2 => Style::Strong,
                    _ => Style::Strikethrough,
                };
                if walk.open(Wrap::Style(style)) {
                    sink.open(style);
                }
            }
            NodeKind::Link => {
                let (href, title) = self.target(node.start);
                let shown = !walk.in_link && self.is_safe(href, url::whole_link);
                if !shown {
                    walk.open(Wrap::Nothing);
                } else if walk.open(Wrap::Link { target: node.start, leads: false }) {
                    walk.in_link = true;
                    #[cfg(feature = "company")]
                    walk.shown.clear();
                    let leads = sink.open_link(href, title);
                    if let Some(last) = walk.wraps.last_mut() {
                        *last = Wrap::Link { target: node.start, leads };
                    }
                }
            }
            NodeKind::Image => {
                if walk.open(Wrap::Image(node.start)) {
                    walk.in_image = true;
                    walk.alt.clear();
                }
            }
            NodeKind::Close => self.close(walk, sink),
        }
    }

    fn target(&self, index: usize) -> (&str, Option<&str>) {
        self.targets.get(index).map_or(("", None), Target::parts)
    }

    /// Whether a link or an image may be one. The profiles of the specifications keep all of them.
    fn is_safe(&self, href: &str, check: fn(&str) -> Option<&str>) -> bool {
        self.options.profile != Profile::Chat || check(href).is_some()
    }

    #[cfg_attr(
        not(feature = "company"),
        expect(unused_variables, reason = "only the company's links say where they lead")
    )]
    fn close(&self, walk: &mut Walk, sink: &mut impl Sink) {
        match walk.wraps.pop().unwrap_or(Wrap::Nothing) {
            Wrap::Nothing => return,
            Wrap::Style(style) => sink.close(style),
            Wrap::Link { target, leads } => {
                walk.in_link = false;
                #[cfg(feature = "company")]
                if self.options.profile == Profile::Chat {
                    unmask(&walk.shown, self.target(target).0, sink);
                }
                sink.close_link(leads);
            }
            Wrap::Image(target) => {
                walk.in_image = false;
                let (src, title) = self.target(target);
                #[cfg(feature = "company")]
                if walk.in_link {
                    walk.shown.push_str(&walk.alt);
                }
                if self.is_safe(src, url::safe_image) {
                    sink.image(src, &walk.alt, title);
                } else if !walk.alt.is_empty() {
                    work(walk.alt.len());
                    sink.text(&walk.alt);
                }
            }
        }
        walk.depth -= 1;
    }
}

impl Walk {
    /// Returns whether what opens here wraps anything.
    fn open(&mut self, wrap: Wrap) -> bool {
        let wrap = if self.in_image || self.depth >= MAX_DEPTH { Wrap::Nothing } else { wrap };
        self.wraps.push(wrap);
        let wraps = !matches!(wrap, Wrap::Nothing);
        self.depth += usize::from(wraps);
        wraps
    }

    fn text(&mut self, text: &str, sink: &mut impl Sink) {
        work(text.len());
        if text.is_empty() {
            return; // delimiters that were all used
        }
        if !(self.in_link || self.in_image) {
            return sink.text(text);
        }
        let visible = visible(text, true, '\n');
        if self.in_image {
            self.alt.push_str(&visible);
        } else {
            #[cfg(feature = "company")]
            self.shown.push_str(&visible);
            sink.text(&visible);
        }
    }

    #[cfg(feature = "company")]
    fn mention(&mut self, name: &str, sink: &mut impl Sink) {
        if self.in_link || self.in_image {
            self.text("@", sink);
            self.text(name, sink);
        } else {
            sink.mention(name);
        }
    }

    fn code(&mut self, source: &str, sink: &mut impl Sink) {
        work(source.len());
        let strict = self.in_link || self.in_image;
        let changed;
        let mut code = source;
        if strict || source.contains('\n') {
            changed = visible(source, strict, ' ');
            code = &changed;
        }
        // Spaces that only keep backticks apart from the fence.
        if let Some(inner) = code.strip_prefix(' ').and_then(|code| code.strip_suffix(' '))
            && inner.bytes().any(|byte| byte != b' ')
        {
            code = inner;
        }
        if self.in_image {
            self.alt.push_str(code);
        } else {
            #[cfg(feature = "company")]
            if self.in_link {
                self.shown.push_str(code);
            }
            sink.code(code);
        }
    }

    fn line_break(&mut self, hard: bool, sink: &mut impl Sink) {
        if self.in_image {
            return self.alt.push(' ');
        }
        #[cfg(feature = "company")]
        if self.in_link {
            self.shown.push(' ');
        }
        if hard {
            sink.hard_break();
        } else {
            sink.soft_break();
        }
    }
}

/// Adds to the text of a link where it really leads, if it looks like another address.
#[cfg(feature = "company")]
fn unmask(shown: &str, href: &str, sink: &mut impl Sink) {
    if let Some(real) = url::disguised(shown, href) {
        sink.text(" (");
        sink.text(&visible(real, true, ' '));
        sink.text(")");
    }
}

/// The text with `line_feed` for its line feeds; if `strict`, without the characters that would let a
/// link pose as another address by reordering what is shown.
fn visible(text: &str, strict: bool, line_feed: char) -> Cow<'_, str> {
    if text.is_ascii() && (line_feed == '\n' || !text.contains('\n')) {
        return Cow::Borrowed(text);
    }
    let mut visible = String::with_capacity(text.len());
    for one in text.chars() {
        if !(strict && character::is_bidi_control(one)) {
            visible.push(if one == '\n' { line_feed } else { one });
        }
    }
    Cow::Owned(visible)
}
