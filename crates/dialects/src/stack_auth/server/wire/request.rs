//! The bodies of requests. Unknown members are refused, as the vendor does; `inbox` is known.

use serde::{Deserialize, Deserializer};
use serde_json::Value;
use utoipa::ToSchema;

use super::{Priority, Source, Status};

/// `PATCH /internal/conversations/{conversationId}`: one change, told apart by `type`.
#[derive(Clone, Debug, PartialEq, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "kebab-case", deny_unknown_fields)]
pub enum UpdateConversationRequest {
    /// Says something to the other side: by an agent, or by the customer whose conversation it is.
    #[serde(rename_all = "camelCase")]
    Reply {
        /// The project: `internal`, or the organisation's UUID.
        #[schema(example = "internal")]
        project_id: String,
        /// What is said, as markdown, not blank.
        #[schema(min_length = 1)]
        body: String,
        /// `contents`: what is said where that is more than one text.
        #[schema(value_type = Option<Object>)]
        inbox: Option<Value>,
    },
    /// Says something among agents.
    #[serde(rename_all = "camelCase")]
    InternalNote {
        /// The project: `internal`, or the organisation's UUID.
        #[schema(example = "internal")]
        project_id: String,
        /// What is said, as markdown, not blank.
        #[schema(min_length = 1)]
        body: String,
        /// `contents`: what is said where that is more than one text.
        #[schema(value_type = Option<Object>)]
        inbox: Option<Value>,
    },
    /// Sets the status; the one that it has already is refused.
    #[serde(rename_all = "camelCase")]
    Status {
        /// The project: `internal`, or the organisation's UUID.
        #[schema(example = "internal")]
        project_id: String,
        /// The new one.
        status: Status,
        /// Nothing is read from it here.
        #[schema(value_type = Option<Object>)]
        inbox: Option<Value>,
    },
    /// Sets what is given; what is left out stays as it is.
    #[serde(rename_all = "camelCase")]
    Metadata {
        /// The project: `internal`, or the organisation's UUID.
        #[schema(example = "internal")]
        project_id: String,
        /// The agent responsible; null for nobody.
        #[serde(default, deserialize_with = "given")]
        #[schema(value_type = Option<String>)]
        assigned_to_user_id: Option<Option<String>>,
        /// Taken and passed over: this server knows its agents' names.
        #[serde(default, deserialize_with = "given")]
        #[schema(value_type = Option<String>)]
        assigned_to_display_name: Option<Option<String>>,
        /// How urgent it is.
        #[serde(default, deserialize_with = "present")]
        #[schema(nullable = false)]
        priority: Option<Priority>,
        /// The names of all of its tags; the workspace's, or new ones.
        #[serde(default, deserialize_with = "present")]
        #[schema(nullable = false)]
        tags: Option<Vec<String>>,
        /// `read`: whose read receipts move.
        #[schema(value_type = Option<Object>)]
        inbox: Option<Value>,
    },
}

/// `POST /internal/conversations`.
#[derive(Clone, Debug, PartialEq, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CreateConversationRequest {
    /// The project: `internal`, or the organisation's UUID.
    #[schema(example = "internal")]
    pub project_id: String,
    /// The customer with whom; a customer names themselves.
    #[schema(format = "uuid")]
    pub user_id: String,
    /// Its subject, not blank.
    #[schema(min_length = 1)]
    pub subject: String,
    /// What is said first, as markdown, not blank: the agent's, or the customer's own.
    #[schema(min_length = 1)]
    pub initial_message: String,
    /// How urgent it is. A customer's word for it does not count.
    pub priority: Priority,
    /// How it was created; `manual` unless given.
    #[serde(default, deserialize_with = "present")]
    #[schema(nullable = false)]
    pub source: Option<Source>,
    /// `contents`: what is said where that is more than one text.
    #[schema(value_type = Option<Object>)]
    pub inbox: Option<Value>,
}

/// A member that is there: its `null` means something, which serde by itself takes for absent.
fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// A member that may be absent but not `null`.
fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}
