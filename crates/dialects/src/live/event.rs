//! The events of the live stream, to and from their JSON.

use inbox_model::sorted::SortedMap;
use inbox_model::{ConversationId, Participant};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::sse::SseEvent;
use crate::json::{self, Object};
use crate::portable;

/// Something that a client should know at once.
#[derive(Clone, Debug, PartialEq)]
pub enum LiveEvent {
    /// A conversation is at this version now; read it if yours is older.
    Conversation {
        /// Which one.
        id: ConversationId,
        /// Its version.
        version: u64,
    },
    /// A conversation is gone.
    Deleted {
        /// Which one.
        id: ConversationId,
    },
    /// Somebody types, or has stopped.
    Typing {
        /// Where.
        conversation: ConversationId,
        /// Who.
        participant: Participant,
        /// Types now.
        typing: bool,
    },
    /// Who is there.
    Presence(Presence),
    /// The stream has lost its thread: read the lists again.
    Reset,
}

/// Who is online, and who looks at what.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Presence {
    /// Everyone with an open stream whom the reader may know of.
    #[serde(default)]
    pub online: Vec<Participant>,
    /// Agents by the conversation they have open.
    #[serde(default)]
    pub viewing: SortedMap<ConversationId, Vec<Participant>>,
}

impl LiveEvent {
    /// Reads an event; `None` if it is of a kind that this version does not know. Who is there only
    /// the company is shown (see the feature `company`).
    pub fn decode(event: &SseEvent) -> Option<Self> {
        let value = json::parse(&event.data, "event").unwrap_or_default();
        if cfg!(feature = "company") && event.name == "presence" {
            return portable::read_presence(&value).map(Self::Presence);
        }
        if event.name == "reset" {
            return Some(Self::Reset);
        }
        let object = Object::maybe(&value)?;
        Some(match event.name.as_str() {
            "conversation" => Self::Conversation {
                id: object.text("id")?.into(),
                version: object.count("version").unwrap_or(0),
            },
            "deleted" => Self::Deleted { id: object.text("id")?.into() },
            "typing" => Self::Typing {
                conversation: object.text("conversationId")?.into(),
                participant: portable::read_participant(object.get("participant")?)?,
                typing: object.flag("typing")?,
            },
            _ => return None,
        })
    }

    /// The event's name and data on the wire.
    pub fn encode(&self) -> (&'static str, String) {
        let (name, data) = match self {
            Self::Conversation { id, version } => {
                ("conversation", json!({ "id": id, "version": version }))
            }
            Self::Deleted { id } => ("deleted", json!({ "id": id })),
            Self::Typing { conversation, participant, typing } => {
                let data = json!({
                    "conversationId": conversation,
                    "participant": participant,
                    "typing": typing,
                });
                ("typing", data)
            }
            Self::Presence(presence) => ("presence", json!(presence)),
            Self::Reset => ("reset", json!({})),
        };
        (name, data.to_string())
    }
}

#[cfg(test)]
mod tests {
    use inbox_model::ParticipantKind;

    use super::*;

    #[test]
    fn what_is_written_reads_back() {
        let ada = Participant::new(ParticipantKind::Agent, "a1").named("Ada");
        let viewing = SortedMap::from([("c1".into(), vec![ada.clone()])]);
        for event in [
            LiveEvent::Conversation { id: "c1".into(), version: 7 },
            LiveEvent::Deleted { id: "c1".into() },
            LiveEvent::Typing { conversation: "c1".into(), participant: ada.clone(), typing: true },
            LiveEvent::Presence(Presence { online: vec![ada], viewing }),
            LiveEvent::Reset,
        ] {
            let (name, data) = event.encode();
            let sse = SseEvent { name: name.into(), data, id: None };
            assert_eq!(LiveEvent::decode(&sse), Some(event));
        }
    }

    #[test]
    fn what_is_unknown_or_broken_is_passed_over() {
        for (name, data) in [("news", "{}"), ("conversation", "{}"), ("typing", "nonsense")] {
            let sse = SseEvent { name: name.into(), data: data.into(), id: None };
            assert_eq!(LiveEvent::decode(&sse), None);
        }
    }
}
