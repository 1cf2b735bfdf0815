//! By which way the company and a contact have met.

use crate::conversation::Channel;
use crate::part::{Part, PartBody};
use crate::suggestion::SuggestionStatus;

/// By which way a part has come about, as lists tell it of a whole thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Touchpoint {
    /// A message by a messenger or a short message, and a draft of one.
    Message,
    /// An e-mail.
    Email,
    /// A phone call.
    Call,
    /// Something written down among agents.
    Note,
}

impl Touchpoint {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::Message, Self::Email, Self::Call, Self::Note];

    /// Its name: `message`, `email`, `call` or `note`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Message => "message",
            Self::Email => "email",
            Self::Call => "call",
            Self::Note => "note",
        }
    }
}

impl Part {
    /// By which way it has come about; `None` where nobody met anybody by it. A draft that is
    /// settled was not sent, and nothing waits: it is the company's own memory.
    pub fn touchpoint(&self) -> Option<Touchpoint> {
        let spoken = match self.channel {
            Some(Channel::Email) => Touchpoint::Email,
            _ => Touchpoint::Message,
        };
        Some(match &self.body {
            PartBody::Message(message) if message.email => Touchpoint::Email,
            PartBody::Message(_)
            | PartBody::QuickReplies { .. }
            | PartBody::QuickReplyChosen { .. } => spoken,
            PartBody::Suggestion(draft) if draft.status == SuggestionStatus::Pending => spoken,
            PartBody::Note(_) | PartBody::Suggestion(_) => Touchpoint::Note,
            PartBody::Call(_) => Touchpoint::Call,
            _ => return None,
        })
    }
}
