//! What the reader sees: the server's copy, and on top of it what was done here and is on its way.

use std::sync::Arc;

use super::{Connection, Inbox};
use crate::apply::{self, Context};
use crate::command::Command;
use crate::conversation::Conversation;
use crate::id::{ConversationId, PartId};
use crate::order;
use crate::outbox::{Entry, EntryState};
use crate::part::Part;
use crate::thread::{self, MessageState, Pending};
use crate::time::Timestamp;

impl Inbox {
    /// A conversation as the reader should see it: the server's copy with everything applied that
    /// is on its way. `None` if nothing is known of it yet.
    pub fn conversation(&self, id: &ConversationId) -> Option<Conversation> {
        let id = self.resolve(id);
        let mut conversation = self.base(&id)?;
        for entry in self.outbox.pending(&id).filter(|entry| is_expected(entry)) {
            if let Some(after) = self.after(&conversation, entry) {
                conversation = after;
            }
        }
        conversation.unread = Some(self.unread(&id));
        Some(conversation)
    }

    /// The same without its parts. While nothing is on its way it is the server's copy itself, so that
    /// a hundred thousand conversations are kept once.
    #[cfg(feature = "company")]
    pub fn head(&self, id: &ConversationId) -> Option<Arc<Conversation>> {
        let id = self.resolve(id);
        let head = self.held.get(&id).and_then(|held| held.head.as_ref());
        let is_as_told = |head: &&Arc<Conversation>| {
            let told = head.preview.is_some() && head.unread == Some(self.unread(&id));
            told && !self.outbox.pending(&id).any(is_expected)
        };
        if let Some(head) = head.filter(is_as_told) {
            return Some(Arc::clone(head));
        }
        let mut conversation = self.conversation(&id)?;
        conversation.parts.clear();
        Some(Arc::new(conversation))
    }

    /// The parts that the server has told, altered as the commands on their way will alter them,
    /// and the messages that are not parts yet.
    pub fn thread(&self, id: &ConversationId) -> (Vec<Arc<Part>>, Vec<Pending>) {
        let id = self.resolve(id);
        // What is said alters parts, too: it settles a draft.
        let mut parts = if self.outbox.pending(&id).any(is_expected) {
            self.conversation(&id).map_or_else(Vec::new, |conversation| conversation.parts)
        } else {
            self.held.get(&id).map_or_else(Vec::new, |held| held.parts.clone())
        };
        parts.retain(|part| !part.id.is_provisional());
        let pending = self.unseen(&id).map(|entry| self.pending(entry)).collect();
        (parts, pending)
    }

    /// All conversations in the order of [`list`](Self::list).
    #[cfg(feature = "company")]
    pub fn newest(&self) -> impl Iterator<Item = super::Listed<'_>> {
        self.order.newest()
    }

    /// All conversations, newest activity first; those with equal activity by id.
    pub fn list(&self) -> Vec<ConversationId> {
        #[cfg(feature = "company")]
        {
            self.order.newest().map(|(id, ..)| id.clone()).collect()
        }
        #[cfg(not(feature = "company"))]
        {
            self.by_activity(|id, _| id.clone())
        }
    }

    /// The same, sorted now.
    pub(super) fn by_activity<T>(&self, row: impl Fn(&ConversationId, Timestamp) -> T) -> Vec<T> {
        // In order of ids, as the map has them.
        let mut list: Vec<(&ConversationId, Timestamp)> = self
            .held
            .iter()
            .filter_map(|(id, held)| {
                let newest = held.parts.last().map(|part| part.created_at);
                Some((id, held.head.as_deref().map(Conversation::activity_at).or(newest)?))
            })
            .collect();
        for entry in self.outbox.entries().filter(|entry| entry.command.is_spoken()) {
            match list.binary_search_by(|(id, _)| (*id).cmp(&entry.conversation)) {
                Ok(found) => {
                    if let Some((_, at)) = list.get_mut(found) {
                        *at = entry.created_at.max(*at);
                    }
                }
                Err(place) => list.insert(place, (&entry.conversation, entry.created_at)),
            }
        }
        // Those of one instant stay in order of ids.
        let at = |place: usize| list.get(place).map(|(_, at)| *at);
        let order = order::ascending(list.len(), &|one, two| at(one) > at(two));
        let row = |place: usize| list.get(place).map(|(id, at)| row(id, *at));
        order.into_iter().filter_map(row).collect()
    }

    /// How many parts in all conversations the reader has not read.
    pub fn unread_total(&self) -> u32 {
        #[cfg(feature = "company")]
        {
            self.order.unread()
        }
        #[cfg(not(feature = "company"))]
        {
            self.held.keys().map(|id| self.unread(id)).fold(0, u32::saturating_add)
        }
    }

    /// How many parts of a conversation the reader has not read: as the server counts, or counted
    /// here where it does not, and none once the reader has marked it or written below.
    pub fn unread(&self, id: &ConversationId) -> u32 {
        let id = self.resolve(id);
        let reads = |entry: &Entry| match &entry.command {
            Command::MarkRead { readers } => readers.me,
            command => command.is_spoken(),
        };
        if self.outbox.pending(&id).any(|entry| is_expected(entry) && reads(entry)) {
            return 0;
        }
        let Some(held) = self.held.get(&id) else { return 0 };
        let head = held.head.as_ref();
        if let Some(unread) = head.and_then(|head| head.unread) {
            return unread;
        }
        if !held.freshness.loaded {
            return 0;
        }
        let receipt = head.zip(self.me.id.as_ref()).and_then(|(head, me)| head.receipt(me));
        let last_read = receipt.map(|receipt| &receipt.last_read_part);
        thread::unread_count(&held.parts, last_read, &self.me)
    }

    /// What the commands are applied to. A conversation of which only single parts or unsent
    /// messages are known begins empty.
    fn base(&self, id: &ConversationId) -> Option<Conversation> {
        let held = self.held.get(id);
        let parts = held.map(|held| held.parts.clone()).unwrap_or_default();
        let began = || {
            let unsent = self.outbox.pending(id).find(|entry| entry.command.is_spoken());
            let part = parts.first().map(|part| part.created_at);
            part.or(unsent.map(|entry| entry.created_at))
        };
        let head = held.and_then(|held| held.head.as_deref().cloned());
        let mut conversation = match head {
            Some(head) => head,
            None => Conversation::new(id.clone(), began()?),
        };
        conversation.parts = parts;
        if conversation.preview.is_none() {
            conversation.preview = apply::preview_of(&conversation, self.me.kind.is_contact());
        }
        Some(conversation)
    }

    /// The conversation after one command. `None` if the rules forbid it, which is for the server
    /// to say.
    fn after(&self, conversation: &Conversation, entry: &Entry) -> Option<Conversation> {
        let mut made = 0_u32;
        let mut new_part_id = || {
            made += 1;
            let id = PartId::provisional(&entry.command_id);
            // A command may make more than its message.
            if made == 1 { id } else { PartId::new(format!("{id}:{made}")) }
        };
        let mut context = Context::new(&self.me, entry.created_at, &mut new_part_id);
        context.command_id = Some(&entry.command_id);
        let applied = apply::apply(conversation, &entry.command, &mut context).ok()?;
        Some(applied.conversation)
    }

    /// The messages of a conversation that are not parts yet.
    fn unseen(&self, id: &ConversationId) -> impl Iterator<Item = &Entry> {
        let held = self.held.get(id);
        self.outbox.pending(id).filter(move |entry| {
            entry.command.is_spoken() && !held.is_some_and(|held| held.shows(&entry.command_id))
        })
    }

    fn pending(&self, entry: &Entry) -> Pending {
        Pending {
            command_id: entry.command_id.clone(),
            author: self.me.clone(),
            contents: entry.command.contents().to_vec(),
            note: entry.command.is_note(),
            at: entry.created_at,
            state: match &entry.state {
                #[cfg(feature = "company")]
                EntryState::Queued if let Some(until) = entry.held_until => {
                    MessageState::Held { until }
                }
                EntryState::Sending if self.connection != Connection::Offline => {
                    MessageState::Sending
                }
                EntryState::Queued | EntryState::Sending | EntryState::Doubtful => {
                    MessageState::Waiting
                }
                EntryState::Accepted => MessageState::Sent,
                EntryState::Failed { code } => MessageState::Failed { code: code.clone() },
            },
        }
    }
}

/// Whether a command is expected to take effect. A failed one is not; but a conversation that
/// could not be begun still shows with what was to begin it.
fn is_expected(entry: &Entry) -> bool {
    !matches!(entry.state, EntryState::Failed { .. })
        || matches!(entry.command, Command::Start { .. })
}
