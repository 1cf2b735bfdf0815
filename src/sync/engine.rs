//! The engine: owns the model's [`Inbox`], carries out its effects, and keeps the [`Store`] true.

#[cfg(feature = "desk")]
mod canned;
#[cfg(feature = "desk")]
mod colleagues;
#[cfg(feature = "desk")]
mod earlier;
mod early;
mod effects;
#[cfg(feature = "desk")]
mod held;
#[cfg(feature = "desk")]
mod known;
#[cfg(feature = "desk")]
mod moved;
#[cfg(feature = "desk")]
mod order;
mod outside;
mod refresh;
#[cfg(feature = "desk")]
mod removal;
mod setup;
mod start;
#[cfg(feature = "desk")]
mod tabs;
mod tell;
#[cfg(feature = "desk")]
mod time;
#[cfg(feature = "desk")]
mod upload;
#[cfg(feature = "desk")]
mod views;

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use std::sync::Arc;

#[cfg(feature = "desk")]
pub use held::{HeldReply, StoppedReply};

use gloo_timers::callback::Timeout;
use inbox_dialects::json::Map;
use inbox_dialects::{Capabilities, Dialect};
use inbox_model::sync::{Event, Inbox};
use inbox_model::{
    Command, CommandId, Content, Conversation, ConversationId, PartId, command::Readers,
};
use leptos::prelude::*;

use super::by_key::ByKey;
use super::clock;
use super::drafts::Drafts;
use super::lists::{ListFilter, Progress};
use super::storage::Storage;
use super::store::Store;
use crate::net::{LiveStream, Transport};
#[cfg(feature = "desk")]
pub use order::SORTED;
pub use setup::{Emit, Setup, Surface};
#[cfg(feature = "desk")]
pub use upload::Uploaded;

/// A handle on the engine. Copied freely; the engine ends with the owner that made it.
#[derive(Clone, Copy)]
pub struct Engine {
    inner: StoredValue<Rc<Inner>, LocalStorage>,
    /// What views read.
    pub store: Store,
}

struct Inner {
    surface: Surface,
    /// Names what is kept on the device.
    place: String,
    dialect: Rc<dyn Dialect>,
    transport: Rc<Transport>,
    emit: Emit,
    store: Store,
    drafts: Drafts,
    inbox: RefCell<Option<Inbox>>,
    /// Set once, by whichever is there first: the database, or memory in its place.
    storage: OnceCell<Storage>,
    live: RefCell<Option<LiveStream>>,
    /// Conversations as they look now, so that a change to one does not copy all.
    seen: RefCell<ByKey<ConversationId, Arc<Conversation>>>,
    filter: RefCell<ListFilter>,
    progress: RefCell<Progress>,
    /// What the list's order follows.
    #[cfg(feature = "desk")]
    order: order::Order,
    /// The reader's last part when the open thread was opened: where the unread divider stands.
    unread_after: RefCell<Option<PartId>>,
    /// How far the open thread has been announced.
    announced: RefCell<refresh::Announced>,
    timer: RefCell<Option<Timeout>>,
    /// What views count, since the server has told it.
    #[cfg(feature = "desk")]
    counts: RefCell<Option<inbox_model::view::RunningCounts>>,
    /// What is counted beside views.
    #[cfg(feature = "desk")]
    lists: views::Lists,
    #[cfg(feature = "desk")]
    colleagues: colleagues::Asked,
    /// What can still be taken back.
    #[cfg(feature = "desk")]
    held: crate::reactive::RwSignal<Vec<HeldReply>>,
    /// What lies before the first line of the open thread.
    #[cfg(feature = "desk")]
    before: crate::reactive::RwSignal<inbox_model::thread::Before>,
    /// What a colleague's answer has stopped.
    #[cfg(feature = "desk")]
    stopped: crate::reactive::RwSignal<Vec<StoppedReply>>,
    /// The team's canned replies, where the server keeps some.
    #[cfg(feature = "desk")]
    canned: crate::reactive::RwSignal<Option<Vec<inbox_model::canned::CannedReply>>>,
    /// Hears of messages as they come in.
    #[cfg(feature = "desk")]
    news: RefCell<Option<known::News>>,
    #[cfg(feature = "desk")]
    tab: tabs::Tab,
    /// What was done before it was known who the reader is.
    early: RefCell<Vec<Event>>,
    batches: RefCell<VecDeque<effects::Batch>>,
    draining: Cell<bool>,
    /// The list is to be read again as soon as the page under way is here.
    reload_list: Cell<bool>,
    typing_told: Cell<Option<inbox_model::Timestamp>>,
    /// How often the device's clock has been set right by the server's.
    #[cfg(feature = "desk")]
    clock_set: RwSignal<u32>,
    started: Cell<bool>,
    /// Whether somebody has opened the widget: also while it starts.
    wanted: Cell<bool>,
    alive: Cell<bool>,
}

impl Engine {
    /// An engine at rest; [`Engine::start`] sets it going.
    pub fn new(setup: Setup) -> Self {
        let store = Store::default();
        let dialect = setup.dialect;
        // What is kept on the device is one organisation's, too.
        let place = [setup.base.as_str(), &setup.organisation].concat();
        #[cfg(feature = "desk")]
        let clock_set = RwSignal::new(0);
        let transport = Transport::new(
            setup.base,
            Rc::clone(&dialect),
            &setup.token,
            setup.organisation,
            #[cfg(feature = "desk")]
            Box::new(move || clock_set.update(|times| *times += 1)),
        );
        let inner = Rc::new(Inner {
            surface: setup.surface,
            transport: Rc::new(transport),
            place,
            dialect,
            emit: setup.emit,
            store,
            drafts: Drafts::default(),
            inbox: RefCell::default(),
            storage: OnceCell::new(),
            live: RefCell::default(),
            seen: RefCell::default(),
            filter: RefCell::default(),
            progress: RefCell::default(),
            #[cfg(feature = "desk")]
            order: order::Order::default(),
            unread_after: RefCell::default(),
            announced: RefCell::default(),
            timer: RefCell::default(),
            #[cfg(feature = "desk")]
            counts: RefCell::default(),
            #[cfg(feature = "desk")]
            lists: views::Lists::default(),
            #[cfg(feature = "desk")]
            colleagues: colleagues::Asked::default(),
            #[cfg(feature = "desk")]
            held: crate::reactive::RwSignal::new(Vec::new()),
            #[cfg(feature = "desk")]
            before: crate::reactive::RwSignal::new(inbox_model::thread::Before::Nothing),
            #[cfg(feature = "desk")]
            stopped: crate::reactive::RwSignal::new(Vec::new()),
            #[cfg(feature = "desk")]
            canned: crate::reactive::RwSignal::new(None),
            #[cfg(feature = "desk")]
            news: RefCell::default(),
            #[cfg(feature = "desk")]
            tab: tabs::Tab::default(),
            early: RefCell::default(),
            batches: RefCell::default(),
            draining: Cell::default(),
            reload_list: Cell::default(),
            typing_told: Cell::default(),
            #[cfg(feature = "desk")]
            clock_set,
            started: Cell::default(),
            wanted: Cell::default(),
            alive: Cell::new(true),
        });
        outside::watch_page(&inner);
        #[cfg(feature = "desk")]
        known::show(&inner);
        #[cfg(feature = "desk")]
        tabs::watch(&inner);
        let stop = StoredValue::new_local(Rc::clone(&inner));
        on_cleanup(move || stop.with_value(|inner| inner.stop()));
        Self { inner: StoredValue::new_local(inner), store }
    }

    /// Signs in and loads, once. A visitor without a token is left alone until `wanted` says that
    /// somebody wants to write: looking at a page makes no record of anybody.
    pub fn start(self, wanted: bool) {
        self.with(|inner| start::start(Rc::clone(inner), wanted));
    }

    /// Uses another token: somebody has signed in, or a token was renewed.
    pub fn set_token(self, token: &str) {
        self.with(|inner| start::sign_in(inner, token));
    }

    /// What the dialect can do.
    pub fn capabilities(self) -> Capabilities {
        self.inner.try_with_value(|inner| inner.dialect.capabilities()).unwrap_or_default()
    }

    /// The drafts of this device.
    pub fn drafts(self) -> Drafts {
        self.inner.try_with_value(|inner| inner.drafts.clone()).unwrap_or_default()
    }

    /// Does something to a conversation: shown at once, sent as soon as possible, never lost.
    pub fn act(self, conversation: &ConversationId, command: Command) {
        self.with(|inner| {
            let conversation = conversation.clone();
            inner.reduce(Event::Do { command_id: clock::new_command_id(), conversation, command });
        });
    }

    /// Begins a conversation and opens it.
    pub fn begin(self, contents: Vec<Content>) {
        self.with(|inner| {
            let command_id = clock::new_command_id();
            let conversation = ConversationId::provisional(&command_id);
            let command = Command::Start { contents };
            inner.reduce(Event::Do { command_id, conversation: conversation.clone(), command });
            inner.open(Some(conversation));
        });
    }

    /// Opens a conversation's thread, or none.
    pub fn open(self, conversation: Option<ConversationId>) {
        self.with(|inner| inner.open(conversation));
    }

    /// Loads the open thread again after it failed.
    pub fn reload_thread(self) {
        self.with(|inner| {
            let id = inner.store.thread.id.get_untracked();
            inner.open(None);
            inner.open(id);
        });
    }

    /// Everything in a conversation is read.
    pub fn mark_read(self, conversation: &ConversationId) {
        self.with(|inner| {
            let unread = inner.inbox.borrow().as_ref().is_some_and(|inbox| {
                #[cfg(feature = "desk")]
                if known::marked_unread(inbox, conversation) {
                    return true;
                }
                inbox.unread(conversation) > 0
            });
            if unread {
                let readers = Readers { me: true, ..Readers::default() };
                inner.reduce(Event::Do {
                    command_id: clock::new_command_id(),
                    conversation: conversation.clone(),
                    command: Command::MarkRead { readers },
                });
            }
        });
    }

    /// Tries a failed message again.
    pub fn retry(self, command_id: CommandId) {
        self.with(|inner| inner.reduce(Event::Retry { command_id }));
    }

    /// Throws an unsent message away.
    pub fn discard(self, command_id: CommandId) {
        self.with(|inner| inner.reduce(Event::Discard { command_id }));
    }

    /// Shows another list.
    pub fn set_filter(self, filter: ListFilter) {
        #[cfg(feature = "desk")]
        self.with(|inner| order::set_filter(inner, filter));
        #[cfg(not(feature = "desk"))]
        self.with(|inner| {
            let is_idle = inner.store.list.get_untracked() == super::store::Loading::Idle;
            if is_idle || *inner.filter.borrow() != filter {
                inner.filter.replace(filter);
                inner.progress.replace(Progress::default());
                inner.refresh_list();
                effects::load_page(inner);
            }
        });
    }

    /// Loads the next page of the list, or the first one again after it failed.
    pub fn load_more(self) {
        self.with(effects::load_page);
    }

    /// Something did not work and the reader has seen it.
    pub fn dismiss_problem(self) {
        self.store.problem.set(None);
    }

    /// Tells the host page that something happened.
    pub fn emit(self, name: &str, detail: &[(&str, &str)]) {
        self.with(|inner| (inner.emit)(name, detail));
    }

    fn with(self, act: impl FnOnce(&Rc<Inner>)) {
        // After the widget is gone there is nothing to do.
        let inner = self.inner.try_with_value(Rc::clone);
        if let Some(inner) = inner.filter(|inner| inner.alive.get()) {
            act(&inner);
        }
    }
}

impl Inner {
    /// Takes in an event and carries out what follows from it.
    fn reduce(self: &Rc<Self>, event: Event) {
        if !self.alive.get() {
            return;
        }
        let effects = match self.inbox.borrow_mut().as_mut() {
            Some(inbox) => inbox.reduce(event, clock::now()),
            None if matches!(event, Event::Do { .. }) => {
                return early::keep(self, event);
            }
            None => return,
        };
        effects::perform(self, effects);
        outside::set_timer(self);
    }

    fn open(self: &Rc<Self>, conversation: Option<ConversationId>) {
        let thread = self.store.thread;
        let before = thread.id.get_untracked();
        if before == conversation {
            return;
        }
        if let Some(id) = before.clone() {
            self.reduce(Event::Closed { id });
        }
        thread.id.set(conversation.clone());
        #[cfg(feature = "desk")]
        self.before.set_if_new(inbox_model::thread::Before::Nothing);
        self.announced.take();
        self.unread_after.replace(None);
        self.store.arrivals.get_untracked().take();
        if self.surface == Surface::Desk && self.dialect.capabilities().live {
            let mut body = Map::default();
            body.set("conversationId", conversation.as_ref().map(ConversationId::as_str));
            self.tell("/live/viewing", body);
        }
        if let Some(id) = conversation {
            self.remember_unread(&id);
            self.reduce(Event::Opened { id });
        }
        self.refresh_thread();
        #[cfg(feature = "desk")]
        moved::look_at(self, before.into_iter().chain(thread.id.get_untracked()));
        #[cfg(not(feature = "desk"))]
        self.refresh_list();
    }

    fn stop(&self) {
        self.alive.set(false);
        self.live.take();
        self.timer.take();
        #[cfg(feature = "desk")]
        self.lists.counting.take();
        #[cfg(feature = "desk")]
        self.order.stop();
        #[cfg(feature = "desk")]
        self.tab.leave();
        self.inbox.take();
    }
}
