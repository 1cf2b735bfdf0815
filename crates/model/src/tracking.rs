//! What is known of a part's way and of what became of it, for the company's eyes.

use serde::{Deserialize, Serialize};

use crate::id::{PartId, ParticipantId};
use crate::time::Timestamp;

/// What is known of a part beside what it says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Tracking {
    /// What the channel calls it. A second delivery under the same id is the same part (CRM
    /// `provider_message_id`, Intercom `external_id`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// Subject line, of an e-mail. Untrusted text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// What the channel said about the delivery (Intercom `info_message`, Voicebot
    /// `latest_error.original_message`). Untrusted text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivery_info: Option<String>,
    /// When the channel said so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivery_at: Option<Timestamp>,
    /// Which agents have seen it, in the order in which they did (Intercom `seen`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub seen_by: Vec<Seen>,
    /// The part of the same conversation that it refers to (Voicebot `reference`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<PartId>,
    /// The company's reaction: one emoji. Untrusted text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub company_reaction: Option<String>,
    /// The contact's reaction: one emoji. Untrusted text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact_reaction: Option<String>,
    /// The campaign that sent it, by name. Untrusted text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub campaign: Option<String>,
}

impl Tracking {
    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// That an agent has seen a part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// Who.
    pub agent: ParticipantId,
    /// When.
    pub at: Timestamp,
}
