//! Markdown as nodes. The text is parsed to a tree in the model; there is no string of HTML and so
//! nothing to sanitise.

use inbox_model::markdown::url::safe_image;
use inbox_model::markdown::{Block, Inline, ListItem, Profile, parse};
use leptos::html;
use leptos::prelude::*;

use super::link::OutwardLink;

/// A text with its formatting.
#[component]
pub(super) fn Markdown(
    /// The source, untrusted.
    source: String,
) -> impl IntoView {
    view! { <div class="prose" dir="auto">{blocks(&parse(&source, Profile::Chat))}</div> }
}

fn blocks(blocks: &[Block]) -> Vec<AnyView> {
    blocks.iter().map(block).collect()
}

fn block(block: &Block) -> AnyView {
    match block {
        Block::Paragraph(content) => html::p().child(inlines(content)).into_any(),
        // A heading in a message is emphasis; the page's own outline stays intact.
        Block::Heading { level, content } => {
            let class =
                if *level <= 2 { "prose-heading prose-heading-large" } else { "prose-heading" };
            html::p().class(class).child(html::strong().child(inlines(content))).into_any()
        }
        Block::BlockQuote(content) => html::blockquote().child(self::blocks(content)).into_any(),
        Block::List { ordered, tight, items } => {
            let items: Vec<AnyView> = items.iter().map(|item| list_item(item, *tight)).collect();
            match ordered {
                Some(start) => html::ol().start(start.to_string()).child(items).into_any(),
                None => html::ul().child(items).into_any(),
            }
        }
        Block::CodeBlock { text, .. } => {
            let code = html::code().child(text.clone());
            html::pre().attr("dir", "ltr").attr("tabindex", "0").child(code).into_any()
        }
        Block::Html(text) => html::p().child(text.clone()).into_any(),
        Block::ThematicBreak => html::hr().into_any(),
        Block::Table { head, rows, .. } => table(head, rows),
    }
}

fn list_item(item: &ListItem, tight: bool) -> AnyView {
    let mark = item.task.map(|done| {
        let mark = html::span().class("prose-task").attr("aria-hidden", "true");
        mark.child(if done { "☑ " } else { "☐ " })
    });
    // The paragraphs of a tight list stand without space between them.
    let content = match item.blocks.as_slice() {
        [Block::Paragraph(content)] if tight => inlines(content),
        [Block::Paragraph(content), rest @ ..] if tight => {
            inlines(content).into_iter().chain(blocks(rest)).collect()
        }
        content => blocks(content),
    };
    html::li().child((mark, content)).into_any()
}

fn table(head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) -> AnyView {
    let cells = |cells: &[Vec<Inline>]| {
        cells.iter().map(|cell| html::td().child(inlines(cell)).into_any()).collect::<Vec<_>>()
    };
    let heads: Vec<AnyView> =
        head.iter().map(|cell| html::th().scope("col").child(inlines(cell)).into_any()).collect();
    let body: Vec<AnyView> =
        rows.iter().map(|row| html::tr().child(cells(row)).into_any()).collect();
    let table = html::table()
        .child((html::thead().child(html::tr().child(heads)), html::tbody().child(body)));
    html::div().class("prose-table").attr("tabindex", "0").child(table).into_any()
}

fn inlines(content: &[Inline]) -> Vec<AnyView> {
    content.iter().map(inline).collect()
}

fn inline(inline: &Inline) -> AnyView {
    match inline {
        Inline::Text(text) => text.clone().into_any(),
        Inline::Code(text) => html::code().attr("dir", "ltr").child(text.clone()).into_any(),
        Inline::Emphasis(content) => html::em().child(inlines(content)).into_any(),
        Inline::Strong(content) => html::strong().child(inlines(content)).into_any(),
        Inline::Strikethrough(content) => html::del().child(inlines(content)).into_any(),
        Inline::Link { href, content, .. } => {
            let (href, content) = (href.clone(), content.clone());
            view! { <OutwardLink href=href>{inlines(&content)}</OutwardLink> }.into_any()
        }
        // A picture of somebody else's server would tell it who reads when: it becomes a link,
        // unless it comes from here.
        Inline::Image { src, alt, .. } => {
            let label = if alt.is_empty() { src.clone() } else { alt.clone() };
            match safe_image(src).filter(|src| src.starts_with('/') && !src.starts_with("//")) {
                Some(src) => {
                    let image = html::img().src(src.to_owned()).alt(alt.clone());
                    image.attr("loading", "lazy").into_any()
                }
                None => view! { <OutwardLink href=src.clone()>{label}</OutwardLink> }.into_any(),
            }
        }
        Inline::SoftBreak => " ".into_any(),
        Inline::HardBreak => html::br().into_any(),
    }
}
