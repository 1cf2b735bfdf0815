//! A dialog over everything else on the page.
//!
//! The browser's own modal dialog keeps the focus inside, makes what is behind inert, and gives the
//! focus back; what is left to do is to open it, and to hear that somebody wants it closed: by
//! Escape, or by a press beside it.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

#[cfg(feature = "desk")]
use super::icon::{Glyph, icon};
use crate::dom::{El, Spot, el};
#[cfg(feature = "desk")]
use crate::i18n::{MediaText, Text, use_i18n};
use crate::reactive::{Signal, effect};

/// A dialog that is open for as long as it is in the view: its name, what is in it, and who hears
/// that it is to close.
pub fn dialog(class: &str, name: Signal<String>, inside: El, close: Callback<()>) -> El {
    let spot = Spot::default();
    effect(move || {
        if let Some(dialog) = spot.get().and_then(|one| one.dyn_into::<HtmlDialogElement>().ok())
            && !dialog.open()
        {
            // It is in the document, and not open yet: there is nothing to refuse.
            let _ = dialog.show_modal();
        }
    });
    let beside = move |event: ev::PointerEvent| {
        let begun =
            |dialog: web_sys::HtmlElement| dialog.query_selector("[data-begun]").ok().flatten();
        let holds_work = || spot.now().and_then(begun).is_some();
        if event.target() == event.current_target() && !holds_work() {
            close.run(());
        }
    };
    el("dialog")
        .class(class)
        .attr("aria-label", name)
        .at(spot)
        .on("cancel", move |event: ev::Event| {
            event.prevent_default();
            close.run(());
        })
        // A second Escape cannot be held up.
        .on("close", move |_: ev::Event| close.run(()))
        .on("pointerdown", beside)
        .child(inside)
}

/// A form in a dialog: while it holds work, a press beside the dialog does not throw it away.
#[cfg(feature = "desk")]
pub fn work(form: El, begun: impl Fn() -> bool + 'static) -> El {
    form.flag_when("data-begun", begun)
}

/// The head of a dialog: its name, and a button that closes it.
#[cfg(feature = "desk")]
pub fn dialog_head(name: Signal<String>, close: Callback<()>) -> El {
    let i18n = use_i18n();
    el("header").class("dialog-head").child(el("h2").class("dialog-title").text(name)).child(
        el("button")
            .attr("type", "button")
            .class("icon-button")
            .attr("aria-label", i18n.tr(Text::Media(MediaText::CloseDialog)))
            .on_click(move || close.run(()))
            .child(icon(Glyph::Close)),
    )
}
