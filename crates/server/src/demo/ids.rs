//! Ids in the formats of a conversation API: 24 hexadecimal digits for people, teams and tags,
//! short alphanumeric ones for conversations and parts.

use inbox_model::{ConversationId, PartId, Timestamp};

use super::rng::mix;

/// The id of the `number`th thing of a `kind`.
pub(super) fn object_id(kind: Kind, number: usize) -> String {
    let prefix = 0x6790_0000_u32 + kind as u32;
    format!("{prefix:08x}{:016x}", mix(seed(number) ^ u64::from(prefix) << 32))
}

/// The id of somebody who was copied in under an address.
pub(super) fn guest_id(email: &str) -> String {
    let number = email.bytes().fold(7, |sum, byte| mix(sum ^ u64::from(byte)));
    object_id(Kind::Guest, usize::try_from(number).unwrap_or(0))
}

/// What an [`object_id`] is for.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// An agent.
    Agent = 0x0a11,
    /// A contact.
    Contact = 0x0b22,
    /// Somebody copied in.
    Guest = 0x0e55,
    /// A team.
    Team = 0x0c33,
    /// A tag.
    Tag = 0x0d44,
}

/// The id of the `number`th conversation: six digits, scattered.
pub(super) fn conversation_id(number: usize) -> ConversationId {
    // The step is a prime that does not divide the number of places, so none is taken twice.
    let place = seed(number).wrapping_mul(7_919) % 899_981;
    (100_000 + place).to_string().into()
}

/// The ids of parts, as a server makes them: 14 characters that sort in the order of the thread.
/// Nine carry the time in milliseconds, five tell conversations apart.
#[derive(Default)]
pub(super) struct PartIds {
    count: u64,
    last: u64,
}

impl PartIds {
    /// Begins another thread.
    pub(super) fn restart(&mut self) {
        self.last = 0;
    }

    /// The id of the next part, made at an instant.
    pub(super) fn next(&mut self, at: Timestamp) -> PartId {
        self.count += 1;
        let millis = u64::try_from(at.as_millis()).unwrap_or(0);
        self.last = millis.max(self.last + 1);
        (base36(self.last, 9) + &base36(mix(self.count), 5)).into()
    }
}

/// The lowest `digits` digits of `value` in base 36.
fn base36(value: u64, digits: u32) -> String {
    let digit = |place: u32| {
        let digit = value / 36_u64.pow(place) % 36;
        u32::try_from(digit).ok().and_then(|digit| char::from_digit(digit, 36))
    };
    (0..digits).rev().filter_map(digit).collect()
}

fn seed(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}
