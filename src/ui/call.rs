//! A phone call in a thread, which only the company sees.

use inbox_model::part::Call;

use super::contents::minutes;
use super::icon::{Glyph, icon};
use super::link::outward_link;
use crate::dom::{El, el, group};
use crate::i18n::{Text, use_i18n};

/// How long it was, what was said, and the recording.
pub(super) fn phone_call(call: &Call) -> El {
    let i18n = use_i18n();
    let missed = call.duration_ms == 0;
    let title = i18n.tr(if missed { Text::MissedCall } else { Text::Call });
    let mut text = el("span").class("card-text").child(el("span").class("card-title").text(title));
    if !missed {
        text = text.child(el("span").class("quiet").text(minutes(call.duration_ms)));
    }
    if let Some(summary) = &call.summary {
        text = text.child(el("span").attr("dir", "auto").text(summary.as_str()));
    }
    if let Some(url) = &call.recording_url {
        text = text.child(outward_link(url, "card-line", group().text(i18n.tr(Text::Audio))));
    }
    el("div")
        .class("card card-plain")
        .child(el("span").class("card-picture").child(icon(Glyph::Phone)))
        .child(text)
}
