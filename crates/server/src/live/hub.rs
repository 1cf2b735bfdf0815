//! Presence and typing: who has a stream open, who looks at what, who types where.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use inbox_dialects::live::Presence;
use inbox_model::sorted::SortedMap;
use inbox_model::{ConversationId, Participant, ParticipantId};
use tokio::sync::{broadcast, watch};
use tokio::time::Instant;

use super::seen_by_customers;
use crate::identity::Principal;
use crate::store::{OrganisationId, Reader};

/// Whoever does not say again that they type has stopped after this.
const TYPING: Duration = Duration::from_secs(6);

/// How many typing events a stream may lag behind; what it misses is over anyway.
const TYPING_KEPT: usize = 256;

/// Most streams of one reader: a tab each, and some that have not noticed yet that they are gone.
const STREAMS_EACH: usize = 64;

/// Most visitors that an agent is told of at once.
const CONTACTS_SHOWN: usize = 200;

/// Somebody types, or has stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typing {
    /// Whose conversation it is.
    pub organisation: OrganisationId,
    /// Where.
    pub conversation: ConversationId,
    /// Who.
    pub participant: Participant,
    /// Types now.
    pub typing: bool,
    /// Among agents: no customer is told.
    pub note: bool,
    /// The contacts of the conversation.
    pub contacts: Vec<ParticipantId>,
}

/// Who is there, and who types.
#[derive(Debug)]
pub struct Hub {
    registry: Arc<Mutex<Registry>>,
    typing: broadcast::Sender<Arc<Typing>>,
    /// Counts up with every change of presence. A watch keeps the last value only, so however fast
    /// people come and go, nobody's queue grows.
    presence: watch::Sender<u64>,
    stopping: watch::Sender<bool>,
}

#[derive(Debug, Default)]
struct Registry {
    next: u64,
    streams: HashMap<u64, (Reader, Participant)>,
    viewing: HashMap<Reader, ConversationId>,
    typing: HashMap<(ConversationId, ParticipantId), (Instant, Typing)>,
}

impl Default for Hub {
    fn default() -> Self {
        Self {
            registry: Arc::default(),
            typing: broadcast::channel(TYPING_KEPT).0,
            presence: watch::channel(0).0,
            stopping: watch::channel(false).0,
        }
    }
}

impl Hub {
    fn registry(&self) -> MutexGuard<'_, Registry> {
        // What is kept is valid after every step, so a panic elsewhere does no harm.
        self.registry.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn presence_changed(&self) {
        self.presence.send_modify(|count| *count = count.wrapping_add(1));
    }

    /// Registers a stream for as long as the guard lives; `None` if this reader has too many.
    pub(super) fn join(&self, principal: &Principal) -> Option<Joined> {
        let mut registry = self.registry();
        let open = registry.streams.values().filter(|(reader, _)| *reader == principal.reader);
        if open.count() >= STREAMS_EACH {
            return None;
        }
        registry.next += 1;
        let number = registry.next;
        let entry = (principal.reader.clone(), principal.participant.clone());
        registry.streams.insert(number, entry);
        drop(registry);
        self.presence_changed();
        let (registry, presence) = (self.registry.clone(), self.presence.clone());
        Some(Joined { number, registry, presence })
    }

    /// Notes which conversation an agent looks at.
    pub fn view(&self, agent: &Reader, conversation: Option<&ConversationId>) {
        let mut registry = self.registry();
        let before = match conversation {
            Some(conversation) => registry.viewing.insert(agent.clone(), conversation.clone()),
            None => registry.viewing.remove(agent),
        };
        drop(registry);
        if before.as_ref() != conversation {
            self.presence_changed();
        }
    }

    /// Notes that somebody types or has stopped, and tells the others if that is new.
    pub fn type_in(&self, typing: Typing) {
        let Some(id) = typing.participant.id.clone() else { return };
        let place = (typing.conversation.clone(), id);
        let mut registry = self.registry();
        let before = if typing.typing {
            let until = Instant::now() + TYPING;
            registry.typing.insert(place, (until, typing.clone()))
        } else {
            registry.typing.remove(&place)
        };
        drop(registry);
        match before {
            // Still the same.
            Some((_, before)) if typing.typing && before.note == typing.note => return,
            // Stopped, or went from a reply to a note: whoever was told of the one sees it end.
            Some((_, before)) => self.tell(Typing { typing: false, ..before }),
            None => {}
        }
        if typing.typing {
            self.tell(typing);
        }
    }

    /// Somebody has said something, so they no longer type it.
    pub fn said(&self, conversation: &ConversationId, participant: &Participant) {
        let Some(id) = participant.id.clone() else { return };
        let before = self.registry().typing.remove(&(conversation.clone(), id));
        if let Some((_, before)) = before {
            self.tell(Typing { typing: false, ..before });
        }
    }

    /// Ends the typing of everybody who has not said again that they type. For a background task.
    pub fn sweep(&self) {
        let now = Instant::now();
        let mut over = Vec::new();
        self.registry().typing.retain(|_, (until, typing)| {
            let types = now < *until;
            if !types {
                over.push(typing.clone());
            }
            types
        });
        for typing in over {
            self.tell(Typing { typing: false, ..typing });
        }
    }

    fn tell(&self, typing: Typing) {
        // An error means that nobody listens.
        let _ = self.typing.send(Arc::new(typing));
    }

    /// Typing from now on.
    pub(super) fn typing(&self) -> broadcast::Receiver<Arc<Typing>> {
        self.typing.subscribe()
    }

    /// Ticks with every change of presence.
    pub(super) fn presence_ticks(&self) -> watch::Receiver<u64> {
        self.presence.subscribe()
    }

    /// Who is there of their organisation, as far as a reader may know. Customers are told of agents only, without ids.
    pub fn presence(&self, reader: &Reader) -> Presence {
        let registry = self.registry();
        let mut agents = BTreeMap::new();
        let mut contacts = BTreeMap::new();
        for (who, participant) in registry.streams.values() {
            if who.organisation() != reader.organisation() {
                continue;
            }
            match who {
                Reader::Agent { id, .. } => agents.insert(id, participant),
                Reader::Contact { id, .. } => contacts.insert(id, participant),
            };
        }
        match reader {
            Reader::Contact { .. } => {
                let online = agents.into_values().map(seen_by_customers).collect();
                Presence { online, viewing: SortedMap::new() }
            }
            Reader::Agent { .. } => {
                let mut viewing: SortedMap<ConversationId, Vec<Participant>> = SortedMap::new();
                for (agent, conversation) in &registry.viewing {
                    let is_own = agent.organisation() == reader.organisation();
                    if let Some(&participant) = agents.get(agent.id())
                        && is_own
                    {
                        viewing.get_or_default(conversation.clone()).push(participant.clone());
                    }
                }
                for agents in viewing.values_mut() {
                    agents.sort_by(|one, two| one.id.cmp(&two.id));
                }
                let contacts = contacts.into_values().take(CONTACTS_SHOWN);
                let online = agents.into_values().chain(contacts).cloned().collect();
                Presence { online, viewing }
            }
        }
    }

    /// Ends every stream.
    pub fn stop(&self) {
        self.stopping.send_replace(true);
    }

    /// Tells when streams have to end.
    pub(super) fn stopping(&self) -> watch::Receiver<bool> {
        self.stopping.subscribe()
    }
}

/// A registered stream; leaves when dropped.
#[derive(Debug)]
pub(super) struct Joined {
    number: u64,
    registry: Arc<Mutex<Registry>>,
    presence: watch::Sender<u64>,
}

impl Drop for Joined {
    fn drop(&mut self) {
        let mut registry = self.registry.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((reader, _)) = registry.streams.remove(&self.number) {
            let is_last = !registry.streams.values().any(|(other, _)| *other == reader);
            if is_last {
                registry.viewing.remove(&reader);
            }
        }
        drop(registry);
        self.presence.send_modify(|count| *count = count.wrapping_add(1));
    }
}
