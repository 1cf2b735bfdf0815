//! Commands on their way to the server: each under one key, in one order per conversation.

mod backoff;
#[cfg(feature = "company")]
mod doubtful;
mod entry;
#[cfg(feature = "company")]
mod held;
#[cfg(feature = "company")]
mod stale;

pub(crate) use backoff::delay;
pub use entry::{Entry, EntryState};
#[cfg(feature = "company")]
pub use held::HELD_AT_MOST;
#[cfg(feature = "company")]
pub use stale::ANSWERED;

use crate::command::Command;
use crate::id::{CommandId, ConversationId};
use crate::sorted::SortedMap;
use crate::time::Timestamp;

/// Place in the queue, then id.
type Key = (u64, CommandId);

/// Commands that were given and whose effect cannot be seen yet.
///
/// Per conversation one is on its way at a time, in the order given, so that messages arrive as
/// they were typed. A command keeps its id however often it is sent, which is how a server tells a
/// repetition. Nothing here sends anything: the caller asks what is due and reports what came of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outbox {
    /// By place in the queue; the id tells apart what two tabs put in the same place.
    entries: SortedMap<Key, Entry>,
    /// The highest place ever given.
    last: u64,
    /// The server takes no keys: a message that may have arrived is looked for before it is sent
    /// again.
    pub(crate) looks_first: bool,
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
        self.entries.get_or_insert_with((sequence, command_id.clone()), || {
            Entry::new(command_id, conversation, command, now, sequence)
        })
    }

    /// Takes what can be sent at `now`: of each conversation the first command that waits, unless
    /// one is on its way or the first has to wait longer. What is taken counts as being sent.
    ///
    /// A conversation that the server does not know yet begins with its `Start`; what comes after
    /// waits for the answer. Where the `Start` was thrown away, the first reply takes its place.
    pub fn take_due(&mut self, now: Timestamp) -> Vec<CommandId> {
        self.take_due_but(now, &[])
    }

    /// The same, but for those that have to wait for something else; what comes after them waits, too.
    pub(crate) fn take_due_but(&mut self, now: Timestamp, waits: &[CommandId]) -> Vec<CommandId> {
        #[cfg(feature = "company")]
        self.let_go(now);
        let due: Vec<Key> = self
            .heads()
            .filter(|entry| entry.not_before.is_none_or(|instant| instant <= now))
            .filter(|entry| !waits.contains(&entry.command_id))
            .map(Entry::key)
            .collect();
        for key in &due {
            let Some(entry) = self.entries.get_mut(key) else { continue };
            entry.state = EntryState::Sending;
            entry.attempts = entry.attempts.saturating_add(1);
            entry.not_before = None;
            if entry.conversation.is_provisional()
                && let Command::Reply { contents, .. } = &mut entry.command
            {
                entry.command = Command::Start { contents: std::mem::take(contents) };
            }
        }
        due.into_iter().map(|(_, id)| id).collect()
    }

    /// The earliest instant at which a command that has to wait becomes due.
    pub fn next_due(&self) -> Option<Timestamp> {
        let doubtful = self.entries().filter(|entry| entry.state == EntryState::Doubtful);
        let due = self.heads().chain(doubtful).filter_map(|entry| entry.not_before);
        #[cfg(feature = "company")]
        let due = due.chain(self.entries().filter_map(|entry| entry.held_until));
        due.min()
    }

    /// The server has carried it out and its effect can be seen: it leaves.
    pub fn done(&mut self, id: &CommandId) -> Option<Entry> {
        let key = self.get(id)?.key();
        self.entries.remove(&key)
    }

    /// The server has carried it out, but its effect cannot be seen here yet.
    pub fn accept(&mut self, id: &CommandId) {
        if let Some(entry) = self.get_mut(id) {
            entry.state = EntryState::Accepted;
            entry.not_before = None;
        }
    }

    /// It did not get through: it is tried again after a while, longer each time. `jitter` is a
    /// random number from 0 to 1000 that spreads the attempts of many clients. Only what is on its
    /// way can fail to get through; a late report changes nothing. A message that nothing would
    /// recognise if it came twice is looked for then, and so is one for which that has failed.
    pub fn postpone(&mut self, id: &CommandId, now: Timestamp, jitter: u32) {
        let looks_first = self.looks_first;
        if let Some(entry) = self.get_mut(id)
            && matches!(entry.state, EntryState::Sending | EntryState::Doubtful)
        {
            let looks_first = looks_first && entry.after.is_some();
            entry.state = if looks_first { EntryState::Doubtful } else { EntryState::Queued };
            entry.not_before = Some(now.plus(delay(entry.attempts, jitter)));
        }
    }

    /// The server has refused it for good, under a stable code. What the server has carried out
    /// cannot be refused any more.
    pub fn refuse(&mut self, id: &CommandId, code: impl Into<String>) {
        if let Some(entry) = self.get_mut(id)
            && entry.state != EntryState::Accepted
        {
            entry.state = EntryState::Failed { code: code.into() };
            entry.not_before = None;
        }
    }

    /// Tries again what has failed. It takes its place at the end, since what came later may have
    /// been sent; a `Start` keeps its place, since what came later waits for it. What only waits
    /// for its next attempt no longer does.
    pub fn retry(&mut self, id: &CommandId, now: Timestamp) {
        let Some(entry) = self.get_mut(id) else { return };
        if entry.state == EntryState::Queued {
            entry.not_before = None;
        }
        if entry.state == EntryState::Doubtful {
            entry.not_before = entry.not_before.map(|_| now);
        }
        if !matches!(entry.state, EntryState::Failed { .. }) {
            return;
        }
        entry.state = EntryState::Queued;
        entry.attempts = 0;
        // Of a draft that is settled or outdated it would be refused each time. Who tries again has
        // the thread in view: it is a text of their own.
        #[cfg(feature = "company")]
        if let Command::Reply { envelope, .. } = &mut entry.command {
            envelope.suggestion = None;
        }
        if matches!(entry.command, Command::Start { .. }) {
            return;
        }
        if let Some(mut entry) = self.done(id) {
            entry.sequence = self.next_sequence(now);
            entry.created_at = now;
            self.entries.insert(entry.key(), entry);
        }
    }

    /// Throws away what is not with the server. `None` if there is no such command, or it is on
    /// its way or carried out, when it can no longer be held back.
    pub fn discard(&mut self, id: &CommandId) -> Option<Entry> {
        let entry = self.get(id)?;
        match entry.state {
            EntryState::Queued | EntryState::Failed { .. } => self.done(id),
            EntryState::Sending | EntryState::Doubtful | EntryState::Accepted => None,
        }
    }

    /// Takes back what was stored before a reload or crash, or by another tab. Whatever was on its
    /// way then is sent again, or looked for; ids that are here already stay as they are.
    pub fn restore(&mut self, entries: Vec<Entry>) {
        for mut entry in entries {
            if self.get(&entry.command_id).is_some() {
                continue;
            }
            entry.attempts = 0;
            entry.not_before = None;
            if !matches!(entry.state, EntryState::Failed { .. }) {
                entry.state = EntryState::Queued;
                if self.looks_first && entry.after.is_some() {
                    entry.state = EntryState::Doubtful;
                    entry.not_before = Some(entry.created_at);
                }
            }
            self.last = self.last.max(entry.sequence);
            self.entries.insert(entry.key(), entry);
        }
    }

    /// The server has given a conversation its id.
    pub fn rename(&mut self, provisional: &ConversationId, real: &ConversationId) {
        for entry in self.entries.values_mut() {
            if &entry.conversation == provisional {
                entry.conversation = real.clone();
            }
        }
    }

    /// The network is back: nothing waits any longer than `now`, and the waits start small again.
    pub fn hasten(&mut self, now: Timestamp) {
        for entry in self.entries.values_mut() {
            entry.attempts = entry.attempts.min(1);
            entry.not_before = entry.not_before.map(|instant| instant.min(now));
        }
    }

    /// Of each conversation the command that is to be sent next, unless one is on its way.
    fn heads(&self) -> impl Iterator<Item = &Entry> {
        let mut taken: Vec<&ConversationId> = self
            .entries()
            .filter(|entry| match entry.state {
                EntryState::Sending | EntryState::Doubtful => true,
                // What comes next must be told from it, so it has to be seen first.
                EntryState::Accepted => self.looks_first,
                EntryState::Queued | EntryState::Failed { .. } => false,
            })
            .map(|entry| &entry.conversation)
            .collect();
        self.entries().filter(move |entry| {
            #[cfg(feature = "company")]
            if entry.is_held() {
                return false;
            }
            let is_head = entry.state == EntryState::Queued
                && self.can_be_sent(entry)
                && !taken.contains(&&entry.conversation);
            if is_head {
                taken.push(&entry.conversation);
            }
            is_head
        })
    }

    /// Whether the server knows the conversation, or will by this very command.
    fn can_be_sent(&self, entry: &Entry) -> bool {
        let is_start = |entry: &Entry| matches!(entry.command, Command::Start { .. });
        !entry.conversation.is_provisional()
            || is_start(entry)
            || matches!(entry.command, Command::Reply { .. })
                && !self.pending(&entry.conversation).any(is_start)
    }

    fn get_mut(&mut self, id: &CommandId) -> Option<&mut Entry> {
        self.entries.values_mut().find(|entry| &entry.command_id == id)
    }

    /// A place behind all others. It follows the clock, so that tabs with an outbox each agree on
    /// an order when their entries meet, but never runs backwards.
    fn next_sequence(&mut self, now: Timestamp) -> u64 {
        let clock = u64::try_from(now.as_millis()).unwrap_or(0);
        self.last = clock.max(self.last.saturating_add(1));
        self.last
    }
}

#[cfg(test)]
mod tests;
