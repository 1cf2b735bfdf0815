//! Parts of a conversation.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::{Extension, Reference};

/// A message, a note or an event of a conversation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ConversationPart {
    /// Always `conversation_part`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Its id, unique within the conversation.
    pub id: String,
    /// What it is: `comment`, `note`, `close`, `assignment`, …
    pub part_type: String,
    /// What is said, as HTML; `null` for an event.
    #[schema(required = true)]
    pub body: Option<String>,
    /// When it was made.
    pub created_at: i64,
    /// When it last changed.
    pub updated_at: i64,
    /// When the other side was told.
    pub notified_at: i64,
    /// To whom this part assigned the conversation; `null` where it did not.
    #[schema(required = true)]
    pub assigned_to: Option<Reference>,
    /// Who made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<Author>,
    /// Its files.
    pub attachments: Vec<PartAttachment>,
    /// What the channel calls it: a second delivery under the same id is the same part.
    #[schema(required = true)]
    pub external_id: Option<String>,
    /// Whether what it said was removed for good.
    pub redacted: bool,
    /// What is known of the e-mail that it was.
    #[schema(required = true)]
    pub email_message_metadata: Option<EmailMetadata>,
    /// Offered answers, or the one that was chosen.
    #[schema(required = true)]
    pub metadata: Option<PartMetadata>,
    /// Tags that hang on it now.
    pub tags: Vec<TagBasic>,
    /// The data of an event.
    #[schema(value_type = Option<Object>, required = true)]
    pub event_details: Option<Map<String, Value>>,
    /// Always `null`: no app of a store of apps makes parts here.
    #[schema(required = true)]
    pub app_package_code: Option<String>,
    /// Always `null`: nothing is translated here.
    #[schema(value_type = Option<Object>, required = true)]
    pub translations: Option<Map<String, Value>>,
    /// How far a reply that goes through another channel has come: `pending`, `sent`, `delivered`,
    /// `read` or `failed`. The vendor's samples have it, its schema has not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_reply_send_state: Option<String>,
    /// Who has seen it. The vendor's samples have it, its schema has not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seen_state: Option<SeenState>,
    /// Our own extension.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    #[schema(value_type = Object)]
    pub inbox: Extension,
}

/// Who has seen a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SeenState {
    /// Whether any agent has.
    pub admin_seen: bool,
}

/// Who made a part. Customers are told no id of the company's people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Author {
    /// `admin`, `bot`, `user`, `lead` or `contact`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Their id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Their name.
    #[schema(required = true)]
    pub name: Option<String>,
    /// Their e-mail address, where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Whether it is a machine that answers by itself.
    pub from_ai_agent: bool,
}

/// A file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PartAttachment {
    /// Always `upload`.
    #[serde(rename = "type")]
    pub kind: String,
    /// What it is called; empty if nobody has said.
    pub name: String,
    /// Where it is.
    pub url: String,
    /// Its MIME type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_type: Option<String>,
    /// Its size in bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filesize: Option<u64>,
    /// The width of a picture in CSS pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
    /// Its height.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub height: Option<u32>,
}

/// What is known of an e-mail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct EmailMetadata {
    /// Its subject line.
    pub subject: String,
}

/// Offered answers, or the one that was chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PartMetadata {
    /// The answers to choose from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quick_reply_options: Option<Vec<QuickReplyOption>>,
    /// The answer that was chosen: a UUID.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quick_reply_uuid: Option<String>,
}

/// An answer to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct QuickReplyOption {
    /// Its text.
    pub text: String,
    /// Its id: a UUID.
    pub uuid: String,
}

/// A tag of a part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TagBasic {
    /// Always `tag`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}
