//! The client's copy of its conversations, as `reduce(state, event)`: what the server has told,
//! and on top of it what was done here and is still on its way.

mod answer;
mod commands;
mod compact;
#[cfg(feature = "company")]
mod earlier;
mod effects;
mod event;
mod freshness;
mod held;
#[cfg(feature = "company")]
mod hold;
#[cfg(feature = "company")]
mod look;
#[cfg(feature = "company")]
mod order;
mod project;
#[cfg(feature = "company")]
mod recent;
mod reduce;
#[cfg(feature = "company")]
mod stale;

pub use event::{Answer, Connection, Effect, Event};
#[cfg(feature = "company")]
pub use look::made_by;
#[cfg(feature = "company")]
pub use order::{Listed, Move};
#[cfg(feature = "company")]
pub use recent::THREADS_KEPT;

use self::held::{ByConversation, Held};
use crate::id::ConversationId;
use crate::outbox::Outbox;
use crate::participant::Participant;
use crate::sorted::SortedMap;
use crate::time::Timestamp;

/// The client's copy.
///
/// Deterministic: the same events at the same instants give the same state and the same effects.
/// It performs nothing itself; whoever owns it carries out the [`Effect`]s and reports back.
///
/// ```
/// use inbox_model::sync::{Answer, Effect, Event, Inbox};
/// use inbox_model::{Command, Content, Conversation, Participant, ParticipantKind, Timestamp};
///
/// let now = Timestamp::from_millis(1_768_057_200_000);
/// let mut inbox = Inbox::new(Participant::new(ParticipantKind::Customer, "ana"));
/// let command = Command::Start { contents: vec![Content::text("hello")] };
/// let conversation = "new".into();
/// let effects =
///     inbox.reduce(Event::Do { command_id: "k1".into(), conversation, command }, now);
/// // It is on the screen, and on its way.
/// let here = inbox.list().remove(0);
/// assert!(here.is_provisional());
/// assert_eq!(inbox.thread(&here).1.len(), 1);
/// assert!(effects.iter().any(|effect| matches!(effect, Effect::Send { .. })));
///
/// // The server has stored it, and says under which id.
/// let stored = inbox.conversation(&here).unwrap();
/// let stored = Box::new(Conversation { id: "c1".into(), ..stored });
/// let outcome = Answer::Conversation(stored);
/// inbox.reduce(Event::Answered { command_id: "k1".into(), outcome }, now);
/// assert_eq!(inbox.list(), ["c1".into()]);
/// assert_eq!(inbox.resolve(&here), "c1".into());
/// assert_eq!(inbox.outbox().entries().count(), 0);
/// ```
#[derive(Clone, Debug)]
pub struct Inbox {
    me: Participant,
    /// Boxed, because all that lies behind a new entry moves.
    held: ByConversation,
    /// Which of them may have to be fetched: those that were touched, until they are at rest. A
    /// customer has so few that all are looked at.
    #[cfg(feature = "company")]
    restless: SortedMap<ConversationId, ()>,
    #[cfg(feature = "company")]
    order: order::Order,
    /// The threads that were looked at or read, the last at the end.
    #[cfg(feature = "company")]
    recent: Vec<ConversationId>,
    /// With which part a thread begins, where that is known.
    #[cfg(feature = "company")]
    beginnings: SortedMap<ConversationId, crate::id::PartId>,
    outbox: Outbox,
    /// Provisional ids, and those that the server has given in their place.
    aliases: SortedMap<ConversationId, ConversationId>,
    /// What is gone; a copy that was on its way then does not bring it back.
    gone: SortedMap<ConversationId, ()>,
    connection: Connection,
    /// When changes were last asked for without a live stream.
    polled_at: Option<Timestamp>,
}

impl Inbox {
    /// An empty copy for one reader.
    pub fn new(me: Participant) -> Self {
        Self {
            me,
            held: ByConversation::new(),
            #[cfg(feature = "company")]
            restless: SortedMap::new(),
            #[cfg(feature = "company")]
            order: order::Order::default(),
            #[cfg(feature = "company")]
            recent: Vec::new(),
            #[cfg(feature = "company")]
            beginnings: SortedMap::new(),
            outbox: Outbox::default(),
            aliases: SortedMap::new(),
            gone: SortedMap::new(),
            connection: Connection::default(),
            polled_at: None,
        }
    }

    /// The same copy of a server that takes no keys: a message that may have arrived is looked for
    /// before it is sent again. Customers reach no such server: its keys are the company's.
    #[cfg(feature = "company")]
    #[must_use]
    pub fn looking_first(mut self, looks_first: bool) -> Self {
        self.outbox.looks_first = looks_first;
        self
    }

    /// The reader, in whose name everything here is done.
    pub fn me(&self) -> &Participant {
        &self.me
    }

    /// The id that the server has given, for the provisional one; any other id as it is.
    pub fn resolve(&self, id: &ConversationId) -> ConversationId {
        self.aliases.get(id).unwrap_or(id).clone()
    }

    /// Whether the thread has been read, so that it can be shown.
    pub fn has_parts(&self, id: &ConversationId) -> bool {
        let id = self.resolve(id);
        id.is_provisional() || self.held.get(&id).is_some_and(|held| held.freshness.loaded)
    }

    /// What is held of a conversation, to be altered: it is looked at before the step ends.
    fn touch(&mut self, id: ConversationId) -> &mut Held {
        #[cfg(feature = "company")]
        self.restless.insert(id.clone(), ());
        held::of(&mut self.held, id)
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
        if self.connection == Connection::Offline {
            return None;
        }
        #[cfg(feature = "company")]
        let watched = self.restless.keys().filter_map(|id| self.held.get(id));
        #[cfg(not(feature = "company"))]
        let watched = self.held.values();
        let fetches = watched.filter_map(|held| held.freshness.next_due());
        self.outbox.next_due().into_iter().chain(fetches).min()
    }
}

#[cfg(test)]
mod tests;
