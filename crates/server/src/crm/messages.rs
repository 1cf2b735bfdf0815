//! `GET` and `POST /conversations/{conversation_id}/messages`.

use axum::http::StatusCode;
use axum::response::Response;
use inbox_dialects::crm::server::{WireError, read_send, wire, write_message, write_messages};
use inbox_model::command::Envelope;
use inbox_model::{Command, Part};

use super::Call;
use super::fault::Fault;
use super::openapi::{InThread, Invalid, Key, Missing, Organisation};
use super::place::Thread;
use super::thread::see;
use crate::http::{Opened, answer, finish};
use crate::store::Act;

/// List messages in a thread
///
/// The newest 500, oldest first. Calls are among them, with their summary.
#[utoipa::path(
    get,
    path = "/conversations/{conversation_id}/messages",
    operation_id = "listMessages",
    tag = "Threads",
    params(InThread, Organisation),
    responses((status = 200, description = "The messages.", body = wire::MessageList), Missing),
)]
pub(super) async fn list(Thread(id): Thread, call: Call) -> Result<Response, Fault> {
    let conversation = call.app.store().conversation(&call.principal.reader, &id).await?;
    let conversation = conversation.ok_or_else(WireError::not_found)?;
    Ok(answer(&write_messages(&conversation, call.audience())))
}

/// Send a message (SMS/email) in the thread
///
/// An agent by SMS or e-mail, or as the thread is held; a customer as themselves. A draft that waits
/// is settled by what an agent says.
#[utoipa::path(
    post,
    path = "/conversations/{conversation_id}/messages",
    operation_id = "sendMessage",
    tag = "Threads",
    params(InThread, Organisation, Key),
    request_body = wire::SendMessageRequest,
    responses((status = 201, description = "What was said. One that the organisation has from the same channel under its `provider_message_id` is not said again.", body = wire::Message), Missing, Invalid),
)]
pub(super) async fn send(Thread(id): Thread, call: Call) -> Result<Response, Fault> {
    let request = read_send(&call.body)?;
    let mut write = match call.begin().await? {
        Opened::Fresh(write) => write,
        Opened::Done(response) => return Ok(response),
    };
    let conversation = see(&call, &mut write, &id).await?;
    // By which way a customer writes is not theirs to say, nor what a channel calls it.
    let is_agent = call.principal.is_agent();
    let envelope = if is_agent { request.envelope } else { Envelope::default() };
    if let Some(external_id) = &envelope.external_id
        && let channel = envelope.channel_in(&conversation)
        && let Some((thread, there)) = write.delivered(&channel, external_id).await?
    {
        // It was delivered before: there is one row for it, and this is it, in whatever thread.
        let conversation = see(&call, &mut write, &thread).await?;
        let body = write_message(&conversation, &there, call.audience());
        let body = body.ok_or_else(no_such_message)?;
        return Ok(finish(*write, StatusCode::CREATED, &body).await?);
    }
    let author = &call.principal.participant;
    let said = Act::new(author, Command::Reply { contents: request.contents, envelope });
    let written = write.apply(&id, call.command_id().as_ref(), &[said]).await?;
    // The first is what was said; a reply may also reopen.
    let part: Option<&Part> = written.added.first().map(|part| &**part);
    let body = part.and_then(|part| write_message(&conversation, part, call.audience()));
    let body = body.ok_or_else(WireError::server_error)?;
    let response = finish(*write, StatusCode::CREATED, &body).await?;
    call.app.hub().said(&id, author);
    Ok(response)
}

/// 422: what a channel calls it is the name of something that is no message.
fn no_such_message() -> WireError {
    WireError::invalid("provider_message_id", "This is the name of no message.")
}
