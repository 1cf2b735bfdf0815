//! Replies that a colleague's has overtaken while they waited: they stay here, and are not sent before
//! their writer has seen that.

use super::held::goes_with_a_reply;
use super::{Entry, EntryState, Outbox};
use crate::collision::Seen;
use crate::command::Command;
use crate::id::{CommandId, ConversationId};

/// The code of a reply that was not sent, because a colleague has answered while it waited.
pub const ANSWERED: &str = "answered_meanwhile";

impl Entry {
    /// Whether it was stopped because a colleague has answered.
    pub fn is_stopped(&self) -> bool {
        matches!(&self.state, EntryState::Failed { code } if code == ANSWERED)
    }
}

impl Outbox {
    /// What was stopped in a conversation, in order.
    pub fn stopped(&self, conversation: &ConversationId) -> impl Iterator<Item = &Entry> {
        self.pending(conversation).filter(|entry| entry.is_stopped())
    }

    /// Notes how far the thread was for whoever gives a reply.
    pub(crate) fn note_seen(&mut self, id: &CommandId, seen: Option<Seen>) {
        if let Some(entry) = self.get_mut(id)
            && matches!(entry.command, Command::Reply { .. })
        {
            entry.seen = seen;
        }
    }

    /// Stops a reply that waits, and what was to happen with it: nobody closes what they have not
    /// answered. Those that are stopped now, in order.
    pub(crate) fn stop(&mut self, id: &CommandId) -> Vec<CommandId> {
        let mut stopped = Vec::new();
        let Some(reply) = self.get(id).map(|entry| (entry.conversation.clone(), entry.key()))
        else {
            return stopped;
        };
        for entry in self.entries.values_mut() {
            let goes_along = &entry.command_id == id
                || entry.conversation == reply.0
                    && entry.key() > reply.1
                    && goes_with_a_reply(&entry.command);
            if goes_along && entry.state == EntryState::Queued {
                entry.state = EntryState::Failed { code: ANSWERED.to_owned() };
                entry.not_before = None;
                entry.held_until = None;
                stopped.push(entry.command_id.clone());
            }
        }
        stopped
    }
}
