//! The dialog in which an agent says until when exactly a conversation is put aside.

use inbox_model::Command;
use inbox_model::validate::snooze::check;
use leptos::ev;
use leptos::prelude::*;

use super::hands::Hands;
use super::snooze::{field_value, instant_of, tomorrow};
use crate::dom::{El, el};
use crate::i18n::{Text, ViewText};
use crate::reactive::{RwSignal, Signal};
use crate::ui::{dialog, dialog_head};

/// The dialog.
pub(super) fn snooze_dialog(hands: &Hands) -> El {
    let hands = *hands;
    let i18n = hands.i18n;
    let now = hands.engine.now();
    let at = RwSignal::new(field_value(tomorrow(now)));
    let wrong = RwSignal::new(false);
    let title = Signal::derive(move || i18n.t(Text::View(ViewText::SnoozeOther)).to_owned());
    let close = Callback::new(move |()| hands.dismiss());
    let until = move || {
        let until = instant_of(&at.get_untracked())?;
        check(until, hands.engine.now()).is_none().then_some(until)
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(until) = until() else { return wrong.set(true) };
        hands.dismiss();
        let words = i18n.with(Text::SnoozedUntil, &[("time", &i18n.full(until))]);
        hands.put_away(Command::Snooze { until }, &words);
    };
    let told = move || if wrong.get() { i18n.t(Text::RefusedNotInFuture) } else { "" };
    let field = el("label")
        .class("builder-field")
        .child(el("span").class("setting-name").text(i18n.tr(Text::View(ViewText::Until))))
        .child(
            el("input")
                .attr("type", "datetime-local")
                .class("builder-name")
                .attr("autofocus", "")
                .attr("required", "")
                .attr("min", field_value(now).as_str())
                .attr("aria-invalid", move || wrong.get().to_string())
                .attr("aria-describedby", "snooze-problem")
                .value(at)
                .on("input", move |event: ev::Event| {
                    wrong.set_if_new(false);
                    at.set(event_target_value(&event));
                }),
        )
        .child(
            el("p")
                .class("rule-problem")
                .attr("id", "snooze-problem")
                .attr("role", "alert")
                .text(move || told().to_owned()),
        );
    let foot = el("footer")
        .class("dialog-foot")
        .child(
            el("button")
                .attr("type", "button")
                .class("button")
                .on_click(move || close.run(()))
                .text(i18n.tr(Text::View(ViewText::Cancel))),
        )
        .child(
            el("button")
                .attr("type", "submit")
                .class("button button-strong")
                .text(i18n.tr(Text::Snooze)),
        );
    let inside = el("form")
        .class("dialog-panel builder")
        .attr("novalidate", "")
        .on("submit", submit)
        .child(dialog_head(title, close))
        .child(el("div").class("dialog-body").child(field))
        .child(foot);
    dialog("dialog", title, inside, close)
}
