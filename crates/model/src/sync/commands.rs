//! Commands: given, restored, refused, tried again, thrown away.

use super::Inbox;
use super::effects::Effects;
use crate::command::Command;
use crate::id::{CommandId, ConversationId};
use crate::outbox::{Entry, EntryState};
use crate::time::Timestamp;

/// The code of a message whose conversation is gone.
const NOT_FOUND: &str = "not_found";

impl Inbox {
    pub(super) fn restore(&mut self, mut entries: Vec<Entry>, to: &mut Effects) {
        for entry in &mut entries {
            entry.conversation = self.resolve(&entry.conversation);
            to.changed(&entry.conversation);
        }
        let conversations: Vec<_> =
            entries.iter().map(|entry| entry.conversation.clone()).collect();
        self.outbox.restore(entries);
        for id in &conversations {
            self.settle(id, false, to);
        }
        to.outbox_changed();
        to.list_changed();
    }

    pub(super) fn give(
        &mut self,
        command_id: CommandId,
        conversation: &ConversationId,
        command: Command,
        now: Timestamp,
        to: &mut Effects,
    ) {
        if self.outbox.get(&command_id).is_some() {
            return;
        }
        let id = if matches!(command, Command::Start { .. }) {
            ConversationId::provisional(&command_id)
        } else {
            self.resolve(conversation)
        };
        self.supersede(&id, &command, to);
        if command.is_spoken() {
            to.list_changed();
        }
        let held = command_id.clone();
        #[cfg(feature = "company")]
        let until = self.outbox.waits_with(&id, &command);
        self.outbox.enqueue(command_id, id.clone(), command, now);
        #[cfg(feature = "company")]
        self.note_seen(&held);
        self.save(&held, to);
        #[cfg(feature = "company")]
        if let Some(until) = until {
            self.hold(&held, until, to);
        }
        to.outbox_changed();
        to.changed(&id);
    }

    /// The last time something is marked as read makes the times before it needless.
    fn supersede(&mut self, id: &ConversationId, command: &Command, to: &mut Effects) {
        let Command::MarkRead { readers } = command else { return };
        let same = |entry: &&Entry| {
            entry.state == EntryState::Queued
                && matches!(&entry.command, Command::MarkRead { readers: older } if older == readers)
        };
        let older: Vec<_> =
            self.outbox.pending(id).filter(same).map(|entry| entry.command_id.clone()).collect();
        for command_id in older {
            self.outbox.discard(&command_id);
            to.forget(&command_id);
        }
    }

    pub(super) fn refuse(&mut self, command_id: &CommandId, code: String, to: &mut Effects) {
        let Some(entry) = self.outbox.get(command_id).cloned() else { return };
        if entry.command.is_spoken() {
            self.outbox.refuse(command_id, code);
            self.save(command_id, to);
            self.entry_changed(command_id, to);
        } else if entry.state != EntryState::Accepted {
            self.finish(&entry, to);
        }
    }

    pub(super) fn retry(&mut self, command_id: &CommandId, now: Timestamp, to: &mut Effects) {
        #[cfg(feature = "company")]
        let along = self.stopped_with(command_id);
        self.outbox.retry(command_id, now);
        // Whoever tries again has the thread in view.
        #[cfg(feature = "company")]
        self.note_seen(command_id);
        self.save(command_id, to);
        self.entry_changed(command_id, to);
        #[cfg(feature = "company")]
        for other in along {
            self.retry(&other, now, to);
        }
    }

    pub(super) fn discard(&mut self, command_id: &CommandId, to: &mut Effects) {
        #[cfg(feature = "company")]
        for along in self.stopped_with(command_id) {
            self.throw_away(&along, to);
        }
        self.throw_away(command_id, to);
    }

    fn throw_away(&mut self, command_id: &CommandId, to: &mut Effects) {
        let Some(entry) = self.outbox.discard(command_id) else { return };
        to.forget(&entry.command_id);
        to.outbox_changed();
        to.list_changed();
        let id = entry.conversation;
        if id.is_provisional() {
            let begins = |entry: &Entry| {
                matches!(entry.command, Command::Start { .. } | Command::Reply { .. })
            };
            if !self.outbox.pending(&id).any(begins) {
                self.remove(&id, to);
            }
        }
        to.changed(&id);
    }

    /// What is left in the outbox of a conversation that is gone: words stay, as failed.
    pub(super) fn strand(&mut self, id: &ConversationId, to: &mut Effects) {
        let left: Vec<_> = self.outbox.pending(id).map(|entry| entry.command_id.clone()).collect();
        for command_id in left {
            self.refuse(&command_id, NOT_FOUND.to_owned(), to);
        }
    }

    pub(super) fn entry_changed(&self, command_id: &CommandId, to: &mut Effects) {
        if let Some(entry) = self.outbox.get(command_id) {
            to.changed(&entry.conversation);
            to.outbox_changed();
        }
    }

    pub(super) fn save(&self, command_id: &CommandId, to: &mut Effects) {
        if let Some(entry) = self.outbox.get(command_id) {
            to.save(entry);
        }
    }
}
