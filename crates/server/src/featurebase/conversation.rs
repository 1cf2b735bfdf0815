//! `GET` and `DELETE /v2/conversations/{id}`.

use axum::http::StatusCode;
use axum::response::Response;
use inbox_dialects::featurebase::server::{WireError, wire, write_conversation, write_deleted};
use inbox_model::ConversationId;

use super::call::{self, Call, Opened};
use super::fault::Fault;
use super::openapi::{Faults, Key, Version};
use super::place::Place;

/// Get a conversation
///
/// With its newest 500 parts.
#[utoipa::path(
    get,
    path = "/v2/conversations/{id}",
    operation_id = "getConversation",
    tag = "Conversations",
    params(("id" = String, Path, description = "The conversation."), Version),
    responses(
        (status = 200, description = "The conversation.", body = wire::Conversation),
        (status = 400, description = "`invalid_request`: the version or the key is none.", body = wire::ErrorResponse),
        (status = 404, description = "`conversation_not_found`: there is none, or none that the caller may know of.", body = wire::ErrorResponse),
        Faults,
    ),
)]
pub(super) async fn get(Place(id): Place<String>, call: Call) -> Result<Response, Fault> {
    let store = call.app.store();
    store.wake(call.now).await?;
    let conversation =
        store.conversation(&call.principal.reader, &ConversationId::from(id)).await?;
    let conversation = conversation.ok_or_else(WireError::conversation_not_found)?;
    Ok(call::answer(&write_conversation(&conversation, true, call.audience())))
}

/// Delete a conversation
///
/// For good. Agents only.
#[utoipa::path(
    delete,
    path = "/v2/conversations/{id}",
    operation_id = "deleteConversation",
    tag = "Conversations",
    params(("id" = String, Path, description = "The conversation."), Version, Key),
    responses(
        (status = 200, description = "It is gone.", body = wire::ConversationDeleteResponse),
        (status = 400, description = "`invalid_request`: the version or the key is none.", body = wire::ErrorResponse),
        (status = 403, description = "`forbidden`: the caller or the acting admin may not do this.", body = wire::ErrorResponse),
        (status = 404, description = "`conversation_not_found`: there is none, or none that the caller may know of.", body = wire::ErrorResponse),
        Faults,
    ),
)]
pub(super) async fn delete(Place(id): Place<String>, call: Call) -> Result<Response, Fault> {
    call.agents_only()?;
    let id = ConversationId::from(id);
    let mut write = match call.begin().await? {
        Opened::Fresh(write) => write,
        Opened::Done(response) => return Ok(response),
    };
    write.delete(&id).await?;
    Ok(call::finish(*write, StatusCode::OK, &write_deleted(&id)).await?)
}
