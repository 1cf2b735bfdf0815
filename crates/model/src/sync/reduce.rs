//! One step: what happened, taken in, and what is to be done about it.

use super::compact::compact;
use super::effects::Effects;
use super::held::Held;
use super::{Connection, Effect, Event, Inbox};
use crate::conversation::Conversation;
use crate::id::ConversationId;
use crate::time::{SECOND, Timestamp};

/// Milliseconds between two rounds of asking for changes, at least.
const POLL_SPACING: i64 = 2 * SECOND;

impl Inbox {
    /// Takes in what happened at `now`, and says what is to be done about it.
    pub fn reduce(&mut self, event: Event, now: Timestamp) -> Vec<Effect> {
        let mut effects = Effects::default();
        let to = &mut effects;
        match event {
            Event::Restored { entries } => self.restore(entries, to),
            Event::Listed { conversations } => self.take_list(conversations, to),
            Event::Fetched { conversation } => self.take_fetched(*conversation, now, to),
            #[cfg(feature = "company")]
            Event::Earlier { id, before, parts, begins } => {
                self.take_earlier(&id, &before, &parts, begins, to);
            }
            Event::FetchFailed { id, gone: true } | Event::LiveDeleted { id } => {
                self.remove(&id, to);
            }
            Event::FetchFailed { id, gone: false } => {
                if let Some(held) = self.held.get_mut(&id) {
                    held.freshness.failed(now);
                }
            }
            Event::Opened { id } => self.open(&id),
            Event::Closed { id } => {
                if let Some(held) = self.held.get_mut(&self.resolve(&id)) {
                    held.freshness.open = false;
                }
            }
            Event::Do { command_id, conversation, command } => {
                self.give(command_id, &conversation, command, now, to);
            }
            #[cfg(feature = "company")]
            Event::Hold { command_id, conversation, command, until } => {
                self.release(&conversation, to);
                self.give(command_id.clone(), &conversation, command, now, to);
                self.hold(&command_id, until, to);
            }
            #[cfg(feature = "company")]
            Event::Release { conversation } => self.release(&conversation, to),
            #[cfg(feature = "company")]
            Event::TakeBack { conversation } => self.take_back(&conversation, to),
            Event::Answered { command_id, outcome } => self.answer(&command_id, outcome, to),
            #[cfg(feature = "company")]
            Event::Looked { command_id, conversations } => {
                self.looked(&command_id, conversations, to);
            }
            Event::Undelivered { command_id, jitter } => {
                self.outbox.postpone(&command_id, now, jitter);
                self.entry_changed(&command_id, to);
            }
            Event::Refused { command_id, code } => self.refuse(&command_id, code, to),
            Event::Retry { command_id } => self.retry(&command_id, now, to),
            Event::Discard { command_id } => self.discard(&command_id, to),
            Event::Live { id, version } => {
                self.gone.remove(&id);
                let held = self.touch(id);
                let known = held.head.as_ref().and_then(|head| head.version);
                held.freshness.heard_of(version, known < Some(version));
            }
            Event::LiveUp { resumed } => {
                // The server is there again: what waits for its next attempt need not wait longer.
                if self.connection != Connection::Live {
                    self.hasten(now);
                }
                self.connect(Connection::Live, to);
                if !resumed {
                    self.ask_for_changes(to);
                }
            }
            Event::LiveDown
                if matches!(self.connection, Connection::Connecting | Connection::Live) =>
            {
                self.connect(Connection::Polling, to);
                self.polled_at = Some(now);
                self.ask_for_changes(to);
            }
            Event::LiveDown => {}
            Event::LiveReset => self.ask_for_changes(to),
            Event::Online => {
                self.hasten(now);
                if self.connection == Connection::Offline {
                    self.connect(Connection::Connecting, to);
                    self.ask_for_changes(to);
                }
            }
            Event::Offline => self.connect(Connection::Offline, to),
            Event::Tick => self.poll(now, to),
        }
        self.pump(now, to);
        let effects = effects.into_vec();
        #[cfg(feature = "company")]
        {
            self.let_go();
            self.sort_out(&effects);
        }
        effects
    }

    /// Sends and fetches what is due.
    fn pump(&mut self, now: Timestamp, to: &mut Effects) {
        if self.connection == Connection::Offline {
            return;
        }
        #[cfg(feature = "company")]
        self.look(now, to);
        #[cfg(feature = "company")]
        let waits = self.stop_stale(now, to);
        #[cfg(not(feature = "company"))]
        let waits = Vec::new();
        for command_id in self.outbox.take_due_but(now, &waits) {
            #[cfg(feature = "company")]
            if self.outbox.looks_first {
                self.note_before(&command_id);
            }
            let Some(entry) = self.outbox.get(&command_id) else { continue };
            to.changed(&entry.conversation);
            to.outbox_changed();
            if entry.conversation.is_provisional() || entry.after.is_some() {
                // It may have become a `Start` just now, and must be that again after a crash; and
                // what is to be looked for then must be known.
                to.save(entry);
            }
            to.push(Effect::Send {
                command_id,
                conversation: entry.conversation.clone(),
                command: entry.command.clone(),
            });
        }
        let mut begin = |id: &ConversationId, held: &mut Held| {
            if !id.is_provisional() && held.freshness.begin(now) {
                to.push(Effect::Fetch { id: id.clone() });
            }
        };
        #[cfg(feature = "company")]
        {
            let held = &mut self.held;
            self.restless.retain(|id, ()| {
                let Some(held) = held.get_mut(id) else { return false };
                begin(id, held);
                !held.freshness.is_at_rest()
            });
        }
        #[cfg(not(feature = "company"))]
        for (id, held) in self.held.iter_mut() {
            begin(id, held);
        }
    }

    fn connect(&mut self, connection: Connection, to: &mut Effects) {
        if self.connection != connection {
            self.connection = connection;
            to.push(Effect::ConnectionChanged);
            // Whether a message waits or is being sent depends on it.
            for entry in self.outbox.entries() {
                to.changed(&entry.conversation);
            }
        }
    }

    /// Anything may have changed unnoticed.
    fn ask_for_changes(&mut self, to: &mut Effects) {
        if self.connection != Connection::Offline {
            to.push(Effect::List);
        }
        for held in self.held.values_mut() {
            held.freshness.doubt(false);
        }
    }

    fn poll(&mut self, now: Timestamp, to: &mut Effects) {
        let rested = self.polled_at.is_none_or(|last| now.since(last) >= POLL_SPACING);
        if self.connection == Connection::Polling && rested {
            self.polled_at = Some(now);
            self.ask_for_changes(to);
        }
    }

    fn hasten(&mut self, now: Timestamp) {
        self.outbox.hasten(now);
        for held in self.held.values_mut() {
            held.freshness.hasten();
        }
    }

    fn open(&mut self, id: &ConversationId) {
        let id = self.resolve(id);
        self.gone.remove(&id);
        #[cfg(feature = "company")]
        self.used(&id);
        let pushed = self.connection == Connection::Live;
        let freshness = &mut self.touch(id).freshness;
        if !freshness.open && freshness.loaded && !pushed {
            freshness.doubt(false);
        }
        freshness.open = true;
        freshness.hasten();
    }

    fn take_list(&mut self, conversations: Vec<Conversation>, to: &mut Effects) {
        for conversation in conversations.into_iter().map(compact) {
            let id = conversation.id.clone();
            if !self.gone.contains_key(&id) {
                let held = self.touch(id.clone());
                if held.head.as_deref() != Some(&conversation) {
                    to.changed(&id);
                }
                held.absorb(conversation, false);
            }
        }
        to.list_changed();
    }

    fn take_fetched(&mut self, conversation: Conversation, now: Timestamp, to: &mut Effects) {
        let id = conversation.id.clone();
        if self.gone.contains_key(&id) {
            return;
        }
        let conversation = compact(self.recognise_accepted(conversation));
        let held = self.touch(id.clone());
        let version = conversation.version;
        held.absorb(conversation, true);
        let shows_all = held.freshness.arrived(version, now);
        #[cfg(feature = "company")]
        self.used(&id);
        to.changed(&id);
        to.list_changed();
        self.settle(&id, shows_all, to);
    }

    /// The conversation is gone: it does not exist, or no longer for this reader.
    pub(super) fn remove(&mut self, id: &ConversationId, to: &mut Effects) {
        self.gone.insert(id.clone(), ());
        if self.held.remove(id).is_some() {
            to.push(Effect::Gone(id.clone()));
            to.list_changed();
        }
        self.strand(id, to);
    }
}
