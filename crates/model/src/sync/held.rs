//! What is held of one conversation: what the server has told, and nothing else.

use std::cmp::Ordering;
use std::sync::Arc;

use super::freshness::Freshness;
use crate::apply::{self, Context};
use crate::conversation::Conversation;
use crate::id::{CommandId, ConversationId, PartId};
use crate::order;
use crate::outbox::Entry;
use crate::part::Part;
use crate::participant::Participant;
use crate::thread;
use crate::time::Timestamp;

/// What is held of each conversation, in the order of their ids. An agent may have a hundred thousand;
/// a customer's few cost least in the simpler map.
#[cfg(feature = "company")]
pub(super) type ByConversation = std::collections::BTreeMap<ConversationId, Box<Held>>;
/// What is held of each conversation, in the order of their ids.
#[cfg(not(feature = "company"))]
pub(super) type ByConversation = crate::sorted::SortedMap<ConversationId, Box<Held>>;

/// What is held of a conversation, from now on.
pub(super) fn of(held: &mut ByConversation, id: ConversationId) -> &mut Held {
    #[cfg(feature = "company")]
    {
        held.entry(id).or_default()
    }
    #[cfg(not(feature = "company"))]
    {
        held.get_or_default(id)
    }
}

/// The server's copy of one conversation, as far as it has arrived.
#[derive(Clone, Debug, Default)]
pub(super) struct Held {
    /// Everything but the parts; `None` until the first copy arrives.
    pub(super) head: Option<Arc<Conversation>>,
    /// The parts that are known, in order.
    pub(super) parts: Vec<Arc<Part>>,
    /// The youngest part up to which nothing is missing in between. What an answer has told alone
    /// may lie beyond.
    reach: Option<(Timestamp, PartId)>,
    /// The head was altered here, by what a command is known to do.
    guessed: bool,
    /// The activity by which it stands in the list.
    #[cfg(feature = "company")]
    pub(super) listed: Option<Timestamp>,
    /// How up to date it is.
    pub(super) freshness: Freshness,
}

impl Held {
    /// Takes in a copy. `whole`: it carries the thread, or its newest parts if that is long.
    ///
    /// An older copy never takes a newer one's place, but parts in it that were unknown stay:
    /// parts are only ever added or altered, and altered ones tell when.
    pub(super) fn absorb(&mut self, mut conversation: Conversation, whole: bool) {
        let incoming = std::mem::take(&mut conversation.parts);
        let age = self.head.as_ref().map_or(Ordering::Greater, |head| age(&conversation, head));
        let version = conversation.version;
        if whole {
            self.join(&incoming, age);
            self.freshness.holds(version);
        } else if let Some(version) = version {
            self.freshness.heard_of(version, false);
            self.freshness.confirm(version);
        } else if age == Ordering::Greater {
            self.freshness.doubt(false);
        }
        // A list may tell less of a conversation than a fetch; of the same state keep what tells
        // more, unless there is no saying that it is the same.
        let replaces = match age {
            Ordering::Greater => true,
            Ordering::Equal => whole || !self.freshness.loaded || version.is_none() || self.guessed,
            Ordering::Less => false,
        };
        if replaces {
            self.head = Some(Arc::new(conversation));
            self.guessed = false;
        }
    }

    /// Joins the newest stretch of the thread with what is held. Two stretches that share no part
    /// may have a gap between them, so only the newer one stays, and of the older one what does not
    /// lie before its beginning.
    fn join(&mut self, incoming: &[Arc<Part>], age: Ordering) {
        let is_older = self.freshness.loaded && age == Ordering::Less;
        let (newer, older) =
            if is_older { (&*self.parts, incoming) } else { (incoming, &*self.parts) };
        let joined = newer.is_empty() || self.has_of(incoming);
        let first = newer.first().map(|part| part.order_key());
        let stays = |part: &&Arc<Part>| joined || Some(part.order_key()) >= first;
        let older: Vec<Arc<Part>> = older.iter().filter(stays).cloned().collect();
        let parts = thread::merge(&older, newer);
        if !is_older {
            self.reach = incoming.last().map(|part| (part.created_at, part.id.clone()));
        }
        self.parts = parts;
    }

    /// Whether up to where nothing is missing one of these is held.
    fn has_of(&self, incoming: &[Arc<Part>]) -> bool {
        let reach = self.reach.as_ref().map(|(at, id)| (*at, id));
        let mut within =
            self.parts.iter().filter(|part| Some(part.order_key()) <= reach).peekable();
        if within.peek().is_none() {
            return false;
        }
        let id = |place: usize| incoming.get(place).map(|part| &part.id);
        let order = order::ascending(incoming.len(), &|one, two| id(one) < id(two));
        within.any(|part| order.binary_search_by(|&place| id(place).cmp(&Some(&part.id))).is_ok())
    }

    /// Takes in one part that the server has told by itself. One from before the stretch that is
    /// held stays out, with all that lies between.
    pub(super) fn add(&mut self, part: Arc<Part>) {
        let first = self.parts.first().map(|part| part.order_key());
        if !self.freshness.loaded || Some(part.order_key()) >= first {
            self.parts = thread::merge(&self.parts, &[part]);
        }
    }

    /// The thread is as if it had never been read.
    #[cfg(feature = "company")]
    pub(super) fn forget_parts(&mut self) {
        self.parts = Vec::new();
        self.reach = None;
        self.freshness.loaded = false;
    }

    /// Whether the effect of a command that made something at `at` is in what is held.
    pub(super) fn includes(&self, at: Timestamp) -> bool {
        self.head.as_ref().is_some_and(|head| head.updated_at >= at)
    }

    /// Whether a command's message is among the parts.
    pub(super) fn shows(&self, command: &CommandId) -> bool {
        self.parts.iter().rev().any(|part| part.command_id.as_ref() == Some(command))
    }

    /// Carries out here what the server is known to have carried out, until its own copy arrives.
    /// `part` is the part that this made, if the server has told.
    pub(super) fn carry_out(&mut self, entry: &Entry, actor: &Participant, part: Option<&PartId>) {
        let Some(head) = &self.head else { return };
        let mut conversation = Conversation::clone(head);
        conversation.parts.clone_from(&self.parts);
        let mut given = part.cloned();
        let mut new_part_id =
            || given.take().unwrap_or_else(|| PartId::provisional(&entry.command_id));
        let mut context = Context::new(actor, entry.created_at, &mut new_part_id);
        context.command_id = Some(&entry.command_id);
        let Ok(mut done) = apply::apply(&conversation, &entry.command, &mut context) else {
            return;
        };
        let newest = part.or_else(|| self.parts.last().map(|part| &part.id)).cloned();
        // The parts that it made stand at the end, and are the server's to tell. Those that it
        // altered keep the server's time, so that its own copy of them wins.
        let parts = std::mem::take(&mut done.conversation.parts);
        let keep_time = |(mut part, before): (Arc<Part>, &Arc<Part>)| {
            if part.updated_at != before.updated_at {
                Arc::make_mut(&mut part).updated_at = before.updated_at;
            }
            part
        };
        self.parts = parts.into_iter().zip(&self.parts).map(keep_time).collect();
        let mut head_now = done.conversation;
        head_now.updated_at = head.updated_at;
        if let Some(newest) = newest {
            for receipt in &mut head_now.read_receipts {
                if receipt.last_read_part.is_provisional() {
                    receipt.last_read_part = newest.clone();
                }
            }
        }
        if entry.command.is_spoken() && head_now.unread.is_some() {
            head_now.unread = Some(0);
        }
        self.head = Some(Arc::new(head_now));
        self.guessed = true;
    }
}

/// Whether `incoming` is newer than `held`: by version where both tell, else by time of change.
fn age(incoming: &Conversation, held: &Conversation) -> Ordering {
    match (incoming.version, held.version) {
        (Some(incoming), Some(held)) => incoming.cmp(&held),
        _ => incoming.updated_at.cmp(&held.updated_at),
    }
}
