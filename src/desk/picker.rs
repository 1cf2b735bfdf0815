//! A button that opens a field to type into and what fits: somebody, a team, a tag. A combobox with a
//! listbox, as the ARIA Authoring Practices have it.

use inbox_model::search::{folded, words};
use inbox_model::{Command, Participant};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, HtmlElement, Node, ScrollIntoViewOptions, ScrollLogicalPosition, ShadowRoot,
};

use crate::dom::{El, Spot, el, group};
use crate::i18n::{ActText, Text, use_i18n};
use crate::reactive::{Memo, RwSignal, Signal, effect};
use crate::ui::{Glyph, avatar, icon};

/// Something to take.
#[derive(Clone, PartialEq)]
pub(super) struct Pick {
    pub(super) label: String,
    /// More about it, quieter.
    pub(super) more: Option<String>,
    pub(super) face: Face,
    /// It is what is the case now.
    pub(super) current: bool,
    pub(super) command: Command,
}

/// What stands before it.
#[derive(Clone, PartialEq)]
pub(super) enum Face {
    Person(Participant),
    Picture(Glyph),
}

/// What a picker is made of.
pub(super) struct Picker {
    /// Tells its list from others'.
    pub(super) key: &'static str,
    pub(super) name: Signal<String>,
    /// What stands on the button.
    pub(super) face: El,
    /// What stands in the field before anything is typed.
    pub(super) hint: Text,
    /// What there is to take; the query is there for what can be made of it.
    pub(super) find: Callback<String, Vec<Pick>>,
    pub(super) take: Callback<Command>,
}

/// Those of which each word of the query is somewhere in the label.
pub(super) fn fitting(query: &str, picks: Vec<Pick>) -> Vec<Pick> {
    let words = words(query);
    let fits = |pick: &Pick| {
        let within = folded(std::iter::once(pick.label.as_str()));
        words.iter().all(|word| within.contains(word.as_str()))
    };
    picks.into_iter().filter(fits).collect()
}

/// The button and what it opens.
pub(super) fn picker(of: Picker) -> El {
    let Picker { key, name, face, hint, find, take } = of;
    let open = RwSignal::new(false);
    let (root, button) = (Spot::default(), Spot::default());
    // Opened by a shortcut, the focus was elsewhere, and goes back there.
    let before = StoredValue::new_local(None::<Element>);
    let close = Callback::new(move |()| {
        open.set(false);
        let place = before.try_update_value(Option::take).flatten();
        let place = place.filter(|place| place.is_connected());
        let place = place.and_then(|place| place.dyn_into::<HtmlElement>().ok());
        if let Some(place) = place.or_else(|| button.now()) {
            let _ = place.focus();
        }
    });
    let leave = move |event: ev::FocusEvent| {
        let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
        if !to.zip(root.now()).is_some_and(|(to, root)| root.contains(Some(&to))) {
            open.set(false);
        }
    };
    let face = el("button")
        .attr("type", "button")
        .class("button")
        .at(button)
        .attr("aria-haspopup", "dialog")
        .attr("aria-expanded", move || open.get().to_string())
        .attr("aria-label", name)
        .on_click(move || {
            let shadow = root.now().and_then(|it| it.get_root_node().dyn_into::<ShadowRoot>().ok());
            before.set_value(shadow.and_then(|shadow| shadow.active_element()));
            open.update(|open| *open = !*open);
        })
        .child(face)
        .child(icon(Glyph::ChevronDown));
    let taken = Callback::new(move |command: Command| {
        close.run(());
        take.run(command);
    });
    let inside = move || {
        el("div")
            .class("menu picker")
            .attr("role", "dialog")
            .attr("aria-label", name)
            .child(choosing(key, hint, name, find, taken, close))
    };
    el("div")
        .class("menu-root")
        .at(root)
        .on("focusout", leave)
        .child(face)
        .when(move || open.get(), inside)
}

/// The field and the list under it.
fn choosing(
    key: &'static str,
    hint: Text,
    name: Signal<String>,
    find: Callback<String, Vec<Pick>>,
    take: Callback<Command>,
    close: Callback<()>,
) -> El {
    let i18n = use_i18n();
    let (query, at) = (RwSignal::new(String::new()), RwSignal::new(0_usize));
    let (field, list) = (Spot::default(), Spot::default());
    let picks = Memo::new(move |_| find.run(query.get()));
    let count = Memo::new(move |_| picks.get().len());
    effect(move || {
        if let Some(field) = field.get() {
            let _ = field.focus();
        }
    });
    // Where the keyboard is, is in sight.
    effect(move || {
        let at = u32::try_from(at.get()).unwrap_or_default();
        let option = list.get().and_then(|list| list.children().item(at));
        if let Some(option) = option {
            into_sight(&option);
        }
    });
    let choose = move |wanted: usize| {
        if let Some(pick) = picks.get_untracked().into_iter().nth(wanted) {
            take.run(pick.command);
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let (now, last) = (at.get_untracked(), count.get_untracked().saturating_sub(1));
        if event.is_composing() || event.shift_key() || event.ctrl_key() || event.meta_key() {
            return;
        }
        match event.key().as_str() {
            "ArrowDown" => at.set(if now >= last { 0 } else { now + 1 }),
            "ArrowUp" => at.set(now.checked_sub(1).unwrap_or(last)),
            "Home" => at.set(0),
            "End" => at.set(last),
            "Enter" => choose(now),
            "Escape" => close.run(()),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let id = move |at: usize| [key, "-", &at.to_string()].concat();
    let list_id = [key, "-list"].concat();
    let active = move || (count.get() > 0).then(|| id(at.get().min(count.get() - 1)));
    let input = el("input")
        .attr("type", "text")
        .class("picker-field")
        .attr("dir", "auto")
        .attr("role", "combobox")
        .attr("aria-expanded", "true")
        .attr("aria-controls", list_id.as_str())
        .attr("aria-autocomplete", "list")
        .attr_while("aria-activedescendant", active)
        .attr("aria-label", i18n.tr(hint))
        .attr("placeholder", i18n.tr(hint))
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("enterkeyhint", "done")
        .attr("maxlength", "100")
        .at(field)
        .value(query)
        .on("input", move |event: ev::Event| {
            at.set(0);
            query.set(event_target_value(&event));
        })
        .on("keydown", on_key);
    let option = move |(place, pick): (usize, Pick)| {
        let Pick { label, more, face, current, .. } = pick;
        let face = match face {
            Face::Person(who) => avatar(Signal::stored(Some(who))),
            Face::Picture(glyph) => el("span").class("picker-picture").child(icon(glyph)),
        };
        el("div")
            .class("menu-item")
            .attr("role", "option")
            .attr("id", id(place).as_str())
            .attr("aria-selected", move || (at.get() == place).to_string())
            .on("pointermove", move |_: ev::PointerEvent| at.set_if_new(place))
            .on_click(move || choose(place))
            .child(face)
            .child(el("span").class("menu-label").attr("dir", "auto").text(label))
            .maybe(more.map(|more| el("span").class("quiet").text(more)))
            .maybe(current.then(|| icon(Glyph::Check)))
    };
    let none = i18n.tr(Text::Act(ActText::PaletteNone));
    let found = move || match (query.get().trim().is_empty(), count.get()) {
        (true, _) => String::new(),
        (false, 0) => i18n.t(Text::Act(ActText::PaletteNone)).to_owned(),
        (false, count) => {
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            i18n.count(Text::Act(ActText::PaletteFound), count)
        }
    };
    group()
        .child(el("div").class("picker-top").child(icon(Glyph::Search)).child(input))
        .child(
            el("div")
                .class("picker-list")
                .attr("role", "listbox")
                .attr("id", list_id.as_str())
                .attr("aria-label", name)
                .at(list)
                // The focus stays in the field.
                .on("mousedown", |event: ev::MouseEvent| event.prevent_default())
                .live(move || group().children(picks.get().into_iter().enumerate().map(option))),
        )
        .when(move || count.get() == 0, move || el("p").class("picker-none quiet").text(none))
        .child(el("p").class("visually-hidden").attr("role", "status").text(found))
}

/// Scrolls an option of a list into sight, by no more than it takes.
pub(super) fn into_sight(option: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    option.scroll_into_view_with_scroll_into_view_options(&options);
}
