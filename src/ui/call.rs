//! A phone call in a thread, which only the company sees.

use inbox_model::part::Call;

use super::icon::{Glyph, icon};
use super::link::outward_link;
use super::markdown::markdown;
use crate::dom::{El, el, group};
use crate::i18n::{DeskText, Text, use_i18n};

/// Who called, how long it was, what was said, and the recording.
pub(super) fn phone_call(call: &Call) -> El {
    let i18n = use_i18n();
    let missed = call.duration_ms == 0;
    let title = i18n.tr(Text::Desk(match (missed, call.inbound) {
        (true, true) => DeskText::MissedInbound,
        (true, false) => DeskText::MissedOutbound,
        (false, true) => DeskText::InboundCall,
        (false, false) => DeskText::OutboundCall,
    }));
    let mut text = el("span").class("card-text").child(el("span").class("card-title").text(title));
    if !missed {
        let millis = call.duration_ms;
        let length =
            move || i18n.with(Text::Desk(DeskText::CallLength), &[("time", &i18n.clock(millis))]);
        text = text.child(el("span").class("quiet").text(length));
    }
    if let Some(url) = &call.recording_url {
        let name = group().text(i18n.tr(Text::Desk(DeskText::Recording)));
        text = text.child(outward_link(url, "card-line", name));
    }
    let summary = call.summary.as_ref().map(|summary| {
        el("div")
            .class("call-summary")
            .child(
                el("p")
                    .class("call-summary-title")
                    .child(icon(Glyph::Sparkle))
                    .text(i18n.tr(Text::Desk(DeskText::CallSummary))),
            )
            .child(markdown(summary))
    });
    let class = if missed { "card card-plain call call-missed" } else { "card card-plain call" };
    group()
        .child(
            el("div")
                .class(class)
                .child(el("span").class("card-picture").child(icon(Glyph::Phone)))
                .child(text),
        )
        .maybe(summary)
}
