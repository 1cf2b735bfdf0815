//! Commands that the reader can still take back.

use super::Inbox;
use super::effects::Effects;
use crate::id::{CommandId, ConversationId};
use crate::time::Timestamp;

impl Inbox {
    /// Holds a command that was just given.
    pub(super) fn hold(&mut self, command_id: &CommandId, until: Timestamp, to: &mut Effects) {
        self.outbox.hold(command_id, until);
        self.save(command_id, to);
    }

    /// What is held in a conversation goes now.
    pub(super) fn release(&mut self, conversation: &ConversationId, to: &mut Effects) {
        let id = self.resolve(conversation);
        for command_id in self.outbox.release(&id) {
            self.save(&command_id, to);
            self.entry_changed(&command_id, to);
        }
    }

    /// What is held in a conversation, or was stopped there, is as if it had never been given.
    pub(super) fn take_back(&mut self, conversation: &ConversationId, to: &mut Effects) {
        let id = self.resolve(conversation);
        let held = self.outbox.held(&id).chain(self.outbox.stopped(&id));
        let held: Vec<_> = held.map(|entry| entry.command_id.clone()).collect();
        for command_id in held {
            self.discard(&command_id, to);
        }
    }
}

#[cfg(test)]
mod tests;
