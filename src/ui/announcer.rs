//! What a screen reader should say: one live region per widget, one announcement after the other.
//!
//! Assistive technology needs an entry to stand for a moment before it is taken away, so each
//! stays for a second.

use leptos::prelude::*;

use crate::dom::{El, Spot, el};
use crate::reactive::effect;

const STAYS: std::time::Duration = std::time::Duration::from_secs(1);

/// Says each of the texts that are handed over, in their order, whenever there are some.
pub fn announcer(take: impl Fn() -> Vec<String> + 'static) -> El {
    let log = Spot::default();
    effect(move || {
        for text in take() {
            let Some(log) = log.now() else { return };
            let Ok(entry) = document().create_element("p") else { return };
            entry.set_text_content(Some(&text));
            let _ = log.append_child(&entry);
            let _ = set_timeout_with_handle(move || entry.remove(), STAYS);
        }
    });
    el("div")
        .class("visually-hidden")
        .attr("role", "log")
        .attr("aria-live", "polite")
        .attr("aria-relevant", "additions")
        .at(log)
}
