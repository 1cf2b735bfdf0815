//! Which conversations the desk's list shows, and in which order: what is found for the words that
//! are being typed, sorted as the agent wants it, and held still while they point at it.
//!
//! Words are looked for here at once, in what is held ([`SearchIndex`]), and on the server as soon as
//! nobody types; what it finds joins. Servers list by activity, so another order is made here, of
//! what has been loaded: the newest [`SORTED`].

use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::rc::Rc;
use std::sync::Arc;

use gloo_timers::callback::Timeout;
use inbox_dialects::ListQuery;
use inbox_model::search::SearchIndex;
use inbox_model::sync::{Event, Inbox};
use inbox_model::view::{Newcomers, hold};
use inbox_model::{Command, Conversation, ConversationId};
use leptos::prelude::{WithValue, untrack};
use rustc_hash::FxBuildHasher;

use super::super::clock;
use super::super::lists::{ListFilter, Progress};
use super::super::store::Loading;
use super::{Inner, effects, outside};
use crate::net::later;
use crate::reactive::RwSignal;

/// So many conversations are sorted or searched, where the server cannot.
pub const SORTED: usize = 1_000;
/// So many are found here for words; they are the best.
const FOUND: usize = 1_000;
/// Who types on is not searched for on the server yet, in milliseconds.
const PAUSE_MS: u32 = 300;

/// A conversation that is held: of a hundred thousand none is copied to be looked at.
type Row<'a> = (&'a ConversationId, &'a Arc<Conversation>);
type Ids = HashSet<ConversationId, FxBuildHasher>;

/// What the order follows, beside the filter.
#[derive(Default)]
pub(super) struct Order {
    /// The list stands still.
    held: Cell<bool>,
    /// What is shown belongs to the list in view, so that it can be held.
    settled: Cell<bool>,
    /// Pages are still to come before the order can be right.
    gathers: Cell<bool>,
    /// How many wait above what is held.
    waiting: RwSignal<u32>,
    /// What is shown although it would not be in the list.
    left: RwSignal<Vec<ConversationId>>,
    /// What is searched here, from the first search on.
    index: RefCell<Option<SearchIndex>>,
    /// What was found for the words, here or by the server.
    found: RefCell<Ids>,
    /// Set while it is waited for the next letter.
    typing: RefCell<Option<Timeout>>,
    /// A page is on its way.
    pub(super) paging: Cell<bool>,
    /// How far the list was read before it was searched.
    before_search: RefCell<Option<Progress>>,
}

impl super::Engine {
    /// Holds the list still, or lets it follow what happens again.
    pub fn hold_list(self, held: bool) {
        self.with(|inner| {
            if inner.order.held.replace(held) && !held {
                inner.refresh_list();
            }
        });
    }

    /// Shows the list as it is now, and holds on to that.
    pub fn take_in(self) {
        self.with(|inner| {
            inner.order.settled.set(false);
            inner.refresh_list();
        });
    }

    /// How many conversations wait above a list that is held; follows that.
    pub fn waiting(self) -> u32 {
        self.inner.try_with_value(|inner| inner.order.waiting.get()).unwrap_or_default()
    }

    /// The same, and nothing more.
    pub fn waiting_now(self) -> u32 {
        let waiting = |inner: &Rc<Inner>| inner.order.waiting.get_untracked();
        self.inner.try_with_value(waiting).unwrap_or_default()
    }

    /// How many conversations are held here.
    pub fn known(self) -> usize {
        self.inner.try_with_value(|inner| inner.seen.borrow().len()).unwrap_or_default()
    }

    /// Whether a conversation is shown although it has left the list; follows that.
    pub fn has_left(self, id: &ConversationId) -> bool {
        let has = |inner: &Rc<Inner>| inner.order.left.with(|left| left.contains(id));
        self.inner.try_with_value(has).unwrap_or_default()
    }

    /// Does something to each of several conversations, as [`act`](super::Engine::act) does to one.
    pub fn act_on_all(self, deeds: Vec<(ConversationId, Command)>) {
        self.with(|inner| {
            let now = clock::now();
            let mut effects = Vec::new();
            if let Some(inbox) = inner.inbox.borrow_mut().as_mut() {
                for (conversation, command) in deeds {
                    let command_id = clock::new_command_id();
                    let event = Event::Do { command_id, conversation, command };
                    effects.append(&mut inbox.reduce(event, now));
                }
            }
            effects::perform(inner, effects);
            outside::set_timer(inner);
        });
    }
}

/// See [`super::Engine::set_filter`].
pub(super) fn set_filter(inner: &Rc<Inner>, filter: ListFilter) {
    let order = &inner.order;
    let before = inner.filter.replace(filter.clone());
    if before == filter && inner.store.list.get_untracked() != Loading::Idle {
        return;
    }
    order.settled.set(false);
    let searched_before = before.search.is_some();
    let same = |one: &ListFilter| ListFilter { search: None, ..one.clone() }.unsorted();
    let same_list = same(&before) == same(&filter);
    if same_list
        && before.search == filter.search
        && inner.store.list.get_untracked() != Loading::Idle
    {
        return inner.refresh_list();
    }
    order.typing.take();
    let known = inner.progress.take();
    if !same_list {
        order.before_search.take();
    } else if filter.search.is_none() {
        let known = order.before_search.take().unwrap_or_default();
        inner.progress.replace(known);
    } else if !searched_before {
        order.before_search.replace(Some(known));
    }
    search(inner, &filter, Ids::default());
    inner.refresh_list();
    if same_list && filter.search.is_some() {
        inner.store.list.set(Loading::Loading);
        let weak = Rc::downgrade(inner);
        let ask = Box::new(move || {
            if let Some(inner) = weak.upgrade().filter(|inner| inner.alive.get()) {
                inner.order.typing.take();
                ask(&inner);
            }
        });
        order.typing.replace(Some(later(PAUSE_MS, ask)));
    } else {
        ask(inner);
    }
}

/// Asks the server for the list in view, unless an answer is awaited, after which it is asked anyway.
pub(super) fn ask(inner: &Rc<Inner>) {
    if !inner.order.paging.get() {
        inner.store.list.set(Loading::Idle);
        effects::page(inner, None);
    }
}

/// Looks for the words in what has come meanwhile, too.
pub(super) fn search_again(inner: &Inner) {
    let found = inner.order.found.take();
    search(inner, &inner.filter.borrow(), found);
}

/// Looks for the words here, and adds what has them.
fn search(inner: &Inner, filter: &ListFilter, mut found: Ids) {
    if let Some(words) = &filter.search {
        let mut index = inner.order.index.borrow_mut();
        let index = index.get_or_insert_with(|| {
            let mut index = SearchIndex::default();
            inner.seen.borrow().values().for_each(|one| index.insert(one));
            index
        });
        for id in index.matching(words, FOUND) {
            found.insert(id);
        }
    }
    inner.order.found.replace(found);
}

impl Order {
    /// Whether a conversation that moves can be followed without a look at all others: the list is
    /// in the order of the servers, moves freely, and nothing but what happens changes what is in it.
    pub(super) fn follows(&self, filter: &ListFilter) -> bool {
        let timed = filter.shown.needs(None).overdue.is_some();
        let free = !self.held.get() && !self.gathers.get();
        free && !timed && filter.search.is_none() && filter.sort.is_default()
    }

    /// Whether it is waited for the next letter before the server is asked.
    pub(super) fn is_typing(&self) -> bool {
        self.typing.borrow().is_some()
    }

    /// The question as this system understands it. The answer is awaited from now on.
    pub(super) fn asking(&self, mut query: ListQuery, can_search: bool) -> ListQuery {
        self.paging.set(true);
        query.search = query.search.filter(|_| can_search);
        query
    }

    /// The server has found these.
    pub(super) fn found(&self, conversations: &[Conversation]) {
        let mut found = self.found.borrow_mut();
        for one in conversations {
            found.insert(one.id.clone());
        }
    }

    /// Whether something was found for the words.
    pub(super) fn has_found(&self, id: &ConversationId) -> bool {
        self.found.borrow().contains(id)
    }

    /// A conversation is new or different, or is gone: the next letter finds it so.
    pub(super) fn changed(&self, id: &ConversationId, one: Option<&Conversation>) {
        if let Some(index) = self.index.borrow_mut().as_mut() {
            match one {
                Some(one) => index.insert(one),
                None => {
                    index.remove(id);
                }
            }
        }
    }

    /// Ends with the widget.
    pub(super) fn stop(&self) {
        self.typing.take();
    }
}

impl Inner {
    /// Puts what belongs to the list in its order, and keeps what is shown in its place while the
    /// list is held.
    pub(super) fn arranged(&self, inbox: &Inbox, rows: Vec<Row<'_>>) -> Vec<ConversationId> {
        let order = &self.order;
        let (sort, searching) = {
            let filter = self.filter.borrow();
            (filter.sort, filter.search.is_some())
        };
        let rows = if sort.is_default() {
            rows
        } else {
            let all: Vec<&Conversation> = rows.iter().map(|(_, one)| one.as_ref()).collect();
            let places = sort.order(&all, inbox.me().id.as_ref());
            places.into_iter().filter_map(|at| rows.get(at).copied()).collect()
        };
        let (complete, begun) = {
            let progress = self.progress.borrow();
            (progress.complete, progress.known_back_to.is_some())
        };
        // With the last page that is waited for all find their places.
        let gathers = !sort.is_default() && !complete && rows.len() < SORTED;
        let gathers = order.gathers.replace(gathers) || gathers;
        let settled = order.settled.replace(complete || begun || searching);
        let shows_none = || untrack(|| self.store.rows.is_empty());
        if !order.held.get() || !settled || gathers || shows_none() {
            order.waiting.set_if_new(0);
            order.left.set_if_new(Vec::new());
            return ids(&rows);
        }
        let fresh = ids(&rows);
        let seen = self.seen.borrow();
        // What was deleted is gone, and what the agent sends away goes.
        let goes = |id: &ConversationId| {
            let sent_away = |command: &Command| {
                !command.is_spoken() && !matches!(command, Command::MarkRead { .. })
            };
            !seen.contains_key(id)
                || inbox.outbox().pending(id).any(|entry| sent_away(&entry.command))
        };
        let me = inbox.me();
        let wrote = |id: &ConversationId| {
            let said = seen.get(id).and_then(|one| one.preview.as_ref()?.author.as_ref());
            said.is_some_and(|author| author.is_same(me))
        };
        let newcomers = if searching { Newcomers::Join } else { Newcomers::Wait };
        let rows = self.store.rows;
        let held =
            untrack(|| rows.with_keys(|shown| hold(shown, &fresh, newcomers, &goes, &wrote)));
        order.waiting.set_if_new(u32::try_from(held.waiting).unwrap_or(u32::MAX));
        order.left.set_if_new(held.left);
        held.rows.into_iter().filter(|id| seen.contains_key(id)).collect()
    }
}

fn ids(rows: &[Row<'_>]) -> Vec<ConversationId> {
    rows.iter().map(|(id, _)| (*id).clone()).collect()
}
