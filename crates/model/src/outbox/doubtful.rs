//! Messages of which nobody knows whether they have arrived, where a server takes no keys.

use super::{EntryState, Outbox};
use crate::id::{CommandId, PartId};
use crate::time::Timestamp;

impl Outbox {
    /// Notes what is known when a message is sent: whatever becomes of it is younger.
    pub(crate) fn sent_after(&mut self, id: &CommandId, at: Timestamp, part: Option<PartId>) {
        if let Some(entry) = self.get_mut(id) {
            entry.after = Some(at);
            entry.after_part = part;
        }
    }

    /// Takes the messages that are to be looked for at `now`.
    pub(crate) fn take_doubtful(&mut self, now: Timestamp) -> Vec<CommandId> {
        let mut due = Vec::new();
        for entry in self.entries.values_mut() {
            if entry.state == EntryState::Doubtful
                && entry.not_before.is_some_and(|instant| instant <= now)
            {
                entry.not_before = None;
                entry.attempts = entry.attempts.saturating_add(1);
                due.push(entry.command_id.clone());
            }
        }
        due
    }

    /// A message that was looked for is not there: it is sent again.
    pub(crate) fn missing(&mut self, id: &CommandId) {
        if let Some(entry) = self.get_mut(id)
            && entry.state == EntryState::Doubtful
        {
            entry.state = EntryState::Queued;
            entry.not_before = None;
        }
    }
}
