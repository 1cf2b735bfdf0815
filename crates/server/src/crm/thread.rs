//! `GET /conversations/{conversation_id}`, and the thread as the answer to what changes it.

use axum::http::StatusCode;
use axum::response::Response;
use inbox_dialects::crm::server::{WireError, wire, write_conversation};
use inbox_model::{Command, Conversation, ConversationId};

use super::Call;
use super::fault::Fault;
use super::openapi::{InThread, Missing, Organisation};
use super::place::Thread;
use crate::http::{Opened, answer, finish};
use crate::store::{Act, Write};

/// Get a thread
#[utoipa::path(
    get,
    path = "/conversations/{conversation_id}",
    operation_id = "getConversation",
    tag = "Threads",
    params(InThread, Organisation),
    responses((status = 200, description = "The thread.", body = wire::Conversation), Missing),
)]
pub(super) async fn get(Thread(id): Thread, call: Call) -> Result<Response, Fault> {
    let store = call.app.store();
    store.wake(call.now).await?;
    let conversation = store.conversation(&call.principal.reader, &id).await?;
    let conversation = conversation.ok_or_else(WireError::not_found)?;
    Ok(answer(&write_conversation(&conversation, true, call.audience(), call.now)))
}

/// The thread within a write, if the caller may know of it.
pub(super) async fn see(
    call: &Call,
    write: &mut Write,
    id: &ConversationId,
) -> Result<Conversation, Fault> {
    let conversation = write.conversation(&call.principal.reader, id, false).await?;
    Ok(conversation.ok_or_else(WireError::not_found)?)
}

/// Carries out one command of the caller's, and answers with the thread.
pub(super) async fn change(
    call: &Call,
    id: &ConversationId,
    command: Command,
) -> Result<Response, Fault> {
    let mut write = match call.begin().await? {
        Opened::Fresh(write) => write,
        Opened::Done(response) => return Ok(response),
    };
    see(call, &mut write, id).await?;
    let act = Act::new(&call.principal.participant, command);
    write.apply(id, call.command_id().as_ref(), &[act]).await?;
    let conversation = see(call, &mut write, id).await?;
    let body = write_conversation(&conversation, false, call.audience(), call.now);
    Ok(finish(*write, StatusCode::OK, &body).await?)
}
