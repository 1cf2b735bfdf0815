//! The client's copy of its conversations, as `reduce(state, event)`: what the server has told,
//! and on top of it what was done here and is still on its way.

mod event;

use std::sync::Arc;

pub use event::{Answer, Connection, Effect, Event};

use crate::conversation::Conversation;
use crate::id::ConversationId;
use crate::outbox::Outbox;
use crate::part::Part;
use crate::participant::Participant;
use crate::thread::Pending;
use crate::time::Timestamp;

/// The client's copy.
///
/// Deterministic: the same events at the same instants give the same state and the same effects.
/// It performs nothing itself; whoever owns it carries out the [`Effect`]s and reports back.
#[derive(Clone, Debug)]
pub struct Inbox {
    me: Participant,
    outbox: Outbox,
    connection: Connection,
}

impl Inbox {
    /// An empty copy for one reader.
    pub fn new(me: Participant) -> Self {
        Self { me, outbox: Outbox::default(), connection: Connection::default() }
    }

    /// The reader, in whose name everything here is done.
    pub fn me(&self) -> &Participant {
        &self.me
    }

    /// Takes in what happened at `now`, and says what is to be done about it.
    pub fn reduce(&mut self, event: Event, now: Timestamp) -> Vec<Effect> {
        let _ = (event, now);
        Vec::new()
    }

    /// A conversation as the reader should see it: the server's copy with everything applied that
    /// is on its way. `None` if it is not known, or its first fetch has not arrived.
    pub fn conversation(&self, id: &ConversationId) -> Option<Conversation> {
        let _ = id;
        None
    }

    /// The id that the server has given, for the provisional one; any other id as it is.
    pub fn resolve(&self, id: &ConversationId) -> ConversationId {
        id.clone()
    }

    /// Whether the thread has been read, so that it can be shown.
    pub fn has_parts(&self, id: &ConversationId) -> bool {
        let _ = id;
        false
    }

    /// The parts that the server has told, and the messages that are not parts yet.
    pub fn thread(&self, id: &ConversationId) -> (Vec<Arc<Part>>, Vec<Pending>) {
        let _ = id;
        (Vec::new(), Vec::new())
    }

    /// All conversations, newest activity first; those with equal activity by id.
    pub fn list(&self) -> Vec<ConversationId> {
        Vec::new()
    }

    /// How many parts in all conversations the reader has not read.
    pub fn unread_total(&self) -> u32 {
        self.list().iter().map(|id| self.unread(id)).fold(0, u32::saturating_add)
    }

    /// How many parts of a conversation the reader has not read.
    pub fn unread(&self, id: &ConversationId) -> u32 {
        let _ = id;
        0
    }

    /// What is on its way.
    pub fn outbox(&self) -> &Outbox {
        &self.outbox
    }

    /// How the client is connected.
    pub fn connection(&self) -> Connection {
        self.connection
    }

    /// When the next [`Event::Tick`] is due for what waits to be tried again. `None` if nothing
    /// waits, or only for the network.
    pub fn next_tick(&self) -> Option<Timestamp> {
        self.outbox.next_due()
    }
}
