//! The agents' surface: views, the list, a thread, and what is known about the customer.

mod details;
mod header;
mod list;
mod place;
mod reply;
mod row;
mod snooze;
mod thread;
mod views;

use leptos::prelude::*;

use crate::i18n::{I18n, Text, use_i18n};
use crate::sync::{Engine, Loading, Surface, now};
use crate::ui::{Announcer, Banner, FailedState, Glyph, Icon, derived, provide_clock, see};
use inbox_model::sync::Connection;
use place::Place;

/// Whose engine this surface needs.
pub const SURFACE: Surface = Surface::Desk;

/// Agents begin no conversations of this kind; the call is passed over.
pub fn new_message(_engine: Engine, _text: String) {}

/// The whole desk, inside the element that the host page sizes.
pub fn view(engine: Engine, i18n: I18n, _open: RwSignal<bool>) -> impl IntoView {
    let store = engine.store;
    provide_clock(now);
    engine.start(true);
    let place = Place::new(engine);
    // What an agent has open is read, while they look.
    Effect::new(move |_| {
        let conversation = store.thread.conversation.get();
        let ready = store.thread.loading.get() == Loading::Ready;
        if let Some(conversation) = conversation.filter(|one| ready && one.unread.unwrap_or(0) > 0)
        {
            engine.mark_read(&conversation.id);
        }
    });
    let failed = Signal::derive(move || match store.start.get() {
        Loading::Failed(code) => Some(code),
        _ => None,
    });
    let is_failed = Memo::new(move |_| see(failed.get(), Option::is_some));
    let say = Memo::new(move |before: Option<&(u32, String)>| {
        let number = before.map_or(0, |(number, _)| number + 1);
        let text = store.arrival.get().map(|arrival| {
            let name = arrival.name.unwrap_or_else(|| i18n.t(Text::Customer).to_owned());
            i18n.with(Text::NewMessageFrom, &[("name", &name), ("text", &arrival.text)])
        });
        (number, text.unwrap_or_default())
    });
    let has_open = move || see(store.thread.id.get(), Option::is_some);
    view! {
        <div
            class="desk"
            class:desk-reading=has_open
            class:desk-details-open=derived(move || place.details.get())
            dir=derived(move || i18n.direction())
            lang=derived(move || i18n.tag())
        >
            {move || {
                if is_failed.get() {
                    view! {
                        <FailedState
                            code=Signal::derive(move || failed.get().unwrap_or_default())
                            on_retry=move |()| engine.start(true)
                        />
                    }
                    .into_any()
                } else {
                    view! {
                        <views::Views engine=engine place=place />
                        <list::List engine=engine place=place />
                        <thread::AgentThread engine=engine place=place />
                        <details::Details engine=engine place=place />
                    }
                    .into_any()
                }
            }}
            <Problem engine=engine />
            <Announcer say=say />
        </div>
    }
}

/// Tells of a command that the server refused.
#[component]
fn Problem(engine: Engine) -> impl IntoView {
    let i18n = use_i18n();
    let words = move |code: &str| {
        let reason = match code {
            "not_allowed" | "forbidden" => Text::RefusedNotAllowed,
            "not_in_future" => Text::RefusedNotInFuture,
            "not_found" => Text::RefusedNotFound,
            _ => Text::RefusedOther,
        };
        i18n.with(Text::CouldNotDo, &[("reason", i18n.t(reason))])
    };
    view! {
        <div class="toasts" role="alert">
            {move || {
                engine
                    .store
                    .problem
                    .get()
                    .map(|code| {
                        view! {
                            <div class="toast">
                                <Icon glyph=Glyph::Alert />
                                <span>{words(&code)}</span>
                                <button
                                    type="button"
                                    class="icon-button"
                                    aria-label=i18n.t(Text::Dismiss)
                                    on:click=move |_| engine.dismiss_problem()
                                >
                                    <Icon glyph=Glyph::Close />
                                </button>
                            </div>
                        }
                    })
            }}
        </div>
    }
}

/// Tells that there is no connection, or that it is coming back; nothing while there is one.
#[component]
fn ConnectionBanner(engine: Engine) -> impl IntoView {
    let i18n = use_i18n();
    let text = Memo::new(move |_| match engine.store.connection.get() {
        Connection::Offline => Some(Text::Offline),
        Connection::Polling if engine.capabilities().live => Some(Text::Reconnecting),
        _ => None,
    });
    view! {
        <Show when=move || text.get().is_some()>
            <Banner
                glyph=Glyph::Offline
                text=Signal::derive(move || text.get().map(|text| i18n.t(text).to_owned()).unwrap_or_default())
            />
        </Show>
    }
}
