//! Request bodies as typed values.

mod speak;

use inbox_model::validate::line;
use inbox_model::{Command, ConversationId, Delivery, PartId, TagId};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::error::WireError;
use super::wire::{
    ActingBody, AddContactBody, AttachTagBody, PartUpdateBody, RedactBody, UpdateBody,
};
use crate::intercom::words;

pub use speak::{CreateRequest, Deed, ReplyAuthor, ReplyRequest, read_create, read_reply};

/// Names a contact. At least one of the three is there; they count in this order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContactRef {
    /// The server's id.
    pub id: Option<String>,
    /// The company's id.
    pub user_id: Option<String>,
    /// The address.
    pub email: Option<String>,
}

/// `PUT /conversations/{id}`: one or more changes, to be carried out together and in this order.
#[derive(Clone, Debug, PartialEq)]
pub struct UpdateRequest {
    /// Title and fields of the company's own.
    pub commands: Vec<Command>,
    /// Whether the caller has read everything.
    pub read: Option<bool>,
}

/// Reads the body of `PUT /conversations/{id}`.
///
/// # Errors
/// 400 `bad_request` or `parameter_invalid`.
pub fn read_update(body: &str) -> Result<UpdateRequest, WireError> {
    let body: UpdateBody = parse(body)?;
    let mut commands = Vec::new();
    if let Some(title) = body.title {
        let title = title.unwrap_or_default();
        if let Some(fault) = line::TITLE.excess(&title) {
            return Err(WireError::invalid("title", fault.to_string()));
        }
        commands.push(Command::SetTitle { title });
    }
    if let Some(attributes) = body.custom_attributes {
        let attributes = attributes.into_iter().map(|(name, value)| (name, value.to_string()));
        commands.push(Command::SetAttributes { attributes: attributes.collect() });
    }
    Ok(UpdateRequest { commands, read: body.read })
}

/// `PUT /conversations/{conversation_id}/conversation_parts/{id}`. What it asks for is told by
/// [`PartUpdateRequest::deeds`], once the secret has been looked at.
#[derive(Clone, Debug)]
pub struct PartUpdateRequest {
    /// What was shown as the secret.
    pub secret: Secret,
    body: PartUpdateBody,
}

/// A secret that somebody shows; it never gets into a log.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// The text, to be compared in constant time.
    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

/// What an update of a part asks for: one of the two, or both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartDeeds {
    /// How far an external reply has come, and what the channel says about it.
    pub delivery: Option<(Delivery, String)>,
    /// The number of the admin who has seen it.
    pub seen_by: Option<String>,
}

impl PartUpdateRequest {
    /// The number of the admin in whose name something is done, where the body names one.
    pub fn admin(&self) -> Option<&str> {
        self.body.admin_id.as_deref()
    }

    /// Whether the admin's own seal is enough: nothing but their having seen it is told.
    pub fn is_own_affair(&self) -> bool {
        self.body.send_state.is_none() && self.body.info_message.is_none()
    }

    /// What is asked for. The fields say which of the two operations is meant; a body that has the
    /// fields of both asks for both, which are carried out together or not at all.
    ///
    /// # Errors
    /// 400 `parameter_not_found` where an operation lacks one of its two fields or there is none,
    /// `parameter_invalid` for a state that nobody could tell the meaning of, or a part that is to
    /// become unseen.
    pub fn deeds(&self) -> Result<PartDeeds, WireError> {
        let body = &self.body;
        let delivery = match (&body.send_state, &body.info_message) {
            (Some(word), Some(info)) => {
                let message = "send_state is one of pending, sent, delivered, read, failed";
                let delivery = words::read_delivery(word);
                let delivery = delivery.ok_or_else(|| WireError::invalid("send_state", message))?;
                Some((delivery, info.clone()))
            }
            (Some(_), None) => return Err(WireError::missing("info_message")),
            (None, Some(_)) => return Err(WireError::missing("send_state")),
            (None, None) => None,
        };
        let seen_by = match (body.seen, &body.admin_id) {
            (Some(true), Some(admin)) => Some(admin.clone()),
            (Some(false), Some(_)) => {
                return Err(WireError::invalid("seen", "What was seen stays seen"));
            }
            (Some(_), None) => return Err(WireError::missing("admin_id")),
            (None, Some(_)) => return Err(WireError::missing("seen")),
            (None, None) => None,
        };
        if delivery.is_none() && seen_by.is_none() {
            return Err(WireError::missing("send_state"));
        }
        Ok(PartDeeds { delivery, seen_by })
    }
}

/// Reads the body of `PUT /conversations/{conversation_id}/conversation_parts/{id}` as far as it lets
/// the caller in.
///
/// # Errors
/// 400 `bad_request` where it cannot be read, 403 where it is not said to be experimental, or shows
/// no secret.
pub fn read_part_update(body: &str) -> Result<PartUpdateRequest, WireError> {
    let mut body: PartUpdateBody = parse(body)?;
    if body.experimental != Some(true) {
        return Err(WireError::forbidden("experimental must be true").with_field("experimental"));
    }
    let secret = body.secret.take().filter(|secret| !secret.is_empty());
    let secret = secret.ok_or_else(|| {
        WireError::forbidden("A valid HMAC secret is required").with_field("secret")
    })?;
    Ok(PartUpdateRequest { secret: Secret(secret), body })
}

/// `POST /conversations/{id}/tags`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttachTagRequest {
    /// The number of the admin who does it.
    pub admin: String,
    /// The tag.
    pub tag: TagId,
}

/// Reads the body of `POST /conversations/{id}/tags`.
///
/// # Errors
/// 400 `bad_request` or `parameter_not_found`.
pub fn read_attach_tag(body: &str) -> Result<AttachTagRequest, WireError> {
    let body: AttachTagBody = parse(body)?;
    let tag = body.id.ok_or_else(|| WireError::missing("id"))?.into();
    let admin = body.admin_id.ok_or_else(|| WireError::missing("admin_id"))?;
    Ok(AttachTagRequest { admin, tag })
}

/// The body of a `DELETE`: who does it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActingAdmin {
    /// The number of the admin.
    pub admin: String,
}

/// Reads the body of `DELETE /conversations/{id}/tags/{tag_id}` and `…/customers/{contact_id}`.
///
/// # Errors
/// 400 `bad_request` or `parameter_not_found`.
pub fn read_acting_admin(body: &str) -> Result<ActingAdmin, WireError> {
    let body: ActingBody = parse(body)?;
    Ok(ActingAdmin { admin: body.admin_id.ok_or_else(|| WireError::missing("admin_id"))? })
}

/// `POST /conversations/{id}/customers`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddContactRequest {
    /// The number of the admin who does it.
    pub admin: String,
    /// Who comes in.
    pub contact: ContactRef,
}

/// Reads the body of `POST /conversations/{id}/customers`.
///
/// # Errors
/// 400 `bad_request` or `parameter_not_found`.
pub fn read_add_contact(body: &str) -> Result<AddContactRequest, WireError> {
    let body: AddContactBody = parse(body)?;
    let admin = body.admin_id.ok_or_else(|| WireError::missing("admin_id"))?;
    let named = body.customer.ok_or_else(|| WireError::missing("customer"))?;
    let contact =
        ContactRef { id: named.intercom_user_id, user_id: named.user_id, email: named.email };
    if contact == ContactRef::default() {
        return Err(WireError::missing("customer.intercom_user_id"));
    }
    Ok(AddContactRequest { admin, contact })
}

/// `POST /conversations/redact`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RedactRequest {
    /// The conversation.
    pub conversation: ConversationId,
    /// The message in it.
    pub part: PartId,
}

/// Reads the body of `POST /conversations/redact`.
///
/// # Errors
/// 400 `bad_request`, `parameter_not_found` or `parameter_invalid`.
pub fn read_redact(body: &str) -> Result<RedactRequest, WireError> {
    let body: RedactBody = parse(body)?;
    let conversation = body.conversation_id.ok_or_else(|| WireError::missing("conversation_id"))?;
    let (part, field) = match body.kind.as_str() {
        "conversation_part" => (body.conversation_part_id, "conversation_part_id"),
        "source" => (body.source_id, "source_id"),
        _ => return Err(WireError::invalid("type", "type is conversation_part or source")),
    };
    let part = part.ok_or_else(|| WireError::missing(field))?;
    Ok(RedactRequest { conversation: conversation.into(), part: part.into() })
}

/// Reads a body. What is said of a fault names fields and never repeats their values.
fn parse<T: DeserializeOwned>(body: &str) -> Result<T, WireError> {
    let value: Value = serde_json::from_str(body)
        .map_err(|_| WireError::bad_request("The body is not valid JSON"))?;
    if !value.is_object() {
        return Err(WireError::bad_request("The body is not a JSON object"));
    }
    serde_json::from_value(value)
        .map_err(|_| WireError::bad_request("A field of the body has a value of another type"))
}
