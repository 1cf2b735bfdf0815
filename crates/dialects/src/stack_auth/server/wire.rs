//! The vendor's objects as an answer carries them, field by field.

mod request;

pub use request::{CreateConversationRequest, UpdateConversationRequest};

use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

/// Where a conversation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, serde::Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Support must act.
    Open,
    /// Support waits for the customer.
    Pending,
    /// Done.
    Closed,
}

/// How urgent a conversation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, serde::Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Priority {
    /// Can wait.
    Low,
    /// As usual.
    Normal,
    /// Before others.
    High,
    /// Now.
    Urgent,
}

/// How a conversation was created.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, serde::Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Source {
    /// Written down by an agent.
    Manual,
    /// In the messenger.
    Chat,
    /// By e-mail.
    Email,
    /// Through an API.
    Api,
}

/// What a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MessageType {
    /// Said to the other side.
    Message,
    /// Said among agents.
    InternalNote,
    /// The status was set.
    StatusChange,
}

/// Who made a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum SenderType {
    /// The customer.
    User,
    /// An agent.
    Agent,
    /// A machine, or nobody.
    System,
}

/// What this server adds beside the vendor's fields; everybody else's clients pass over it.
pub type Extension = Map<String, Value>;

/// A conversation without its messages.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Conversation {
    /// Its id.
    #[schema(format = "uuid")]
    pub conversation_id: String,
    /// The customer it is held with.
    #[schema(format = "uuid", required = true)]
    pub user_id: Option<String>,
    /// The customer's team; always null here.
    #[schema(format = "uuid", required = true)]
    pub team_id: Option<String>,
    /// The customer's name.
    #[schema(required = true)]
    pub user_display_name: Option<String>,
    /// The customer's address; null to the customer themselves.
    #[schema(required = true)]
    pub user_primary_email: Option<String>,
    /// The customer's picture.
    #[schema(required = true)]
    pub user_profile_image_url: Option<String>,
    /// Its subject; may be empty.
    pub subject: String,
    /// Where it stands.
    pub status: Status,
    /// How urgent it is.
    pub priority: Priority,
    /// How it was created.
    pub source: Source,
    /// What the newest message is.
    pub last_message_type: MessageType,
    /// What the newest message says.
    #[schema(required = true)]
    pub preview: Option<String>,
    /// When something was last said or done in it.
    #[schema(format = "date-time")]
    pub last_activity_at: String,
    /// Assignee, tags and response times.
    pub metadata: ConversationMetadata,
    /// When it was created.
    #[schema(format = "date-time")]
    pub created_at: String,
    /// When anything about it last changed.
    #[schema(format = "date-time")]
    pub updated_at: String,
    /// When its newest message was made.
    #[schema(format = "date-time")]
    pub last_message_at: String,
    /// When the customer last said something.
    #[schema(format = "date-time", required = true)]
    pub last_inbound_at: Option<String>,
    /// When the company last said something.
    #[schema(format = "date-time", required = true)]
    pub last_outbound_at: Option<String>,
    /// When it was closed; null in every other status.
    #[schema(format = "date-time", required = true)]
    pub closed_at: Option<String>,
    /// Fields of the company's own.
    #[schema(value_type = Option<Object>, required = true)]
    pub record_metadata: Option<Map<String, Value>>,
    /// What the vendor's form loses.
    #[schema(value_type = Object)]
    pub inbox: Extension,
}

/// Assignee, tags and response times of a conversation. Empty to a customer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ConversationMetadata {
    /// The tags' names.
    pub tags: Vec<String>,
    /// The agent responsible.
    #[schema(required = true)]
    pub assigned_to_user_id: Option<String>,
    /// Their name.
    #[schema(required = true)]
    pub assigned_to_display_name: Option<String>,
    /// When the first answer is due; set once, where the customer began.
    #[schema(format = "date-time", required = true)]
    pub first_response_due_at: Option<String>,
    /// When an agent first answered the customer.
    #[schema(format = "date-time", required = true)]
    pub first_response_at: Option<String>,
    /// When the next answer is due; set by a reply that reopens, cleared by an agent's.
    #[schema(format = "date-time", required = true)]
    pub next_response_due_at: Option<String>,
    /// When the customer last replied.
    #[schema(format = "date-time", required = true)]
    pub last_customer_reply_at: Option<String>,
    /// When an agent last replied.
    #[schema(format = "date-time", required = true)]
    pub last_agent_reply_at: Option<String>,
}

/// Who made a message.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ConversationSender {
    /// On which side they are.
    pub r#type: SenderType,
    /// Their id; null to a customer where it is not their own.
    #[schema(required = true)]
    pub id: Option<String>,
    /// Their name.
    #[schema(required = true)]
    pub display_name: Option<String>,
    /// Their address; null to a customer.
    #[schema(required = true)]
    pub primary_email: Option<String>,
}

/// One entry of a thread. What it shares with its conversation is repeated as it is now.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ConversationMessage {
    /// Its id.
    #[schema(format = "uuid")]
    pub id: String,
    /// The conversation.
    #[schema(format = "uuid")]
    pub conversation_id: String,
    /// The conversation's customer.
    #[schema(format = "uuid", required = true)]
    pub user_id: Option<String>,
    /// The customer's team; always null here.
    #[schema(format = "uuid", required = true)]
    pub team_id: Option<String>,
    /// The conversation's subject.
    pub subject: String,
    /// The conversation's status.
    pub status: Status,
    /// The conversation's priority.
    pub priority: Priority,
    /// How the conversation was created.
    pub source: Source,
    /// What it is.
    pub message_type: MessageType,
    /// What it says, as markdown; null for a status change and for what was removed.
    #[schema(required = true)]
    pub body: Option<String>,
    /// Files, places and contact cards: objects with `type`, and mostly `url` and `name`.
    #[schema(value_type = Vec<Object>)]
    pub attachments: Vec<Value>,
    /// `{"status": …}` for a status change, else null.
    #[schema(value_type = Option<Object>, required = true)]
    pub metadata: Option<Value>,
    /// When it was made.
    #[schema(format = "date-time")]
    pub created_at: String,
    /// Who made it.
    pub sender: ConversationSender,
    /// What the vendor's form loses.
    #[serde(skip_serializing_if = "Map::is_empty")]
    #[schema(value_type = Option<Object>)]
    pub inbox: Extension,
}

/// A way by which messages come in.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ConversationEntryPoint {
    /// Its id.
    #[schema(format = "uuid")]
    pub id: String,
    /// The kind of channel: `chat`, `email`, …
    pub channel_type: String,
    /// What connects it: `support-chat`, `support-dashboard`.
    pub adapter_key: String,
    /// The id of the channel with its service.
    #[schema(required = true)]
    pub external_channel_id: Option<String>,
    /// Whether the conversation was created here; else a later message came this way first.
    pub is_entry_point: bool,
    /// The channel's own data: any JSON.
    #[schema(value_type = Value, required = true)]
    pub metadata: Option<Value>,
    /// When it was first used.
    #[schema(format = "date-time")]
    pub created_at: String,
    /// When it last changed.
    #[schema(format = "date-time")]
    pub updated_at: String,
}

/// A conversation with its messages, oldest first, and the ways by which they came in.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ConversationDetail {
    /// The conversation.
    pub conversation: Conversation,
    /// At most the newest 500; internal notes only to agents.
    pub messages: Vec<ConversationMessage>,
    /// The first one first; none to a customer.
    pub entry_points: Vec<ConversationEntryPoint>,
    /// Entries for which the vendor has no place in the thread, as `messages`.
    #[serde(skip_serializing_if = "Map::is_empty")]
    #[schema(value_type = Option<Object>)]
    pub inbox: Extension,
}

/// A page of a list.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ConversationList {
    /// The conversations, newest activity first.
    pub conversations: Vec<Conversation>,
    /// Whether there are more after these.
    pub has_more: bool,
    /// Totals beside the page, for agents.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub inbox: Option<Value>,
}

/// The answer to a new conversation.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CreateConversationResponse {
    /// The id that it has got.
    #[schema(format = "uuid")]
    pub conversation_id: String,
    /// All of it, as `detail`, so that nobody has to ask for it.
    #[schema(value_type = Object)]
    pub inbox: Extension,
}

/// An error with a code. Two are one sentence of plain text instead: that there is no such
/// conversation, and that it has the status already.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct KnownError {
    /// The stable code, which the header `X-Stack-Known-Error` repeats.
    pub code: String,
    /// More about it, depending on the code.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub details: Option<Value>,
    /// A sentence for a developer.
    pub error: String,
    /// The model's own `code` where one of its rules refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub inbox: Option<Value>,
}
