//! The choice of an emoji for what is being written: a field to search in, and a grid under it. A
//! combobox with a listbox, as the ARIA Authoring Practices have it; the focus stays in the field.

use inbox_model::compose::search_emoji;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Node;

use super::editing::Field;
use super::picker::into_sight;
use crate::dom::{El, Spot, el, group};
use crate::i18n::{ActText, I18n, Text, WriteText, use_i18n};
use crate::reactive::{Memo, RwSignal, effect};
use crate::ui::{Glyph, USUAL_EMOJI, icon, step_in_grid};

/// Beside each other; the style sheet has the same number of columns.
const COLUMNS: usize = 8;
/// As many are shown.
const SHOWN: usize = 96;
/// What is shown, after those that are used most, before anything is searched for.
const FIRST: [&str; 5] = ["smil", "face", "heart", "hand", ""];
const LIST: &str = "emoji-list";

/// The choosing of an emoji for a field.
#[derive(Clone, Copy)]
pub(super) struct Emoji {
    field: Field,
    open: RwSignal<bool>,
    /// The button that opens it.
    pub(super) opener: Spot,
}

impl Emoji {
    /// For a field.
    pub(super) fn new(field: Field) -> Self {
        Self { field, open: RwSignal::new(false), opener: Spot::default() }
    }

    /// Whether it is open; follows that.
    pub(super) fn is_open(self) -> bool {
        self.open.get()
    }

    /// Opens it, or closes it.
    pub(super) fn toggle(self) {
        self.open.update(|open| *open = !*open);
    }

    fn close(self) {
        self.open.set(false);
        if let Some(field) = self.field.spot.now() {
            let _ = field.focus();
        }
    }

    /// Types it at the caret.
    fn take(self, picture: &str) {
        self.close();
        if let Some(edit) = self.field.read() {
            let place = edit.selection.clone();
            self.field.write(&edit.replace(place, picture));
        }
    }

    /// What is open, above the field.
    pub(super) fn panel(self) -> El {
        let i18n = use_i18n();
        group().when(move || self.open.get(), move || open_panel(self, i18n))
    }
}

/// Pictures and their names.
fn found(query: &str, i18n: I18n) -> Vec<(&'static str, String)> {
    let words = query.trim().to_lowercase();
    let usual = USUAL_EMOJI.into_iter().map(|(picture, name)| (picture, i18n.t(Text::Desk(name))));
    let usual = usual.filter(|(_, name)| name.to_lowercase().contains(&words));
    let mut all: Vec<_> = usual.map(|(picture, name)| (picture, name.to_owned())).collect();
    let parts = if words.is_empty() { &FIRST[..] } else { &[words.as_str()] };
    for (name, picture) in parts.iter().flat_map(|part| search_emoji(part, SHOWN)) {
        if all.len() < SHOWN && !all.iter().any(|(other, _)| *other == picture) {
            all.push((picture, name.replace('_', " ")));
        }
    }
    all
}

fn open_panel(emoji: Emoji, i18n: I18n) -> El {
    let (query, at) = (RwSignal::new(String::new()), RwSignal::new(0_usize));
    let (root, field, grid) = (Spot::default(), Spot::default(), Spot::default());
    let all = Memo::new(move |_| found(&query.get(), i18n));
    let last = move || all.with_untracked(Vec::len).saturating_sub(1);
    // Left and right are the caret's until somebody has gone down into the grid.
    let inside = RwSignal::new(false);
    effect(move || {
        if let Some(field) = field.get() {
            let _ = field.focus();
        }
    });
    effect(move || {
        let at = u32::try_from(at.get()).unwrap_or_default();
        if let Some(one) = grid.get().and_then(|grid| grid.children().item(at)) {
            into_sight(&one);
        }
    });
    let take = move |place: usize| {
        if let Some((picture, _)) = all.get_untracked().get(place) {
            emoji.take(picture);
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        if event.is_composing() || event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let (key, here) = (event.key(), at.get_untracked());
        match key.as_str() {
            "Enter" => take(here),
            "Escape" => emoji.close(),
            "ArrowUp" if here < COLUMNS => inside.set(false),
            "ArrowDown" if !inside.get_untracked() => inside.set(true),
            "ArrowUp" | "ArrowDown" => {
                let to = step_in_grid(&key, here, last(), COLUMNS, false);
                at.set(to.unwrap_or(here));
            }
            _ if inside.get_untracked() => {
                let rtl = i18n.direction() == "rtl";
                let Some(to) = step_in_grid(&key, here, last(), COLUMNS, rtl) else { return };
                at.set(to);
            }
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let leave = move |event: ev::FocusEvent| {
        let Some(to) = event.related_target() else { return };
        let to = to.dyn_into::<Node>().ok();
        let within = root.now().is_some_and(|root| root.contains(to.as_ref()));
        if !within && to != emoji.opener.now().map(Node::from) {
            emoji.open.set(false);
        }
    };
    let id = |place: usize| [LIST, "-", &place.to_string()].concat();
    let active = move || all.with(|all| !all.is_empty()).then(|| id(at.get()));
    let name = i18n.tr(Text::Write(WriteText::EmojiSearch));
    let input = el("input")
        .attr("type", "text")
        .class("picker-field")
        .attr("dir", "auto")
        .attr("role", "combobox")
        .attr("aria-expanded", "true")
        .attr("aria-controls", LIST)
        .attr("aria-autocomplete", "list")
        .attr_while("aria-activedescendant", active)
        .attr("aria-label", name)
        .attr("placeholder", name)
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("maxlength", "40")
        .at(field)
        .value(query)
        .on("input", move |event: ev::Event| {
            at.set(0);
            inside.set(false);
            query.set(event_target_value(&event));
        })
        .on("keydown", on_key);
    let one = move |(place, (picture, name)): (usize, (&'static str, String))| {
        el("div")
            .class("emoji")
            .attr("role", "option")
            .attr("id", id(place).as_str())
            .attr("aria-label", name.as_str())
            .attr("title", name.as_str())
            .attr("aria-selected", move || (at.get() == place).to_string())
            .on("pointermove", move |_: ev::PointerEvent| at.set_if_new(place))
            .on_click(move || take(place))
            .text(picture)
    };
    let none = move || {
        let none = all.with(Vec::is_empty).then(|| i18n.t(Text::Act(ActText::PaletteNone)));
        none.unwrap_or_default()
    };
    el("div")
        .class("emoji-panel")
        .at(root)
        .attr("role", "dialog")
        .attr("aria-label", i18n.tr(Text::Write(WriteText::Emoji)))
        .on("focusout", leave)
        .child(el("div").class("picker-top").child(icon(Glyph::Search)).child(input))
        .child(
            el("div")
                .class("emoji-grid")
                .attr("role", "listbox")
                .attr("id", LIST)
                .attr("aria-label", i18n.tr(Text::Write(WriteText::Emoji)))
                .at(grid)
                // The focus stays in the field.
                .on("mousedown", |event: ev::MouseEvent| event.prevent_default())
                .live(move || group().children(all.get().into_iter().enumerate().map(one))),
        )
        .child(el("p").class("picker-none quiet").attr("role", "status").text(none))
}
