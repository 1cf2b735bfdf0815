//! Where an agent writes: a reply to the customer, or a note among colleagues. Each has its own
//! draft, and a note looks like one, so that nothing internal is sent by mistake.

use inbox_model::{Command, ConversationId};
use leptos::prelude::*;

use crate::dom::{El, el};
use crate::i18n::{Text, use_i18n};
use crate::reactive::{RwSignal, Signal, effect};
use crate::sync::{DraftMode, Engine};
use crate::ui::{Composing, Glyph, composer, display_name, icon, see};

/// The foot of an agent's thread.
pub(super) fn reply_box(engine: Engine, conversation: ConversationId) -> El {
    let i18n = use_i18n();
    let store = engine.store;
    let target = StoredValue::new(conversation);
    let mode = RwSignal::new(DraftMode::Reply);
    let text = RwSignal::new(String::new());
    let focus = RwSignal::new(0_u32);
    // A change of mode first brings that mode's draft, and only then is what follows kept.
    effect(move || {
        let draft = engine.drafts().get(Some(&target.get_value()), mode.get());
        text.set(draft);
    });
    let keep = move |text: &str| {
        engine.drafts().set(Some(&target.get_value()), mode.get_untracked(), text);
    };
    let send = move |said: String| {
        keep("");
        let command = match mode.get_untracked() {
            DraftMode::Reply => Command::reply(said),
            DraftMode::Note => Command::note(said),
        };
        engine.act(&target.get_value(), command);
    };
    let typing = move |()| {
        keep(&text.get_untracked());
        if mode.get_untracked() == DraftMode::Reply {
            engine.typing(&target.get_value());
        }
    };
    let is_note = move || mode.get() == DraftMode::Note;
    let customer = move || {
        see(store.thread.conversation.get(), |conversation| {
            let contact = conversation.as_ref().and_then(|one| one.contact().cloned());
            contact.map_or_else(
                || i18n.t(Text::Customer).to_owned(),
                |one| display_name(Some(&one), i18n),
            )
        })
    };
    let placeholder = Signal::derive(move || {
        if is_note() {
            i18n.t(Text::WriteNote).to_owned()
        } else {
            i18n.with(Text::WriteReply, &[("name", &customer())])
        }
    });
    let send_label =
        Signal::derive(move || if is_note() { Text::AddNote } else { Text::SendReply });
    let choice = move |value: DraftMode, text: Text, glyph: Glyph| {
        el("button")
            .attr("type", "button")
            .class("segment")
            .attr("aria-pressed", move || (mode.get() == value).to_string())
            .on_click(move || {
                mode.set(value);
                focus.update(|focus| *focus += 1);
            })
            .child(icon(glyph))
            .text(i18n.tr(text))
    };
    let mut modes = el("div").class("segments composer-modes");
    if engine.capabilities().notes {
        modes = modes.child(choice(DraftMode::Reply, Text::Reply, Glyph::Messages)).child(choice(
            DraftMode::Note,
            Text::Note,
            Glyph::Lock,
        ));
    }
    el("div").class("reply").class_when("reply-note", is_note).child(composer(Composing {
        text,
        placeholder,
        send_label,
        on_send: Callback::new(send),
        on_typing: Callback::new(typing),
        before: Some(modes),
        focus: focus.into(),
    }))
}
