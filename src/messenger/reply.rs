//! The composer of a thread: where replying is possible, else why not and what instead.

use inbox_model::reply_window::{Reason, barred};
use inbox_model::{Command, ConversationId, State};
use leptos::prelude::*;

use crate::dom::{El, el, group};
use crate::i18n::{I18n, Text, use_i18n};
use crate::reactive::{Memo, RwSignal, Signal, effect};
use crate::sync::{DraftMode, Engine};
use crate::ui::{Composing, Glyph, composer, icon, see};

/// A signal that holds a draft and keeps it on the device.
pub(super) fn draft_signal(
    engine: Engine,
    conversation: Option<ConversationId>,
) -> RwSignal<String> {
    let text = RwSignal::new(engine.drafts().get(conversation.as_ref(), DraftMode::Reply));
    let mut just_read = true;
    effect(move || {
        let text = text.get();
        if !std::mem::take(&mut just_read) {
            engine.drafts().set(conversation.as_ref(), DraftMode::Reply, &text);
        }
    });
    text
}

/// A composer that sends what the customer writes.
pub(super) fn write_box(
    text: RwSignal<String>,
    i18n: I18n,
    on_send: Callback<String>,
    on_typing: Callback<()>,
) -> El {
    composer(Composing {
        text,
        placeholder: Signal::derive(move || i18n.t(Text::WriteMessage).to_owned()),
        send_label: Signal::stored(Text::Send),
        on_send,
        on_typing,
        before: None,
        focus: Signal::stored(1),
        // Where both surfaces are built at once, as for tests.
        #[cfg(feature = "desk")]
        limit: Signal::stored(inbox_model::draft::TEXT),
        #[cfg(feature = "desk")]
        tools: crate::ui::Tools::default(),
    })
}

/// The foot of a customer's thread.
pub(super) fn reply_box(engine: Engine, conversation: ConversationId) -> El {
    let i18n = use_i18n();
    let store = engine.store;
    let text = draft_signal(engine, Some(conversation.clone()));
    let current = store.thread.conversation;
    // `None` while replying is possible.
    let why = Memo::new(move |_| match (current.get(), store.me()) {
        (Some(current), Some(me)) => barred(&current, &me.kind),
        _ => None,
    });
    let words = move || match why.get() {
        Some(Reason::Blocked) => i18n.t(Text::ReplyBlocked),
        _ => i18n.t(Text::RepliesDisabled),
    };
    // Who is blocked cannot begin another one, either.
    let may_begin = move || engine.capabilities().start && why.get() != Some(Reason::Blocked);
    let is_done =
        move || see(current.get(), |c| c.as_ref().is_some_and(|c| c.state == State::Closed));
    let target = conversation.clone();
    let send = Callback::new(move |said: String| engine.act(&target, Command::reply(said)));
    let typing = Callback::new(move |()| engine.typing(&conversation));
    let start_new = move || {
        engine.open(None);
        store.composing.set(true);
    };
    group().choose(
        move || why.get().is_some(),
        move || {
            el("div")
                .class("reply-closed")
                .attr("role", "status")
                .child(el("p").child(icon(Glyph::Info)).text(words))
                .when(may_begin, move || {
                    el("button")
                        .attr("type", "button")
                        .class("button")
                        .on_click(start_new)
                        .text(i18n.tr(Text::StartNewInstead))
                })
        },
        move || {
            group()
                .when(is_done, move || {
                    el("p").class("reply-hint").text(i18n.tr(Text::ConversationClosed))
                })
                .child(write_box(text, i18n, send, typing))
        },
    )
}
