//! By which ways messages of a conversation come in.

use super::Change;
use crate::conversation::{Channel, Conversation};
use crate::handling::EntryPoint;
use crate::time::Timestamp;

/// Notes by which way the part at `index` came. The way by which the conversation began comes first,
/// and every other one with the first message that came by it.
pub(super) fn used(change: &mut Change, index: usize) {
    let conversation = change.conversation();
    if conversation.handling.entry_points.is_empty() {
        let origin = EntryPoint::origin(conversation);
        conversation.handling.entry_points.push(origin);
    }
    let Some(part) = conversation.parts.get(index) else { return };
    let Some(channel) = &part.channel else { return };
    let points = &mut conversation.handling.entry_points;
    if !points.iter().any(|point| point.channel == word(channel)) {
        points.push(EntryPoint::new(part.id.as_str(), channel, false, part.created_at));
    }
}

impl EntryPoint {
    /// The way by which a conversation began. It has the conversation's own id, any other one that
    /// of the part that first came by it.
    pub fn origin(conversation: &Conversation) -> Self {
        let source = conversation.source.as_ref();
        let channel = source.map_or(Channel::Unknown, |source| source.channel.clone());
        Self::new(conversation.id.as_str(), &channel, true, conversation.created_at)
    }

    fn new(id: &str, channel: &Channel, is_origin: bool, at: Timestamp) -> Self {
        let channel = word(channel);
        // Stack Auth's two words: the messenger, and everything that reaches the desk otherwise.
        let adapter = if channel == CHAT { "support-chat" } else { "support-dashboard" };
        Self {
            id: id.to_owned(),
            channel: channel.to_owned(),
            adapter: adapter.to_owned(),
            external_id: None,
            is_origin,
            metadata: None,
            created_at: at,
            updated_at: at,
        }
    }
}

const CHAT: &str = "chat";

/// The messenger is one way in, on whatever it runs.
fn word(channel: &Channel) -> &str {
    match channel {
        Channel::Web | Channel::Android | Channel::Ios => CHAT,
        Channel::Email => "email",
        Channel::Sms => "sms",
        Channel::Whatsapp => "whatsapp",
        Channel::Phone => "phone",
        Channel::Unknown => "unknown",
        Channel::Other(word) => word,
    }
}
