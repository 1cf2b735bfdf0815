//! Parts and pending messages, merged into what is shown: order, de-duplication, grouping, day
//! separators, the unread divider and the state of one's own messages.

#[cfg(feature = "company")]
mod fold;
mod items;
mod merge;
#[cfg(feature = "company")]
mod reach;

use std::sync::Arc;

#[cfg(feature = "company")]
pub use fold::FOLDED_FROM;
pub use items::{Options, items, unread_count};
pub use merge::merge;
#[cfg(feature = "company")]
pub use reach::{Before, Reach};

use crate::content::Content;
use crate::id::{CommandId, PartId};
use crate::part::Part;
use crate::participant::Participant;
use crate::time::{Date, Timestamp};

/// How far a message of one's own has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MessageState {
    /// Waits on this device: for its turn, for the network, or for the next attempt.
    Waiting,
    /// Can still be taken back, and is not sent before that has passed.
    #[cfg(feature = "company")]
    Held {
        /// When it goes, by this device's clock.
        until: Timestamp,
    },
    /// On its way to the server.
    Sending,
    /// With the server.
    Sent,
    /// Arrived on the other side.
    Delivered,
    /// Seen on the other side.
    Read,
    /// Will not arrive.
    Failed {
        /// Stable code of the reason.
        code: String,
    },
}

/// A message that was typed here and is not a part of the thread yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Pending {
    /// The command that sends it.
    pub command_id: CommandId,
    /// Who wrote it.
    pub author: Participant,
    /// What it says.
    pub contents: Vec<Content>,
    /// Said among agents.
    pub note: bool,
    /// When it was written.
    pub at: Timestamp,
    /// How far it has come.
    pub state: MessageState,
}

/// The place of a message in a run: messages of one author, of one kind (reply or note), on one
/// day, with nothing in between and no more than [`RUN_GAP`] from one to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grouping {
    /// Nothing of the run stands before it.
    pub first: bool,
    /// Nothing of the run comes after it.
    pub last: bool,
}

/// Milliseconds after which a message of the same author begins a new run.
pub const RUN_GAP: i64 = 5 * crate::time::MINUTE;

/// One line of a thread as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A new day begins.
    Day(Date),
    /// What follows has not been read.
    Unread,
    /// A part.
    Part {
        /// The part.
        part: Arc<Part>,
        /// Its place in a run.
        grouping: Grouping,
        /// The reader wrote it.
        mine: bool,
        /// Somebody on the reader's side wrote it: to agents the whole company.
        own_side: bool,
        /// How far it has come; only of messages from the reader's side.
        state: Option<MessageState>,
    },
    /// Events with nothing in between, the oldest first: at least [`FOLDED_FROM`]. Only where not
    /// just what is public is shown.
    #[cfg(feature = "company")]
    Events {
        /// The first of them.
        first: Arc<Part>,
        /// The others.
        later: Vec<Arc<Part>>,
    },
    /// A message that is not a part yet.
    Pending {
        /// The message.
        pending: Arc<Pending>,
        /// Its place in a run.
        grouping: Grouping,
    },
}

/// What identifies an [`Item`] from one list to the next. A pending message and the part that it
/// becomes have the same key, so that its row stays.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemKey {
    /// A day, as days since 1970-01-01.
    Day(i64),
    /// The unread divider.
    Unread,
    /// A message sent by a known command.
    Command(CommandId),
    /// Any other part.
    Part(PartId),
}

impl Item {
    /// Its key, unique within one list.
    pub fn key(&self) -> ItemKey {
        match self {
            Self::Day(date) => ItemKey::Day(date.days),
            Self::Unread => ItemKey::Unread,
            Self::Part { part, .. } => key_of(part),
            // As long as only more of them come, the line stays.
            #[cfg(feature = "company")]
            Self::Events { first, .. } => key_of(first),
            Self::Pending { pending, .. } => ItemKey::Command(pending.command_id.clone()),
        }
    }
}

fn key_of(part: &Part) -> ItemKey {
    match &part.command_id {
        Some(command) => ItemKey::Command(command.clone()),
        None => ItemKey::Part(part.id.clone()),
    }
}

#[cfg(test)]
mod tests;
