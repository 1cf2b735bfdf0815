//! A conversation as an agent sees it.

use leptos::prelude::*;

use super::header::ThreadHeader;
use super::place::Place;
use super::reply::ReplyBox;
use crate::i18n::{Text, use_i18n};
use crate::sync::{Engine, Loading, minutes_ahead_of_utc};
use crate::ui::{
    EmptyState, FailedState, Glyph, MessageActions, ThreadPlace, ThreadSkeleton, ThreadView,
    Typing, display_name, see,
};

/// The pane with the thread, or a word that none is open.
#[component]
pub(super) fn AgentThread(engine: Engine, place: Place) -> impl IntoView {
    let i18n = use_i18n();
    let thread = engine.store.thread;
    let is_open = Memo::new(move |_| see(thread.id.get(), Option::is_some));
    view! {
        <section class="reading" aria-label=i18n.tr(Text::Conversation)>
            <Show
                when=move || is_open.get()
                fallback=|| {
                    view! {
                        <EmptyState
                            glyph=Glyph::Messages
                            title=Text::NoConversationOpen
                            hint=Text::NoConversationOpenHint
                        />
                    }
                }
            >
                <ThreadHeader engine=engine place=place />
                <Colleagues engine=engine />
                <Body engine=engine />
                // A composer of its own for each conversation: a draft never wanders.
                {move || thread.id.get().map(|id| view! { <ReplyBox engine=engine conversation=id /> })}
            </Show>
        </section>
    }
}

#[component]
fn Body(engine: Engine) -> impl IntoView {
    let store = engine.store;
    let thread = store.thread;
    let place = ThreadPlace {
        keys: Signal::derive(move || thread.items.keys()),
        get: Callback::new(move |key| thread.items.get(&key)),
        find_name: Callback::new(move |id| store.agent_name(&id)),
        identity: Signal::derive(move || {
            see(thread.id.get(), |id| id.as_ref().map(ToString::to_string).unwrap_or_default())
        }),
        among_agents: true,
        day_of: |at| at.date(minutes_ahead_of_utc(at)).days,
    };
    let actions = MessageActions {
        retry: Callback::new(move |id| engine.retry(id)),
        discard: Callback::new(move |id| engine.discard(id)),
    };
    let loading = Memo::new(move |_| thread.loading.get());
    move || match loading.get() {
        Loading::Failed(code) => {
            view! { <FailedState code=code on_retry=move |()| engine.reload_thread() /> }.into_any()
        }
        Loading::Ready => view! {
            <ThreadView
                place=place
                actions=actions
                tail=move || view! { <Typing who=Signal::derive(move || store.typing_here()) /> }
            />
        }
        .into_any(),
        Loading::Idle | Loading::Loading => view! { <ThreadSkeleton /> }.into_any(),
    }
}

/// Who else has this conversation open, so that two do not answer at once.
#[component]
fn Colleagues(engine: Engine) -> impl IntoView {
    let i18n = use_i18n();
    let store = engine.store;
    let names = Memo::new(move |_| {
        let me = store.me();
        let id = store.thread.id.get()?;
        let names: Vec<String> = see(store.presence.get(), |presence| {
            let here = presence.viewing.get(&id).into_iter().flatten();
            let others = here.filter(|one| !me.as_ref().is_some_and(|me| me.is_same(one)));
            others.map(|one| display_name(Some(one), i18n)).collect()
        });
        (!names.is_empty()).then(|| names.join(", "))
    });
    view! {
        {move || {
            names
                .get()
                .map(|names| {
                    view! {
                        <p class="colleagues" role="status">
                            {i18n.with(Text::Viewing, &[("name", &names)])}
                        </p>
                    }
                })
        }}
    }
}
