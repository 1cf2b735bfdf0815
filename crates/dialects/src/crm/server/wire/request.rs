//! Request bodies as they stand on the wire.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

/// `POST /conversations/{conversation_id}/messages`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SendMessageRequest {
    /// `sms` or `email`.
    #[schema(pattern = "^(sms|email)$")]
    pub channel: String,
    /// What is said, as markdown, 1 to 10,000 characters.
    #[schema(min_length = 1, max_length = 10_000, pattern = r"\S")]
    pub body: String,
    /// Subject line of an e-mail, at most 255 characters.
    #[schema(max_length = 255, nullable = false, pattern = r"^[^\x00-\x1f\x7f-\x9f]*$")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// Files that were uploaded, UUIDs, at most 20.
    #[schema(max_items = 20)]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub media_ids: Vec<String>,
    /// What the channel calls the message; one that is there under it is not sent again. (Our own.)
    #[schema(max_length = 255, nullable = false, pattern = r"^[^\x00-\x1f\x7f-\x9f]*$")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider_message_id: Option<String>,
    /// `channel` (the true one, or `null` for the thread's own) and `contents`, by our own client.
    #[schema(value_type = Object, nullable = false)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inbox: Option<Value>,
}

/// `POST /contacts/{contact_id}/conversations`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct OpenConversationRequest {
    /// `sms` or `email`; without one the thread is the messenger's.
    #[schema(pattern = "^(sms|email)$", nullable = false)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
    /// `contents`, what is said in it at once, by our own client.
    #[schema(value_type = Object, nullable = false)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inbox: Option<Value>,
}

/// `POST /conversations/{conversation_id}/assign`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AssignRequest {
    /// A staff member, a UUID; `null` unassigns.
    #[schema(format = "uuid", required = true)]
    pub assigned_to: Option<String>,
}

/// `POST /conversations/{conversation_id}/archive`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ArchiveRequest {
    /// Put away, or bring back.
    pub archived: bool,
}

/// `POST /conversations/media`, a multipart form.
#[derive(Clone, Debug, PartialEq, Eq, ToSchema)]
pub struct Upload {
    /// The file, at most 25 MiB, with its type declared.
    #[schema(content_media_type = "application/octet-stream")]
    pub file: String,
}
