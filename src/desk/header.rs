//! Above a thread: who it is with, and what can be done with it.

use inbox_model::{Command, Conversation, State};
use leptos::prelude::*;

use super::place::Place;
use super::snooze;
use crate::i18n::{I18n, Text, use_i18n};
use crate::sync::{Engine, now};
use crate::ui::{Avatar, Glyph, Icon, Menu, MenuItem, derived, display_name, see};

/// The header of the open thread.
#[component]
pub(super) fn ThreadHeader(engine: Engine, place: Place) -> impl IntoView {
    let i18n = use_i18n();
    let current = engine.store.thread.conversation;
    let contact = Signal::derive(move || {
        see(current.get(), |c| c.as_ref().and_then(|c| c.contact().cloned()))
    });
    let name = move || {
        see(contact.get(), |contact| match contact {
            Some(contact) => display_name(Some(contact), i18n),
            None => i18n.t(Text::Customer).to_owned(),
        })
    };
    let title = move || see(current.get(), |c| c.as_ref().and_then(|c| c.title.clone()));
    let state = Memo::new(move |_| see(current.get(), |c| c.as_ref().map(|c| c.state)));
    let until = move || {
        let until = see(current.get(), |c| c.as_ref().and_then(|c| c.snoozed_until));
        until
            .filter(|_| state.get() == Some(State::Snoozed))
            .map(|until| i18n.with(Text::SnoozedUntil, &[("time", &i18n.full(until))]))
    };
    let can = engine.capabilities();
    view! {
        <header class="thread-head">
            <button
                type="button"
                class="icon-button thread-back"
                aria-label=i18n.tr(Text::Back)
                on:click=move |_| engine.open(None)
            >
                <Icon glyph=Glyph::Back />
            </button>
            <Avatar of=contact />
            <div class="thread-who">
                <h2 class="thread-title" dir="auto">
                    {name}
                </h2>
                <p class="thread-subject quiet" dir="auto">
                    {move || until().or_else(title)}
                </p>
            </div>
            <div class="thread-actions">
                {can.assign.then(|| view! { <Assign engine=engine /> })}
                {can.snooze.then(|| view! { <Snooze engine=engine /> })}
                {can.close.then(|| view! { <CloseOrReopen engine=engine state=state /> })}
                <button
                    type="button"
                    class="icon-button details-toggle"
                    aria-label=i18n.tr(Text::Details)
                    aria-expanded=derived(move || place.details.get().to_string())
                    on:click=move |_| place.details.update(|open| *open = !*open)
                >
                    <Icon glyph=Glyph::Info />
                </button>
            </div>
        </header>
    }
}

/// Does something to the conversation that is open.
fn act(engine: Engine, command: Command) {
    if let Some(id) = engine.store.thread.id.get_untracked() {
        engine.act(&id, command);
    }
}

#[component]
fn Assign(engine: Engine) -> impl IntoView {
    let i18n = use_i18n();
    let store = engine.store;
    let assignee = Memo::new(move |_| {
        see(store.thread.conversation.get(), |c| c.as_ref().and_then(|c| c.assignee.clone()))
    });
    let name = move || match assignee.get() {
        Some(id) => store.agent_name(&id).unwrap_or_else(|| i18n.t(Text::Someone).to_owned()),
        None => i18n.t(Text::Nobody).to_owned(),
    };
    let items = Callback::new(move |()| {
        let me = store.me().and_then(|me| me.id);
        let now = assignee.get_untracked();
        let item = |label: String, id: Option<inbox_model::ParticipantId>| MenuItem {
            label,
            hint: None,
            current: id == now,
            act: Callback::new(move |()| {
                act(engine, Command::Assign { agent: Some(id.clone()), team: None });
            }),
        };
        let agents = see(store.session.get_untracked(), |s| {
            s.as_ref().map(|s| s.agents.clone()).unwrap_or_default()
        });
        let mut items = vec![item(i18n.t(Text::Nobody).to_owned(), None)];
        items.extend(me.clone().map(|me| item(i18n.t(Text::AssignToMe).to_owned(), Some(me))));
        let others = agents.iter().filter(|agent| agent.id != me);
        items.extend(others.map(|agent| item(display_name(Some(agent), i18n), agent.id.clone())));
        items
    });
    view! {
        <Menu
            label=Signal::derive(move || format!("{}: {}", i18n.t(Text::Assignee), name()))
            face=move || {
                view! {
                    <Icon glyph=Glyph::Person />
                    <span class="button-text" dir="auto">
                        {name}
                    </span>
                }
            }
            items=items
        />
    }
}

#[component]
fn Snooze(engine: Engine) -> impl IntoView {
    let i18n = use_i18n();
    let items = Callback::new(move |()| {
        snooze::offers(now())
            .into_iter()
            .map(|(text, until)| MenuItem {
                label: i18n.t(text).to_owned(),
                hint: Some(format!("{} {}", i18n.day(until, -1_000), i18n.time(until))),
                current: false,
                act: Callback::new(move |()| act(engine, Command::Snooze { until })),
            })
            .collect()
    });
    view! {
        <Menu
            label=Signal::derive(move || i18n.t(Text::Snooze).to_owned())
            face=move || {
                view! {
                    <Icon glyph=Glyph::Moon />
                    <span class="button-text">{i18n.tr(Text::Snooze)}</span>
                }
            }
            items=items
        />
    }
}

#[component]
fn CloseOrReopen(engine: Engine, state: Memo<Option<State>>) -> impl IntoView {
    let i18n = use_i18n();
    let is_open = move || matches!(state.get(), Some(State::Open | State::Pending));
    let press = move |_| {
        let open = matches!(state.get_untracked(), Some(State::Open | State::Pending));
        act(engine, if open { Command::Close } else { Command::Reopen });
    };
    let glyph = Signal::derive(move || if is_open() { Glyph::Check } else { Glyph::Reload });
    let words = move || i18n.t(if is_open() { Text::CloseConversation } else { Text::Reopen });
    view! {
        // On a phone the words give way to the icon; the name stays.
        <button
            type="button"
            class="button button-strong"
            aria-label=derived(move || words().to_owned())
            on:click=press
        >
            <Icon glyph=glyph />
            <span class="button-text">{words}</span>
        </button>
    }
}

/// The state of a conversation in words.
pub(super) fn state_words(conversation: &Conversation, i18n: I18n) -> &'static str {
    i18n.t(match conversation.state {
        State::Open | State::Pending => Text::StateOpen,
        State::Snoozed => Text::StateSnoozed,
        State::Closed => Text::StateClosed,
    })
}
