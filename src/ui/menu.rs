//! A button that opens a list of things to do.
//!
//! The pattern is the menu button of the ARIA Authoring Practices: arrows move, Escape closes and
//! gives the focus back, a press elsewhere closes.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Node};

use super::erase::{derived, dynamic, when};
use super::icon::{Glyph, Icon};

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

/// The button and its menu.
#[component]
pub fn Menu(
    /// The name of the button for a screen reader.
    #[prop(into)]
    label: Signal<String>,
    /// What stands on the button.
    #[prop(into)]
    face: ViewFn,
    /// What can be done; asked each time it opens.
    items: Callback<(), Vec<MenuItem>>,
    /// Classes of the button.
    #[prop(default = "button")]
    class: &'static str,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let root = NodeRef::<html::Div>::new();
    let button = NodeRef::<html::Button>::new();
    let list = NodeRef::<html::Div>::new();
    let close = move || {
        open.set(false);
        if let Some(button) = button.get_untracked() {
            let _ = button.focus();
        }
    };
    // The first item, or the one that is the case, takes the focus.
    Effect::new(move |_| {
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
            .zip(root.get_untracked())
            .is_some_and(|(target, root)| root.contains(Some(&target)));
        if !inside {
            open.set(false);
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let current = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
        let Some(list) = list.get_untracked() else { return };
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
    view! {
        <div class="menu-root" node_ref=root on:focusout=leave>
            <button
                type="button"
                class=class
                node_ref=button
                aria-haspopup="menu"
                aria-expanded=derived(move || open.get().to_string())
                aria-label=label
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {dynamic(move || face.run())}
                <Icon glyph=Glyph::ChevronDown />
            </button>
            {when(move || open.get(), move || view! {
                <div class="menu" role="menu" node_ref=list aria-label=label on:keydown=on_key>
                    {items
                        .run(())
                        .into_iter()
                        .map(|item| {
                            let act = item.act;
                            view! {
                                <button
                                    type="button"
                                    class="menu-item"
                                    role="menuitemradio"
                                    aria-checked=item.current.to_string()
                                    tabindex="-1"
                                    on:click=move |_| {
                                        close();
                                        act.run(());
                                    }
                                >
                                    <span class="menu-label" dir="auto">
                                        {item.label}
                                    </span>
                                    {item.hint.map(|hint| view! { <span class="quiet">{hint}</span> })}
                                    {item.current.then(|| view! { <Icon glyph=Glyph::Check /> })}
                                </button>
                            }
                        })
                        .collect::<Vec<_>>()}
                </div>
            }.into_any())}
        </div>
    }
}

fn focus(element: Option<web_sys::Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}
