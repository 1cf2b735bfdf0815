//! A choice of one among several, as the browser has it.

use leptos::ev;
use leptos::prelude::event_target_value;

use crate::dom::{El, el};
use crate::i18n::{I18n, Text};
use crate::ui::{Glyph, icon};

/// Codes and labels, and the code that is chosen now.
pub(super) fn select(
    i18n: I18n,
    name: Text,
    now: &str,
    options: Vec<(String, String)>,
    mut chosen: impl FnMut(String) + 'static,
) -> El {
    let option = |(code, label): (String, String)| {
        let option = el("option").attr("value", code.as_str()).text(label);
        option.attr_if("selected", (code == now).then_some(""))
    };
    let options: Vec<El> = options.into_iter().map(option).collect();
    let select = el("select")
        .class("rule-select")
        .attr("aria-label", i18n.tr(name))
        .on("change", move |event: ev::Event| chosen(event_target_value(&event)))
        .children(options);
    el("span").class("rule-choice").child(select).child(icon(Glyph::ChevronDown))
}
