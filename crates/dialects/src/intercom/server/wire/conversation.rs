//! Conversations.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::{ConversationPart, Extension, PartAttachment, Reference};

/// A conversation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Conversation {
    /// Always `conversation`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Its id.
    pub id: String,
    /// Its title.
    #[schema(required = true)]
    pub title: Option<String>,
    /// When it began.
    pub created_at: i64,
    /// When anything about it last changed.
    pub updated_at: i64,
    /// Since when the customer waits for an answer; `null` where nobody waits.
    #[schema(required = true)]
    pub waiting_since: Option<i64>,
    /// When a snoozed conversation comes back.
    #[schema(required = true)]
    pub snoozed_until: Option<i64>,
    /// Whether it is not closed.
    pub open: bool,
    /// `open`, `closed` or `snoozed`.
    pub state: String,
    /// Whether the caller has read everything.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read: Option<bool>,
    /// `none`, `low`, `medium`, `high` or `urgent`.
    pub priority: String,
    /// The agent who is responsible; 0 is nobody.
    pub admin_assignee_id: u64,
    /// The team that is responsible; 0 is none.
    pub team_assignee_id: u64,
    /// Always `null`: contacts have no companies here.
    #[schema(value_type = Option<Object>, required = true)]
    pub company: Option<Map<String, Value>>,
    /// The tags that hang on it now.
    pub tags: TagList,
    /// The customer's rating; `null` where there is none.
    #[schema(required = true)]
    pub conversation_rating: Option<Rating>,
    /// How it began. The first message is here and not among the parts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// Its contacts.
    pub contacts: ContactList,
    /// The company's people who take part; `null` to a customer.
    #[schema(required = true)]
    pub teammates: Option<TeammateList>,
    /// Fields of the company's own. What is neither a text, a whole number nor an object is written as
    /// JSON text.
    #[schema(value_type = Object)]
    pub custom_attributes: Map<String, Value>,
    /// When a contact first wrote.
    #[schema(required = true)]
    pub first_contact_reply: Option<FirstContactReply>,
    /// How soon an answer is due; `null` where none is.
    #[schema(required = true)]
    pub sla_applied: Option<SlaApplied>,
    /// What happened when; `null` to a customer.
    #[schema(required = true)]
    pub statistics: Option<Statistics>,
    /// The newest 500 parts after the first message, where they are asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversation_parts: Option<PartList>,
    /// Always empty: conversations are not linked here.
    pub linked_objects: LinkedObjectList,
    /// Whether a machine has answered.
    pub ai_agent_participated: bool,
    /// Always `null`: what a machine has done is not summed up here.
    #[schema(value_type = Option<Object>, required = true)]
    pub ai_agent: Option<Map<String, Value>>,
    /// By which channel it began, and is held now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<ChannelPath>,
    /// Our own extension.
    #[schema(value_type = Object)]
    pub inbox: Extension,
}

/// How a conversation began: its first message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Source {
    /// The channel: `conversation` (the messenger), `email`, `sms`, `whatsapp`, `phone_call`, …
    #[serde(rename = "type")]
    pub kind: String,
    /// The id of the first message, as a part; `null` where that is not known here.
    #[schema(required = true)]
    pub id: Option<String>,
    /// `customer_initiated` or `admin_initiated`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivered_as: Option<String>,
    /// The subject of an e-mail; else empty.
    #[schema(required = true)]
    pub subject: Option<String>,
    /// What was said, as HTML.
    #[schema(required = true)]
    pub body: Option<String>,
    /// Who said it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<SourceAuthor>,
    /// Its files.
    pub attachments: Vec<PartAttachment>,
    /// The page on which it was said.
    #[schema(required = true)]
    pub url: Option<String>,
    /// Whether what it said was removed for good.
    pub redacted: bool,
    /// Our own extension of the first message.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    #[schema(value_type = Object)]
    pub inbox: Extension,
}

/// Who began a conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SourceAuthor {
    /// `admin`, `bot`, `user`, `lead` or `contact`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Their id; customers are told none of the company's people.
    #[schema(required = true)]
    pub id: Option<String>,
    /// Their name.
    #[schema(required = true)]
    pub name: Option<String>,
    /// Their e-mail address, where it is one.
    #[schema(required = true)]
    pub email: Option<String>,
}

/// By which channel a conversation is held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ChannelPath {
    /// At first.
    #[schema(required = true)]
    pub initial: Option<String>,
    /// Now.
    #[schema(required = true)]
    pub current: Option<String>,
}

/// The contacts of a conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ContactList {
    /// Always `contact.list`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The contacts.
    pub contacts: Vec<ContactReference>,
}

/// Names a contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ContactReference {
    /// Always `contact`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The id.
    pub id: String,
}

/// The company's people who take part in a conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TeammateList {
    /// Always `admin.list`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The people.
    pub teammates: Vec<Reference>,
}

/// The tags of a conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TagList {
    /// Always `tag.list`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The tags.
    pub tags: Vec<Tag>,
}

/// A tag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Tag {
    /// Always `tag`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// When it was attached, as far as the parts that are known here tell.
    #[schema(required = true)]
    pub applied_at: Option<i64>,
    /// Who attached it.
    #[schema(required = true)]
    pub applied_by: Option<Reference>,
}

/// A customer's rating.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Rating {
    /// 1 (worst) to 5 (best).
    pub rating: i64,
    /// What the customer added; else empty.
    pub remark: String,
    /// When it was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<i64>,
    /// When it last changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<i64>,
    /// Who gave it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<ContactReference>,
    /// Who is rated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub teammate: Option<Reference>,
}

/// When a contact first wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FirstContactReply {
    /// When.
    pub created_at: i64,
    /// By which channel.
    #[serde(rename = "type")]
    pub kind: String,
    /// On which page.
    #[schema(required = true)]
    pub url: Option<String>,
}

/// How soon an answer is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SlaApplied {
    /// Always `conversation_sla_summary`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The name of the rule; always empty, as an organisation has one.
    pub sla_name: String,
    /// `active` (an answer is awaited), `missed` (it is late) or `hit` (it came in time).
    pub sla_status: String,
}

/// What happened when. What the parts that are known here do not tell is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Statistics {
    /// Always `conversation_statistics`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Seconds from the beginning to the first assignment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_to_assignment: Option<i64>,
    /// Seconds from the beginning to an agent's first reply.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_to_admin_reply: Option<i64>,
    /// Seconds from the beginning to the first close.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_to_first_close: Option<i64>,
    /// Seconds from the beginning to the last close.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_to_last_close: Option<i64>,
    /// When a contact first wrote.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_contact_reply_at: Option<i64>,
    /// When it was first assigned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_assignment_at: Option<i64>,
    /// When an agent first wrote.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_admin_reply_at: Option<i64>,
    /// When it was first closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_close_at: Option<i64>,
    /// When it was last assigned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_assignment_at: Option<i64>,
    /// When a contact last wrote.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_contact_reply_at: Option<i64>,
    /// When the company last wrote.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_admin_reply_at: Option<i64>,
    /// When it was last closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_close_at: Option<i64>,
    /// Who closed it last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_closed_by_id: Option<String>,
    /// How often it was opened again after it had been closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count_reopens: Option<u64>,
    /// How often it was assigned to somebody.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count_assignments: Option<u64>,
    /// How many parts it has, the first message among them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count_conversation_parts: Option<u64>,
}

/// The parts of a conversation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PartList {
    /// Always `conversation_part.list`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The parts in order, at most 500.
    pub conversation_parts: Vec<ConversationPart>,
    /// How many these are.
    pub total_count: usize,
}

/// Other objects that a conversation is linked with: none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LinkedObjectList {
    /// Always `list`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Always 0.
    pub total_count: u64,
    /// Always `false`.
    pub has_more: bool,
    /// Always empty.
    pub data: Vec<Reference>,
}
