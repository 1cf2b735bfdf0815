//! The vendor's objects as they stand on the wire.
//!
//! Names are those of the contract's schemas. All objects are open: `inbox` is what our own server
//! and client add (see `docs/dialects.md`).

mod request;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

pub use request::{ArchiveRequest, AssignRequest, OpenConversationRequest, SendMessageRequest};

/// A thread of the unified inbox: one contact's touchpoints.
#[expect(clippy::struct_excessive_bools, reason = "the vendor's form")]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Conversation {
    /// A UUID.
    pub id: String,
    /// The contact, a UUID; the nil UUID where there is none.
    pub contact_id: String,
    /// What the contact is called.
    pub contact_name: Option<String>,
    /// Kinds of touchpoint in the thread: `sms`, `email`, `call`, `note`. Left out in lists.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channels: Option<Vec<String>>,
    /// The staff member responsible, a UUID; `null` where nobody is.
    pub assigned_to: Option<String>,
    /// Has a star.
    pub starred: bool,
    /// Has something that the caller has not read.
    pub unread: bool,
    /// How much.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unread_count: Option<u32>,
    /// Was put away.
    pub archived: bool,
    /// Waits for longer than it should.
    pub overdue: bool,
    /// When the answer that is awaited is due.
    pub sla_due_at: Option<String>,
    /// When something was last said or done.
    pub last_activity_at: String,
    /// When the contact last said something.
    pub last_inbound_at: Option<String>,
    /// When the company last said something.
    pub last_outbound_at: Option<String>,
    /// The newest thing said, as plain text.
    pub preview: Option<String>,
    /// The draft that waits, a UUID.
    pub pending_suggestion_id: Option<String>,
    /// When it began.
    pub created_at: String,
    /// What the form cannot say. Always there, if only as `{}`.
    pub inbox: Map<String, Value>,
}

/// One activity: a touchpoint, or a draft of one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Message {
    /// The activity's id, a UUID.
    pub id: String,
    /// The thread, a UUID.
    pub conversation_id: String,
    /// The contact, a UUID.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact_id: Option<String>,
    /// `sms`, `email`, `call` or `note`.
    pub channel: String,
    /// `inbound`, `outbound`, or `internal` for a note.
    pub direction: String,
    /// What the channel calls it; a second delivery under it makes no second row.
    pub provider_message_id: Option<String>,
    /// Subject line, of an e-mail.
    pub subject: Option<String>,
    /// What is said, as markdown.
    pub body: Option<String>,
    /// Files.
    pub media: Vec<Media>,
    /// `suggested`, `queued`, `sent`, `delivered`, `failed` or `received`; notes and calls have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// What was said in a call, in short, by a machine.
    pub ai_summary: Option<String>,
    /// How long a call took.
    pub duration_seconds: Option<u64>,
    /// `contact`, `staff`, `ai` or `system`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author_type: Option<String>,
    /// Who, a UUID.
    pub author_id: Option<String>,
    /// When.
    pub occurred_at: String,
    /// What the form cannot say.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub inbox: Map<String, Value>,
}

/// A stored file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Media {
    /// A UUID.
    pub id: String,
    /// Where it is, below the server's own address. Reading it needs the same token.
    pub url: String,
    /// MIME type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mime_type: Option<String>,
    /// Size in bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<u64>,
    /// What it is called.
    pub filename: Option<String>,
}

/// A page of threads, newest activity first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inbox: Option<Value>,
}

/// The messages of a thread, oldest first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MessageList {
    /// The messages.
    pub items: Vec<Message>,
    /// What is no touchpoint, for our own client.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inbox: Option<Value>,
}

/// A saved view.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct View {
    /// Letters, digits, `-` and `_`, at most 64 of them.
    pub id: String,
    /// 1 to 80 characters.
    pub name: String,
    /// One of the four that everybody has.
    pub system: bool,
    /// Its place, from 0.
    #[serde(default)]
    pub position: u32,
    /// Which threads it shows: `scope`, `archived`, `overdue`, `starred`, `unread`, `assigned_to`.
    #[serde(default)]
    pub filters: Map<String, Value>,
}

/// The saved views, in order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ViewList {
    /// The four of everybody are always among them.
    pub views: Vec<View>,
}

/// How many threads a view shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ViewCount {
    /// With something unread.
    pub unread: u64,
    /// In all.
    pub total: u64,
}

/// How many threads each view shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ViewCounts {
    /// By the views' ids.
    pub counts: std::collections::BTreeMap<String, ViewCount>,
}

/// How soon the organisation means to answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlaConfig {
    /// Whether deadlines are set at all.
    pub enabled: bool,
    /// Time to the first answer, at least 1.
    pub first_response_minutes: Option<u32>,
    /// Time to every further answer, at least 1.
    pub next_response_minutes: Option<u32>,
    /// How long before a deadline it counts as soon, at least 1.
    pub due_soon_minutes: Option<u32>,
}

/// A number of threads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// The number.
    pub count: u64,
}

/// A draft and what a person sent instead, for training; exported and never answered with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrainingPair {
    /// The thread, a UUID.
    pub conversation_id: String,
    /// The draft, a UUID.
    pub suggestion_activity_id: String,
    /// What was sent, a UUID.
    pub sent_activity_id: String,
    /// The draft's text.
    pub draft: String,
    /// The text that was sent.
    pub sent: String,
    /// `accepted`, `edited` or `replaced`.
    pub label: String,
    /// When it was sent.
    pub captured_at: String,
}

/// Why a request was not carried out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Error {
    /// A sentence, or a list of fields at fault: `{loc, msg, type}`.
    pub detail: Value,
    /// The rule that refused, as `{code}`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inbox: Option<Value>,
}
