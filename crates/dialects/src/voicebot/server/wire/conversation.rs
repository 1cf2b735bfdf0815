//! `Conversation` and `Note`.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Agent, Channel, Customer, Message, User};

/// `ConversationStatus`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Somebody should act on it.
    ToDo,
    /// Somebody does.
    InProgress,
    /// It is done.
    Done,
}

/// `Conversation`.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Conversation {
    /// Internal id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<u64>,
    /// When it was created, RFC 3339.
    #[schema(format = "date-time")]
    pub created_at: Option<String>,
    /// The messenger service.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// Where it stands.
    pub status: Status,
    /// Until when it is put aside, whatever its status.
    #[schema(format = "date-time")]
    pub snooze_until: Option<String>,
    /// The business number; for the company only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agent: Option<Agent>,
    /// The person on the other side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<Customer>,
    /// Who manages it. The contract has no `null` here: left out where nobody does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user: Option<User>,
    /// The newest message.
    pub latest_message: Option<Message>,
    /// The newest message of the customer.
    pub latest_customer_message: Option<Message>,
    /// When the customer last wrote, even if that message is gone (README, point 5).
    #[schema(format = "date-time")]
    pub last_customer_reply_from: Option<String>,
    /// The newest note; for the company only.
    pub latest_note: Option<Note>,
    /// Messages of the customer that the company has not read; for the company only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unread_customer_messages_count: Option<u32>,
    /// Until when a reply can be sent; `null` if none can before the customer begins anew. Left out
    /// where the channel has no window, because there is no end to tell and `null` says otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = "date-time")]
    pub reply_until: Option<Option<String>>,
    /// Whether a reply can be sent now. This alone decides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reply_possible: Option<bool>,
    /// The company has begun, and the customer must write before it can go on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_interaction_required: Option<bool>,
}

/// `Note`.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Note {
    /// Internal id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<u64>,
    /// The conversation's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversation_id: Option<u64>,
    /// What it says.
    pub text: String,
    /// When it was written, RFC 3339.
    #[schema(format = "date-time")]
    pub created_at: Option<String>,
    /// When it last changed, RFC 3339.
    #[schema(format = "date-time")]
    pub updated_at: Option<String>,
}
