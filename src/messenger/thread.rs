//! A conversation as its customer sees it.

use inbox_model::thread::Item;
use inbox_model::{Content, Participant, ParticipantKind};
use leptos::prelude::*;

use super::reply::reply_box;
use super::{back_button, close_button, connection_banner, failure};
use crate::dom::{El, el, group};
use crate::i18n::{I18n, Text, use_i18n};
use crate::reactive::{Memo, RwSignal, Signal};
use crate::sync::{Engine, Loading, minutes_ahead_of_utc};
use crate::ui::{
    MessageActions, Picture, ThreadPlace, Viewing, avatar, display_name, failed_state, lightbox,
    see, thread_skeleton, thread_view, typing,
};

/// The thread with its header and composer.
pub(super) fn customer_thread(engine: Engine, open: RwSignal<bool>) -> El {
    let i18n = use_i18n();
    let store = engine.store;
    let thread = store.thread;
    let agent = Signal::derive(move || Some(counterpart(engine, i18n)));
    let title = move || see(agent.get(), |agent| display_name(agent.as_ref(), i18n));
    let place = ThreadPlace {
        keys: Signal::derive(move || thread.items.keys()),
        get: Callback::new(move |key| thread.items.get(&key)),
        find_name: Callback::new(move |id| store.agent_name(&id)),
        identity: Signal::derive(move || {
            // Opening the panel again shows the newest, as opening another thread does.
            let id =
                see(thread.id.get(), |id| id.as_ref().map(ToString::to_string).unwrap_or_default());
            [id.as_str(), if open.get() { " open" } else { "" }].concat()
        }),
        among_agents: false,
        day_of: |at| at.date(minutes_ahead_of_utc(at)).days,
        #[cfg(feature = "desk")]
        company: None,
    };
    let actions = MessageActions {
        retry: Callback::new(move |id| engine.retry(id)),
        discard: Callback::new(move |id| engine.discard(id)),
    };
    let viewing = Viewing::new(Callback::new(|_| ()));
    provide_context(viewing);
    let ready = Memo::new(move |_| thread.loading.get() == Loading::Ready);
    let failed = Memo::new(move |_| matches!(thread.loading.get(), Loading::Failed(_)));
    group()
        .child(
            el("header")
                .class("bar")
                .attr("part", "header")
                .child(back_button().on_click(move || engine.open(None)))
                .child(avatar(agent))
                .child(el("h2").class("bar-title").attr("dir", "auto").text(title))
                .child(close_button(engine)),
        )
        .child(connection_banner(engine))
        .child(lightbox(viewing, Callback::new(move |()| pictures(engine))))
        .live(move || {
            if failed.get() {
                let again = Callback::new(move |()| engine.reload_thread());
                failed_state(failure(thread.loading), again)
            } else if ready.get() {
                let tail = typing(Signal::derive(move || store.typing_here()));
                thread_view(place, actions, tail)
            } else {
                thread_skeleton()
            }
        })
        // A composer of its own for each conversation: a draft never wanders.
        .live(move || match thread.id.get() {
            Some(id) if !failed.get() => reply_box(engine, id),
            _ => group(),
        })
}

/// The pictures of the open thread, in order.
fn pictures(engine: Engine) -> Vec<Picture> {
    let items = engine.store.thread.items;
    let all = untrack(|| items.keys()).into_iter();
    let parts = all.filter_map(|key| untrack(|| items.get(&key).map(|item| item.get())));
    let pictures = |item: Item| match item {
        Item::Part { part, .. } => {
            let all = part.contents().iter().filter_map(|content| match content {
                Content::Image(picture) => Some((Some(part.id.clone()), picture.clone())),
                _ => None,
            });
            all.collect()
        }
        _ => Vec::new(),
    };
    parts.flat_map(pictures).collect()
}

/// The agent who answered last, else the one responsible, as far as the customer knows them; else
/// the company.
fn counterpart(engine: Engine, i18n: I18n) -> Participant {
    let store = engine.store;
    let items = store.thread.items;
    let answered = items.keys().iter().rev().find_map(|key| match items.get(key)?.get() {
        Item::Part { part, .. } => part.author.clone().filter(is_named_agent),
        _ => None,
    });
    if let Some(agent) = answered {
        return agent;
    }
    let assignee = see(store.thread.conversation.get(), |one| one.as_ref()?.assignee.clone());
    if let Some(id) = assignee
        && let Some(name) = store.agent_name(&id)
    {
        return Participant::new(ParticipantKind::Agent, id).named(name);
    }
    let workspace =
        see(store.session.get(), |session| session.as_ref().map(|s| s.workspace.clone()));
    let name = workspace.filter(|name| !name.is_empty());
    let name = name.unwrap_or_else(|| i18n.t(Text::TheTeam).to_owned());
    Participant {
        id: None,
        kind: ParticipantKind::System,
        name: Some(name),
        email: None,
        avatar_url: None,
    }
}

fn is_named_agent(author: &Participant) -> bool {
    author.kind.is_company() && author.name.is_some()
}
