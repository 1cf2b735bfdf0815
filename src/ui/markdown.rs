//! Markdown as nodes. The text is parsed to a tree in the model; there is no string of HTML and so
//! nothing to sanitise.

#[cfg(feature = "desk")]
use inbox_model::markdown::Cache;
use inbox_model::markdown::url::{is_relative, safe_image};
use inbox_model::markdown::{Block, Inline, ListItem, Options};

use super::link::outward_link;
use crate::dom::{El, el, group};

#[cfg(feature = "desk")]
std::thread_local! {
    /// More messages than a thread shows at once, so that going from one conversation to another and
    /// back parses none twice. In the messenger, with one short thread, keeping them would cost more
    /// bytes than it saves time.
    static PARSED: std::cell::RefCell<Cache> = const { std::cell::RefCell::new(Cache::new(256)) };
    /// The same of notes, with the names that were known when they were parsed.
    static NOTES: std::cell::RefCell<(Option<Names>, Cache)> =
        const { std::cell::RefCell::new((None, Cache::new(64))) };
}

/// What teammates are called.
#[cfg(feature = "desk")]
type Names = std::sync::Arc<Vec<String>>;

/// Whom notes mention: what teammates are called. A context, where it is known.
#[cfg(feature = "desk")]
#[derive(Clone, Copy)]
pub struct Teammates(pub crate::reactive::Memo<Names>);

#[cfg(feature = "desk")]
impl Teammates {
    fn names() -> Option<Names> {
        Some(leptos::prelude::use_context::<Self>()?.0.get())
    }
}

/// A text with its formatting. The source is not trusted.
pub(super) fn markdown(source: &str) -> El {
    #[cfg(feature = "desk")]
    let tree = PARSED.with_borrow_mut(|parsed| parsed.get(source, Options::default()));
    #[cfg(not(feature = "desk"))]
    let tree = inbox_model::markdown::parse(source, Options::default());
    blocks(el("div").class("prose").attr("dir", "auto"), &tree)
}

/// The same of a note, which mentions teammates by their whole names.
#[cfg(feature = "desk")]
pub(super) fn note(source: &str) -> El {
    let Some(names) = Teammates::names() else { return markdown(source) };
    let tree = NOTES.with_borrow_mut(|(known, parsed)| {
        // Other names may be found in the same texts.
        if known.as_ref() != Some(&names) {
            *known = Some(Names::clone(&names));
            *parsed = Cache::new(64);
        }
        parsed.get(source, mentioning(&names))
    });
    blocks(el("div").class("prose").attr("dir", "auto"), &tree)
}

#[cfg(feature = "desk")]
fn mentioning(names: &[String]) -> Options<'_> {
    Options { mentions: Some(names), ..Options::default() }
}

/// The same of a text that is still being written, which nobody will look at again.
#[cfg(feature = "desk")]
pub fn markdown_now(source: &str, is_note: bool) -> El {
    let names = Teammates::names().filter(|_| is_note);
    let options = names.as_ref().map_or_else(Options::default, |names| mentioning(names));
    let tree = inbox_model::markdown::parse(source, options);
    blocks(el("div").class("prose").attr("dir", "auto"), &tree)
}

/// The place with the blocks in it.
fn blocks(mut place: El, blocks: &[Block]) -> El {
    for one in blocks {
        place = place.child(block(one));
    }
    place
}

fn block(block: &Block) -> El {
    match block {
        Block::Paragraph(content) => inlines(el("p"), content),
        // A heading in a message is emphasis; the page's own outline stays intact.
        Block::Heading { level, content } => {
            let class =
                if *level <= 2 { "prose-heading prose-heading-large" } else { "prose-heading" };
            el("p").class(class).child(inlines(el("strong"), content))
        }
        Block::BlockQuote(content) => blocks(el("blockquote"), content),
        Block::List { ordered, tight, items } => {
            let mut list = match ordered {
                Some(start) => el("ol").attr("start", start.to_string()),
                None => el("ul"),
            };
            for item in items {
                list = list.child(list_item(item, *tight));
            }
            list
        }
        Block::CodeBlock { text, .. } => {
            let code = el("code").text(text.as_str());
            el("pre").attr("dir", "ltr").attr("tabindex", "0").child(code)
        }
        Block::Html(text) => el("p").text(text.as_str()),
        Block::ThematicBreak => el("hr"),
        Block::Table { head, rows, .. } => table(head, rows),
    }
}

fn list_item(item: &ListItem, tight: bool) -> El {
    let mut place = el("li");
    if let Some(done) = item.task {
        let mark = el("span").class("prose-task").attr("aria-hidden", "true");
        place = place.child(mark.text(if done { "☑ " } else { "☐ " }));
    }
    // The paragraphs of a tight list stand without space between them.
    match item.blocks.as_slice() {
        [Block::Paragraph(content), rest @ ..] if tight => blocks(inlines(place, content), rest),
        content => blocks(place, content),
    }
}

fn table(head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) -> El {
    let mut heads = el("tr");
    for cell in head {
        heads = heads.child(inlines(el("th").attr("scope", "col"), cell));
    }
    let mut body = el("tbody");
    for row in rows {
        let mut cells = el("tr");
        for cell in row {
            cells = cells.child(inlines(el("td"), cell));
        }
        body = body.child(cells);
    }
    let table = el("table").child(el("thead").child(heads)).child(body);
    el("div").class("prose-table").attr("tabindex", "0").child(table)
}

/// The place with what stands in a line in it.
fn inlines(place: El, content: &[Inline]) -> El {
    line(place, content, false)
}

fn line(mut place: El, content: &[Inline], in_link: bool) -> El {
    for one in content {
        let child = match one {
            Inline::Text(text) => {
                place = place.text(text.as_str());
                continue;
            }
            Inline::SoftBreak => {
                place = place.text(" ");
                continue;
            }
            Inline::HardBreak => el("br"),
            Inline::Code(text) => el("code").attr("dir", "ltr").text(text.as_str()),
            Inline::Emphasis(content) => line(el("em"), content, in_link),
            Inline::Strong(content) => line(el("strong"), content, in_link),
            Inline::Strikethrough(content) => line(el("del"), content, in_link),
            Inline::Link { href, content, .. } => {
                outward_link(href, "", line(group(), content, true))
            }
            #[cfg(feature = "desk")]
            Inline::Mention { name } => {
                let mention = el("span").class("mention").attr("part", "mention");
                mention.attr("dir", "auto").text(["@", name].concat())
            }
            #[cfg(not(feature = "desk"))]
            Inline::Mention { .. } => continue, // customers' trees have none
            Inline::Image { src, alt, .. } => image(src, alt, in_link),
        };
        place = place.child(child);
    }
    place
}

/// A picture of somebody else's server would tell it who reads when: it becomes a link, unless it
/// comes from here.
fn image(src: &str, alt: &str, in_link: bool) -> El {
    if let Some(src) = safe_image(src).filter(|src| is_relative(src)) {
        return el("img").attr("loading", "lazy").attr("src", src).attr("alt", alt);
    }
    let words = group().text(if alt.is_empty() { src } else { alt });
    if in_link { words } else { outward_link(src, "", words) }
}
