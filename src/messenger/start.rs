//! The first message of a new conversation.

use inbox_model::Content;
use leptos::prelude::*;

use super::reply::draft_signal;
use super::{CloseButton, ConnectionBanner};
use crate::i18n::{Text, use_i18n};
use crate::sync::Engine;
use crate::ui::{AvatarStack, Composer, Glyph, Icon, see};

/// An empty conversation with a composer.
#[component]
pub(super) fn Start(engine: Engine) -> impl IntoView {
    let i18n = use_i18n();
    let store = engine.store;
    let text = draft_signal(engine, None);
    let agents = Signal::derive(move || {
        see(store.session.get(), |session| {
            session.as_ref().map(|s| s.agents.clone()).unwrap_or_default()
        })
    });
    let send = move |said: String| {
        engine.begin(vec![Content::text(said)]);
        store.composing.set(false);
    };
    view! {
        <header class="bar" part="header">
            <button
                type="button"
                class="icon-button"
                aria-label=i18n.tr(Text::Back)
                on:click=move |_| store.composing.set(false)
            >
                <Icon glyph=Glyph::Back />
            </button>
            <h2 class="bar-title">{i18n.tr(Text::NewConversationTitle)}</h2>
            <CloseButton engine=engine />
        </header>
        <ConnectionBanner engine=engine />
        <div class="start">
            <AvatarStack of=agents />
            <p class="start-title">{i18n.tr(Text::HowCanWeHelp)}</p>
            <p class="quiet">{i18n.tr(Text::NewConversationStart)}</p>
        </div>
        <Composer
            text=text
            placeholder=Signal::derive(move || i18n.t(Text::WriteMessage).to_owned())
            send_label=i18n.tr(Text::Send)
            on_send=Callback::new(send)
            on_typing=|()| ()
            focus=Signal::stored(1)
        />
    }
}
