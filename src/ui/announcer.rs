//! What a screen reader should say: one live region per widget, one announcement after the other.
//!
//! Assistive technology needs an entry to stand for a moment before it is taken away, so each
//! stays for a second.

use leptos::prelude::*;

use crate::dom::{El, Spot, el};
use crate::reactive::effect;

const STAYS: std::time::Duration = std::time::Duration::from_secs(1);

/// Says a text whenever what it is made of has changed, also if the words are the same. An empty
/// text says nothing.
pub fn announcer(say: impl Fn() -> String + 'static) -> El {
    let log = Spot::default();
    effect(move || {
        let text = say();
        let (Some(log), false) = (log.now(), text.is_empty()) else { return };
        let Ok(entry) = document().create_element("p") else { return };
        entry.set_text_content(Some(&text));
        let _ = log.append_child(&entry);
        let _ = set_timeout_with_handle(move || entry.remove(), STAYS);
    });
    el("div")
        .class("visually-hidden")
        .attr("role", "log")
        .attr("aria-live", "polite")
        .attr("aria-relevant", "additions")
        .at(log)
}
