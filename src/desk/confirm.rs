//! What cannot be taken back is asked for twice: a message that is removed, a conversation that is
//! deleted.

use inbox_model::Command;
use leptos::ev;
use leptos::prelude::*;

use super::done::{Back, Done, To};
use super::hands::Hands;
use super::message_acts::act_here;
use crate::dom::{El, el, group};
use crate::i18n::{Text, ViewText};
use crate::reactive::{RwSignal, Signal};
use crate::ui::{dialog, dialog_head, display_name};

/// Asks whether a message is to be removed.
pub(super) fn redact_dialog(hands: &Hands) -> El {
    let hands = *hands;
    let Some(part) = hands.place.redacted.get_untracked() else { return group() };
    let act = Callback::new(move |()| {
        act_here(hands.engine, Command::Redact { part: part.clone() });
        hands.say(hands.i18n.t(Text::Redacted).to_owned());
    });
    let words = [ViewText::Redact, ViewText::RedactWords, ViewText::RedactDo];
    frame(&hands, words, group(), Signal::stored(true), act)
}

/// Asks whether the open conversation is to be deleted; the word has to be typed.
pub(super) fn delete_dialog(hands: &Hands) -> El {
    let hands = *hands;
    let i18n = hands.i18n;
    let Some(open) = hands.conversation() else { return group() };
    let typed = RwSignal::new(String::new());
    let word = i18n.t(Text::View(ViewText::DeleteWord));
    let is_sure = Signal::derive(move || typed.get().trim().to_lowercase() == word.to_lowercase());
    let name = open.contact().map(|contact| display_name(Some(contact), i18n));
    let name = name.unwrap_or_else(|| i18n.t(Text::Customer).to_owned());
    let label = move || i18n.with(Text::View(ViewText::DeleteType), &[("word", word)]);
    let field = el("label")
        .class("builder-field")
        .child(el("span").class("setting-name").text(label))
        .child(
            el("input")
                .attr("type", "text")
                .class("builder-name")
                .attr("autofocus", "")
                .attr("autocomplete", "off")
                .attr("autocapitalize", "off")
                .attr("spellcheck", "false")
                .value(typed)
                .on("input", move |event: ev::Event| typed.set(event_target_value(&event))),
        );
    let act = Callback::new(move |()| {
        let to = To::Named(name.clone());
        let what = Text::View(ViewText::DeletedTalk);
        let gone = move || {
            hands.place.done.set(Some(Done { what, to: to.clone(), back: Back::Nothing }));
            hands.focus_place();
        };
        hands.engine.delete(open.id.clone(), Box::new(gone));
    });
    let words = [ViewText::DeleteTalk, ViewText::DeleteWords, ViewText::DeleteDo];
    frame(&hands, words, field, is_sure, act)
}

/// Title, words and the name of the deed; what else is asked, and whether that is answered.
fn frame(
    hands: &Hands,
    [title, words, name]: [ViewText; 3],
    asked: El,
    is_sure: Signal<bool>,
    act: Callback<()>,
) -> El {
    let hands = *hands;
    let i18n = hands.i18n;
    let close = Callback::new(move |()| hands.dismiss());
    let title = Signal::derive(move || i18n.t(Text::View(title)).to_owned());
    let button = |kind: &'static str, class: &'static str, text: ViewText| {
        el("button").attr("type", kind).class(class).text(i18n.tr(Text::View(text)))
    };
    let foot = el("footer")
        .class("dialog-foot")
        .child(button("button", "button", ViewText::Cancel).on_click(move || close.run(())))
        .child(
            button("submit", "button button-danger", name)
                .attr("aria-disabled", move || (!is_sure.get()).to_string()),
        );
    let inside = el("form")
        .class("dialog-panel builder")
        .attr("novalidate", "")
        .on("submit", move |event: ev::SubmitEvent| {
            event.prevent_default();
            if is_sure.get_untracked() {
                hands.dismiss();
                act.run(());
            }
        })
        .child(dialog_head(title, close))
        .child(
            el("div")
                .class("dialog-body")
                .child(el("p").text(i18n.tr(Text::View(words))))
                .child(asked),
        )
        .child(foot);
    dialog("dialog", title, inside, close)
}
