//! `POST /v2/conversations/{id}/tags` and `DELETE …/tags/{tagId}`.

use axum::http::StatusCode;
use axum::response::Response;
use inbox_dialects::featurebase::server::{
    WireError, read_attach_tag, read_detach_tag, wire, write_tag,
};
use inbox_model::tag::Tag;
use inbox_model::{Command, ConversationId, ParticipantId};

use super::actor;
use super::call::{self, Call, Opened};
use super::fault::Fault;
use super::openapi::{Faults, Key, Version};
use super::place::Place;
use crate::store::Act;

/// Hexadecimal digits of an id, here as with the vendor.
const ID_DIGITS: usize = 24;

/// Attach a tag
///
/// Hangs a tag of the workspace on the newest message. Agents only.
#[utoipa::path(
    post,
    path = "/v2/conversations/{id}/tags",
    operation_id = "attachConversationTag",
    tag = "Conversations",
    params(("id" = String, Path, description = "The conversation."), Version, Key),
    request_body = wire::AttachConversationTagRequest,
    responses(
        (status = 200, description = "The tag with its newest attachment.", body = wire::AttachedConversationTag),
        (status = 400, description = "`invalid_request`, `invalid_parameter`, `missing_parameter` or `invalid_content`.", body = wire::ErrorResponse),
        (status = 403, description = "`forbidden`: the caller or the acting admin may not do this.", body = wire::ErrorResponse),
        (status = 404, description = "`conversation_not_found`, or another thing that the request names is not there.", body = wire::ErrorResponse),
        Faults,
    ),
)]
pub(super) async fn attach(Place(id): Place<String>, call: Call) -> Result<Response, Fault> {
    call.agents_only()?;
    let request = read_attach_tag(&call.body)?;
    change(&call, &id, &request.acting_admin, request.tag.as_str(), true).await
}

/// Detach a tag
///
/// Removes a tag wherever it hangs. Agents only.
#[utoipa::path(
    delete,
    path = "/v2/conversations/{id}/tags/{tagId}",
    operation_id = "detachConversationTag",
    tag = "Conversations",
    params(("id" = String, Path, description = "The conversation."), ("tagId" = String, Path, description = "The tag."), Version, Key),
    request_body = wire::DetachConversationTagRequest,
    responses(
        (status = 200, description = "The tag with its newest attachment.", body = wire::AttachedConversationTag),
        (status = 400, description = "`invalid_request`, `invalid_parameter`, `missing_parameter` or `invalid_content`.", body = wire::ErrorResponse),
        (status = 403, description = "`forbidden`: the caller or the acting admin may not do this.", body = wire::ErrorResponse),
        (status = 404, description = "`conversation_not_found`, or another thing that the request names is not there.", body = wire::ErrorResponse),
        Faults,
    ),
)]
pub(super) async fn detach(
    Place((id, tag)): Place<(String, String)>,
    call: Call,
) -> Result<Response, Fault> {
    call.agents_only()?;
    let request = read_detach_tag(&call.body)?;
    change(&call, &id, &request.acting_admin, &tag, false).await
}

/// What cannot be the id of a tag is 400 in the contract, and what could be one 404.
fn no_such_tag(id: &str) -> WireError {
    let is_id = id.len() == ID_DIGITS && id.bytes().all(|digit| digit.is_ascii_hexdigit());
    if is_id {
        WireError::resource_not_found("No tag exists with this ID.")
    } else {
        WireError::invalid_request("This is not the ID of a tag.").with_param("tagId")
    }
}

async fn change(
    call: &Call,
    id: &str,
    admin: &ParticipantId,
    tag: &str,
    attach: bool,
) -> Result<Response, Fault> {
    let id = ConversationId::from(id);
    let mut write = match call.begin().await? {
        Opened::Fresh(write) => write,
        Opened::Done(response) => return Ok(response),
    };
    actor::may_see(call, &mut write, &id).await?;
    let admin = actor::member(&mut write, admin).await?;
    let tag: Tag = write.tag(tag).await?.ok_or_else(|| no_such_tag(tag))?;
    let command = if attach {
        Command::AttachTag { tag: tag.clone() }
    } else {
        Command::DetachTag { tag: tag.clone() }
    };
    write.apply(&id, call.command_id().as_ref(), &[Act::new(&admin, command)]).await?;
    let conversation = write.conversation(&call.principal.reader, &id, true).await?;
    let conversation = conversation.ok_or_else(WireError::conversation_not_found)?;
    Ok(call::finish(*write, StatusCode::OK, &write_tag(&conversation, &tag)).await?)
}
