//! `POST` and `DELETE /v2/conversations/{id}/participants`.

use axum::response::Response;
use inbox_dialects::featurebase::server::{read_add_participant, read_remove_participant, wire};
use inbox_model::{Command, ConversationId};

use super::call::{Call, Opened};
use super::fault::Fault;
use super::openapi::{Faults, Key, Version};
use super::place::Place;
use super::{actor, update};
use crate::store::Act;

/// Add a contact
///
/// Brings a contact in. Agents only.
#[utoipa::path(
    post,
    path = "/v2/conversations/{id}/participants",
    operation_id = "addParticipantToConversation",
    tag = "Conversations",
    params(("id" = String, Path, description = "The conversation."), Version, Key),
    request_body = wire::AddParticipantRequest,
    responses(
        (status = 200, description = "The conversation after it.", body = wire::Conversation),
        (status = 400, description = "`invalid_request`, `invalid_parameter`, `missing_parameter` or `invalid_content`.", body = wire::ErrorResponse),
        (status = 403, description = "`forbidden`: the caller or the acting admin may not do this.", body = wire::ErrorResponse),
        (status = 404, description = "`conversation_not_found`, or another thing that the request names is not there.", body = wire::ErrorResponse),
        Faults,
    ),
)]
pub(super) async fn add(Place(id): Place<String>, call: Call) -> Result<Response, Fault> {
    call.agents_only()?;
    let request = read_add_participant(&call.body)?;
    let id = ConversationId::from(id);
    let mut write = match call.begin().await? {
        Opened::Fresh(write) => write,
        Opened::Done(response) => return Ok(response),
    };
    actor::may_see(&call, &mut write, &id).await?;
    let admin = actor::acting_admin(&mut write, request.acting_admin.as_ref()).await?;
    let (user_id, email) = (request.user_id.as_deref(), request.email.as_deref());
    let contact = actor::contact(&mut write, request.id.as_ref(), user_id, email).await?;
    let participant = contact.participant;
    let add = Act::new(&admin, Command::AddParticipant { participant });
    write.apply(&id, call.command_id().as_ref(), &[add]).await?;
    update::answer(&call, *write, &id, true).await
}

/// Remove a contact
///
/// Takes a contact out; the last one stays. Agents only.
#[utoipa::path(
    delete,
    path = "/v2/conversations/{id}/participants",
    operation_id = "removeParticipantFromConversation",
    tag = "Conversations",
    params(("id" = String, Path, description = "The conversation."), Version, Key),
    request_body = wire::RemoveParticipantRequest,
    responses(
        (status = 200, description = "The conversation after it.", body = wire::Conversation),
        (status = 400, description = "`invalid_request`, `invalid_parameter`, `missing_parameter` or `invalid_content`.", body = wire::ErrorResponse),
        (status = 403, description = "`forbidden`: the caller or the acting admin may not do this.", body = wire::ErrorResponse),
        (status = 404, description = "`conversation_not_found`, or another thing that the request names is not there.", body = wire::ErrorResponse),
        Faults,
    ),
)]
pub(super) async fn remove(Place(id): Place<String>, call: Call) -> Result<Response, Fault> {
    call.agents_only()?;
    let request = read_remove_participant(&call.body)?;
    let id = ConversationId::from(id);
    let mut write = match call.begin().await? {
        Opened::Fresh(write) => write,
        Opened::Done(response) => return Ok(response),
    };
    actor::may_see(&call, &mut write, &id).await?;
    let admin = actor::acting_admin(&mut write, request.acting_admin.as_ref()).await?;
    let remove = Act::new(&admin, Command::RemoveParticipant { participant: request.id });
    write.apply(&id, call.command_id().as_ref(), &[remove]).await?;
    update::answer(&call, *write, &id, true).await
}
