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

#[cfg(test)]
mod tests {
    use super::{Touchpoint as T, *};
    use crate::csat::{CsatRequest, CsatStatus};
    use crate::part::{Call, Message};
    use crate::suggestion::Suggestion;
    use crate::time::Timestamp;

    #[test]
    fn what_people_did_is_told_by_the_way_it_came() {
        let text = || Message::text("hi");
        let draft = |status| PartBody::Suggestion(Suggestion { status, ..Suggestion::default() });
        let chosen = || PartBody::QuickReplyChosen { option_id: "1".into(), text: "Yes".into() };
        let offered = || PartBody::QuickReplies { options: Vec::new() };
        let pending = || draft(SuggestionStatus::Pending);
        let asked = PartBody::RatingRequested(CsatRequest::new(CsatStatus::Pending));
        let by_email = PartBody::Message(Message { email: true, ..text() });
        let (web, email) = (Some(Channel::Web), Some(Channel::Email));
        for (body, channel, expected) in [
            (PartBody::Message(text()), None, Some(T::Message)),
            (PartBody::Message(text()), web.clone(), Some(T::Message)),
            (PartBody::Message(text()), email.clone(), Some(T::Email)),
            // What was an e-mail of its own is one, whatever the channel says.
            (by_email, web, Some(T::Email)),
            (offered(), None, Some(T::Message)),
            (chosen(), email.clone(), Some(T::Email)),
            (pending(), None, Some(T::Message)),
            (pending(), email.clone(), Some(T::Email)),
            (draft(SuggestionStatus::Dismissed), email.clone(), Some(T::Note)),
            (draft(SuggestionStatus::Sent("p2".into())), None, Some(T::Note)),
            (PartBody::Note(text()), email.clone(), Some(T::Note)),
            (PartBody::Call(Call::default()), None, Some(T::Call)),
            (PartBody::FormCompleted, email, None),
            (asked, None, None),
        ] {
            let part = Part::new("p1".into(), body, None, Timestamp::from_millis(0));
            let part = Part { channel, ..part };
            assert_eq!(part.touchpoint(), expected, "{part:?}");
        }
        assert_eq!(T::ALL.map(T::as_str), ["message", "email", "call", "note"]);
    }
}
