//! The agent's saved views: read at the start, and counted, as other lists are that the desk names.
//!
//! A system that keeps no views leaves them to the device, and so does one whose server knows nothing
//! of them. Where no server counts, the desk counts what it has read to the end, and nothing else: no
//! figure is better than a wrong one.
//!
//! A desk holds a part of the conversations, so the server counts: at the start, and a second after
//! something has changed. What changes in between is counted here at once, as far as it happens to
//! conversations that are held ([`RunningCounts`]), by people and by passing time. A figure that is
//! shown can be wrong for as long as a change of others has not been heard of, or by what was done
//! here and has not reached the server yet; the next count puts it right.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use gloo_timers::callback::Timeout;
use inbox_dialects::{DialectError, Request, Response, SavedViews, ViewCounts, saved};
use inbox_model::view::{self, Filter, RunningCounts, View, ViewCount};
use inbox_model::{Conversation, Timestamp};
use leptos::prelude::*;

use super::super::lists::ListFilter;
use super::super::storage::{keep_at_once, kept_at_once};
use super::{Inner, outside};
use crate::net::{later, spawn};

/// After a change it is waited this long for others before views are counted again, in
/// milliseconds.
const COUNT_AFTER_MS: u32 = 1_000;

/// What is counted beside saved views.
#[derive(Default)]
pub(super) struct Lists {
    /// By names that no view can have.
    named: RefCell<Vec<(String, Filter)>>,
    /// The server counts no lists but those that it keeps.
    refused: Cell<bool>,
    /// Nor those.
    uncounted: Cell<bool>,
    /// The server has no views, whatever its system has.
    on_device: Cell<bool>,
    /// What has been read to the end: of these lists all is known.
    complete: RefCell<Vec<Filter>>,
    /// Set while views are going to be counted.
    pub(super) counting: RefCell<Option<Timeout>>,
}

impl super::Engine {
    /// Whether the system itself keeps views; else the device does.
    pub fn keeps_views(self) -> bool {
        self.inner.try_with_value(|inner| keeps(inner)).unwrap_or(false)
    }

    /// Saves all of the agent's views: shown at once, and taken back where that does not work.
    pub fn save_views(self, views: Vec<View>) {
        self.with(|inner| save(inner, views));
    }

    /// Has these lists counted, too: the counts are among those of views, by these names.
    pub fn count_lists(self, lists: Vec<(String, Filter)>) {
        self.with(|inner| {
            if *inner.lists.named.borrow() != lists {
                inner.lists.named.replace(lists);
                count_soon(inner);
            }
        });
    }

    /// Counts a list once; nothing comes where nobody can.
    pub fn tally(self, filter: Filter, then: Box<dyn FnOnce(ViewCount)>) {
        self.with(|inner| {
            let inner = Rc::clone(inner);
            spawn(async move {
                let response = inner.transport.send(&saved::count([("it", &filter)])).await;
                let counts = response.ok().and_then(|response| saved::read_count(&response).ok());
                let count = counts.and_then(|counts| counts.get("it").copied());
                if let Some(count) = count.filter(|_| inner.alive.get()) {
                    then(count);
                }
            });
        });
    }
}

fn keeps(inner: &Inner) -> bool {
    inner.dialect.saved_views().is_some() && !inner.lists.on_device.get()
}

/// Where the device keeps the reader's views.
fn place_of(inner: &Inner) -> String {
    let me = inner.inbox.borrow().as_ref().and_then(|inbox| inbox.me().id.clone());
    let me = me.as_ref().map(inbox_model::ParticipantId::as_str).unwrap_or_default();
    ["inbox-widgets/views/", &inner.place, "/", me].concat()
}

/// Reads the views and counts them.
pub(super) fn load(inner: &Rc<Inner>) {
    inner.lists.complete.take();
    if !keeps(inner) {
        load_here(inner);
    }
    let ask = |kept: &dyn SavedViews| kept.views();
    spawn_asking(
        inner,
        ask,
        |kept, response| (!is_unknown(response)).then(|| kept.read_views(response)).transpose(),
        |inner, views| match views {
            Ok(Some(views)) => inner.store.views.set(views),
            Ok(None) => {
                inner.lists.on_device.set(true);
                load_here(inner);
            }
            Err(_) => {}
        },
    );
    count(inner);
}

/// The server has no such thing.
fn is_unknown(response: &Response) -> bool {
    matches!(response.status, 404 | 405)
}

fn load_here(inner: &Inner) {
    let kept = kept_at_once(&place_of(inner)).unwrap_or_default();
    inner.store.views.set(view::complete(saved::read_views(&kept)));
}

/// A list has been read to its end.
pub(super) fn complete(inner: &Rc<Inner>, list: &ListFilter) {
    let list = list.as_filter();
    let is_known = inner.lists.complete.borrow().iter().any(|one| list.is_within(one));
    if !is_known {
        inner.lists.complete.borrow_mut().push(list);
        count_soon(inner);
    }
}

/// Something has changed that views may count.
pub(super) fn count_soon(inner: &Rc<Inner>) {
    let lists = &inner.lists;
    let nobody = lists.uncounted.get() && lists.complete.borrow().is_empty();
    if nobody || inner.lists.counting.borrow().is_some() {
        return;
    }
    let weak = Rc::downgrade(inner);
    let act = Box::new(move || {
        if let Some(inner) = weak.upgrade().filter(|inner| inner.alive.get()) {
            inner.lists.counting.take();
            count(&inner);
        }
    });
    inner.lists.counting.replace(Some(later(COUNT_AFTER_MS, act)));
}

/// All that is counted, by name.
fn counted(inner: &Inner) -> Vec<(String, Filter)> {
    let views = inner.store.views.get_untracked().into_iter();
    let views = views.map(|view| (view.id, view.filter));
    views.chain(inner.lists.named.borrow().iter().cloned()).collect()
}

fn count(inner: &Rc<Inner>) {
    if inner.lists.refused.get() {
        return count_kept(inner);
    }
    // Before it is known who asks, nothing is anybody's.
    if inner.inbox.borrow().is_none() {
        return;
    }
    let inner = Rc::clone(inner);
    spawn(async move {
        let lists = counted(&inner);
        let lists = lists.iter().map(|(id, filter)| (id.as_str(), filter));
        let Ok(response) = inner.transport.send(&saved::count(lists)).await else { return };
        if !inner.alive.get() {
            return;
        }
        match saved::read_count(&response) {
            Ok(counts) => told(&inner, counts),
            // It may be able to, only not now or not for everybody.
            Err(_) if ![200, 404, 405].contains(&response.status) => {}
            Err(_) => {
                inner.lists.refused.set(true);
                count_kept(&inner);
            }
        }
    });
}

/// Has the system count the views that it keeps, where it does.
fn count_kept(inner: &Rc<Inner>) {
    let lists = &inner.lists;
    if !keeps(inner) {
        lists.uncounted.set(true);
    }
    if lists.uncounted.get() {
        return count_here(inner);
    }
    let ask = |kept: &dyn SavedViews| kept.view_counts();
    spawn_asking(
        inner,
        ask,
        |kept, response| {
            (!is_unknown(response)).then(|| kept.read_view_counts(response)).transpose()
        },
        |inner, counts| match counts {
            Ok(Some(counts)) => told(inner, counts),
            Ok(None) => {
                inner.lists.uncounted.set(true);
                count_here(inner);
            }
            Err(_) => {}
        },
    );
}

/// Counts those lists of which all is known here.
fn count_here(inner: &Rc<Inner>) {
    let me = inner.inbox.borrow().as_ref().and_then(|inbox| inbox.me().id.clone());
    let now = inner.transport.server_now();
    let is_known = |filter: &Filter| {
        inner.lists.complete.borrow().iter().any(|complete| filter.is_within(complete))
    };
    let seen = inner.seen.borrow();
    let one = |(id, filter): (String, Filter)| {
        let mut count = ViewCount::default();
        for one in seen.values().filter(|one| filter.matches(one, me.as_ref(), now)) {
            count.total += 1;
            count.unread += u64::from(one.is_unread_by(me.as_ref()));
        }
        (id, count)
    };
    let known = counted(inner).into_iter().filter(|(_, filter)| is_known(filter));
    let counts = known.map(one).collect();
    drop(seen);
    told(inner, counts);
}

/// The server has counted.
fn told(inner: &Rc<Inner>, counts: ViewCounts) {
    let me = inner.inbox.borrow().as_ref().and_then(|inbox| inbox.me().id.clone());
    let mut running = RunningCounts::new(counted(inner), me, inner.transport.server_now());
    for (id, count) in counts.iter() {
        running.told(id, *count);
    }
    for one in inner.seen.borrow().values() {
        running.follow(one);
    }
    inner.counts.replace(Some(running));
    inner.store.view_counts.set_if_new(counts);
    outside::set_timer(inner);
}

/// A conversation that is held has changed, is met for the first time, or is gone.
pub(super) fn changed(inner: &Inner, old: Option<&Conversation>, new: Option<&Conversation>) {
    if let Some(counts) = inner.counts.borrow_mut().as_mut() {
        match (old, new) {
            (None, Some(new)) => counts.follow(new),
            _ => counts.change(old, new),
        }
    }
    show(inner);
}

/// When passing time next changes a count, by the server's clock.
pub(super) fn next_turn(inner: &Inner) -> Option<Timestamp> {
    inner.counts.borrow().as_ref().and_then(RunningCounts::next_turn)
}

/// Time has passed: something may be late, or back.
pub(super) fn pass(inner: &Rc<Inner>) {
    let now = inner.transport.server_now();
    if next_turn(inner).is_none_or(|turn| now < turn) {
        return;
    }
    if let Some(counts) = inner.counts.borrow_mut().as_mut() {
        let seen = inner.seen.borrow();
        counts.advance(now, |id| seen.get(id).map(Arc::as_ref));
    }
    show(inner);
    inner.refresh_list();
    count_soon(inner);
}

/// Shows what is counted of the views that the server has counted.
fn show(inner: &Inner) {
    let counts = inner.counts.borrow();
    let Some(counts) = counts.as_ref() else { return };
    let mut shown = inner.store.view_counts.get_untracked();
    for (id, shown) in shown.iter_mut() {
        *shown = counts.get(id).unwrap_or(*shown);
    }
    inner.store.view_counts.set_if_new(shown);
}

fn save(inner: &Rc<Inner>, views: Vec<View>) {
    let before = inner.store.views.get_untracked();
    inner.store.views.set(views.clone());
    if !keeps(inner) {
        let own: Vec<View> = views.into_iter().filter(|view| !view.system).collect();
        keep_at_once(&place_of(inner), &saved::write_views(&own));
        return count(inner);
    }
    let ask = move |kept: &dyn SavedViews| kept.save_views(&views);
    spawn_asking(
        inner,
        ask,
        |kept, response| kept.read_views(response),
        move |inner, saved| {
            match saved {
                Ok(views) => inner.store.views.set(views),
                Err(error) => {
                    inner.store.views.set(before);
                    inner.store.problem.set(Some(error.code().to_owned()));
                }
            }
            count(inner);
        },
    );
}

/// Asks, reads and goes on with the answer, unless the widget has gone by then.
fn spawn_asking<T: 'static>(
    inner: &Rc<Inner>,
    ask: impl FnOnce(&dyn SavedViews) -> Request,
    read: fn(&dyn SavedViews, &Response) -> Result<T, DialectError>,
    then: impl FnOnce(&Rc<Inner>, Result<T, DialectError>) + 'static,
) {
    let Some(request) = inner.dialect.saved_views().map(ask) else { return };
    let inner = Rc::clone(inner);
    spawn(async move {
        let response = inner.transport.send(&request).await;
        if !inner.alive.get() {
            return;
        }
        let lost = DialectError::Server { status: 0 };
        let answer = match (response, inner.dialect.saved_views()) {
            (Ok(response), Some(kept)) => read(kept, &response),
            _ => Err(lost),
        };
        then(&inner, answer);
    });
}
