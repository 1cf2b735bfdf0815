//! Events that follow each other, as one line: the newest, and the others for who wants them.

use std::sync::Arc;

use inbox_model::thread::Item;
use inbox_model::{Part, PartId};

use super::event_line::event_line;
use super::icon::{Glyph, icon};
use super::message::Surroundings;
use crate::dom::{El, el, group};
use crate::i18n::{I18n, ReadText, Text};
use crate::reactive::{Memo, RwSignal};

/// The line, which follows `item`; `first` tells it from others.
pub(super) fn events(
    first: &PartId,
    item: RwSignal<Item>,
    around: &Surroundings,
    i18n: I18n,
) -> El {
    let unfolded = around.unfolded;
    let told = first.clone();
    let is_open = Memo::new(move |_| unfolded.get().contains(&told));
    let first = first.clone();
    let toggle = move || {
        unfolded.update(|open| match open.iter().position(|one| *one == first) {
            Some(at) => {
                open.remove(at);
            }
            None => open.push(first.clone()),
        });
    };
    let parts = Memo::new(move |_| match item.get() {
        Item::Events { first, later } => [vec![first], later].concat(),
        _ => Vec::new(),
    });
    let others = Memo::new(move |_| parts.get().len().saturating_sub(1));
    let words = move || {
        let others = u32::try_from(others.get()).unwrap_or(u32::MAX);
        i18n.count(Text::Read(ReadText::EarlierEvents), others)
    };
    let find = Arc::clone(&around.find_name);
    let line = move |part: &Arc<Part>| event_line(part, &find, i18n);
    let newest = line.clone();
    el("div")
        .class("events")
        .child(
            el("button")
                .attr("type", "button")
                .class("events-more")
                .attr("aria-expanded", move || is_open.get().to_string())
                .on_click(toggle)
                .child(icon(Glyph::ChevronDown))
                .child(el("span").text(words)),
        )
        .live(move || {
            let parts = if is_open.get() { parts.get() } else { Vec::new() };
            let earlier = parts.iter().take(others.get());
            group().children(earlier.filter_map(&line))
        })
        .live(move || group().maybe(parts.get().last().and_then(&newest)))
}
