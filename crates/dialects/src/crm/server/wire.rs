//! The vendor's objects as they stand on the wire.
//!
//! Names are those of the contract's schemas. All objects are open: `inbox` is what our own server
//! and client add (see `docs/dialects.md`).

mod request;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

pub use request::{
    ArchiveRequest, AssignRequest, OpenConversationRequest, SendMessageRequest, Upload,
};

/// A thread of the unified inbox: one contact's touchpoints.
#[expect(clippy::struct_excessive_bools, reason = "the vendor's form")]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Conversation {
    /// A UUID.
    #[schema(format = "uuid")]
    pub id: String,
    /// The contact, a UUID; the nil UUID where there is none.
    #[schema(format = "uuid")]
    pub contact_id: String,
    /// What the contact is called.
    #[schema(required = true)]
    pub contact_name: Option<String>,
    /// Kinds of touchpoint in the thread: `sms`, `email`, `call`, `note`. Left out in lists.
    #[schema(nullable = false)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channels: Option<Vec<String>>,
    /// The staff member responsible, a UUID; `null` where nobody is.
    #[schema(format = "uuid", required = true)]
    pub assigned_to: Option<String>,
    /// Has a star.
    pub starred: bool,
    /// Has something that the caller has not read.
    pub unread: bool,
    /// How much.
    #[schema(minimum = 0, nullable = false)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unread_count: Option<u32>,
    /// Was put away.
    pub archived: bool,
    /// Waits for longer than it should.
    pub overdue: bool,
    /// When the answer that is awaited is due.
    #[schema(format = "date-time", required = true)]
    pub sla_due_at: Option<String>,
    /// When something was last said or done.
    #[schema(format = "date-time")]
    pub last_activity_at: String,
    /// When the contact last said something.
    #[schema(format = "date-time", required = true)]
    pub last_inbound_at: Option<String>,
    /// When the company last said something.
    #[schema(format = "date-time", required = true)]
    pub last_outbound_at: Option<String>,
    /// The newest thing said, as plain text.
    #[schema(required = true)]
    pub preview: Option<String>,
    /// The draft that waits, a UUID.
    #[schema(format = "uuid", required = true)]
    pub pending_suggestion_id: Option<String>,
    /// When it began.
    #[schema(format = "date-time")]
    pub created_at: String,
    /// What the form cannot say. Always there, if only as `{}`.
    #[schema(value_type = Object)]
    pub inbox: Map<String, Value>,
}

/// One activity: a touchpoint, or a draft of one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Message {
    /// The activity's id, a UUID.
    #[schema(format = "uuid")]
    pub id: String,
    /// The thread, a UUID.
    #[schema(format = "uuid")]
    pub conversation_id: String,
    /// The contact, a UUID.
    #[schema(format = "uuid", nullable = false)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact_id: Option<String>,
    /// `sms`, `email`, `call` or `note`.
    #[schema(pattern = "^(sms|email|call|note)$")]
    pub channel: String,
    /// `inbound`, `outbound`, or `internal` for a note.
    #[schema(pattern = "^(inbound|outbound|internal)$")]
    pub direction: String,
    /// What the channel calls it; a second delivery under it makes no second row.
    #[schema(required = true)]
    pub provider_message_id: Option<String>,
    /// Subject line, of an e-mail.
    #[schema(required = true)]
    pub subject: Option<String>,
    /// What is said, as markdown.
    #[schema(required = true)]
    pub body: Option<String>,
    /// Files.
    pub media: Vec<Media>,
    /// `suggested`, `queued`, `sent`, `delivered`, `failed` or `received`; notes and calls have none.
    #[schema(pattern = "^(suggested|queued|sent|delivered|failed|received)$", nullable = false)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// What was said in a call, in short, by a machine.
    #[schema(required = true)]
    pub ai_summary: Option<String>,
    /// How long a call took.
    #[schema(required = true)]
    pub duration_seconds: Option<u64>,
    /// `contact`, `staff`, `ai` or `system`.
    #[schema(pattern = "^(contact|staff|ai|system)$", nullable = false)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author_type: Option<String>,
    /// Who, a UUID.
    #[schema(format = "uuid", required = true)]
    pub author_id: Option<String>,
    /// When.
    #[schema(format = "date-time")]
    pub occurred_at: String,
    /// What the form cannot say.
    #[schema(value_type = Object)]
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub inbox: Map<String, Value>,
}

/// A stored file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Media {
    /// A UUID.
    #[schema(format = "uuid")]
    pub id: String,
    /// Where it is, below the server's own address. Reading it needs the same token.
    pub url: String,
    /// MIME type.
    #[schema(nullable = false)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mime_type: Option<String>,
    /// Size in bytes.
    #[schema(nullable = false)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<u64>,
    /// What it is called.
    #[schema(required = true)]
    pub filename: Option<String>,
}

/// A page of threads, newest activity first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ConversationPage {
    /// The threads.
    pub items: Vec<Conversation>,
    /// How many there are in all.
    pub total: u64,
    /// How many a page has at most.
    pub limit: u32,
    /// How many there are before this page.
    pub offset: u64,
    /// Totals, for our own client.
    #[schema(value_type = Object, nullable = false)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inbox: Option<Value>,
}

/// The messages of a thread, oldest first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct MessageList {
    /// The messages.
    pub items: Vec<Message>,
    /// What is no touchpoint, for our own client.
    #[schema(value_type = Object, nullable = false)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inbox: Option<Value>,
}

/// A saved view.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct View {
    /// Letters, digits, `-` and `_`, at most 64 of them.
    #[schema(pattern = "^[A-Za-z0-9_-]{1,64}$")]
    pub id: String,
    /// 1 to 80 characters.
    #[schema(min_length = 1, max_length = 80)]
    pub name: String,
    /// One of the four that everybody has.
    pub system: bool,
    /// Its place, from 0.
    #[serde(default)]
    pub position: u32,
    /// Which threads it shows: `scope`, `archived`, `overdue`, `starred`, `unread`, `assigned_to`,
    /// which all have to be met. Besides, of our own: `state`, `assigned`, `team`, `tags_any`,
    /// `tags_all`, `tags_none`, `channel`, `priority` and `text`; and `all`, `any` and `not`, of
    /// further filters.
    #[schema(value_type = Object)]
    #[serde(default)]
    pub filters: Map<String, Value>,
    /// In which order, where it is not the newest activity first (our own).
    #[schema(nullable = false)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort: Option<ViewSort>,
}

/// The order of a view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ViewSort {
    /// `last_activity`, `created`, `waiting_since`, `priority`, `sla_due` or `unread`.
    pub by: String,
    /// The greatest first.
    pub descending: bool,
}

/// The saved views, in order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ViewList {
    /// The four of everybody are always among them.
    pub views: Vec<View>,
}

/// How many threads a view shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ViewCount {
    /// With something unread.
    pub unread: u64,
    /// In all.
    pub total: u64,
}

/// How many threads each view shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ViewCounts {
    /// By the views' ids.
    pub counts: std::collections::BTreeMap<String, ViewCount>,
}

/// How soon the organisation means to answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SlaConfig {
    /// Whether deadlines are set at all.
    pub enabled: bool,
    /// Time to the first answer, at least 1.
    #[schema(minimum = 1, required = true)]
    pub first_response_minutes: Option<u32>,
    /// Time to every further answer, at least 1.
    #[schema(minimum = 1, required = true)]
    pub next_response_minutes: Option<u32>,
    /// How long before a deadline it counts as soon, at least 1.
    #[schema(minimum = 1, required = true)]
    pub due_soon_minutes: Option<u32>,
}

/// A number of threads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Count {
    /// The number.
    pub count: u64,
}

/// A draft and what a person sent instead, for training; exported and never answered with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TrainingPair {
    /// The thread, a UUID.
    #[schema(format = "uuid")]
    pub conversation_id: String,
    /// The draft, a UUID.
    #[schema(format = "uuid")]
    pub suggestion_activity_id: String,
    /// What was sent, a UUID.
    #[schema(format = "uuid")]
    pub sent_activity_id: String,
    /// The draft's text.
    pub draft: String,
    /// The text that was sent.
    pub sent: String,
    /// `accepted`, `edited` or `replaced`.
    pub label: String,
    /// When it was sent.
    #[schema(format = "date-time")]
    pub captured_at: String,
}

/// Why a request was not carried out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Error {
    /// A sentence, or the fields at fault.
    pub detail: Detail,
    /// The rule that refused, as `{code}`.
    #[schema(value_type = Object, nullable = false)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inbox: Option<Value>,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(untagged)]
pub enum Detail {
    /// A sentence.
    Sentence(String),
    /// Fields at fault.
    Fields(Vec<FieldError>),
}

/// A field at fault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FieldError {
    /// Where: `body` or `query`, and the names from there.
    pub loc: Vec<String>,
    /// What is wrong with it.
    pub msg: String,
    /// Always `value_error`.
    #[serde(rename = "type")]
    pub kind: String,
}
