//! The first message of a new conversation.

use inbox_model::Content;
use leptos::prelude::*;

use super::reply::{draft_signal, write_box};
use super::{agents, back_button, close_button, connection_banner};
use crate::dom::{El, el, group};
use crate::i18n::{Text, use_i18n};
use crate::sync::Engine;
use crate::ui::avatar_stack;

/// An empty conversation with a composer.
pub(super) fn start(engine: Engine) -> El {
    let i18n = use_i18n();
    let composing = engine.store.composing;
    let text = draft_signal(engine, None);
    let send = Callback::new(move |said: String| {
        engine.begin(vec![Content::text(said)]);
        composing.set(false);
    });
    group()
        .child(
            el("header")
                .class("bar")
                .attr("part", "header")
                .child(back_button().on_click(move || composing.set(false)))
                .child(el("h2").class("bar-title").text(i18n.tr(Text::NewConversationTitle)))
                .child(close_button(engine)),
        )
        .child(connection_banner(engine))
        .child(
            el("div")
                .class("start")
                .child(avatar_stack(agents(engine)))
                .child(el("p").class("start-title").text(i18n.tr(Text::HowCanWeHelp)))
                .child(el("p").class("quiet").text(i18n.tr(Text::NewConversationStart))),
        )
        .child(write_box(text, i18n, send, Callback::new(|()| ())))
}
