//! The events of the live stream, to and from their JSON.

use std::collections::BTreeMap;

use inbox_model::{ConversationId, Participant};
use serde::{Deserialize, Serialize};

use super::sse::SseEvent;

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
    pub viewing: BTreeMap<ConversationId, Vec<Participant>>,
}

#[derive(Serialize, Deserialize)]
struct ConversationData {
    id: ConversationId,
    #[serde(default)]
    version: u64,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct TypingData {
    conversation_id: ConversationId,
    participant: Participant,
    typing: bool,
}

impl LiveEvent {
    /// Reads an event; `None` if it is of a kind that this version does not know.
    pub fn decode(event: &SseEvent) -> Option<Self> {
        fn read<'a, T: Deserialize<'a>>(data: &'a str) -> Option<T> {
            serde_json::from_str(data).ok()
        }
        Some(match event.name.as_str() {
            "conversation" => {
                let ConversationData { id, version } = read(&event.data)?;
                Self::Conversation { id, version }
            }
            "deleted" => Self::Deleted { id: read::<ConversationData>(&event.data)?.id },
            "typing" => {
                let TypingData { conversation_id, participant, typing } = read(&event.data)?;
                Self::Typing { conversation: conversation_id, participant, typing }
            }
            "presence" => Self::Presence(read(&event.data)?),
            "reset" => Self::Reset,
            _ => return None,
        })
    }

    /// The event's name and data on the wire.
    pub fn encode(&self) -> (&'static str, String) {
        fn write(data: &impl Serialize) -> String {
            serde_json::to_string(data).unwrap_or_default()
        }
        match self {
            Self::Conversation { id, version } => {
                ("conversation", write(&ConversationData { id: id.clone(), version: *version }))
            }
            Self::Deleted { id } => {
                ("deleted", write(&ConversationData { id: id.clone(), version: 0 }))
            }
            Self::Typing { conversation, participant, typing } => {
                let data = TypingData {
                    conversation_id: conversation.clone(),
                    participant: participant.clone(),
                    typing: *typing,
                };
                ("typing", write(&data))
            }
            Self::Presence(presence) => ("presence", write(presence)),
            Self::Reset => ("reset", "{}".to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use inbox_model::ParticipantKind;

    use super::*;

    #[test]
    fn what_is_written_reads_back() {
        let ada = Participant::new(ParticipantKind::Agent, "a1").named("Ada");
        let viewing = BTreeMap::from([("c1".into(), vec![ada.clone()])]);
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
