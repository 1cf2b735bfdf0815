//! Request bodies as typed values.

mod pictures;
mod speak;
mod update;

use inbox_model::{ConversationId, PartId, ParticipantId, TagId};

use super::error::WireError;
use crate::json::{self, Object, Value};

pub use speak::{ReplyAuthor, ReplyRequest, read_create, read_reply};
pub use update::{UpdateRequest, read_update};

/// `POST /v2/conversations/redact`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RedactRequest {
    /// The conversation.
    pub conversation: ConversationId,
    /// The message in it.
    pub part: PartId,
    /// Who does it; nobody means the bot.
    pub acting_admin: Option<ParticipantId>,
}

/// Reads the body of `POST /v2/conversations/redact`.
///
/// # Errors
/// 400 `invalid_request`.
pub fn read_redact(body: &str) -> Result<RedactRequest, WireError> {
    let value = body_of(body)?;
    let object = root(&value)?;
    if object.text("type") != Some("conversation_part") {
        return Err(wrong("type", "type is conversation_part."));
    }
    Ok(RedactRequest {
        conversation: object.need_id("conversationId")?,
        part: object.need_id("conversationPartId")?,
        acting_admin: acting_admin(object)?,
    })
}

/// `POST /v2/conversations/{id}/tags`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttachTagRequest {
    /// Who does it.
    pub acting_admin: ParticipantId,
    /// The tag.
    pub tag: TagId,
}

/// Reads the body of `POST /v2/conversations/{id}/tags`.
///
/// # Errors
/// 400 `invalid_request`.
pub fn read_attach_tag(body: &str) -> Result<AttachTagRequest, WireError> {
    let value = body_of(body)?;
    let object = root(&value)?;
    Ok(AttachTagRequest {
        acting_admin: object.need_id("actingAdminId")?,
        tag: object.need_id("tagId")?,
    })
}

/// `DELETE /v2/conversations/{id}/tags/{tagId}`, which has a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DetachTagRequest {
    /// Who does it.
    pub acting_admin: ParticipantId,
}

/// Reads the body of `DELETE /v2/conversations/{id}/tags/{tagId}`.
///
/// # Errors
/// 400 `invalid_request`.
pub fn read_detach_tag(body: &str) -> Result<DetachTagRequest, WireError> {
    let value = body_of(body)?;
    let acting_admin = root(&value)?.need_id("actingAdminId")?;
    Ok(DetachTagRequest { acting_admin })
}

/// `POST /v2/conversations/{id}/participants`. At least one of the first three is there; look the
/// contact up by `id`, else by `user_id`, else by `email`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddParticipantRequest {
    /// Our own id of a customer or lead.
    pub id: Option<ParticipantId>,
    /// The company's id of a customer.
    pub user_id: Option<String>,
    /// A customer's address.
    pub email: Option<String>,
    /// Who does it; nobody means the bot.
    pub acting_admin: Option<ParticipantId>,
}

/// Reads the body of `POST /v2/conversations/{id}/participants`.
///
/// # Errors
/// 400 `missing_parameter` or `invalid_request`.
pub fn read_add_participant(body: &str) -> Result<AddParticipantRequest, WireError> {
    let value = body_of(body)?;
    let object = root(&value)?;
    let who =
        object.object("participant").ok_or_else(|| WireError::missing_parameter("participant"))?;
    let request = AddParticipantRequest {
        id: who.id("id"),
        user_id: who.id("userId"),
        email: who.id("email"),
        acting_admin: acting_admin(object)?,
    };
    if request.id.is_none() && request.user_id.is_none() && request.email.is_none() {
        let mut error = WireError::missing_parameter("participant");
        "One of participant.id, participant.userId and participant.email is required."
            .clone_into(&mut error.message);
        return Err(error);
    }
    Ok(request)
}

/// `DELETE /v2/conversations/{id}/participants`, which has a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemoveParticipantRequest {
    /// The contact.
    pub id: ParticipantId,
    /// Who does it; nobody means the bot.
    pub acting_admin: Option<ParticipantId>,
}

/// Reads the body of `DELETE /v2/conversations/{id}/participants`.
///
/// # Errors
/// 400 `invalid_request`.
pub fn read_remove_participant(body: &str) -> Result<RemoveParticipantRequest, WireError> {
    let value = body_of(body)?;
    let object = root(&value)?;
    let id = object.need_id("id")?;
    Ok(RemoveParticipantRequest { id, acting_admin: acting_admin(object)? })
}

fn body_of(body: &str) -> Result<Value, WireError> {
    json::parse(body, "body").map_err(|_| WireError::invalid_request("The body is not valid JSON."))
}

fn root(value: &Value) -> Result<Object<'_>, WireError> {
    Object::of(value).map_err(|_| WireError::invalid_request("The body is not a JSON object."))
}

fn acting_admin(object: Object<'_>) -> Result<Option<ParticipantId>, WireError> {
    match object.get("actingAdminId") {
        None => Ok(None),
        Some(_) => Ok(Some(object.need_id("actingAdminId")?)),
    }
}

fn wrong(param: &str, message: &str) -> WireError {
    WireError::invalid_request(message).with_param(param)
}
