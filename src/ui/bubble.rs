//! What somebody said, in its bubble.

use inbox_model::part::Call;
use inbox_model::{Content, Part, PartBody};

use super::contents::{contents, minutes};
use super::icon::{Glyph, icon};
use super::link::outward_link;
use super::markdown::markdown;
use crate::dom::{El, el, group};
use crate::i18n::{Text, use_i18n};

/// The inside of the bubble of a part.
pub(super) fn part_bubble(part: &Part) -> El {
    if part.redacted {
        return el("p").class("redacted").text(use_i18n().tr(Text::Redacted));
    }
    match &part.body {
        PartBody::QuickReplyChosen { text, .. } => markdown(text),
        PartBody::QuickReplies { options } => {
            let mut list = el("ul").class("choices");
            for option in options {
                list = list.child(el("li").attr("dir", "auto").text(option.text.as_str()));
            }
            list
        }
        PartBody::Call(call) => phone_call(call),
        _ => contents(part.contents()),
    }
}

/// The inside of the bubble of a message that is not sent yet.
pub(super) fn pending_bubble(of: &[Content]) -> El {
    contents(of)
}

fn phone_call(call: &Call) -> El {
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
