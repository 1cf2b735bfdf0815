//! Everything that a person can do to a conversation.

use serde::{Deserialize, Deserializer, Serialize};

use crate::content::Content;
use crate::conversation::Priority;
use crate::id::{PartId, ParticipantId, TeamId};
use crate::participant::Participant;
use crate::tag::Tag;
use crate::time::Timestamp;

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
    },
    /// Say something among agents.
    Note {
        /// What is said.
        contents: Vec<Content>,
    },
    /// Make somebody responsible. The outer `None` leaves a field alone, the inner one clears it.
    Assign {
        /// The agent.
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
        agent: Option<Option<ParticipantId>>,
        /// The team.
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
        team: Option<Option<TeamId>>,
    },
    /// It is done.
    Close,
    /// It is not done after all.
    Reopen,
    /// Put it aside.
    Snooze {
        /// Until when; must lie in the future.
        until: Timestamp,
    },
    /// Name it.
    SetTitle {
        /// The new title, at most 255 characters.
        title: String,
    },
    /// Say how urgent it is.
    SetPriority {
        /// The new priority.
        priority: Priority,
    },
    /// Set fields of the company's own.
    SetAttributes {
        /// Names and values (JSON texts); fields that are left out stay as they are.
        attributes: Vec<(String, String)>,
    },
    /// Attach a tag to the newest message.
    AttachTag {
        /// The tag.
        tag: Tag,
    },
    /// Remove a tag wherever it hangs.
    DetachTag {
        /// The tag.
        tag: Tag,
    },
    /// Bring a contact in.
    AddParticipant {
        /// Who.
        participant: Participant,
    },
    /// Take a contact out; the last one stays.
    RemoveParticipant {
        /// Who.
        participant: ParticipantId,
    },
    /// Everything is read, by these people.
    MarkRead {
        /// Whose receipts move.
        readers: Readers,
    },
    /// Remove what a message says for good.
    Redact {
        /// The message.
        part: PartId,
    },
}

/// A member that is there: its `null` clears, which serde by itself takes for absent.
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

impl Command {
    /// A reply of one markdown text.
    pub fn reply(markdown: impl Into<String>) -> Self {
        Self::Reply { contents: vec![Content::text(markdown)] }
    }

    /// A note of one markdown text.
    pub fn note(markdown: impl Into<String>) -> Self {
        Self::Note { contents: vec![Content::text(markdown)] }
    }

    /// Whether it says something, and so has a place of its own in the thread.
    pub fn is_spoken(&self) -> bool {
        matches!(self, Self::Start { .. } | Self::Reply { .. } | Self::Note { .. })
    }

    /// What it says; empty for every other command.
    pub fn contents(&self) -> &[Content] {
        match self {
            Self::Start { contents } | Self::Reply { contents } | Self::Note { contents } => {
                contents
            }
            _ => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unassigning_is_kept_apart_from_leaving_alone() {
        let check = |agent: Option<Option<ParticipantId>>, json: &str| {
            let command = Command::Assign { agent, team: None };
            assert_eq!(serde_json::to_string(&command).unwrap(), json);
            assert_eq!(serde_json::from_str::<Command>(json).unwrap(), command);
        };
        check(Some(Some("a1".into())), r#"{"do":"assign","agent":"a1"}"#);
        check(Some(None), r#"{"do":"assign","agent":null}"#);
        check(None, r#"{"do":"assign"}"#);
    }
}
