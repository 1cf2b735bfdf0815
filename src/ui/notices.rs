//! States of a place: loading, empty, failed, and the banner that tells of the connection.

use leptos::prelude::*;

use super::icon::{Glyph, icon};
use crate::dom::{El, Words, el};
use crate::i18n::{Text, use_i18n};
use crate::reactive::Signal;

/// Nothing is here, and that is fine: a picture for it, what is the case, and what that means or
/// what to do.
#[cfg(feature = "desk")]
pub fn empty_state(glyph: Glyph, title: Text, hint: Text) -> El {
    let i18n = use_i18n();
    el("div")
        .class("empty")
        .child(el("span").class("empty-picture").child(icon(glyph)))
        .child(el("p").class("empty-title").text(i18n.tr(title)))
        .child(el("p").class("empty-hint").text(i18n.tr(hint)))
}

/// It could not be had, by the stable code of the reason, and here is the way on.
pub fn failed_state(code: Signal<String>, on_retry: Callback<()>) -> El {
    let i18n = use_i18n();
    let words = move || match code.get().as_str() {
        "signed_out" | "unauthenticated" => (Text::SignedOut, Some(Text::SignedOutHint)),
        "not_found" => (Text::ConversationGone, None),
        _ => (Text::LoadFailed, Some(Text::LoadFailedHint)),
    };
    let hint = move || words().1.map(|hint| i18n.t(hint)).unwrap_or_default();
    el("div")
        .class("empty")
        .attr("role", "alert")
        .child(el("span").class("empty-picture empty-picture-failed").child(icon(Glyph::Alert)))
        .child(el("p").class("empty-title").text(move || i18n.t(words().0)))
        .child(el("p").class("empty-hint").text(hint))
        .child(
            el("button")
                .attr("type", "button")
                .class("button")
                .on_click(move || on_retry.run(()))
                .child(icon(Glyph::Reload))
                .text(i18n.tr(Text::Retry)),
        )
}

/// A line across the top: something concerns everything below it.
pub fn banner<'a>(glyph: Glyph, text: impl Words<'a>) -> El {
    el("div").class("banner").attr("role", "status").child(icon(glyph)).child(el("span").text(text))
}

/// Rows to come.
pub fn row_skeleton(rows: usize) -> El {
    let row = |_| {
        let line = || el("span").class("skeleton-line");
        el("div")
            .class("skeleton-row")
            .attr("aria-hidden", "true")
            .child(el("span").class("skeleton-face"))
            .child(el("span").class("skeleton-lines").child(line()).child(line()))
    };
    skeleton("skeleton").children((0..rows).map(row))
}

/// A thread to come.
pub fn thread_skeleton() -> El {
    let sides = ["other", "own", "other", "other", "own"];
    skeleton("skeleton skeleton-thread")
        .children(sides.map(|side| el("span").class("skeleton-bubble").attr("data-side", side)))
}

fn skeleton(class: &str) -> El {
    el("div").class(class).attr("role", "status").attr("aria-label", use_i18n().tr(Text::Loading))
}
