//! Signing in, and setting everything going.

use std::rc::Rc;

#[cfg(not(feature = "desk"))]
use inbox_dialects::portable::read_entry;
#[cfg(not(feature = "desk"))]
use inbox_model::outbox::Entry;
use inbox_model::sync::{Event, Inbox};
use inbox_model::{Participant, ParticipantId};
use leptos::prelude::*;

use super::super::identity::{self, NoSession};
use super::super::lists::Progress;
#[cfg(not(feature = "desk"))]
use super::super::storage::Drawer;
use super::super::storage::Storage;
use super::super::store::Loading;
use super::{Inner, Surface, early, effects, outside};
use crate::net::{later, spawn};

/// See [`super::Engine::start`].
pub(super) fn start(inner: Rc<Inner>, wanted: bool) {
    inner.wanted.set(wanted);
    if inner.started.replace(true) {
        return;
    }
    spawn(async move {
        let Some(storage) = open_storage(&inner).await else { return };
        if !inner.transport.has_token() {
            let visitor = identity::stored_visitor(&storage).await;
            let is_left = early::is_left(&storage).await;
            if !inner.alive.get() {
                return;
            }
            match visitor {
                Some(token) => {
                    inner.transport.set_token(&token);
                }
                None if inner.surface == Surface::Desk => {
                    return inner.store.start.set(Loading::Failed("signed_out".to_owned()));
                }
                None if !inner.wanted.get() && !is_left => return inner.started.set(false),
                None => {}
            }
        }
        sign_in_with(&inner, &storage).await;
    });
}

/// See [`super::Engine::set_token`].
pub(super) fn sign_in(inner: &Rc<Inner>, token: &str) {
    let before = inner.transport.with_token(identity::bearer);
    let is_new = inner.transport.set_token(token);
    if !is_new && inner.started.get() {
        return;
    }
    // Not when the server has answered: until then another person would look at it.
    if inner.surface == Surface::Messenger && identity::is_another(&before, token) {
        nobody(inner);
    }
    // A renewed token of the same person changes nothing that is shown. Nobody who has signed out
    // becomes a visitor by that alone.
    inner.started.set(false);
    start(Rc::clone(inner), inner.wanted.get());
}

/// What was shown belongs to somebody who is not here any more.
fn nobody(inner: &Rc<Inner>) {
    if inner.inbox.borrow().is_none() {
        return;
    }
    inner.open(None);
    inner.live.take();
    inner.inbox.take();
    let store = inner.store;
    store.session.set(None);
    store.composing.set(false);
    store.start.set(Loading::Idle);
    store.rows.set(Vec::new());
    inner.tell_unread(0);
}

/// How long the database may neither open nor fail, as one does that another tab holds up.
const PATIENCE_MS: u32 = 5_000;

/// `None` where it took so long that memory serves already. What comes then is furnished all the same,
/// and is there when the page is loaded anew.
async fn open_storage(inner: &Rc<Inner>) -> Option<Storage> {
    if let Some(storage) = inner.storage.get() {
        return Some(storage.clone());
    }
    let waiting = Rc::clone(inner);
    let go_on = move || {
        if waiting.storage.set(Storage::default()).is_ok() {
            waiting.started.set(false);
            let wanted = waiting.wanted.get();
            start(waiting, wanted);
        }
    };
    let _patience = later(PATIENCE_MS, Box::new(go_on));
    let surface = match inner.surface {
        Surface::Messenger => "messenger",
        Surface::Desk => "desk",
    };
    let storage = Storage::open(&["inbox-widgets/", surface, "/", &inner.place].concat()).await;
    inner.storage.set(storage.clone()).ok()?;
    Some(storage)
}

async fn sign_in_with(inner: &Rc<Inner>, storage: &Storage) {
    // After every wait the widget may have gone, and its signals with it.
    if !inner.alive.get() {
        return;
    }
    inner.store.start.set(Loading::Loading);
    early::write_down(inner);
    let is_visitor = !inner.transport.has_token();
    if is_visitor {
        match identity::new_visitor(&inner.transport, storage).await {
            Ok(token) => {
                inner.transport.set_token(&token);
            }
            Err(problem) => return fail(inner, problem),
        }
    }
    let session = match identity::session(&inner.transport, storage).await {
        Ok(session) => session,
        Err(problem) => {
            if problem == NoSession::Refused && inner.surface == Surface::Messenger {
                identity::forget_visitor(storage).await;
            }
            return fail(inner, problem);
        }
    };
    if !inner.alive.get() {
        return;
    }
    inner.dialect.signed_in(&session);
    let me = session.me.clone();
    let is_same = inner.inbox.borrow().as_ref().is_some_and(|inbox| inbox.me().is_same(&me));
    inner.store.session.set(Some(session.into()));
    if !is_same {
        begin(inner, storage, me).await;
    }
    if !inner.alive.get() {
        return;
    }
    outside::connect(inner);
    inner.store.start.set(Loading::Ready);
    effects::load_page(inner);
    #[cfg(feature = "desk")]
    super::views::load(inner);
    #[cfg(feature = "desk")]
    super::canned::load(inner);
}

/// Starts afresh as this person. What somebody else wrote on this device stays theirs: it is kept
/// under their id, and neither shown nor sent until they are back.
async fn begin(inner: &Rc<Inner>, storage: &Storage, me: Participant) {
    if inner.inbox.borrow().is_some() {
        inner.open(None);
        inner.store.composing.set(false);
    }
    inner.seen.borrow_mut().clear();
    #[cfg(feature = "desk")]
    inner.store.rows.forget_all();
    #[cfg(feature = "desk")]
    inner.counts.take();
    inner.progress.replace(Progress::default());
    let person = person(&me);
    let inbox = Inbox::new(me);
    #[cfg(feature = "desk")]
    let inbox = inbox.looking_first(!inner.dialect.capabilities().idempotency);
    inner.inbox.replace(Some(inbox));
    inner.refresh_list();
    inner.drafts.restore(storage.clone(), &person).await;
    #[cfg(not(feature = "desk"))]
    let kept = storage.all(Drawer::Outbox).await;
    if !inner.alive.get() {
        return;
    }
    #[cfg(not(feature = "desk"))]
    let entries: Vec<Entry> = kept
        .iter()
        .filter(|(key, _)| key.starts_with(&person))
        .filter_map(|(_, json)| read_entry(json))
        .collect();
    if window().navigator().on_line() {
        inner.reduce(Event::Online);
    } else {
        inner.reduce(Event::Offline);
    }
    #[cfg(not(feature = "desk"))]
    inner.reduce(Event::Restored { entries });
    #[cfg(feature = "desk")]
    {
        super::tabs::restore(inner).await;
        if !inner.alive.get() {
            return;
        }
    }
    // What was done before anybody was known was done by this person.
    early::make_up_for(inner, storage).await;
    if !inner.alive.get() {
        return;
    }
    if let Some(id) = inner.store.thread.id.get_untracked() {
        inner.reduce(Event::Opened { id });
        inner.refresh_thread();
    }
}

/// What keys of one person begin with.
pub(super) fn person(me: &Participant) -> String {
    [me.id.as_ref().map(ParticipantId::as_str).unwrap_or_default(), "/"].concat()
}

fn fail(inner: &Rc<Inner>, problem: NoSession) {
    if !inner.alive.get() {
        return;
    }
    inner.started.set(false);
    let code = match problem {
        NoSession::Unreachable => "unreachable",
        NoSession::Refused => "signed_out",
    };
    inner.store.start.set(Loading::Failed(code.to_owned()));
    (inner.emit)("error", &[("code", code)]);
}
