//! `GET /conversations/{id}`, and how every conversation goes out.

use axum::http::StatusCode;
use axum::response::Response;
use inbox_dialects::intercom::server::{
    IDS, WireError, plain, wants_plaintext, wire, write_conversation,
};
use inbox_model::ConversationId;

use super::call::{self, Call};
use super::fault::Fault;
use super::openapi::{Display, Headers, Id};
use super::place::Place;
use crate::store::Write;

/// Retrieve a conversation
///
/// With its newest 500 parts.
#[utoipa::path(
    get,
    path = "/conversations/{id}",
    operation_id = "retrieveConversation",
    tag = "Conversations",
    params(Id, Display, Headers),
    responses(
        (status = 200, description = "The conversation.", body = wire::Conversation),
        (status = 400, description = "`bad_request`, `parameter_not_found` or `parameter_invalid`.", body = wire::ErrorList),
        (status = 401, description = "`unauthorized`.", body = wire::ErrorList),
        (status = 403, description = "`forbidden`: of another organisation.", body = wire::ErrorList),
        (status = 404, description = "`not_found`: there is no such thing, or none that the caller may know of.", body = wire::ErrorList),
    ),
)]
pub(super) async fn get(Place(id): Place<String>, call: Call) -> Result<Response, Fault> {
    let plaintext = wants_plaintext(&call.query)?;
    let store = call.app.store();
    store.wake(call.now).await?;
    let conversation =
        store.conversation(&call.principal.reader, &ConversationId::from(id)).await?;
    let conversation = IDS.conversation(&conversation.ok_or_else(WireError::not_found)?);
    let body = write_conversation(&conversation, true, call.audience(), call.now);
    Ok(call::answer(&if plaintext { plain(body) } else { body }))
}

/// Ends a write with the conversation as it is now.
pub(super) async fn answer(
    call: &Call,
    mut write: Write,
    id: &ConversationId,
    with_parts: bool,
) -> Result<Response, Fault> {
    let conversation = IDS.conversation(&call.may_see(&mut write, id, with_parts).await?);
    let body = write_conversation(&conversation, with_parts, call.audience(), call.now);
    Ok(call::finish(write, StatusCode::OK, &body).await?)
}
