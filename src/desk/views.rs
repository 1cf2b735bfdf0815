//! The views at the side: whose conversations, and in which state.

use inbox_model::State;
use leptos::prelude::*;

use super::place::{Place, Whose};
use crate::i18n::{Text, use_i18n};
use crate::sync::Engine;
use crate::ui::{Avatar, Glyph, Icon, derived, display_name, see};

/// The side bar.
#[component]
pub(super) fn Views(engine: Engine, place: Place) -> impl IntoView {
    let i18n = use_i18n();
    let store = engine.store;
    let workspace = move || {
        see(store.session.get(), |session| {
            session.as_ref().map(|s| s.workspace.clone()).unwrap_or_default()
        })
    };
    let me = Signal::derive(move || store.me());
    let my_name = move || see(me.get(), |me| me.as_ref().map(|me| display_name(Some(me), i18n)));
    let whose = [
        (Whose::All, Text::ViewAll, Glyph::Inbox),
        (Whose::Mine, Text::ViewMine, Glyph::Person),
        (Whose::Unassigned, Text::ViewUnassigned, Glyph::Persons),
    ];
    view! {
        <nav class="views" aria-label=i18n.tr(Text::Inbox)>
            <p class="views-workspace" dir="auto">
                {workspace}
            </p>
            <ul role="list">
                {whose
                    .map(|(value, text, glyph)| {
                        let current = move || place.whose.get() == value;
                        view! {
                            <li>
                                <button
                                    type="button"
                                    class="view"
                                    aria-current=derived(move || current().then_some("true"))
                                    on:click=move |_| place.whose.set(value)
                                >
                                    <Icon glyph=glyph />
                                    <span class="view-name">{i18n.tr(text)}</span>
                                </button>
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
            <p class="views-me">
                <Avatar of=me />
                <span dir="auto">{my_name}</span>
            </p>
        </nav>
    }
}

/// The states above the list.
#[component]
pub(super) fn StateFilter(place: Place) -> impl IntoView {
    let i18n = use_i18n();
    let states = [
        (Some(State::Open), Text::StateOpen),
        (Some(State::Snoozed), Text::StateSnoozed),
        (Some(State::Closed), Text::StateClosed),
        (None, Text::StateAll),
    ];
    view! {
        <div class="filter">
            <div class="segments" role="group" aria-label=i18n.tr(Text::State)>
                {states
                    .map(|(value, text)| {
                        let current = move || place.state.get() == value;
                        view! {
                            <button
                                type="button"
                                class="segment"
                                aria-pressed=derived(move || current().to_string())
                                on:click=move |_| place.state.set(value)
                            >
                                {i18n.tr(text)}
                            </button>
                        }
                    })
                    .collect_view()}
            </div>
            <button
                type="button"
                class="toggle"
                aria-pressed=derived(move || place.unread_only.get().to_string())
                on:click=move |_| place.unread_only.update(|only| *only = !*only)
            >
                <span class="toggle-dot" aria-hidden="true"></span>
                {i18n.tr(Text::ViewUnread)}
            </button>
        </div>
    }
}
