//! What can happen to the client's copy, and what it asks to be done.

#[cfg(feature = "company")]
use std::sync::Arc;

use crate::command::Command;
use crate::conversation::Conversation;
#[cfg(feature = "company")]
use crate::id::PartId;
use crate::id::{CommandId, ConversationId};
use crate::outbox::Entry;
use crate::part::Part;
#[cfg(feature = "company")]
use crate::time::Timestamp;

/// How the client is connected to its server.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Connection {
    /// Not known yet.
    #[default]
    Connecting,
    /// Changes are pushed.
    Live,
    /// Changes are asked for.
    Polling,
    /// There is no network: nothing is sent or fetched.
    Offline,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// Commands were read from the device's storage.
    Restored {
        /// As they were saved.
        entries: Vec<Entry>,
    },
    /// A page of a list has arrived.
    Listed {
        /// Conversations without their parts.
        conversations: Vec<Conversation>,
    },
    /// One conversation has arrived.
    Fetched {
        /// With its newest parts.
        conversation: Box<Conversation>,
    },
    /// What lies before the parts that are held has arrived.
    #[cfg(feature = "company")]
    Earlier {
        /// Of which conversation.
        id: ConversationId,
        /// The part before which it was asked for: the first that was held.
        before: PartId,
        /// The parts, in order.
        parts: Vec<Arc<Part>>,
        /// Before them there is nothing.
        begins: bool,
    },
    /// One conversation could not be fetched.
    FetchFailed {
        /// Which.
        id: ConversationId,
        /// It does not exist, or not for this reader; else it is tried again.
        gone: bool,
    },
    /// The reader looks at a conversation: it is fetched where that is needed, and kept fresh.
    Opened {
        /// Which.
        id: ConversationId,
    },
    /// The reader looks away.
    Closed {
        /// Which.
        id: ConversationId,
    },
    /// The reader does something.
    Do {
        /// Fresh and unique: the idempotency key.
        command_id: CommandId,
        /// Where; not regarded for `Start`, which makes a provisional conversation of its own.
        conversation: ConversationId,
        /// What.
        command: Command,
    },
    /// The reader does something that they can take back until an instant. What they did before in
    /// the same conversation goes now.
    #[cfg(feature = "company")]
    Hold {
        /// Fresh and unique: the idempotency key.
        command_id: CommandId,
        /// Where.
        conversation: ConversationId,
        /// What.
        command: Command,
        /// Until when; at most [`crate::outbox::HELD_AT_MOST`] from now.
        until: Timestamp,
    },
    /// The reader wants what is held in a conversation to go now.
    #[cfg(feature = "company")]
    Release {
        /// Where.
        conversation: ConversationId,
    },
    /// The reader takes back what is held in a conversation, or was stopped there.
    #[cfg(feature = "company")]
    TakeBack {
        /// Where.
        conversation: ConversationId,
    },
    /// The server has carried out a command.
    Answered {
        /// Which.
        command_id: CommandId,
        /// What it says about it.
        outcome: Answer,
    },
    /// What an [`Effect::Look`] has asked for is here.
    #[cfg(feature = "company")]
    Looked {
        /// For which command.
        command_id: CommandId,
        /// With their newest parts.
        conversations: Vec<Conversation>,
    },
    /// A command, or a look for it, did not get through (network, 5xx, 429): it will be tried again.
    Undelivered {
        /// Which.
        command_id: CommandId,
        /// A random number from 0 to 1000, which spreads the attempts of many clients.
        jitter: u32,
    },
    /// The server has refused a command for good.
    Refused {
        /// Which.
        command_id: CommandId,
        /// Stable code of the reason.
        code: String,
    },
    /// The reader tries a failed message again.
    Retry {
        /// Which.
        command_id: CommandId,
    },
    /// The reader throws an unsent message away.
    Discard {
        /// Which.
        command_id: CommandId,
    },
    /// The live stream says that a conversation is at a version.
    Live {
        /// Which.
        id: ConversationId,
        /// Its newest version.
        version: u64,
    },
    /// The live stream says that a conversation is gone.
    LiveDeleted {
        /// Which.
        id: ConversationId,
    },
    /// The live stream is connected.
    LiveUp {
        /// It goes on where it broke off; nothing was missed.
        resumed: bool,
    },
    /// The live stream is broken off, or there is none.
    LiveDown,
    /// The live stream has lost its thread: anything may have been missed.
    LiveReset,
    /// The network is back.
    Online,
    /// The network is gone.
    Offline,
    /// Time has passed. Without a live stream each one also asks for changes, though at most
    /// every two seconds; how often it comes is up to the caller.
    Tick,
}

/// What the server says about a command that it has carried out.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// The part that it made.
    Part(Box<Part>),
    /// The conversation as it is now. The only answer to `Start` that tells the new id; after any
    /// other the conversation has to be found in the list.
    Conversation(Box<Conversation>),
    /// No more than that.
    Done,
}

/// Something to be done, in the order given: nothing is lost in a crash if what stands before a
/// `Send` or a `Forget` has reached the device's storage first.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Send a command, and report `Answered`, `Undelivered` or `Refused`.
    Send {
        /// The idempotency key.
        command_id: CommandId,
        /// Where it belongs; provisional for `Start`.
        conversation: ConversationId,
        /// What to do.
        command: Command,
    },
    /// Look whether a message has arrived that nobody has answered, and report `Looked` or
    /// `Undelivered`; `FetchFailed` where the conversation is gone.
    #[cfg(feature = "company")]
    Look {
        /// The message.
        command_id: CommandId,
        /// The conversation to fetch. Provisional for one that the message was to begin: then
        /// those at the top of the list that have begun since.
        conversation: ConversationId,
        /// Nothing that has begun before this came of it.
        since: Timestamp,
    },
    /// Fetch a conversation with its parts, and report `Fetched` or `FetchFailed`.
    Fetch {
        /// Which.
        id: ConversationId,
    },
    /// Read the lists again from the top, and report each page as `Listed`.
    List,
    /// Keep an entry on the device, in place of one with the same command id.
    Save(Entry),
    /// Remove an entry from the device.
    Forget(CommandId),
    /// A conversation looks different: itself, its thread, or its pending messages.
    Changed(ConversationId),
    /// A conversation that existed here only has got its id.
    Renamed {
        /// The provisional id. It goes on resolving.
        from: ConversationId,
        /// The id that the server has given.
        to: ConversationId,
    },
    /// A conversation is gone.
    Gone(ConversationId),
    /// Conversations came, went or changed places.
    ListChanged,
    /// The outbox is different.
    OutboxChanged,
    /// The connection is different.
    ConnectionChanged,
}
