//! The vendor's objects as they stand on the wire. Times are whole seconds since the epoch.

mod conversation;
mod list;
mod part;
mod request;

pub use conversation::{
    ChannelPath, ContactList, ContactReference, Conversation, FirstContactReply, LinkedObjectList,
    PartList, Rating, SlaApplied, Source, SourceAuthor, Statistics, Tag, TagList, TeammateList,
};
pub use list::{ConversationList, Message, Next, Pages};
pub use part::{
    Author, ConversationPart, EmailMetadata, PartAttachment, PartMetadata, QuickReplyOption,
    SeenState, TagBasic,
};
pub use request::{
    ActingBody, AddContactBody, AttachTagBody, CreateBody, CreateFrom, CustomerBody,
    PartUpdateBody, RedactBody, ReplyBody, UpdateBody,
};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

/// What our own server adds beside the vendor's members; the model's own form.
pub type Extension = Map<String, Value>;

/// Names another object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Reference {
    /// What it is: `contact`, `admin`, `team`, …
    #[serde(rename = "type")]
    pub kind: String,
    /// Its id.
    #[schema(required = true)]
    pub id: Option<String>,
}

/// The envelope of an error.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ErrorList {
    /// Always `error.list`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Under which the request is found in the log: a UUID.
    #[schema(required = true)]
    pub request_id: Option<String>,
    /// What is wrong; here always one error.
    pub errors: Vec<ErrorEntry>,
    /// Our own: the code of the model's rule that refused, under `code`.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    #[schema(value_type = Object)]
    pub inbox: Extension,
}

/// One error of an [`ErrorList`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ErrorEntry {
    /// The vendor's stable code.
    pub code: String,
    /// A sentence for a developer.
    #[schema(required = true)]
    pub message: Option<String>,
    /// The field or query parameter at fault.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
}
