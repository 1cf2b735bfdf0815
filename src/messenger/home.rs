//! Home: a greeting, the way to write, and the conversations so far.

use std::sync::Arc;

use inbox_model::{Conversation, ConversationId, Participant};
use leptos::prelude::*;

use super::{agents, close_button, connection_banner, failure};
use crate::dom::{El, el, group};
use crate::i18n::{I18n, Text, use_i18n};
use crate::reactive::{RwSignal, Signal};
use crate::sync::{Engine, Loading};
use crate::ui::{
    Glyph, ago, avatar, avatar_stack, display_name, failed_state, icon, preview_line, row_skeleton,
    see,
};

/// The first place a customer sees.
pub(super) fn home(engine: Engine) -> El {
    let i18n = use_i18n();
    let store = engine.store;
    let workspace = move || {
        see(store.session.get(), |session| {
            session.as_ref().map(|s| s.workspace.clone()).unwrap_or_default()
        })
    };
    let greeting = move || match store.me().and_then(|me| me.name) {
        Some(name) => {
            let first = name.split_whitespace().next().unwrap_or_default();
            i18n.with(Text::GreetingNamed, &[("name", first)])
        }
        None => i18n.t(Text::Greeting).to_owned(),
    };
    el("div")
        .class("home")
        .child(
            el("header")
                .class("home-head")
                .attr("part", "header")
                .child(
                    el("div")
                        .class("home-top")
                        .child(
                            el("span").class("home-workspace").attr("dir", "auto").text(workspace),
                        )
                        .child(avatar_stack(agents(engine)))
                        .child(close_button(engine)),
                )
                .child(
                    el("h2")
                        .class("home-greeting")
                        .child(el("span").class("home-hello").text(greeting))
                        .child(el("span").text(i18n.tr(Text::HowCanWeHelp))),
                ),
        )
        .child(connection_banner(engine))
        .child(
            el("div")
                .class("home-body")
                .child(beginning(engine, i18n))
                .child(conversations(engine)),
        )
}

/// The way to a first message, or that there is none: some systems let only the company begin.
fn beginning(engine: Engine, i18n: I18n) -> El {
    if engine.capabilities().start {
        return write(engine, i18n);
    }
    el("p").class("home-write-none").text(i18n.tr(Text::CannotBegin))
}

fn write(engine: Engine, i18n: I18n) -> El {
    el("button")
        .attr("type", "button")
        .class("home-write")
        .on_click(move || engine.store.composing.set(true))
        .child(
            el("span")
                .class("home-write-text")
                .child(el("strong").text(i18n.tr(Text::NewConversation)))
                .child(el("span").class("quiet").text(i18n.tr(Text::NewConversationHint))),
        )
        .child(el("span").class("home-write-mark").child(icon(Glyph::ArrowUp)))
}

fn conversations(engine: Engine) -> El {
    let store = engine.store;
    group().when(move || !store.rows.is_empty(), move || list(engine)).live(move || {
        match store.list.get() {
            Loading::Loading if store.rows.is_empty() => row_skeleton(3),
            Loading::Failed(_) if store.rows.is_empty() => {
                failed_state(failure(store.list), Callback::new(move |()| engine.load_more()))
            }
            _ => group(),
        }
    })
}

fn list(engine: Engine) -> El {
    let i18n = use_i18n();
    let store = engine.store;
    let rows = el("ul").attr("role", "list").each(
        move || store.rows.keys(),
        move |id| el("li").maybe(store.rows.get(&id).map(|of| row(engine, id, of.into()))),
    );
    let more = move || {
        el("button")
            .attr("type", "button")
            .class("button button-quiet")
            .on_click(move || engine.load_more())
            .text(i18n.tr(Text::LoadMore))
    };
    el("section")
        .class("home-list")
        .attr("aria-label", i18n.tr(Text::RecentConversations))
        .child(el("h3").class("home-list-title").text(i18n.tr(Text::RecentConversations)))
        .child(rows)
        .when(move || store.list_has_more.get(), more)
}

fn row(engine: Engine, id: ConversationId, of: RwSignal<Arc<Conversation>>) -> El {
    let i18n = use_i18n();
    let unread = move || of.get().unread.unwrap_or(0);
    let count = move || {
        let number = el("span").class("count").attr("aria-hidden", "true");
        let words = el("span").class("visually-hidden");
        group()
            .child(number.text(move || i18n.number(unread())))
            .child(words.text(move || i18n.count(Text::UnreadCount, unread())))
    };
    el("button")
        .attr("type", "button")
        .class("row")
        .class_when("row-unread", move || unread() > 0)
        .attr("data-conv-id", id.as_str())
        .on_click(move || engine.open(Some(id.clone())))
        .child(avatar(Signal::derive(move || speaker(&of.get()).cloned())))
        .child(
            el("span")
                .class("row-text")
                .child(
                    el("span")
                        .class("row-top")
                        .child(
                            el("span")
                                .class("row-name")
                                .attr("dir", "auto")
                                .text(move || name(&of.get(), i18n)),
                        )
                        .child(ago(Signal::derive(move || of.get().activity_at()))),
                )
                .child(
                    el("span")
                        .class("row-preview")
                        .attr("dir", "auto")
                        .text(move || line(&of.get(), i18n)),
                ),
        )
        .when(move || unread() > 0, count)
}

/// Who of the company spoke last, if they did.
pub(super) fn speaker(of: &Conversation) -> Option<&Participant> {
    of.preview.as_ref()?.author.as_ref().filter(|author| author.kind.is_company())
}

/// What to call a conversation.
fn name(of: &Conversation, i18n: I18n) -> String {
    match (&of.title, speaker(of)) {
        (Some(title), _) if !title.is_empty() => title.clone(),
        (_, Some(one)) => display_name(Some(one).filter(|one| one.name.is_some()), i18n),
        (_, None) => i18n.t(Text::TheTeam).to_owned(),
    }
}

/// What was said last, and whether the reader said it.
fn line(of: &Conversation, i18n: I18n) -> String {
    let text = preview_line(of, i18n);
    let author = of.preview.as_ref().and_then(|preview| preview.author.as_ref());
    if author.is_some_and(|author| author.kind.is_contact()) {
        [i18n.t(Text::You), ": ", &text].concat()
    } else {
        text
    }
}
