//! What a conversation is called: shown under the customer's name, and altered where it stands.

use inbox_model::Command;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::deeds::deed;
use super::hands::Hands;
use crate::dom::{El, Spot, el};
use crate::i18n::{Text, ViewText, use_i18n};
use crate::reactive::{Memo, RwSignal, effect};
use crate::sync::Engine;

/// Characters of a title.
const LONGEST: &str = "255";

/// The title. Enter keeps what is typed, and so does going elsewhere; Escape does not.
pub(super) fn title(engine: Engine) -> El {
    let i18n = use_i18n();
    let current = engine.store.thread.conversation;
    let title = Memo::new(move |_| current.get().and_then(|one| one.title.clone()));
    let editing = RwSignal::new(false);
    // Another conversation has another title.
    effect(move || {
        engine.store.thread.id.track();
        editing.set_if_new(false);
    });
    let words = move || {
        let name = title.get().filter(|title| !title.is_empty());
        name.unwrap_or_else(|| i18n.t(Text::View(ViewText::AddTitle)).to_owned())
    };
    let label = move || match title.get().filter(|title| !title.is_empty()) {
        Some(title) => i18n.with(Text::View(ViewText::TitleEdit), &[("name", &title)]),
        None => i18n.t(Text::View(ViewText::AddTitle)).to_owned(),
    };
    let shown = move || {
        el("button")
            .attr("type", "button")
            .class("thread-subject thread-rename quiet")
            .attr("dir", "auto")
            .attr("data-act", "title")
            .attr("aria-label", label)
            .attr("title", label)
            .on_click(move || editing.set(true))
            .text(words)
    };
    let field = move || edited(engine, editing, &title.get_untracked().unwrap_or_default());
    el("div").class("thread-name").choose(move || editing.get(), field, shown)
}

fn edited(engine: Engine, editing: RwSignal<bool>, before: &str) -> El {
    let i18n = use_i18n();
    let text = RwSignal::new(before.to_owned());
    let field = Spot::default();
    effect(move || {
        if let Some(field) = field.get() {
            let _ = field.focus();
            if let Some(field) = field.dyn_ref::<web_sys::HtmlInputElement>() {
                field.select();
            }
        }
    });
    let back = move || {
        if let Some(hands) = use_context::<Hands>() {
            request_animation_frame(move || {
                hands.focus(&["[data-act=title]"]);
            });
        }
    };
    let keep = move || {
        // Done with already: the field is on its way out.
        if !editing.get_untracked() {
            return;
        }
        editing.set(false);
        deed(engine, Command::SetTitle { title: text.get_untracked().trim().to_owned() });
    };
    el("input")
        .attr("type", "text")
        .class("thread-title-field")
        .attr("dir", "auto")
        .attr("maxlength", LONGEST)
        .attr("aria-label", i18n.tr(Text::View(ViewText::Title)))
        .attr("autocomplete", "off")
        .attr("enterkeyhint", "done")
        .at(field)
        .value(text)
        .on("input", move |event: ev::Event| text.set(event_target_value(&event)))
        .on("blur", move |_: ev::FocusEvent| keep())
        .on("keydown", move |event: ev::KeyboardEvent| {
            if event.is_composing() {
                return;
            }
            match event.key().as_str() {
                "Enter" => keep(),
                "Escape" => editing.set(false),
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
            back();
        })
}
