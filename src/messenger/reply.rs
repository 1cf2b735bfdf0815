//! The composer of a thread: where replying is possible, else why not and what instead.

use inbox_model::reply_window::{Reason, Verdict, verdict_for};
use inbox_model::{Command, ConversationId, State};
use leptos::prelude::*;

use crate::i18n::{Text, use_i18n};
use crate::sync::{DraftMode, Engine};
use crate::ui::{Composer, Glyph, Icon, choose, derived, see, when};

/// A signal that holds a draft and keeps it on the device.
pub(super) fn draft_signal(
    engine: Engine,
    conversation: Option<ConversationId>,
) -> RwSignal<String> {
    let text = RwSignal::new(engine.drafts().get(conversation.as_ref(), DraftMode::Reply));
    Effect::new(move |before: Option<()>| {
        let text = text.get();
        // The first run sees what was just read.
        if before.is_some() {
            engine.drafts().set(conversation.as_ref(), DraftMode::Reply, &text);
        }
    });
    text
}

/// The foot of a customer's thread.
#[component]
pub(super) fn ReplyBox(engine: Engine, conversation: ConversationId) -> impl IntoView {
    let i18n = use_i18n();
    let store = engine.store;
    let text = draft_signal(engine, Some(conversation.clone()));
    let current = store.thread.conversation;
    let verdict = Memo::new(move |_| {
        let kind = store.me().map(|me| me.kind);
        see(current.get(), |current| match (current, kind) {
            (Some(current), Some(kind)) => Some(verdict_for(current, &kind)),
            _ => None,
        })
    });
    let closed = Memo::new(move |_| match verdict.get() {
        Some(Verdict::Closed(reason)) => Some(match reason {
            Reason::Blocked => Text::ReplyBlocked,
            Reason::RepliesDisabled => Text::RepliesDisabled,
            Reason::Expired | Reason::NotPossible => Text::WindowClosed,
        }),
        Some(Verdict::WaitingForCustomer { .. } | Verdict::Open { .. }) | None => None,
    });
    let is_done =
        move || see(current.get(), |c| c.as_ref().is_some_and(|c| c.state == State::Closed));
    let target = StoredValue::new(conversation);
    let send = move |said: String| engine.act(&target.get_value(), Command::reply(said));
    let typing = move |()| engine.typing(&target.get_value());
    let start_new = move |_| {
        engine.open(None);
        store.composing.set(true);
    };
    view! {
        {choose(
            move || closed.get().is_some(),
            move || {
                view! {
                    <div class="reply-closed" role="status">
                        <p>
                            <Icon glyph=Glyph::Info />
                            {derived(move || closed.get().map(|text| i18n.t(text)).unwrap_or_default())}
                        </p>
                        <button type="button" class="button" on:click=start_new>
                            {i18n.tr(Text::StartNewInstead)}
                        </button>
                    </div>
                }.into_any()
            },
            move || view! {
            {when(
                is_done,
                move || view! { <p class="reply-hint">{i18n.tr(Text::ConversationClosed)}</p> }.into_any(),
            )}
            <Composer
                text=text
                placeholder=Signal::derive(move || i18n.t(Text::WriteMessage).to_owned())
                send_label=i18n.tr(Text::Send)
                on_send=Callback::new(send)
                on_typing=typing
                focus=Signal::stored(1)
            />
            }.into_any(),
        )}
    }
}
