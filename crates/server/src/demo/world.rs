//! The worlds outside, as the demo pretends them: a messenger service with its numbers, windows and
//! receipts, the people at the other end of it, and a clock that lets deadlines pass.
//!
//! Nothing here is part of the product and nothing of it runs without `--demo`. The data are made with
//! everything else by [`generate`](super::generate); [`start`] is the part that lives.

mod deadlines;
mod dress;
mod live;
mod number;
mod person;
mod profile;
mod service;
mod turn;

pub(super) use deadlines::{SLA, Watch};
pub(super) use dress::dress;
pub use live::start;
pub(super) use number::Number;
pub(super) use turn::Turn;

use inbox_model::{Channel, Conversation, Part, ParticipantKind};

/// Whether a conversation is held through the service.
fn is_served(conversation: &Conversation) -> bool {
    let source = conversation.source.as_ref();
    source.is_some_and(|source| source.channel == Channel::Whatsapp)
}

/// Whether the company said it, and the service carries it.
fn is_sent(part: &Part) -> bool {
    part.is_spoken() && !part.is_inbound() && part.channel == Some(Channel::Whatsapp)
}

/// Whether a person of the company said it.
fn is_by_agent(part: &Part) -> bool {
    part.author.as_ref().is_some_and(|author| author.kind == ParticipantKind::Agent)
}

/// A number that depends on nothing but a text: whatever is drawn here is drawn alike every time.
fn draw(text: &str, salt: u64) -> u64 {
    text.bytes().fold(super::rng::mix(salt), |sum, byte| super::rng::mix(sum ^ u64::from(byte)))
}

/// A number from `low` to `high`, drawn from a text.
fn between(text: &str, salt: u64, low: i64, high: i64) -> i64 {
    let span = u64::try_from(high - low + 1).unwrap_or(1);
    low + i64::try_from(draw(text, salt) % span).unwrap_or(0)
}

#[cfg(test)]
mod tests;
