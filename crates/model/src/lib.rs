//! The pure core of inbox-widgets: what a conversation is, what may happen to it, and how two
//! copies of it come to agree.
//!
//! Nothing in this crate touches the DOM, the network, a disk, a clock or a source of randomness.
//! Instants and fresh ids are arguments, so every rule can be tested as a plain function, and the
//! server, the browser and the JavaScript package run the very same code.
//!
//! | module | the one thing it knows |
//! |---|---|
//! | [`conversation`] | a conversation and everything that hangs on it |
//! | [`part`] | one entry of a thread: message, note, event, form, rating … |
//! | [`content`] | what a message carries: text, media, a place, a contact card |
//! | [`participant`] | who takes part, and on which side |
//! | [`command`] | everything a person can do |
//! | [`mod@apply`] | what a command does to a conversation, or why it may not |
//! | [`reply_window`] | whether a reply can be sent now, and until when |
//! | [`handling`] | what the company keeps about a conversation |
//! | [`tracking`] | what is known of a part's way |
//! | [`sla`] | how soon the company answers |
//! | [`canned`] | replies that are written once, with places that are filled in |
//! | [`collision`] | what was said since somebody began to write |
//! | [`policy`] | an organisation's own rules |
//! | [`countdown`] | how much time is left, and when that is told differently |
//! | [`clock`] | what the server's clock shows |
//! | [`csat`] | what customers can rate, and until when |
//! | [`suggestion`] | drafts of a machine, and what people make of them |
//! | [`draft`] | whether what was typed can be sent |
//! | [`validate`] | whether any other input can be taken, and everything that is wrong with it |
//! | [`thread`] | parts and pending messages, merged into what is shown |
//! | [`outbox`] | commands on their way: once each, in order |
//! | [`sync`] | the client's copy, as `reduce(state, event)` |
//! | [`sorted`] | a map for few entries, small in code |
//! | [`view`] | which conversations a saved view shows, in which order, and how many |
//! | [`search`] | which conversations have the words that are being typed |
//! | [`markdown`] | `CommonMark` to a typed tree, to safe HTML, to a preview |
//!
//! The feature `company` (on unless switched off) has the rules of what only the company's people
//! do. Without it every such command is refused, and the code is not there: the messenger, where
//! only customers act, is built like that.

pub mod apply;
#[cfg(feature = "company")]
pub mod canned;
pub mod clock;
#[cfg(feature = "company")]
pub mod collision;
pub mod command;
#[cfg(feature = "company")]
pub mod compose;
pub mod content;
pub mod conversation;
pub mod countdown;
pub mod csat;
pub mod draft;
#[cfg(feature = "company")]
pub mod handling;
pub mod id;
pub mod markdown;
mod order;
pub mod outbox;
pub mod part;
pub mod participant;
#[cfg(feature = "company")]
pub mod policy;
#[cfg(feature = "company")]
pub mod rare;
pub mod reply_window;
#[cfg(feature = "company")]
pub mod search;
#[cfg(feature = "company")]
pub mod sla;
pub mod sorted;
pub mod suggestion;
pub mod sync;
pub mod tag;
pub mod thread;
pub mod time;
pub mod touchpoint;
#[cfg(feature = "company")]
pub mod tracking;
pub mod validate;
#[cfg(feature = "company")]
pub mod view;

pub use apply::{Context, Refusal, apply};
pub use command::Command;
pub use content::{Content, Media};
pub use conversation::{Channel, Conversation, Preview, Priority, State};
pub use id::{CommandId, ConversationId, MediaId, PartId, ParticipantId, TagId, TeamId};
pub use part::{Delivery, Event, Part, PartBody};
pub use participant::{Participant, ParticipantKind};
pub use time::Timestamp;
