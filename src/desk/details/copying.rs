//! A button that copies what stands beside it, and says so.

use leptos::prelude::{use_context, window};
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

use super::super::hands::Hands;
use crate::dom::{El, el};
use crate::i18n::{Text, ViewText, use_i18n};
use crate::ui::{Glyph, icon};

/// The button for a text.
pub(super) fn copy(text: String) -> El {
    let i18n = use_i18n();
    let hands = use_context::<Hands>();
    let named = text.clone();
    let label = move || i18n.with(Text::View(ViewText::Copy), &[("name", &named)]);
    el("button")
        .attr("type", "button")
        .class("icon-button copy")
        .attr("aria-label", label.clone())
        .attr("title", label)
        .on_click(move || {
            let text = text.clone();
            let Some(hands) = hands else { return };
            let clipboard = window().navigator().clipboard();
            // Where the page is not trusted there is none.
            if clipboard.is_undefined() {
                return hands.say(i18n.t(Text::View(ViewText::NotCopied)).to_owned());
            }
            let written = JsFuture::from(clipboard.write_text(&text));
            spawn_local(async move {
                let words = match written.await {
                    Ok(_) => i18n.with(Text::View(ViewText::Copied), &[("name", &text)]),
                    Err(_) => i18n.t(Text::View(ViewText::NotCopied)).to_owned(),
                };
                hands.say(words);
            });
        })
        .child(icon(Glyph::Copy))
}
