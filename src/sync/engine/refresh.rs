//! Bringing the store up to what the model says, touching only what differs.

use std::rc::Rc;
use std::sync::Arc;

use inbox_model::sync::{Connection, Inbox};
use inbox_model::thread::{self, Options};
use inbox_model::{Conversation, ConversationId, Part, PartBody, PartId, Timestamp, markdown};

use super::super::clock;
use super::super::lists::{ListFilter, Progress};
use super::super::store::{Arrival, Loading};
use super::{Inner, Surface};

/// How far a thread has been announced.
#[derive(Default)]
pub(super) enum Announced {
    /// It has only just been opened.
    #[default]
    Nothing,
    /// To this part, or nobody had said anything.
    To(Option<PartId>),
}

impl Inner {
    /// One conversation looks different.
    pub(super) fn refresh(&self, id: &ConversationId) {
        // Rows and header need no parts, and comparing them would be dear.
        #[cfg(feature = "desk")]
        let conversation = self.inbox.borrow().as_ref().and_then(|inbox| inbox.head(id));
        #[cfg(not(feature = "desk"))]
        let conversation = self.inbox.borrow().as_ref().and_then(|inbox| {
            let mut conversation = inbox.conversation(id)?;
            conversation.unread = Some(inbox.unread(id));
            conversation.parts.clear();
            Some(Arc::new(conversation))
        });
        let Some(conversation) = conversation else { return };
        let key = conversation.id.clone();
        let old = self.seen.borrow_mut().insert(key.clone(), Arc::clone(&conversation));
        #[cfg(feature = "desk")]
        self.order.changed(&key, Some(&conversation));
        #[cfg(feature = "desk")]
        super::views::changed(self, old.as_deref(), Some(&conversation));
        #[cfg(feature = "desk")]
        super::known::changed(self, old.as_deref(), &conversation);
        #[cfg(not(feature = "desk"))]
        drop(old);
        self.store.rows.update(&key, conversation);
        if self.store.thread.id.get_untracked().as_ref() == Some(id) {
            self.refresh_thread();
        }
    }

    /// A conversation is gone.
    pub(super) fn forget(&self, id: &ConversationId) {
        let old = self.seen.borrow_mut().remove(id);
        #[cfg(feature = "desk")]
        self.order.changed(id, None);
        #[cfg(feature = "desk")]
        self.store.rows.forget(id);
        #[cfg(feature = "desk")]
        super::views::changed(self, old.as_deref(), None);
        #[cfg(not(feature = "desk"))]
        drop(old);
    }

    /// Whether a conversation belongs to the list in view.
    pub(super) fn belongs(
        &self,
        filter: &ListFilter,
        progress: &Progress,
        id: &ConversationId,
        it: &Conversation,
        now: Timestamp,
    ) -> bool {
        // What is being read stays where it is, even when reading takes it out of the list.
        let is_open = || self.store.thread.id.get_untracked().as_ref() == Some(id);
        #[cfg(feature = "desk")]
        let is_shown = || self.store.rows.has(id);
        #[cfg(not(feature = "desk"))]
        let is_shown = || self.store.rows.get(id).is_some();
        let stays = || filter.is_of_unread() && is_open() && is_shown();
        let known = progress.covers(it.activity_at()) || id.is_provisional();
        // What was found may leave gaps to what was not.
        #[cfg(feature = "desk")]
        let known = if filter.search.is_some() { self.order.has_found(id) } else { known };
        known && (filter.matches(it, now) || stays())
    }

    /// Order and membership of the list in view.
    pub(super) fn refresh_list(&self) {
        // All is looked at, so that nothing is left to follow.
        #[cfg(feature = "desk")]
        self.inbox.borrow_mut().as_mut().map(Inbox::take_moves);
        let inbox = self.inbox.borrow();
        let Some(inbox) = inbox.as_ref() else { return };
        let filter = self.filter.borrow();
        let progress = self.progress.borrow();
        #[cfg(not(feature = "desk"))]
        let seen = self.seen.borrow();
        #[cfg(feature = "desk")]
        let now = self.transport.server_now();
        #[cfg(not(feature = "desk"))]
        let now = clock::now();
        // What lies in no stretch that has been read need not be looked at.
        #[cfg(feature = "desk")]
        let all = inbox.newest().filter_map(|(id, at, it)| {
            let may_be = filter.search.is_some() || progress.covers(at) || id.is_provisional();
            Some((id, it.filter(|_| may_be)?))
        });
        #[cfg(not(feature = "desk"))]
        let list = inbox.list();
        #[cfg(not(feature = "desk"))]
        let all = list.iter().filter_map(|id| Some((id, seen.get(id)?)));
        let rows = all.filter(|(id, it)| self.belongs(&filter, &progress, id, it, now));
        #[cfg(feature = "desk")]
        let rows = rows.collect();
        #[cfg(not(feature = "desk"))]
        let rows = rows.map(|(id, it)| (id.clone(), Arc::clone(it))).collect();
        #[cfg(not(feature = "desk"))]
        drop(seen);
        drop((filter, progress));
        #[cfg(feature = "desk")]
        let rows = self.arranged(inbox, rows);
        self.store.rows.set(rows);
        self.refresh_totals(inbox);
    }

    /// What is told of the list beside its rows.
    pub(super) fn refresh_totals(&self, inbox: &Inbox) {
        let (more, unread) = (!self.progress.borrow().complete, inbox.unread_total());
        if self.store.list_has_more.get_untracked() != more {
            self.store.list_has_more.set(more);
        }
        self.tell_unread(unread);
    }

    /// How much is unread, to the views and to the page.
    pub(super) fn tell_unread(&self, unread: u32) {
        if self.store.unread.get_untracked() != unread {
            self.store.unread.set(unread);
            (self.emit)("unread", &[("count", &unread.to_string())]);
        }
    }

    /// The open thread.
    pub(super) fn refresh_thread(&self) {
        let view = self.store.thread;
        let id = view.id.get_untracked();
        let inbox = self.inbox.borrow();
        let (Some(inbox), Some(id)) = (inbox.as_ref(), id) else {
            view.items.set(Vec::new());
            view.conversation.set_if_new(None);
            return view.loading.set_if_new(Loading::Idle);
        };
        let conversation = self.seen.borrow().get(&id).cloned();
        let (parts, pending) = inbox.thread(&id);
        let is_there = inbox.has_parts(&id) || id.is_provisional();
        let unread_after = self.unread_after.borrow().clone();
        let receipts =
            conversation.as_ref().map(|c| c.read_receipts.as_slice()).unwrap_or_default();
        let options = Options {
            me: inbox.me(),
            offset_minutes: clock::minutes_ahead_of_utc(clock::now()),
            unread_after: unread_after.as_ref(),
            receipts,
            public_only: cfg!(not(feature = "desk")) || self.surface == Surface::Messenger,
        };
        let items = thread::items(&parts, &pending, &options);
        view.items.set(items.into_iter().map(|item| (item.key(), item)).collect());
        view.conversation.set_if_new(conversation.clone());
        #[cfg(feature = "desk")]
        super::earlier::refresh(self, &id);
        if is_there {
            view.loading.set_if_new(Loading::Ready);
            self.announce(&id, inbox, &parts);
        } else if !matches!(view.loading.get_untracked(), Loading::Failed(_)) {
            view.loading.set_if_new(Loading::Loading);
        }
    }

    /// Remembers where the reader was when a thread is opened, so that the divider stays put.
    pub(super) fn remember_unread(&self, id: &ConversationId) {
        let inbox = self.inbox.borrow();
        let Some(inbox) = inbox.as_ref() else { return };
        let after =
            inbox.conversation(id).filter(|_| inbox.unread(id) > 0).and_then(|conversation| {
                let receipt = conversation.receipt(inbox.me().id.as_ref()?)?;
                Some(receipt.last_read_part.clone())
            });
        self.unread_after.replace(after);
    }

    /// Tells what others have newly said, each message once. To whoever has it open, what their own side
    /// says is news as well, but not to a customer, who may use several devices.
    fn announce(&self, id: &ConversationId, inbox: &Inbox, parts: &[Arc<Part>]) {
        let among_agents = cfg!(feature = "desk") && self.surface == Surface::Desk;
        let by_company =
            |part: &Part| part.author.as_ref().is_some_and(|author| author.kind.is_company());
        let is_news = |part: &Arc<Part>| {
            let is_note = matches!(part.body, PartBody::Note(_));
            let own = part.author.as_ref().is_some_and(|author| author.is_same(inbox.me()));
            let others = if among_agents { !own } else { by_company(part) };
            others && (part.is_spoken() || among_agents && is_note)
        };
        let newest = parts.iter().rposition(is_news);
        let reached = newest.and_then(|at| parts.get(at)).map(|part| part.id.clone());
        let before = match self.announced.replace(Announced::To(reached)) {
            // What was there when it was opened can be read.
            Announced::Nothing => return,
            Announced::To(None) => 0,
            Announced::To(Some(last)) => match parts.iter().rposition(|part| part.id == last) {
                Some(at) => at + 1,
                None => return,
            },
        };
        let news = parts.iter().skip(before).filter(|part| is_news(part));
        let mut told = Vec::new();
        for part in news {
            told.push(Arrival {
                by_company: by_company(part),
                name: part.author.as_ref().and_then(|author| author.name.clone()),
                text: part
                    .markdown()
                    .map(|text| markdown::preview_text(text, 200))
                    .unwrap_or_default(),
            });
            if by_company(part) != among_agents {
                (self.emit)("message-received", &[("conversationId", id.as_str())]);
            }
        }
        if !told.is_empty() {
            let arrivals = self.store.arrivals.get_untracked();
            arrivals.borrow_mut().append(&mut told);
            self.store.arrivals.set(arrivals);
        }
    }

    /// The open thread could not be loaded.
    pub(super) fn thread_failed(&self, id: &ConversationId, code: &str) {
        let view = self.store.thread;
        let is_open = view.id.get_untracked().as_ref() == Some(id);
        let is_there = self.inbox.borrow().as_ref().is_some_and(|inbox| inbox.has_parts(id));
        if is_open && !is_there {
            view.loading.set(Loading::Failed(code.to_owned()));
        }
    }

    /// How the client is connected.
    pub(super) fn refresh_connection(&self) {
        let connection = self.inbox.borrow().as_ref().map(Inbox::connection);
        let connection = connection.unwrap_or(Connection::Connecting);
        self.store.connection.set_if_new(connection);
        let state = match connection {
            Connection::Connecting => "connecting",
            Connection::Live => "live",
            Connection::Polling => "polling",
            Connection::Offline => "offline",
        };
        (self.emit)("connection", &[("state", state)]);
    }

    /// The server no longer accepts the token.
    pub(super) fn signed_out(self: &Rc<Self>) {
        self.live.take();
        self.started.set(false);
        let code = "signed_out";
        if self.store.start.get_untracked() != Loading::Failed(code.to_owned()) {
            self.store.start.set(Loading::Failed(code.to_owned()));
            (self.emit)("error", &[("code", code)]);
        }
    }
}
