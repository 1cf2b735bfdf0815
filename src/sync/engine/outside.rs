//! What comes from outside: the live stream, the network, the page, the timer.

use std::rc::Rc;

use inbox_dialects::live::{LiveEvent, Presence};
use inbox_model::sync::{Connection, Event};
use inbox_model::{ConversationId, Participant};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::super::clock;
use super::Inner;
use crate::net::{LiveStream, Pulse, later, spawn};

/// Without a live stream changes are asked for: often while somebody looks, seldom else.
const POLL_VISIBLE_MS: i64 = 4_000;
const POLL_HIDDEN_MS: i64 = 30_000;
/// Whatever is due later is looked at again by then: browsers' timers do not count to any number.
const LONGEST_MS: i64 = 3_600_000;

/// Opens the live stream, in place of one that is open.
pub(super) fn connect(inner: &Rc<Inner>) {
    if !inner.dialect.capabilities().live {
        return inner.reduce(Event::LiveDown);
    }
    let stream = LiveStream::default();
    let weak = Rc::downgrade(inner);
    let tell = Box::new(move |pulse| {
        if let Some(inner) = weak.upgrade().filter(|inner| inner.alive.get()) {
            hear(&inner, pulse);
        }
    });
    let run = stream.run(Rc::clone(&inner.transport), tell);
    inner.live.replace(Some(stream));
    spawn(run);
}

fn hear(inner: &Rc<Inner>, pulse: Pulse) {
    match pulse {
        Pulse::Up { resumed } => inner.reduce(Event::LiveUp { resumed }),
        Pulse::Down => {
            inner.store.typing.set(Vec::new());
            inner.store.presence.set(Presence::default());
            inner.reduce(Event::LiveDown);
        }
        Pulse::Unauthenticated => inner.signed_out(),
        Pulse::Event(LiveEvent::Conversation { id, version }) => {
            inner.reduce(Event::Live { id, version });
        }
        Pulse::Event(LiveEvent::Deleted { id }) => inner.reduce(Event::LiveDeleted { id }),
        Pulse::Event(LiveEvent::Reset) => inner.reduce(Event::LiveReset),
        Pulse::Event(LiveEvent::Presence(presence)) => inner.store.presence.set(presence),
        Pulse::Event(LiveEvent::Typing { conversation, participant, typing }) => {
            show_typing(inner, conversation, participant, typing);
        }
    }
}

/// The server says when somebody stops, also when it only has not heard of them for a while.
fn show_typing(
    inner: &Rc<Inner>,
    conversation: ConversationId,
    participant: Participant,
    typing: bool,
) {
    let is_me = inner.inbox.borrow().as_ref().is_some_and(|inbox| inbox.me().is_same(&participant));
    if is_me {
        return;
    }
    let mut now = inner.store.typing.get_untracked();
    now.retain(|(at, who)| !(at == &conversation && who.is_same(&participant)));
    if typing {
        now.push((conversation, participant));
    }
    inner.store.typing.set(now);
}

/// Listens to the page for as long as the widget lives.
pub(super) fn watch_page(inner: &Rc<Inner>) {
    let listen = |(name, act): (&str, fn(&Rc<Inner>, &web_sys::Event))| {
        let weak = Rc::downgrade(inner);
        window_event_listener_untyped(name, move |event| {
            if let Some(inner) = weak.upgrade().filter(|inner| inner.alive.get()) {
                act(&inner, &event);
            }
        })
    };
    let handles = [
        listen(("online", |inner, _| {
            inner.reduce(Event::Online);
            trust_nothing(inner);
        })),
        listen(("offline", |inner, _| inner.reduce(Event::Offline))),
        listen(("pageshow", |inner, event| {
            if event.unchecked_ref::<web_sys::PageTransitionEvent>().persisted() {
                trust_nothing(inner);
            }
        })),
        #[cfg(feature = "desk")]
        listen(("pagehide", |inner, _| inner.drafts.write_down())),
        listen(("visibilitychange", |inner, _| {
            if is_visible() {
                inner.reduce(Event::Tick);
            }
            #[cfg(feature = "desk")]
            inner.drafts.write_down();
            set_timer(inner);
        })),
    ];
    on_cleanup(move || handles.into_iter().for_each(WindowListenerHandle::remove));
}

/// No answer came. If the browser says that there is no network, that is why, also where it has told
/// nobody: an answer that was on its way may have come after the news.
pub(super) fn unanswered(inner: &Rc<Inner>) {
    if inner.alive.get() && !window().navigator().on_line() {
        inner.reduce(Event::Offline);
    }
}

/// The page was asleep or the network was away: an old connection may be dead without a sign.
fn trust_nothing(inner: &Rc<Inner>) {
    if let Some(live) = inner.live.borrow().as_ref() {
        live.reconnect();
    }
}

/// Sets the timer for the next thing that is due, in place of the one that is set.
pub(super) fn set_timer(inner: &Rc<Inner>) {
    let now = clock::now();
    let (due, polls) = match inner.inbox.borrow().as_ref() {
        Some(inbox) => (inbox.next_tick(), inbox.connection() == Connection::Polling),
        None => return,
    };
    let due = due.map(|due| due.since(now));
    #[cfg(feature = "desk")]
    let due = {
        let turn = super::views::next_turn(inner);
        let turn = turn.map(|turn| turn.since(inner.transport.server_now()));
        due.into_iter().chain(turn).min()
    };
    let poll = if is_visible() { POLL_VISIBLE_MS } else { POLL_HIDDEN_MS };
    let due = due.map(|due| due.clamp(50, LONGEST_MS));
    let Some(wait) = due.into_iter().chain(polls.then_some(poll)).min() else {
        inner.timer.take();
        return;
    };
    let weak = Rc::downgrade(inner);
    let tick = Box::new(move || {
        if let Some(inner) = weak.upgrade() {
            #[cfg(feature = "desk")]
            super::views::pass(&inner);
            inner.reduce(Event::Tick);
        }
    });
    inner.timer.replace(Some(later(u32::try_from(wait).unwrap_or(60_000), tick)));
}

fn is_visible() -> bool {
    document().visibility_state() == web_sys::VisibilityState::Visible
}
