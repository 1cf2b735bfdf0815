//! The vendor's words, and what they stand for.

use inbox_model::{Channel, ParticipantKind};

use crate::portable;

/// A UUID is wanted where there is nobody (RFC 9562, the nil UUID).
pub(super) const NOBODY: &str = "00000000-0000-0000-0000-000000000000";

/// The channel of this name. A word that is none of the vendor's is kept.
pub(super) fn read_channel(word: &str) -> Channel {
    match word {
        "call" => Channel::Phone,
        other => portable::read_channel(other),
    }
}

/// Who an author is by the vendor's word; `None` where the word says too little.
pub(super) fn read_author(word: &str) -> Option<ParticipantKind> {
    Some(match word {
        "contact" => ParticipantKind::Customer,
        "staff" => ParticipantKind::Agent,
        "ai" => ParticipantKind::Bot,
        "system" => ParticipantKind::System,
        _ => return None,
    })
}
