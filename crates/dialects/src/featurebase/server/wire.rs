//! The vendor's objects, field by field: what the server publishes about them. Answers are written
//! and bodies read by hand, and every answer of the server's tests is held to these.

mod csat;
mod part;
mod request;
mod tag;

use serde_json::Value;
use utoipa::ToSchema;

pub use csat::{
    ConversationCsatDebug, ConversationCsatHistoryEntry, ConversationCsatSummary,
    CsatEmailDelivery, CsatRatedAgent, CsatWorkflowLink, RatingRequestedCsat, RatingSubmittedCsat,
};
pub use part::{
    AttrPromptForm, AttrPromptFormField, ConversationPart, ConversationPartAuthor,
    PartAddParticipant, PartFields, PartKind, QuickReplyOption, WorkflowWaitEvent,
};
pub use request::{
    AddParticipantRequest, AttachConversationTagRequest, ConversationFrom,
    CreateConversationRequest, DetachConversationTagRequest, EmailRecipients, MarkAsRead,
    OutreachRecipients, ParticipantIdentifier, RedactConversationPartRequest,
    RemoveParticipantRequest, ReplyToConversationRequest, UpdateConversationRequest,
};
pub use tag::{
    AttachedConversationTag, ConversationTag, ConversationTagApplication,
    ConversationTagMutationActor,
};

/// Where a conversation stands.
#[derive(Clone, Copy, Debug, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Somebody should act on it.
    Open,
    /// Done.
    Closed,
    /// Put aside until an instant.
    Snoozed,
}

/// Through which channel something travelled.
#[derive(Clone, Copy, Debug, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Channel {
    /// It is not known.
    Unknown,
    /// The messenger on a page.
    Desktop,
    /// The messenger in an Android app.
    Android,
    /// The messenger in an iOS app.
    Ios,
    /// E-mail.
    Email,
}

/// What somebody is.
#[derive(Clone, Copy, Debug, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum ParticipantType {
    /// A contact whom the site knows.
    Customer,
    /// A contact who has not said who they are.
    Lead,
    /// An agent.
    Admin,
    /// A machine that answers.
    Bot,
    /// Somebody from outside who was copied in.
    Guest,
    /// Another system.
    Integration,
}

/// Who reads and joins: nobody but people.
#[derive(Clone, Copy, Debug, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum PersonType {
    /// An agent.
    Admin,
    /// A contact whom the site knows.
    Customer,
    /// A contact who has not said who they are.
    Lead,
}

/// A conversation.
#[derive(Clone, Debug, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Conversation {
    /// `conversation`.
    #[schema(pattern = "^conversation$")]
    pub object: String,
    /// Its id.
    pub id: String,
    /// Its title.
    #[schema(nullable = false)]
    pub title: Option<String>,
    /// Where it stands.
    pub state: State,
    /// When it comes back.
    #[schema(format = "date-time", required = true)]
    pub snoozed_until: Option<String>,
    /// Whether it is urgent.
    pub priority: bool,
    /// When that was set.
    #[schema(format = "date-time", required = true)]
    pub priority_set_at: Option<String>,
    /// The agent responsible.
    #[schema(required = true)]
    pub admin_assignee_id: Option<String>,
    /// The team responsible.
    #[schema(required = true)]
    pub team_assignee_id: Option<String>,
    /// The brand under which it is held.
    #[schema(required = true)]
    pub brand_id: Option<String>,
    /// How it began.
    #[schema(nullable = false)]
    pub source: Option<MessageSource>,
    /// When it was created.
    #[schema(format = "date-time")]
    pub created_at: String,
    /// When anything about it last changed.
    #[schema(format = "date-time")]
    pub updated_at: String,
    /// When something was last said or done in it.
    #[schema(format = "date-time", required = true)]
    pub last_activity_at: Option<String>,
    /// When it began to wait.
    #[schema(format = "date-time", required = true)]
    pub waiting_since: Option<String>,
    /// Whether the company waits for the customer. Not the opposite of the former.
    #[schema(nullable = false)]
    pub awaiting_customer_reply: Option<bool>,
    /// `active`, `handed_off_to_human` or `resolved`.
    #[schema(nullable = false)]
    pub bot_conversation_state: Option<String>,
    /// When that last changed.
    #[schema(format = "date-time", required = true)]
    pub bot_conversation_state_last_updated_at: Option<String>,
    /// The customer's language.
    pub user_preferred_language: String,
    /// Whether an agent has set it.
    pub has_admin_overridden_language: bool,
    /// Whether the customer is blocked.
    pub is_blocked: bool,
    /// Whether the customer may not reply here.
    #[schema(nullable = false)]
    pub disable_customer_reply: Option<bool>,
    /// Who takes part.
    pub participants: Vec<ConversationParticipant>,
    /// What is attached now, anywhere in it.
    pub tags: Vec<ConversationTag>,
    /// How far everybody has read.
    #[schema(nullable = false)]
    pub read_receipts: Option<Vec<ReadReceipt>>,
    /// The rating that counts now.
    #[schema(nullable = false)]
    pub csat_summary: Option<ConversationCsatSummary>,
    /// All requests for a rating, newest first.
    #[schema(nullable = false)]
    pub csat_history: Option<Vec<ConversationCsatHistoryEntry>>,
    /// Diagnostics of the current request.
    #[schema(nullable = false)]
    pub csat_debug: Option<ConversationCsatDebug>,
    /// The newest 500 parts, oldest first, where they were asked for.
    #[schema(nullable = false)]
    pub conversation_parts: Option<Vec<ConversationPart>>,
    /// What the vendor's form loses.
    #[schema(value_type = Object)]
    pub inbox: Value,
}

/// How a conversation began.
#[derive(Clone, Debug, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MessageSource {
    /// The first message, as HTML.
    pub body_html: String,
    /// The same as markdown.
    pub body_markdown: String,
    /// Through which channel.
    pub channel: Channel,
    /// Who began it.
    #[schema(nullable = false)]
    pub author: Option<ConversationParticipant>,
    /// `customer_initiated` or `admin_initiated`.
    #[schema(nullable = false)]
    pub delivered_as: Option<String>,
    /// Subject line of an e-mail.
    #[schema(nullable = false)]
    pub subject: Option<String>,
    /// The page on which it began.
    #[schema(nullable = false)]
    pub url: Option<String>,
}

/// Somebody who takes part.
#[derive(Clone, Debug, ToSchema)]
pub struct ConversationParticipant {
    /// Their id.
    pub id: String,
    /// What they are.
    pub r#type: ParticipantType,
}

/// How far somebody has read.
#[derive(Clone, Debug, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ReadReceipt {
    /// Who.
    pub id: String,
    /// What they are.
    pub user_type: PersonType,
    /// The newest part then, whether or not they can see it.
    pub last_read_part_id: String,
}

/// A page of a list.
#[derive(Clone, Debug, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ConversationList {
    /// `list`.
    #[schema(pattern = "^list$")]
    pub object: String,
    /// The conversations without their parts, newest activity first.
    pub data: Vec<Conversation>,
    /// Where the next page starts; null at the end.
    #[schema(required = true)]
    pub next_cursor: Option<String>,
    /// Totals beside the page, for agents.
    #[schema(value_type = Option<Object>, nullable = false)]
    pub inbox: Option<Value>,
}

/// The answer to deleting a conversation.
#[derive(Clone, Debug, ToSchema)]
pub struct ConversationDeleteResponse {
    /// The id of what is gone.
    pub id: String,
    /// `conversation`.
    #[schema(pattern = "^conversation$")]
    pub object: String,
    /// True.
    pub deleted: bool,
}

/// An error.
#[derive(Clone, Debug, ToSchema)]
pub struct ErrorResponse {
    /// What is wrong.
    pub error: ErrorBody,
}

/// What is wrong.
#[derive(Clone, Debug, ToSchema)]
pub struct ErrorBody {
    /// `authentication_error`, `authorization_error`, `invalid_request_error`, `rate_limit_error` or
    /// `api_error`.
    pub r#type: String,
    /// The stable code.
    pub code: String,
    /// A sentence for a developer.
    pub message: String,
    /// The HTTP status.
    pub status: u16,
    /// The field or parameter at fault.
    #[schema(nullable = false)]
    pub param: Option<String>,
    /// Fields at fault, with a sentence each.
    #[schema(nullable = false)]
    pub details: Option<Vec<ErrorDetail>>,
    /// The model's own `code` where one of its rules refused.
    #[schema(value_type = Option<Object>, nullable = false)]
    pub inbox: Option<Value>,
}

/// A field at fault.
#[derive(Clone, Debug, ToSchema)]
pub struct ErrorDetail {
    /// The way to it.
    pub path: String,
    /// What is wrong with it.
    pub message: String,
}
