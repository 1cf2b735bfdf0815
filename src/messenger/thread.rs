//! A conversation as its customer sees it.

use inbox_model::{Participant, ParticipantKind};
use leptos::prelude::*;

use super::reply::ReplyBox;
use super::{CloseButton, ConnectionBanner};
use crate::i18n::{Text, use_i18n};
use crate::sync::{Engine, Loading, minutes_ahead_of_utc};
use crate::ui::{
    Avatar, FailedState, Glyph, Icon, MessageActions, ThreadPlace, ThreadSkeleton, ThreadView,
    Typing, derived, display_name, dynamic, see,
};

/// The thread with its header and composer.
#[component]
pub(super) fn CustomerThread(engine: Engine, open: RwSignal<bool>) -> impl IntoView {
    let i18n = use_i18n();
    let store = engine.store;
    let thread = store.thread;
    let agent = Signal::derive(move || counterpart(engine));
    let title = move || {
        let named =
            see(agent.get(), |agent| agent.as_ref().is_some_and(|agent| agent.name.is_some()));
        if named {
            return see(agent.get(), |agent| display_name(agent.as_ref(), i18n));
        }
        let workspace = see(store.session.get(), |s| s.as_ref().map(|s| s.workspace.clone()));
        workspace
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| i18n.t(Text::TheTeam).to_owned())
    };
    let place = ThreadPlace {
        keys: Signal::derive(move || thread.items.keys()),
        get: Callback::new(move |key| thread.items.get(&key)),
        find_name: Callback::new(move |id| store.agent_name(&id)),
        identity: Signal::derive(move || {
            // Opening the panel again shows the newest, as opening another thread does.
            let id =
                see(thread.id.get(), |id| id.as_ref().map(ToString::to_string).unwrap_or_default());
            format!("{id}{}", open.get())
        }),
        among_agents: false,
        day_of: |at| at.date(minutes_ahead_of_utc(at)).days,
    };
    let actions = MessageActions {
        retry: Callback::new(move |id| engine.retry(id)),
        discard: Callback::new(move |id| engine.discard(id)),
    };
    let failed = Signal::derive(move || match thread.loading.get() {
        Loading::Failed(code) => Some(code),
        _ => None,
    });
    let ready = Memo::new(move |_| thread.loading.get() == Loading::Ready);
    let is_failed = Memo::new(move |_| failed.get().is_some());
    view! {
        <header class="bar" part="header">
            <button
                type="button"
                class="icon-button"
                aria-label=i18n.tr(Text::Back)
                on:click=move |_| engine.open(None)
            >
                <Icon glyph=Glyph::Back />
            </button>
            <Avatar of=agent />
            <h2 class="bar-title" dir="auto">
                {derived(title)}
            </h2>
            <CloseButton engine=engine />
        </header>
        <ConnectionBanner engine=engine />
        {dynamic(move || {
            if is_failed.get() {
                view! {
                    <FailedState
                        code=Signal::derive(move || failed.get().unwrap_or_default())
                        on_retry=move |()| engine.reload_thread()
                    />
                }
                .into_any()
            } else if ready.get() {
                view! {
                    <ThreadView
                        place=place
                        actions=actions
                        tail=move || view! { <Typing who=Signal::derive(move || store.typing_here()) /> }
                    />
                }
                .into_any()
            } else {
                view! { <ThreadSkeleton /> }.into_any()
            }
        })}
        // A composer of its own for each conversation: a draft never wanders.
        {dynamic(move || {
            thread
                .id
                .get()
                .filter(|_| !is_failed.get())
                .map(|id| view! { <ReplyBox engine=engine conversation=id /> })
                .into_any()
        })}
    }
}

/// The agent who answered last, else the one responsible, as far as the customer knows them.
fn counterpart(engine: Engine) -> Option<Participant> {
    let store = engine.store;
    see(store.thread.conversation.get(), |conversation| {
        let conversation = conversation.as_ref()?;
        let author = conversation.preview.as_ref().and_then(|preview| preview.author.clone());
        author.filter(|author| author.kind.is_company() && author.name.is_some()).or_else(|| {
            let id = conversation.assignee.clone()?;
            let name = store.agent_name(&id)?;
            Some(Participant::new(ParticipantKind::Agent, id).named(name))
        })
    })
}
