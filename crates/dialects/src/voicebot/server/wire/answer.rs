//! What answers are wrapped in. The codec writes them as values, because the extension is found by
//! reading them back; these are their description.

use serde::Serialize;
use utoipa::ToSchema;

use super::{Conversation, Message};

/// One conversation.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ConversationAnswer {
    /// The conversation.
    pub data: Conversation,
}

/// A page of conversations.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ConversationList {
    /// The conversations, newest activity first.
    pub data: Vec<Conversation>,
    /// Our own: `nextCursor`, where there is a next page, and to an agent the totals as `counts`.
    #[schema(value_type = Object)]
    pub inbox: serde_json::Value,
}

/// One message.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct MessageAnswer {
    /// The message.
    pub data: Message,
}

/// The messages of a conversation.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct MessageList {
    /// The newest 500, oldest first.
    pub data: Vec<Message>,
}

/// An error. The vendor documents none; this form is ours.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ErrorAnswer {
    /// A sentence for a developer.
    pub message: String,
    /// A stable code.
    pub code: String,
    /// Sentences by the field at fault.
    #[schema(value_type = Option<Object>)]
    pub errors: Option<serde_json::Value>,
    /// `code`: the rule that refused.
    #[schema(value_type = Option<Object>)]
    pub inbox: Option<serde_json::Value>,
}
