//! What a screen reader should say: one live region per widget, one announcement after the other.
//!
//! Assistive technology needs an entry to stand for a moment before it is taken away, so each
//! stays for a second.

use leptos::prelude::*;

use crate::dom::{El, el};
use crate::reactive::{RwSignal, Signal, effect};

const STAYS: std::time::Duration = std::time::Duration::from_secs(1);

/// Says every new text once, in order. An empty text says nothing; each is numbered, so that the
/// same words can be said twice.
pub fn announcer(say: Signal<(u32, String)>) -> El {
    let entries = RwSignal::new(Vec::<(u32, String)>::new());
    effect(move || {
        let (number, text) = say.get();
        if text.is_empty() {
            return;
        }
        entries.update(|entries| entries.push((number, text)));
        let forget = move || {
            // The widget may have gone meanwhile.
            entries.update(|entries| entries.retain(|(entry, _)| *entry != number));
        };
        let _ = set_timeout_with_handle(forget, STAYS);
    });
    el("div")
        .class("visually-hidden")
        .attr("role", "log")
        .attr("aria-live", "polite")
        .attr("aria-relevant", "additions")
        .each(move || entries.get(), |(_, text)| el("p").text(text))
}
