//! Everything that a person can do to a conversation.

#[cfg(feature = "company")]
use serde::Deserializer;
use serde::{Deserialize, Serialize};

use crate::content::Content;
use crate::conversation::{Channel, Conversation};
use crate::id::{PartId, ParticipantId};
#[cfg(feature = "company")]
use crate::{
    conversation::Priority,
    id::TeamId,
    part::{Call, Delivery},
    participant::Participant,
    tag::Tag,
    time::Timestamp,
};

/// One thing that a person does. It names no conversation and no actor: those are the
/// [`Context`](crate::apply::Context) in which it is applied.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Command {
    /// Begin a conversation with a first message.
    Start {
        /// What is said.
        contents: Vec<Content>,
    },
    /// Say something to the other side.
    Reply {
        /// What is said.
        contents: Vec<Content>,
        /// How it is sent.
        #[cfg(feature = "company")]
        #[serde(default, skip_serializing_if = "Envelope::is_empty")]
        envelope: Envelope,
    },
    /// Say something among agents.
    #[cfg(feature = "company")]
    Note {
        /// What is said.
        contents: Vec<Content>,
    },
    /// Make somebody responsible. The outer `None` leaves a field alone, the inner one clears it.
    #[cfg(feature = "company")]
    Assign {
        /// The agent.
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
        agent: Option<Option<ParticipantId>>,
        /// The team.
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
        team: Option<Option<TeamId>>,
    },
    /// It is done.
    #[cfg(feature = "company")]
    Close,
    /// It is not done after all.
    #[cfg(feature = "company")]
    Reopen,
    /// The company has answered and waits for the customer.
    #[cfg(feature = "company")]
    Pend,
    /// Somebody works on it, or no longer does.
    #[cfg(feature = "company")]
    SetInProgress {
        /// Whether somebody does.
        on: bool,
    },
    /// Put it aside.
    #[cfg(feature = "company")]
    Snooze {
        /// Until when; must lie in the future.
        until: Timestamp,
    },
    /// Name it.
    #[cfg(feature = "company")]
    SetTitle {
        /// The new title, at most 255 characters.
        title: String,
    },
    /// Say how urgent it is.
    #[cfg(feature = "company")]
    SetPriority {
        /// The new priority.
        priority: Priority,
    },
    /// Set fields of the company's own.
    #[cfg(feature = "company")]
    SetAttributes {
        /// Names and values (JSON texts); fields that are left out stay as they are.
        attributes: Vec<(String, String)>,
    },
    /// Attach a tag to the newest message.
    #[cfg(feature = "company")]
    AttachTag {
        /// The tag.
        tag: Tag,
    },
    /// Remove a tag wherever it hangs.
    #[cfg(feature = "company")]
    DetachTag {
        /// The tag.
        tag: Tag,
    },
    /// Attach these tags and remove all others.
    #[cfg(feature = "company")]
    SetTags {
        /// The tags.
        tags: Vec<Tag>,
    },
    /// Give it a star, or take it.
    #[cfg(feature = "company")]
    SetStarred {
        /// Whether it has one.
        on: bool,
    },
    /// Put it away, or bring it back.
    #[cfg(feature = "company")]
    SetArchived {
        /// Whether it is away.
        on: bool,
    },
    /// Bring a contact in.
    #[cfg(feature = "company")]
    AddParticipant {
        /// Who.
        participant: Participant,
    },
    /// Take a contact out; the last one stays.
    #[cfg(feature = "company")]
    RemoveParticipant {
        /// Who.
        participant: ParticipantId,
    },
    /// Everything is read, by these people.
    MarkRead {
        /// Whose receipts move.
        readers: Readers,
    },
    /// The actor wants to see it as unread again.
    #[cfg(feature = "company")]
    MarkUnread,
    /// An agent has seen a part.
    #[cfg(feature = "company")]
    MarkSeen {
        /// The part.
        part: PartId,
        /// The agent.
        agent: ParticipantId,
    },
    /// React to a message with an emoji; `None` takes the reaction back.
    #[cfg(feature = "company")]
    React {
        /// The message.
        part: PartId,
        /// One emoji.
        emoji: Option<String>,
    },
    /// The channel tells how far a message has come.
    #[cfg(feature = "company")]
    SetDelivery {
        /// The message.
        part: PartId,
        /// How far.
        delivery: Delivery,
        /// What the channel says about it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        info: Option<String>,
    },
    /// Ask the customer, with a message that the channel has approved, to go on with a conversation
    /// whose reply window has closed.
    #[cfg(feature = "company")]
    Restart {
        /// The approved message.
        contents: Vec<Content>,
    },
    /// Draft a reply for an agent.
    #[cfg(feature = "company")]
    Suggest {
        /// What it says.
        contents: Vec<Content>,
    },
    /// Send a draft as it stands.
    #[cfg(feature = "company")]
    SendSuggestion {
        /// The draft.
        part: PartId,
        /// How it is sent.
        #[serde(default, skip_serializing_if = "Envelope::is_empty")]
        envelope: Envelope,
    },
    /// Want nothing of a draft.
    #[cfg(feature = "company")]
    DismissSuggestion {
        /// The draft.
        part: PartId,
    },
    /// A phone call took place.
    #[cfg(feature = "company")]
    LogCall {
        /// The call.
        call: Call,
        /// What the channel calls it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        external_id: Option<String>,
    },
    /// Remove what a message says for good.
    #[cfg(feature = "company")]
    Redact {
        /// The message.
        part: PartId,
    },
}

/// How a message is sent, where that is not as the conversation began.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Envelope {
    /// Through which channel.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// Subject line, of an e-mail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// The part that it refers to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<PartId>,
    /// What the channel calls it. A message that the same channel has brought under this id is not
    /// added again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// The draft of a machine that it was made of: it is refused once that is outdated
    /// ([`crate::suggestion`]).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<PartId>,
}

impl Envelope {
    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Through which channel a message goes in this conversation.
    pub fn channel_in(&self, conversation: &Conversation) -> Channel {
        self.channel.clone().unwrap_or_else(|| conversation.channel())
    }
}

/// A member that is there: its `null` clears, which serde by itself takes for absent.
#[cfg(feature = "company")]
fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// Whose read receipts move. Only receipts that exist do (Featurebase), except the actor's own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Readers {
    /// The actor, whose receipt is made where it is missing.
    #[serde(default)]
    pub me: bool,
    /// Every agent; beats `agents`.
    #[serde(default)]
    pub all_agents: bool,
    /// Every contact; beats `contacts`.
    #[serde(default)]
    pub all_contacts: bool,
    /// These agents.
    #[serde(default)]
    pub agents: Vec<ParticipantId>,
    /// These contacts.
    #[serde(default)]
    pub contacts: Vec<ParticipantId>,
}

impl Readers {
    /// Whether nobody's receipt moves but the actor's own.
    pub fn is_own(&self) -> bool {
        let Self { me, all_agents, all_contacts, agents, contacts } = self;
        *me && !all_agents && !all_contacts && agents.is_empty() && contacts.is_empty()
    }
}

impl Command {
    /// A reply of one markdown text.
    pub fn reply(markdown: impl Into<String>) -> Self {
        Self::reply_of(vec![Content::text(markdown)])
    }

    /// A reply of these contents.
    pub fn reply_of(contents: Vec<Content>) -> Self {
        Self::Reply {
            contents,
            #[cfg(feature = "company")]
            envelope: Envelope::default(),
        }
    }

    /// A note of one markdown text.
    #[cfg(feature = "company")]
    pub fn note(markdown: impl Into<String>) -> Self {
        Self::Note { contents: vec![Content::text(markdown)] }
    }

    /// Whether it says something, and so has a place of its own in the thread.
    pub fn is_spoken(&self) -> bool {
        matches!(self, Self::Start { .. } | Self::Reply { .. }) || self.is_note()
    }

    /// Whether it says something among agents.
    pub fn is_note(&self) -> bool {
        #[cfg(feature = "company")]
        if let Self::Note { .. } = self {
            return true;
        }
        false
    }

    /// What it says; empty for every other command.
    pub fn contents(&self) -> &[Content] {
        match self {
            Self::Start { contents } | Self::Reply { contents, .. } => contents,
            #[cfg(feature = "company")]
            Self::Note { contents } | Self::Restart { contents } | Self::Suggest { contents } => {
                contents
            }
            _ => &[],
        }
    }

    /// The same, to be settled before the command is applied.
    #[cfg(feature = "company")]
    pub fn contents_mut(&mut self) -> Option<&mut Vec<Content>> {
        match self {
            Self::Start { contents }
            | Self::Reply { contents, .. }
            | Self::Note { contents }
            | Self::Restart { contents }
            | Self::Suggest { contents } => Some(contents),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
