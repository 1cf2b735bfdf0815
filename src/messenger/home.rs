//! Home: a greeting, the way to write, and the conversations so far.

use std::sync::Arc;

use inbox_model::{Conversation, ConversationId};
use leptos::prelude::*;

use super::{CloseButton, ConnectionBanner};
use crate::i18n::{Text, use_i18n};
use crate::sync::{Engine, Loading};
use crate::ui::{
    Ago, Avatar, AvatarStack, FailedState, Glyph, Icon, RowSkeleton, derived, display_name,
    dynamic, preview_line, see, when,
};

/// The first place a customer sees.
#[component]
pub(super) fn Home(engine: Engine) -> impl IntoView {
    let i18n = use_i18n();
    let store = engine.store;
    let agents = Signal::derive(move || {
        see(store.session.get(), |session| {
            session.as_ref().map(|s| s.agents.clone()).unwrap_or_default()
        })
    });
    let workspace = move || {
        see(store.session.get(), |session| {
            session.as_ref().map(|s| s.workspace.clone()).unwrap_or_default()
        })
    };
    let greeting = move || match store.me().and_then(|me| me.name) {
        Some(name) => {
            let first = name.split_whitespace().next().unwrap_or_default().to_owned();
            i18n.with(Text::GreetingNamed, &[("name", &first)])
        }
        None => i18n.t(Text::Greeting).to_owned(),
    };
    view! {
        <div class="home">
            <header class="home-head" part="header">
                <div class="home-top">
                    <span class="home-workspace" dir="auto">
                        {derived(workspace)}
                    </span>
                    <AvatarStack of=agents />
                    <CloseButton engine=engine />
                </div>
                <h2 class="home-greeting">
                    <span class="home-hello" dir="auto">
                        {derived(greeting)}
                    </span>
                    <span>{i18n.tr(Text::HowCanWeHelp)}</span>
                </h2>
            </header>
            <ConnectionBanner engine=engine />
            <div class="home-body">
                <button type="button" class="home-write" on:click=move |_| store.composing.set(true)>
                    <span class="home-write-text">
                        <strong>{i18n.tr(Text::NewConversation)}</strong>
                        <span class="quiet">{i18n.tr(Text::NewConversationHint)}</span>
                    </span>
                    <span class="home-write-mark">
                        <Icon glyph=Glyph::ArrowUp />
                    </span>
                </button>
                <Conversations engine=engine />
            </div>
        </div>
    }
}

#[component]
fn Conversations(engine: Engine) -> impl IntoView {
    let i18n = use_i18n();
    let store = engine.store;
    let empty = move || store.rows.is_empty();
    view! {
        {when(move || !empty(), move || view! {
            <section class="home-list" aria-label=i18n.tr(Text::RecentConversations)>
                <h3 class="home-list-title">{i18n.tr(Text::RecentConversations)}</h3>
                <ul role="list">
                    <For each=move || store.rows.keys() key=Clone::clone let:id>
                        <li>
                            {store.rows.get(&id).map(|row| view! { <Row engine=engine id=id row=row /> })}
                        </li>
                    </For>
                </ul>
                {when(move || store.list_has_more.get(), move || view! {
                    <button type="button" class="button button-quiet" on:click=move |_| engine.load_more()>
                        {i18n.tr(Text::LoadMore)}
                    </button>
                }.into_any())}
            </section>
        }.into_any())}
        {dynamic(move || match store.list.get() {
            Loading::Loading if empty() => view! { <RowSkeleton rows=3 /> }.into_any(),
            Loading::Failed(code) if empty() => {
                view! { <FailedState code=code on_retry=move |()| engine.load_more() /> }.into_any()
            }
            _ => ().into_any(),
        })}
    }
}

#[component]
fn Row(engine: Engine, id: ConversationId, row: ArcRwSignal<Arc<Conversation>>) -> impl IntoView {
    let i18n = use_i18n();
    let row = RwSignal::from(row);
    let unread = move || see(row.get(), |row| row.unread.unwrap_or(0));
    let speaker = Signal::derive(move || {
        see(row.get(), |row| {
            let author = row.preview.as_ref().and_then(|preview| preview.author.clone());
            author.filter(|author| author.kind.is_company())
        })
    });
    let title = move || {
        see(row.get(), |row| match &row.title {
            Some(title) if !title.is_empty() => title.clone(),
            _ => display_name(speaker.get().as_ref().filter(|one| one.name.is_some()), i18n),
        })
    };
    let name = move || {
        see(row.get(), |row| {
            let known = row.title.as_ref().is_some_and(|title| !title.is_empty());
            if known || see(speaker.get(), Option::is_some) {
                title()
            } else {
                i18n.t(Text::TheTeam).to_owned()
            }
        })
    };
    let line = move || {
        see(row.get(), |row| {
            let text = preview_line(row, i18n);
            let mine = row
                .preview
                .as_ref()
                .and_then(|p| p.author.as_ref())
                .is_some_and(|a| a.kind.is_contact());
            if mine { format!("{}: {text}", i18n.t(Text::You)) } else { text }
        })
    };
    let at = Signal::derive(move || see(row.get(), |row| row.activity_at()));
    view! {
        <button
            type="button"
            class="row"
            class:row-unread=derived(move || { unread() > 0 })
            data-conv-id=id.to_string()
            on:click=move |_| engine.open(Some(id.clone()))
        >
            <Avatar of=speaker />
            <span class="row-text">
                <span class="row-top">
                    <span class="row-name" dir="auto">
                        {derived(name)}
                    </span>
                    <Ago at=at />
                </span>
                <span class="row-preview" dir="auto">
                    {derived(line)}
                </span>
            </span>
            {dynamic(move || {
                (unread() > 0)
                    .then(|| {
                        view! {
                            <span class="count" aria-hidden="true">
                                {unread()}
                            </span>
                            <span class="visually-hidden">{i18n.count(Text::UnreadCount, unread())}</span>
                        }
                    })
                    .into_any()
            })}
        </button>
    }
}
