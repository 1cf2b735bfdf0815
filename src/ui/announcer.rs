//! What a screen reader should say: one live region per widget, one announcement after the other.
//!
//! Assistive technology needs an entry to stand for a moment before it is taken away, so each
//! stays for a second.

use leptos::prelude::*;

use crate::dom::{El, Spot, el};
use crate::reactive::{RwSignal, effect};

const STAYS: std::time::Duration = std::time::Duration::from_secs(1);

/// Says each of the texts that come into a signal, in their order, and takes them out. What comes
/// before the last was said waits there, so that nothing is passed over.
pub fn announcer(texts: RwSignal<Vec<String>>) -> El {
    let log = Spot::default();
    effect(move || {
        let (all, Some(log)) = (texts.get(), log.now()) else { return };
        if all.is_empty() {
            return;
        }
        texts.set(Vec::new());
        for text in all {
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
