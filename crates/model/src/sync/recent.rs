//! What an agent has not looked at for long is not kept: in a day, hundreds of threads pass by.

use super::Inbox;
use super::held::Held;
use crate::id::ConversationId;

/// So many threads are kept, counted back from the one that was looked at or read last. What lies
/// further back is read anew when it is opened.
pub const THREADS_KEPT: usize = 50;

impl Inbox {
    /// A thread is looked at, or has been read.
    pub(super) fn used(&mut self, id: &ConversationId) {
        self.recent.retain(|known| known != id);
        self.recent.push(id.clone());
    }

    /// Lets go of the threads that are not among the last. Their heads stay, and so the list.
    pub(super) fn let_go(&mut self) {
        let mut surplus = self.recent.len().saturating_sub(THREADS_KEPT);
        if surplus == 0 {
            return;
        }
        let (held, outbox) = (&mut self.held, &self.outbox);
        self.recent.retain(|id| {
            let is_needed = || outbox.pending(id).next().is_some();
            if surplus == 0 || is_needed() {
                return true;
            }
            let stays = held.get_mut(id).is_some_and(|held| !held.let_go());
            surplus -= usize::from(!stays);
            stays
        });
    }
}

impl Held {
    /// Lets go of the parts. False if they are needed: somebody looks at them or is about to, or what
    /// the list shows is counted and taken from them.
    fn let_go(&mut self) -> bool {
        let told = |head: &crate::Conversation| head.unread.is_some() && head.preview.is_some();
        let dispensable = self.freshness.is_at_rest() && self.head.as_deref().is_some_and(told);
        if dispensable {
            self.forget_parts();
        }
        dispensable
    }
}

#[cfg(test)]
mod tests;
