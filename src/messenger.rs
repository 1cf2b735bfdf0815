//! The customer's surface: home with the conversations, a thread, a first message.

mod home;
mod more;
mod news;
mod reply;
mod start;
mod thread;

use inbox_model::Participant;
use inbox_model::sync::Connection;
use leptos::prelude::*;
use more::More;

pub use news::news as beside;

use crate::dom::{El, el, group, in_sight};
use crate::i18n::{I18n, Text, use_i18n};
use crate::reactive::{RwSignal, Signal, effect};
use crate::sync::{Arrival, DraftMode, Engine, Loading, Surface, now};
use crate::ui::{Glyph, announcer, banner, failed_state, icon, provide_clock, see};

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

/// The whole messenger, inside the panel that the host element draws.
pub fn view(engine: Engine, i18n: I18n, open: RwSignal<bool>) -> El {
    let store = engine.store;
    provide_clock(now);
    // Visitors are left alone until they open the messenger; whoever was here before is signed in
    // at once, so that the launcher can count what is unread.
    effect(move || engine.start(open.get()));
    let more = More::once_open(engine, open);
    // What is on screen in an open messenger is read, once somebody can see it.
    let seen = in_sight();
    effect(move || {
        let conversation = store.thread.conversation.get();
        let unread = conversation.filter(|one| one.unread.unwrap_or(0) > 0);
        if let Some(conversation) = unread.filter(|_| open.get() && seen.get()) {
            engine.mark_read(&conversation.id);
        }
    });
    let said = move || {
        let words = |arrival: Arrival| {
            let name = arrival.name.unwrap_or_else(|| i18n.t(Text::TheTeam).to_owned());
            i18n.with(Text::NewMessageFrom, &[("name", &name), ("text", &arrival.text)])
        };
        store.arrivals().into_iter().map(words).collect()
    };
    el("div")
        .class("messenger")
        .attr("dir", move || i18n.direction())
        .attr("lang", move || i18n.tag())
        .choose(
            move || matches!(store.start.get(), Loading::Failed(_)),
            move || failed(engine),
            move || places(engine, &more),
        )
        .child(announcer(said))
}

/// A thread, a first message, or home.
fn places(engine: Engine, more: &More) -> El {
    let (store, more) = (engine.store, *more);
    let elsewhere = move || {
        group().choose(
            move || store.composing.get() && engine.capabilities().start,
            move || start::start(engine),
            move || home::home(engine),
        )
    };
    group().choose(
        move || see(store.thread.id.get(), Option::is_some),
        move || more.thread(),
        elsewhere,
    )
}

/// The messenger cannot be used: a bar with nothing but the way out, and why.
fn failed(engine: Engine) -> El {
    let bar = el("header").class("bar").child(el("span").class("bar-title"));
    let again = Callback::new(move |()| engine.start(true));
    group()
        .child(bar.child(close_button(engine)))
        .child(failed_state(failure(engine.store.start), again))
}

/// The code of the reason why something could not be loaded; empty unless that is so.
fn failure(of: RwSignal<Loading>) -> Signal<String> {
    Signal::derive(move || match of.get() {
        Loading::Failed(code) => code,
        _ => String::new(),
    })
}

/// The agents whom the reader may know.
fn agents(engine: Engine) -> Signal<Vec<Participant>> {
    Signal::derive(move || {
        see(engine.store.session.get(), |session| {
            session.as_ref().map(|s| s.agents.clone()).unwrap_or_default()
        })
    })
}

/// The way back to home, once it is told what to do.
fn back_button() -> El {
    icon_button(Text::Back, Glyph::Back)
}

/// Asks the host element to close the panel.
fn close_button(engine: Engine) -> El {
    icon_button(Text::CloseMessenger, Glyph::Close).on_click(move || engine.emit("close", &[]))
}

fn icon_button(name: Text, glyph: Glyph) -> El {
    el("button")
        .attr("type", "button")
        .class("icon-button")
        .attr("aria-label", use_i18n().tr(name))
        .child(icon(glyph))
}

/// Tells that there is no connection; nothing while there is.
fn connection_banner(engine: Engine) -> El {
    let i18n = use_i18n();
    group().when(
        move || engine.store.connection.get() == Connection::Offline,
        move || banner(Glyph::Offline, i18n.tr(Text::Offline)),
    )
}
