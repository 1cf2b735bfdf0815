//! One conversation in the list.

use inbox_model::ConversationId;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, MouseEvent};

use super::highlighted::highlighted;
use super::place::Place;
use super::row_facts::{Facts, Unread};
use super::row_marks::RowMarks;
use crate::dom::{El, el, group};
use crate::i18n::{DeskText, Text, use_i18n};
use crate::reactive::{Memo, RwSignal, Signal};
use crate::sync::Engine;
use crate::ui::{Glyph, ago_of, avatar, icon, see};

/// The list that a row stands in.
#[derive(Clone, Copy)]
pub(super) struct Listing {
    pub(super) engine: Engine,
    pub(super) place: Place,
    /// How many rows there are, also out of sight.
    pub(super) count: Memo<usize>,
    /// Height of a row in pixels.
    pub(super) height: Memo<i32>,
    /// The places of which rows are built: from one to before another.
    pub(super) range: Memo<(usize, usize)>,
}

/// A row at its place in the window.
pub(super) fn row(listing: &Listing, id: ConversationId) -> El {
    let Listing { engine, place, count, height, range } = *listing;
    let active = place.active;
    let i18n = use_i18n();
    let store = engine.store;
    // Every key has its row.
    let Some(row) = store.rows.get(&id).map(RwSignal::from) else { return el("div") };
    let key = StoredValue::new(id.clone());
    // Which rows are built is no reason to look again: a place changes with the keys alone.
    let index = Memo::new(move |_| {
        let (from, to) = range.get_untracked();
        let among = |keys: &[ConversationId]| {
            let built = keys.get(from..to)?;
            key.with_value(|key| built.iter().position(|id| id == key))
        };
        store.rows.with_keys(among).map_or(from, |at| from + at)
    });
    let is_open =
        move || key.with_value(|key| see(store.thread.id.get(), |open| open.as_ref() == Some(key)));
    let is_active =
        move || key.with_value(|key| see(active.get(), |active| active.as_ref() == Some(key)));
    let is_picked = move || key.with_value(|key| place.picks.has(key));
    let has_left = move || key.with_value(|key| engine.has_left(key));
    let marks = RowMarks::here();
    let facts = Memo::new(move |_| see(row.get(), |row| Facts::of(row, store, marks.pace, i18n)));
    let contact = Signal::derive(move || see(row.get(), |row| row.contact().cloned()));
    let text = move || {
        let words = place.search.get();
        facts.with(|facts| {
            let name = highlighted("row-name", "", &facts.name, &words);
            let name_line = marks.head(el("span").class("row-top").child(name), facts);
            let line = highlighted("row-preview", &facts.by, &facts.line, &words);
            let last_line = marks.lead(el("span").class("row-bottom"), facts).child(line);
            group()
                .child(name_line.child(ago_of(facts.at)))
                .child(highlighted("row-title", "", &facts.title, &words))
                .child(marks.tail(last_line, facts))
        })
    };
    let placed = move |row: &HtmlElement| {
        let index = index.get();
        let top = i32::try_from(index).unwrap_or(0).saturating_mul(height.get());
        let shift = ["translateY(", &top.to_string(), "px)"].concat();
        let _ = row.style().set_property("transform", &shift);
        let _ = row.set_attribute("aria-posinset", &(index + 1).to_string());
        let _ = row.set_attribute("aria-setsize", &count.get().to_string());
    };
    let standing = move |row: &HtmlElement| {
        let (is_open, is_picked, has_left) = (is_open(), is_picked(), has_left());
        let classes = [
            ("row", true),
            (" row-unread", facts.with(|facts| facts.unread != Unread::Nothing)),
            (" row-open", is_open),
            (" row-active", is_active()),
            (" row-picked", is_picked),
            (" row-left", has_left),
        ];
        let classes = classes.into_iter().filter_map(|(name, is)| is.then_some(name));
        let _ = row.set_attribute("class", &classes.collect::<String>());
        let _ = row.set_attribute("aria-selected", if is_picked { "true" } else { "false" });
        let turn = |name, value: Option<&str>| {
            let _ = match value {
                Some(value) => row.set_attribute(name, value),
                None => row.remove_attribute(name),
            };
        };
        turn("aria-current", is_open.then_some("true"));
        turn("title", has_left.then(|| i18n.t(Text::Desk(DeskText::HasLeft))));
    };
    el("div")
        .attr("id", ["row-", id.as_str()].concat())
        .attr("role", "option")
        .attr("data-conv-id", id.as_str())
        .also(standing)
        .also(placed)
        .child(
            el("span").class("row-face").child(avatar(contact)).child(
                el("span").class("pick").attr("aria-hidden", "true").child(icon(Glyph::Check)),
            ),
        )
        .child(el("span").class("row-text").only(text))
}

/// A press opens the conversation; on its face, or with a key held down, it picks. One listener
/// serves all rows.
pub(super) fn press(engine: Engine, place: &Place, event: &MouseEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let closest = |selector| target.as_ref()?.closest(selector).ok().flatten();
    let id = closest(".row").and_then(|row| row.get_attribute("data-conv-id"));
    let Some(id) = id.map(ConversationId::from) else { return };
    let active = place.active;
    if event.shift_key() {
        let from = active.get_untracked().or_else(|| engine.store.thread.id.get_untracked());
        let from = from.unwrap_or_else(|| id.clone());
        untrack(|| engine.store.rows.with_keys(|keys| place.picks.reach(keys, &from, &id)));
    } else if closest(".row-face").is_some() || event.ctrl_key() || event.meta_key() {
        place.picks.toggle(&id);
    } else {
        engine.open(Some(id.clone()));
    }
    active.set(Some(id));
}
