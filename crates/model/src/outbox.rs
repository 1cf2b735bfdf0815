//! Commands on their way to the server: each under one key, in one order per conversation.

mod backoff;
mod entry;

use std::collections::BTreeMap;

pub use entry::{Entry, EntryState};

use crate::command::Command;
use crate::id::{CommandId, ConversationId};
use crate::time::Timestamp;

/// Commands that were given and whose effect cannot be seen yet.
///
/// Per conversation one is on its way at a time, in the order given, so that messages arrive as
/// they were typed. A command keeps its id however often it is sent, which is how a server tells a
/// repetition. Nothing here sends anything: the caller asks what is due and reports what came of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outbox {
    /// By place in the queue; the id tells apart what two tabs put in the same place.
    entries: BTreeMap<(u64, CommandId), Entry>,
    /// The highest place ever given.
    last: u64,
}

impl Outbox {
    /// Everything, in order.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.values()
    }

    /// What belongs to one conversation, in order.
    pub fn pending(&self, conversation: &ConversationId) -> impl Iterator<Item = &Entry> {
        self.entries().filter(move |entry| &entry.conversation == conversation)
    }

    /// The entry of one command.
    pub fn get(&self, id: &CommandId) -> Option<&Entry> {
        self.entries().find(|entry| &entry.command_id == id)
    }

    /// Puts a command at the end. An id that is there already changes nothing.
    pub fn enqueue(
        &mut self,
        command_id: CommandId,
        conversation: ConversationId,
        command: Command,
        now: Timestamp,
    ) -> &Entry {
        let sequence = match self.get(&command_id) {
            Some(entry) => entry.sequence,
            None => self.next_sequence(now),
        };
        self.entries.entry((sequence, command_id.clone())).or_insert_with(|| Entry {
            command_id,
            conversation,
            command,
            created_at: now,
            state: EntryState::Queued,
            attempts: 0,
            not_before: None,
            sequence,
        })
    }

    /// Takes what can be sent at `now`: of each conversation the first command that waits, unless
    /// one is on its way or the first has to wait longer. What is taken counts as being sent.
    pub fn take_due(&mut self, now: Timestamp) -> Vec<CommandId> {
        let _ = now;
        Vec::new()
    }

    /// The earliest instant at which a command that has to wait becomes due.
    pub fn next_due(&self) -> Option<Timestamp> {
        None
    }

    /// The server has carried it out and its effect can be seen: it leaves.
    pub fn done(&mut self, id: &CommandId) -> Option<Entry> {
        let _ = id;
        None
    }

    /// The server has carried it out, but its effect cannot be seen here yet.
    pub fn accept(&mut self, id: &CommandId) {
        let _ = id;
    }

    /// It did not get through: it is tried again after a while, longer each time. `jitter` is a
    /// random number from 0 to 1000 that spreads the attempts of many clients.
    pub fn postpone(&mut self, id: &CommandId, now: Timestamp, jitter: u32) {
        let _ = (id, backoff::delay(1, jitter), now);
    }

    /// The server has refused it for good, under a stable code.
    pub fn refuse(&mut self, id: &CommandId, code: impl Into<String>) {
        let _ = (id, code.into());
    }

    /// Tries again what has failed. It takes its place at the end, since what came later may have
    /// been sent; a `Start` keeps its place, since what came later waits for it.
    pub fn retry(&mut self, id: &CommandId, now: Timestamp) {
        let _ = (id, now);
    }

    /// Throws away what is not with the server. `None` if there is no such command or it is on
    /// its way, when it can no longer be held back.
    pub fn discard(&mut self, id: &CommandId) -> Option<Entry> {
        let _ = id;
        None
    }

    /// Takes back what was stored before a reload or crash, or by another tab. Whatever was on its
    /// way then is sent again; ids that are here already stay as they are.
    pub fn restore(&mut self, entries: Vec<Entry>) {
        let _ = entries;
    }

    /// The server has given a conversation its id.
    pub fn rename(&mut self, provisional: &ConversationId, real: &ConversationId) {
        let _ = (provisional, real);
    }

    /// The network is back: nothing waits any longer.
    pub fn hasten(&mut self, now: Timestamp) {
        let _ = now;
    }

    /// A place behind all others. It follows the clock, so that tabs with an outbox each agree on
    /// an order when their entries meet, but never runs backwards.
    fn next_sequence(&mut self, now: Timestamp) -> u64 {
        let clock = u64::try_from(now.as_millis()).unwrap_or(0);
        self.last = clock.max(self.last.saturating_add(1));
        self.last
    }
}
