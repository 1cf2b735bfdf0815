//! What waits for a moment before it is sent, so that whoever gave it can change their mind.
//!
//! It stands where it was given, but holds nothing up: what comes after it in the same conversation
//! goes ahead, unless that is held too. So a note leaves at once, and what closes the conversation
//! after a reply waits with the reply.

use super::{EntryState, Outbox};
use crate::command::Command;
use crate::id::{CommandId, ConversationId};
use crate::time::{MINUTE, Timestamp};

/// Nothing is held for longer than this, in milliseconds: where it says so, a clock has been set back.
pub const HELD_AT_MOST: i64 = MINUTE;

impl Outbox {
    /// Holds a command that waits for its turn until an instant. A reload does not change that.
    pub fn hold(&mut self, id: &CommandId, until: Timestamp) {
        if let Some(entry) = self.get_mut(id)
            && entry.state == EntryState::Queued
        {
            entry.held_until = Some(until);
        }
    }

    /// What is held in a conversation, in order.
    pub fn held(&self, conversation: &ConversationId) -> impl Iterator<Item = &super::Entry> {
        self.pending(conversation).filter(|entry| entry.is_held())
    }

    /// Until when a command that is given now has to wait with what is held before it: one that a
    /// reply turns around if it comes after it, or that is taken back together with the reply.
    pub(crate) fn waits_with(
        &self,
        conversation: &ConversationId,
        command: &Command,
    ) -> Option<Timestamp> {
        let held = self.held(conversation).filter(|_| goes_with_a_reply(command));
        held.filter_map(|entry| entry.held_until).max()
    }

    /// Holds nothing in a conversation any longer; those that go now.
    pub(crate) fn release(&mut self, conversation: &ConversationId) -> Vec<CommandId> {
        let mut released = Vec::new();
        for entry in self.entries.values_mut() {
            if &entry.conversation == conversation && entry.held_until.take().is_some() {
                released.push(entry.command_id.clone());
            }
        }
        released
    }

    /// Holds no longer what has waited for long enough.
    pub(crate) fn let_go(&mut self, now: Timestamp) {
        for entry in self.entries.values_mut() {
            let over = |until: &Timestamp| *until <= now || until.since(now) > HELD_AT_MOST;
            if entry.held_until.as_ref().is_some_and(over) {
                entry.held_until = None;
            }
        }
    }
}

/// Whether a reply that comes after it would turn it around.
pub(super) fn goes_with_a_reply(command: &Command) -> bool {
    matches!(
        command,
        Command::Close
            | Command::Reopen
            | Command::Pend
            | Command::Snooze { .. }
            | Command::SetInProgress { .. }
            | Command::SetArchived { .. }
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::SECOND;

    const NOW: Timestamp = Timestamp::from_millis(1_768_057_200_000);

    fn due(outbox: &mut Outbox, seconds: i64) -> Vec<String> {
        let due = outbox.take_due(NOW.plus(seconds * SECOND));
        due.iter().map(CommandId::to_string).collect()
    }

    /// A reply that is held for ten seconds, and a note after it.
    fn held() -> Outbox {
        let mut outbox = Outbox::default();
        outbox.enqueue("reply".into(), "c".into(), Command::reply("yes"), NOW);
        outbox.hold(&"reply".into(), NOW.plus(10 * SECOND));
        outbox.enqueue("note".into(), "c".into(), Command::note("hm"), NOW);
        outbox
    }

    #[test]
    fn what_is_held_goes_when_its_time_is_over_and_holds_up_nothing() {
        let mut outbox = held();
        assert_eq!(outbox.next_due(), Some(NOW.plus(10 * SECOND)));
        assert_eq!(due(&mut outbox, 0), ["note"]);
        outbox.done(&"note".into());
        outbox.hasten(NOW);
        assert_eq!(due(&mut outbox, 9), [""; 0]);
        assert_eq!(due(&mut outbox, 10), ["reply"]);
        assert_eq!(outbox.next_due(), None);
    }

    #[test]
    fn what_was_due_while_another_was_on_its_way_waits_for_that_alone() {
        let mut outbox = held();
        assert_eq!(due(&mut outbox, 1), ["note"]);
        assert_eq!(due(&mut outbox, 11), [""; 0]);
        assert_eq!(outbox.next_due(), None, "nothing is to be looked at before the answer");
        outbox.done(&"note".into());
        assert_eq!(due(&mut outbox, 12), ["reply"]);
    }

    #[test]
    fn closing_waits_with_the_reply_and_assigning_does_not() {
        let outbox = held();
        let until = Some(NOW.plus(10 * SECOND));
        assert_eq!(outbox.waits_with(&"c".into(), &Command::Close), until);
        assert_eq!(outbox.waits_with(&"d".into(), &Command::Close), None);
        let assign = Command::Assign { agent: Some(None), team: None };
        assert_eq!(outbox.waits_with(&"c".into(), &assign), None);
        assert_eq!(Outbox::default().waits_with(&"c".into(), &Command::Close), None);
    }

    #[test]
    fn a_reload_changes_nothing_and_a_clock_that_was_set_back_holds_nothing() {
        let entries: Vec<_> = held().entries().cloned().collect();
        let mut outbox = Outbox::default();
        outbox.restore(entries);
        assert_eq!(due(&mut outbox, 5), ["note"]);
        outbox.done(&"note".into());
        assert_eq!(outbox.held(&"c".into()).count(), 1);
        let mut early = outbox.clone();
        assert_eq!(due(&mut early, -50), [""; 0], "a minute before its time it waits");
        assert_eq!(due(&mut early, -51), ["reply"]);
        assert_eq!(due(&mut outbox, 3_600), ["reply"], "whoever comes back later sends at once");
    }

    #[test]
    fn what_is_on_its_way_is_not_held_again() {
        let mut outbox = held();
        assert_eq!(outbox.release(&"c".into()), ["reply".into()]);
        assert_eq!(due(&mut outbox, 0), ["reply"]);
        outbox.hold(&"reply".into(), NOW.plus(10 * SECOND));
        assert_eq!(outbox.held(&"c".into()).count(), 0);
        assert_eq!(outbox.release(&"c".into()), []);
    }
}
