//! `GET /conversations/{id}` and `GET /conversations/{id}/messages`, which are ours.

use axum::http::StatusCode;
use axum::response::Response;
use inbox_dialects::voicebot::server::{WireError, wire, wrapped};
use inbox_model::ConversationId;

use super::Call;
use super::fault::Fault;
use super::place::{Conversation, users, writer};
use crate::http::{answer, finish};
use crate::store::Write;

/// Get a conversation
///
/// One conversation.
#[utoipa::path(
    get,
    path = "/conversations/{id}",
    operation_id = "getConversation",
    tag = "Conversations",
    params(("id" = i64, Path, description = "The conversation.")),
    responses(
        (status = 200, description = "The conversation.", body = wire::ConversationAnswer),
        (status = 400, description = "`X-Org-Id` is not a UUID.", body = wire::ErrorAnswer),
        (status = 401, description = "No token, or none that is valid.", body = wire::ErrorAnswer),
        (status = 404, description = "There is no such thing, or none that the caller may know of.", body = wire::ErrorAnswer),
    ),
)]
pub(super) async fn get(Conversation(id): Conversation, call: Call) -> Result<Response, Fault> {
    let store = call.app.store();
    store.wake(call.now).await?;
    let conversation = store.with_newest(&call.principal.reader, &id).await?;
    let conversation = conversation.ok_or_else(WireError::conversation_not_found)?;
    let users = users(&call).await?;
    Ok(answer(&wrapped(writer(&call, &users).conversation(&conversation))))
}

/// List messages
///
/// Its newest 500 parts, oldest first.
#[utoipa::path(
    get,
    path = "/conversations/{conversationId}/messages",
    operation_id = "listMessages",
    tag = "Messages",
    params(("conversationId" = i64, Path, description = "The conversation.")),
    responses(
        (status = 200, description = "The messages.", body = wire::MessageList),
        (status = 400, description = "`X-Org-Id` is not a UUID.", body = wire::ErrorAnswer),
        (status = 401, description = "No token, or none that is valid.", body = wire::ErrorAnswer),
        (status = 404, description = "There is no such thing, or none that the caller may know of.", body = wire::ErrorAnswer),
    ),
)]
pub(super) async fn messages(
    Conversation(id): Conversation,
    call: Call,
) -> Result<Response, Fault> {
    let conversation = call.app.store().conversation(&call.principal.reader, &id).await?;
    let conversation = conversation.ok_or_else(WireError::conversation_not_found)?;
    Ok(answer(&wrapped(writer(&call, &[]).messages(&conversation))))
}

/// Ends a write with the conversation as it is now: bare after a PATCH, else wrapped.
pub(super) async fn told(
    call: &Call,
    mut write: Write,
    id: &ConversationId,
    bare: bool,
) -> Result<Response, Fault> {
    let conversation = write.with_newest(&call.principal.reader, id).await?;
    let conversation = conversation.ok_or_else(WireError::conversation_not_found)?;
    let users = users(call).await?;
    let body = writer(call, &users).conversation(&conversation);
    let body = if bare { body } else { wrapped(body) };
    Ok(finish(write, StatusCode::OK, &body).await?)
}
