//! One command in the outbox, as it is kept on the device.

use serde::{Deserialize, Serialize};

#[cfg(feature = "company")]
use crate::collision::Seen;
use crate::command::Command;
use crate::id::{CommandId, ConversationId, PartId};
use crate::time::Timestamp;

/// One command in the outbox.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Its id, and the idempotency key under which it is sent however often.
    pub command_id: CommandId,
    /// Where it belongs; provisional while the conversation exists on this device only.
    pub conversation: ConversationId,
    /// What is to be done.
    pub command: Command,
    /// When it was given, or tried again by hand.
    pub created_at: Timestamp,
    /// How far it has come.
    pub state: EntryState,
    /// How often it was sent since the network was last known to be back.
    #[serde(default)]
    pub attempts: u32,
    /// Not to be sent before this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_before: Option<Timestamp>,
    /// Can be taken back until this, and is not sent before it ([`crate::outbox::HELD_AT_MOST`]).
    #[cfg(feature = "company")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held_until: Option<Timestamp>,
    /// How far the thread was when a reply of the company was given: it is not sent where a colleague
    /// has answered since ([`crate::outbox::ANSWERED`]). `None` where nothing is to be regarded.
    #[cfg(feature = "company")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<Seen>,
    /// When the newest thing was said that was known when it was last sent, where the server takes
    /// no keys: whatever became of it is younger. For a `Start`, when the newest conversation began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Timestamp>,
    /// The part that was said then; `None` where no part is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after_part: Option<PartId>,
    /// Its place: commands of one conversation are sent in ascending order.
    pub sequence: u64,
}

impl Entry {
    /// One that waits for its turn, given at `now`.
    pub fn new(
        command_id: CommandId,
        conversation: ConversationId,
        command: Command,
        now: Timestamp,
        sequence: u64,
    ) -> Self {
        Self {
            command_id,
            conversation,
            command,
            created_at: now,
            state: EntryState::Queued,
            attempts: 0,
            not_before: None,
            #[cfg(feature = "company")]
            held_until: None,
            #[cfg(feature = "company")]
            seen: None,
            after: None,
            after_part: None,
            sequence,
        }
    }

    /// Its place in the queue, then its id.
    pub(super) fn key(&self) -> (u64, CommandId) {
        (self.sequence, self.command_id.clone())
    }

    /// Whether it waits for the reader to change their mind.
    #[cfg(feature = "company")]
    pub(crate) fn is_held(&self) -> bool {
        self.held_until.is_some()
    }
}

/// How far a command has come. One that succeeded leaves the outbox once its effect can be seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum EntryState {
    /// Waits for its turn, for the network, or for the next attempt.
    Queued,
    /// On its way; the answer is not here yet.
    Sending,
    /// It was sent and no answer came, and nothing would recognise a repetition: it is looked for
    /// before it is sent again. `not_before` is when; without it, that is under way.
    Doubtful,
    /// Carried out by the server, though this client has not seen the effect yet.
    Accepted,
    /// Refused for good; it stays until somebody tries again or throws it away.
    Failed {
        /// Stable code of the reason.
        code: String,
    },
}
