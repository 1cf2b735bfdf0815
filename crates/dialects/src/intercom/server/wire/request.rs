//! Request bodies. An id may be written as a text or as a whole number. Unknown members are passed
//! over.

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::Extension;

/// `POST /conversations`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct CreateBody {
    /// Who begins.
    #[schema(value_type = CreateFrom, required = true)]
    pub from: Option<CreateFrom>,
    /// What they say, as HTML or as text.
    pub body: Option<String>,
    /// When they said it, in seconds, for migrations.
    pub created_at: Option<i64>,
    /// Addresses of files.
    pub attachment_urls: Vec<String>,
    /// Our own: what is said, in the model's form, under `contents`.
    #[schema(value_type = Object)]
    pub inbox: Extension,
}

/// Who begins a conversation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct CreateFrom {
    /// `user`, `lead` or `contact`.
    #[serde(rename = "type")]
    #[schema(value_type = String, required = true)]
    pub kind: String,
    /// Their id.
    #[serde(deserialize_with = "id")]
    #[schema(value_type = String, required = true)]
    pub id: Option<String>,
}

/// `POST /conversations/{id}/reply` and `/parts`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct ReplyBody {
    /// `comment`, `note`, `close`, `open`, `snoozed` or `assignment`.
    #[schema(value_type = String, required = true)]
    pub message_type: String,
    /// `admin` or `user`; for an assignment who it goes to, `admin` or `team`. May be left out where
    /// only an admin can be meant.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The admin who acts.
    #[serde(deserialize_with = "id")]
    pub admin_id: Option<String>,
    /// The contact who writes, by the server's id …
    #[serde(deserialize_with = "id")]
    pub intercom_user_id: Option<String>,
    /// … or by the company's …
    #[serde(deserialize_with = "id")]
    pub user_id: Option<String>,
    /// … or by their address.
    pub email: Option<String>,
    /// What is said, as HTML or as text.
    pub body: Option<String>,
    /// Who is to be responsible; `0` is nobody.
    #[serde(deserialize_with = "id")]
    pub assignee_id: Option<String>,
    /// Until when it is put aside, in seconds.
    pub snoozed_until: Option<i64>,
    /// Addresses of files, at most 10.
    pub attachment_urls: Vec<String>,
    /// What the channel calls the message: one that is there under this id is not added again.
    #[serde(deserialize_with = "id")]
    pub external_id: Option<String>,
    /// Our own: what is said, in the model's form, under `contents`.
    #[schema(value_type = Object)]
    pub inbox: Extension,
}

/// `PUT /conversations/{id}`. What is absent stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct UpdateBody {
    /// Whether the caller has read everything.
    pub read: Option<bool>,
    /// The title; `null` or empty takes it away.
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    pub title: Option<Option<String>>,
    /// Fields of the company's own.
    #[schema(value_type = Option<Object>)]
    pub custom_attributes: Option<Map<String, Value>>,
}

/// `PUT /conversations/{conversation_id}/conversation_parts/{id}`.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct PartUpdateBody {
    /// How far an external reply has come: `pending`, `sent`, `delivered`, `read` or `failed`.
    pub send_state: Option<String>,
    /// What the channel says about that.
    pub info_message: Option<String>,
    /// `true`: the admin has seen the part.
    pub seen: Option<bool>,
    /// Which admin.
    #[serde(deserialize_with = "id")]
    pub admin_id: Option<String>,
    /// Must be `true`.
    #[schema(value_type = bool, required = true)]
    pub experimental: Option<bool>,
    /// The organisation's secret, or the seal of the admin who has seen it.
    #[schema(value_type = String, required = true)]
    pub secret: Option<String>,
}

/// Without the secret, which has no place in a log.
impl std::fmt::Debug for PartUpdateBody {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PartUpdateBody").finish_non_exhaustive()
    }
}

/// `POST /conversations/{id}/tags`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct AttachTagBody {
    /// The tag.
    #[serde(deserialize_with = "id")]
    #[schema(value_type = String, required = true)]
    pub id: Option<String>,
    /// Who attaches it.
    #[serde(deserialize_with = "id")]
    #[schema(value_type = String, required = true)]
    pub admin_id: Option<String>,
}

/// `DELETE /conversations/{id}/tags/{tag_id}` and `…/customers/{contact_id}`, which have a body.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct ActingBody {
    /// Who does it.
    #[serde(deserialize_with = "id")]
    #[schema(value_type = String, required = true)]
    pub admin_id: Option<String>,
}

/// `POST /conversations/{id}/customers`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct AddContactBody {
    /// Who does it.
    #[serde(deserialize_with = "id")]
    #[schema(value_type = String, required = true)]
    pub admin_id: Option<String>,
    /// Who comes in.
    #[schema(value_type = CustomerBody, required = true)]
    pub customer: Option<CustomerBody>,
}

/// Names a contact by one of three ids.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct CustomerBody {
    /// The server's id.
    #[serde(deserialize_with = "id")]
    pub intercom_user_id: Option<String>,
    /// The company's id.
    #[serde(deserialize_with = "id")]
    pub user_id: Option<String>,
    /// The address.
    pub email: Option<String>,
}

/// `POST /conversations/redact`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct RedactBody {
    /// `conversation_part`, or `source` for the first message.
    #[serde(rename = "type")]
    #[schema(value_type = String, required = true)]
    pub kind: String,
    /// The conversation.
    #[serde(deserialize_with = "id")]
    #[schema(value_type = String, required = true)]
    pub conversation_id: Option<String>,
    /// The part.
    #[serde(deserialize_with = "id")]
    pub conversation_part_id: Option<String>,
    /// The first message, where `type` is `source`.
    #[serde(deserialize_with = "id")]
    pub source_id: Option<String>,
}

/// An id: a text that is not empty, or a whole number. `null` is none.
fn id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged, expecting = "an id is a text or a whole number")]
    enum Id {
        Text(String),
        Number(u64),
    }
    let id = Option::<Id>::deserialize(deserializer)?.map(|id| match id {
        Id::Text(text) => text,
        Id::Number(number) => number.to_string(),
    });
    Ok(id.filter(|id| !id.is_empty()))
}

/// A member that is there: its `null` clears, which serde by itself takes for absent.
fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}
