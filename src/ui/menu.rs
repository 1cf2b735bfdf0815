//! A button that opens a list of things to do.
//!
//! The pattern is the menu button of the ARIA Authoring Practices: arrows move, Escape closes and
//! gives the focus back, a press elsewhere closes.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Node};

use super::icon::{Glyph, icon};
use crate::dom::{El, Spot, el};
use crate::reactive::{RwSignal, Signal, effect};

/// One thing to do.
#[derive(Clone)]
pub struct MenuItem {
    /// Its words.
    pub label: String,
    /// More about it, quieter.
    pub hint: Option<String>,
    /// It is what is the case now.
    pub current: bool,
    /// Does it.
    pub act: Callback<()>,
}

/// The button and its menu: its name for a screen reader, what stands on it, and what can be done,
/// asked each time it opens.
pub fn menu(label: Signal<String>, face: El, items: Callback<(), Vec<MenuItem>>) -> El {
    let open = RwSignal::new(false);
    let (root, button, list) = (Spot::default(), Spot::default(), Spot::default());
    // Opened by a shortcut, the focus was elsewhere, and goes back there.
    let before = StoredValue::new_local(None::<web_sys::Element>);
    let close = move || {
        open.set(false);
        let place = before.try_update_value(Option::take).flatten();
        focus(place.clone());
        if place.is_none() || place != focused(root) {
            focus(button.now().map(Into::into));
        }
    };
    // The first item, or the one that is the case, takes the focus.
    effect(move || {
        if open.get()
            && let Some(list) = list.get()
        {
            let current = list.query_selector("[aria-checked=true]").ok().flatten();
            let first = current.or_else(|| list.first_element_child());
            focus(first);
        }
    });
    let leave = move |event: ev::FocusEvent| {
        let inside = event
            .related_target()
            .and_then(|target| target.dyn_into::<Node>().ok())
            .zip(root.now())
            .is_some_and(|(target, root)| root.contains(Some(&target)));
        if !inside {
            open.set(false);
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let current = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
        let Some(list) = list.now() else { return };
        let next = match event.key().as_str() {
            "Escape" => {
                event.stop_propagation();
                return close();
            }
            "ArrowDown" => current
                .and_then(|item| item.next_element_sibling())
                .or_else(|| list.first_element_child()),
            "ArrowUp" => current
                .and_then(|item| item.previous_element_sibling())
                .or_else(|| list.last_element_child()),
            "Home" => list.first_element_child(),
            "End" => list.last_element_child(),
            _ => return,
        };
        event.prevent_default();
        focus(next);
    };
    let entry = move |(at, item): (usize, MenuItem)| {
        let MenuItem { label, hint, current, act } = item;
        el("button")
            .attr("type", "button")
            .class("menu-item")
            .attr("role", "menuitemradio")
            .attr("aria-checked", current.to_string())
            // A long menu is scrolled, which takes a stop for the key for tabs.
            .attr("tabindex", if at == 0 { "0" } else { "-1" })
            .on_click(move || {
                close();
                act.run(());
            })
            .child(el("span").class("menu-label").attr("dir", "auto").text(label))
            .maybe(hint.map(|hint| el("span").class("quiet").text(hint)))
            .maybe(current.then(|| icon(Glyph::Check)))
    };
    let face = el("button")
        .attr("type", "button")
        .class("button")
        .at(button)
        .attr("aria-haspopup", "menu")
        .attr("aria-expanded", move || open.get().to_string())
        .attr("aria-label", label)
        .on_click(move || {
            before.set_value(focused(root));
            open.update(|open| *open = !*open);
        })
        .child(face)
        .child(icon(Glyph::ChevronDown));
    el("div").class("menu-root").at(root).on("focusout", leave).child(face).when(
        move || open.get(),
        move || {
            el("div")
                .class("menu")
                .attr("role", "menu")
                .at(list)
                .attr("aria-label", label)
                .on("keydown", on_key)
                .children(items.run(()).into_iter().enumerate().map(entry))
        },
    )
}

fn focus(element: Option<web_sys::Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// What has the focus, around an element.
fn focused(around: Spot) -> Option<web_sys::Element> {
    let shadow = around.now()?.get_root_node().dyn_into::<web_sys::ShadowRoot>().ok()?;
    shadow.active_element()
}
