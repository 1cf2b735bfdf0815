//! A reply that waited until a colleague had answered: it was not sent, and what becomes of it is its
//! writer's to say, where it stands or from wherever they are.

use inbox_model::ConversationId;
use leptos::prelude::*;

use super::collision::{card, note_read, overtaking};
use super::undo::take_back;
use super::writing::Writing;
use crate::dom::{El, el, group};
use crate::i18n::{DeskText, Text, WriteText, use_i18n};
use crate::reactive::Memo;
use crate::sync::{Engine, StoppedReply};
use crate::ui::display_name;

/// The card above the composer of its conversation.
pub(super) fn overtaken(engine: Engine, writing: Writing, conversation: ConversationId) -> El {
    let i18n = use_i18n();
    let target = StoredValue::new(conversation);
    let stopped = Memo::new(move |_| {
        let here = |one: &StoppedReply| one.conversation == target.get_value();
        engine.stopped().into_iter().find(here)
    });
    let told = Memo::new(move |_| overtaking(engine, &stopped.get()?.seen, false, i18n));
    let keep = Callback::new(move |()| {
        take_back(engine, writing, &target.get_value());
        note_read(engine, &target.get_value());
    });
    let once = move |act: fn(Engine, StoppedReply)| {
        if let Some(stopped) = stopped.get_untracked() {
            act(engine, stopped);
            writing.focus.update(|focus| *focus += 1);
        }
    };
    let send = Callback::new(move |_| once(|engine, stopped| engine.retry(stopped.command_id)));
    let discard =
        Callback::new(move |()| once(|engine, stopped| engine.discard(stopped.command_id)));
    card(told.into(), keep, send, Some(discard))
}

/// What tells of it while another conversation is open, or none, with the way to it.
pub(super) fn overtaken_elsewhere(engine: Engine) -> El {
    let i18n = use_i18n();
    let store = engine.store;
    let stopped = Memo::new(move |_| {
        let open = store.thread.id.get();
        let elsewhere = |one: &StoppedReply| Some(&one.conversation) != open.as_ref();
        engine.stopped().into_iter().find(elsewhere).map(|one| one.conversation)
    });
    let words = Memo::new(move |_| {
        let Some(id) = stopped.get() else { return String::new() };
        store.rows.with_keys(|_| ()); // after a reload they come later
        let row = store.rows.get(&id).map(|row| row.get());
        let name = display_name(row.as_ref().and_then(|row| row.contact()), i18n);
        i18n.with(Text::Write(WriteText::OvertakenElsewhere), &[("name", &name)])
    });
    let show = move || engine.open(stopped.get_untracked());
    let bar = move || {
        el("div")
            .class("undo-bar")
            .attr("role", "group")
            .attr("aria-label", i18n.tr(Text::Desk(DeskText::StateHeld)))
            .child(el("p").class("undo-words").text(words))
            .child(
                el("button")
                    .attr("type", "button")
                    .class("button undo-button")
                    .on_click(show)
                    .text(i18n.tr(Text::Write(WriteText::OvertakenShow))),
            )
    };
    group()
        .when(move || stopped.with(Option::is_some), bar)
        .child(el("p").class("visually-hidden").attr("role", "status").text(words))
}
