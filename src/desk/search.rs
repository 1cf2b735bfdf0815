//! Searching the conversations for words.

use leptos::ev;
use leptos::prelude::*;

use super::place::Place;
use crate::dom::{El, Spot, el};
use crate::i18n::{DeskText, Text, use_i18n};
use crate::reactive::RwSignal;
use crate::ui::{Glyph, icon};

/// The field above the list.
pub(super) fn search_field(place: Place) -> El {
    let i18n = use_i18n();
    let text = RwSignal::new(String::new());
    let field = Spot::default();
    // What is held is searched with every letter; the engine waits with asking the server.
    let look = move || place.search.set_if_new(text.get_untracked().trim().to_owned());
    let typed = move |event: ev::Event| {
        text.set(event_target_value(&event));
        look();
    };
    let clear = move || {
        text.set(String::new());
        look();
        if let Some(field) = field.now() {
            let _ = field.focus();
        }
    };
    let on_key = move |event: ev::KeyboardEvent| match event.key().as_str() {
        "Escape" if !text.get_untracked().is_empty() => {
            event.stop_propagation();
            event.prevent_default();
            clear();
        }
        "Enter" => event.prevent_default(),
        _ => {}
    };
    el("div")
        .class("search")
        .attr("role", "search")
        .child(icon(Glyph::Search))
        .child(
            el("input")
                .attr("type", "text")
                .attr("inputmode", "search")
                .attr("enterkeyhint", "search")
                .class("search-field")
                .at(field)
                .attr("dir", "auto")
                .attr("autocomplete", "off")
                .attr("maxlength", "200")
                .attr("aria-label", i18n.tr(Text::Desk(DeskText::Search)))
                .attr("placeholder", i18n.tr(Text::Desk(DeskText::Search)))
                .value(text)
                .on("input", typed)
                .on("keydown", on_key),
        )
        .when(
            move || !text.get().is_empty(),
            move || {
                el("button")
                    .attr("type", "button")
                    .class("icon-button search-clear")
                    .attr("aria-label", i18n.tr(Text::Desk(DeskText::ClearSearch)))
                    .on_click(clear)
                    .child(icon(Glyph::Close))
            },
        )
}
