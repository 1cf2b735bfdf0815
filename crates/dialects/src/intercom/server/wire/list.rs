//! Lists of conversations, and the answer to a new one.

use serde::{Deserialize, Serialize};
use serde_json::Map;
use utoipa::ToSchema;

use super::{Conversation, Extension};

/// A page of conversations.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ConversationList {
    /// Always `conversation.list`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Where one is in the list.
    pub pages: Pages,
    /// How many there are in all, where the whole list is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_count: Option<u64>,
    /// The conversations, newest activity first, without their parts.
    pub conversations: Vec<Conversation>,
    /// Our own extension: totals for the desk.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    #[schema(value_type = Object)]
    pub inbox: Extension,
}

/// Where one is in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Pages {
    /// Always `pages`.
    #[serde(rename = "type")]
    pub kind: String,
    /// How many a page has.
    pub per_page: u32,
    /// How many pages there are, where the total is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_pages: Option<u64>,
    /// The next page; `null` at the end.
    #[schema(required = true)]
    pub next: Option<Next>,
}

/// The next page of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Next {
    /// How many it has.
    pub per_page: u32,
    /// Its cursor: opaque, and good for the same list and caller.
    pub starting_after: String,
}

/// The answer to a new conversation: its first message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Message {
    /// Always `user_message`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The id of the message, as a part.
    pub id: String,
    /// When it was said.
    pub created_at: i64,
    /// What was said, as HTML.
    pub body: String,
    /// Always `inapp`.
    pub message_type: String,
    /// The conversation that it begins.
    pub conversation_id: String,
    /// Our own extension: the whole conversation, under `conversation`.
    #[schema(value_type = Object)]
    pub inbox: Extension,
}
