//! `GET` and `DELETE /v2/conversations/{id}`.

use axum::http::StatusCode;
use axum::response::Response;
use inbox_dialects::featurebase::server::{WireError, write_conversation, write_deleted};
use inbox_model::ConversationId;

use super::call::{self, Call, Opened};
use super::fault::Fault;
use super::place::Place;

/// One conversation with its newest 500 parts.
pub(super) async fn get(Place(id): Place<String>, call: Call) -> Result<Response, Fault> {
    let store = call.app.store();
    store.wake(call.now).await?;
    let conversation =
        store.conversation(&call.principal.reader, &ConversationId::from(id)).await?;
    let conversation = conversation.ok_or_else(WireError::conversation_not_found)?;
    Ok(call::answer(&write_conversation(&conversation, true, call.audience())))
}

/// Deletes one for good.
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
