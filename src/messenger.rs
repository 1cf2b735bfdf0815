//! The customer's surface: home with the conversations, a thread, a first message.

mod home;
mod reply;
mod start;
mod thread;

use leptos::prelude::*;

use crate::i18n::{I18n, Text};
use crate::sync::{DraftMode, Engine, Loading, Surface, now};
use crate::ui::{
    Announcer, Banner, FailedState, Glyph, derived, dynamic, provide_clock, see, when,
};
use inbox_model::sync::Connection;

/// Whose engine this surface needs.
pub const SURFACE: Surface = Surface::Messenger;

/// Opens the place for a first message, with a text to begin from.
pub fn new_message(engine: Engine, text: String) {
    if !text.is_empty() {
        engine.drafts().set(None, DraftMode::Reply, &text);
    }
    engine.open(None);
    engine.store.composing.set(true);
}

/// Which of its three places the messenger shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Home,
    Start,
    Thread,
}

/// The whole messenger, inside the panel that the host element draws.
pub fn view(engine: Engine, i18n: I18n, open: RwSignal<bool>) -> impl IntoView {
    let store = engine.store;
    provide_clock(now);
    // Visitors are left alone until they open the messenger; whoever was here before is signed in
    // at once, so that the launcher can count what is unread.
    Effect::new(move |_| engine.start(open.get()));
    let place = Memo::new(move |_| {
        if see(store.thread.id.get(), Option::is_some) {
            Place::Thread
        } else if store.composing.get() {
            Place::Start
        } else {
            Place::Home
        }
    });
    // What is on screen in an open messenger is read.
    Effect::new(move |_| {
        let conversation = store.thread.conversation.get();
        let unread = conversation.filter(|one| one.unread.unwrap_or(0) > 0);
        if let Some(conversation) = unread.filter(|_| open.get()) {
            engine.mark_read(&conversation.id);
        }
    });
    let failed = Signal::derive(move || match store.start.get() {
        Loading::Failed(code) => Some(code),
        _ => None,
    });
    let say = Memo::new(move |before: Option<&(u32, String)>| {
        let number = before.map_or(0, |(number, _)| number + 1);
        let text = store.arrival.get().map(|arrival| {
            let name = arrival.name.unwrap_or_else(|| i18n.t(Text::TheTeam).to_owned());
            i18n.with(Text::NewMessageFrom, &[("name", &name), ("text", &arrival.text)])
        });
        (number, text.unwrap_or_default())
    });
    view! {
        <div class="messenger" dir=derived(move || i18n.direction()) lang=derived(move || i18n.tag())>
            {dynamic(move || match (failed.get(), place.get()) {
                (Some(_), _) => {
                    view! {
                        <TopBar engine=engine />
                        <FailedState
                            code=Signal::derive(move || failed.get().unwrap_or_default())
                            on_retry=move |()| engine.start(true)
                        />
                    }
                    .into_any()
                }
                (None, Place::Home) => view! { <home::Home engine=engine /> }.into_any(),
                (None, Place::Start) => view! { <start::Start engine=engine /> }.into_any(),
                (None, Place::Thread) => {
                    view! { <thread::CustomerThread engine=engine open=open /> }.into_any()
                }
            })}
            <Announcer say=say />
        </div>
    }
}

/// A bar with nothing but the way out.
#[component]
fn TopBar(engine: Engine) -> impl IntoView {
    view! {
        <header class="bar">
            <span class="bar-title"></span>
            <CloseButton engine=engine />
        </header>
    }
}

/// Asks the host element to close the panel.
#[component]
fn CloseButton(engine: Engine) -> impl IntoView {
    let i18n = crate::i18n::use_i18n();
    view! {
        <button
            type="button"
            class="icon-button"
            aria-label=i18n.tr(Text::CloseMessenger)
            on:click=move |_| engine.emit("close", &[])
        >
            <crate::ui::Icon glyph=Glyph::Close />
        </button>
    }
}

/// Tells that there is no connection; nothing while there is.
#[component]
fn ConnectionBanner(engine: Engine) -> impl IntoView {
    let i18n = crate::i18n::use_i18n();
    let offline = move || engine.store.connection.get() == Connection::Offline;
    view! {
        {when(
            offline,
            move || {
                let text = derived(move || i18n.t(Text::Offline).to_owned());
                view! { <Banner glyph=Glyph::Offline text=text /> }.into_any()
            },
        )}
    }
}
