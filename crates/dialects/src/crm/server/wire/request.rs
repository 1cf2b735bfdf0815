//! Request bodies as they stand on the wire.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// `POST /conversations/{conversation_id}/messages`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SendMessageRequest {
    /// `sms` or `email`.
    pub channel: String,
    /// What is said, as markdown, 1 to 10,000 characters.
    pub body: String,
    /// Subject line of an e-mail, at most 255 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// Files that were uploaded, UUIDs, at most 20.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub media_ids: Vec<String>,
    /// What the channel calls the message; one that is there under it is not sent again. (Our own.)
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider_message_id: Option<String>,
    /// `channel` (the true one, or `null` for the thread's own) and `contents`, by our own client.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inbox: Option<Value>,
}

/// `POST /contacts/{contact_id}/conversations`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OpenConversationRequest {
    /// `sms` or `email`; without one the thread is the messenger's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
    /// `contents`, what is said in it at once, by our own client.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inbox: Option<Value>,
}

/// `POST /conversations/{conversation_id}/assign`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssignRequest {
    /// A staff member, a UUID; `null` unassigns.
    pub assigned_to: Option<String>,
}

/// `POST /conversations/{conversation_id}/archive`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArchiveRequest {
    /// Put away, or bring back.
    pub archived: bool,
}
