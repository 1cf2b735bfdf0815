//! What was searched for, marked in a message: as a highlight over its text, which stays as it is.

use inbox_model::search::spans;
use js_sys::{Array, Function, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, Node, Range};

/// The highlight's name in the style sheet.
const NAME: &str = "inbox-found";

/// Marks words in an element, in place of what was marked before; where browsers have no highlights,
/// nothing.
pub(super) fn mark(within: &HtmlElement, words: &str) {
    let ranges = Array::new();
    collect(within, words, &ranges);
    // Missing in a browser, and nothing is marked: the message stands out all the same.
    let _ = Reflect::get(&window(), &"Highlight".into())
        .and_then(|highlight| Reflect::construct(&highlight.dyn_into::<Function>()?, &ranges))
        .and_then(|highlight| ask("set", &[NAME.into(), highlight]));
}

/// Nothing is marked any longer.
pub(super) fn unmark() {
    let _ = ask("delete", &[NAME.into()]);
}

/// Calls a method of the registry of highlights.
fn ask(method: &str, with: &[JsValue]) -> Result<JsValue, JsValue> {
    let css = Reflect::get(&window(), &"CSS".into())?;
    let registry = Reflect::get(&css, &"highlights".into())?;
    let method = Reflect::get(&registry, &method.into())?.dyn_into::<Function>()?;
    Reflect::apply(&method, &registry, &with.iter().collect())
}

/// The places in an element's texts where words are met.
fn collect(within: &Node, words: &str, ranges: &Array) {
    let all = within.child_nodes();
    for node in (0..all.length()).filter_map(|at| all.item(at)) {
        if node.node_type() != Node::TEXT_NODE {
            collect(&node, words, ranges);
            continue;
        }
        let text = node.text_content().unwrap_or_default();
        for span in spans(&text, words) {
            if let Some(range) = range(&node, span.start_utf16, span.end_utf16) {
                ranges.push(&range);
            }
        }
    }
}

fn range(text: &Node, from: usize, to: usize) -> Option<Range> {
    let range = document().create_range().ok()?;
    range.set_start(text, u32::try_from(from).ok()?).ok()?;
    range.set_end(text, u32::try_from(to).ok()?).ok()?;
    Some(range)
}
