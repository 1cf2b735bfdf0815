//! `POST /conversations/{id}/messages`, `GET …/{messageId}` and `POST …/{messageId}/set-reaction`.

use axum::http::StatusCode;
use axum::response::Response;
use inbox_dialects::ids::part_prefix_of_number;
use inbox_dialects::voicebot::server::{
    WireError, read_create_message, read_set_reaction, wire, wrapped,
};
use inbox_model::command::Envelope;
use inbox_model::{Command, ConversationId, PartId};
use serde_json::Value;

use super::Call;
use super::fault::Fault;
use super::openapi::Key;
use super::place::{Conversation, Message, part, writer};
use crate::http::{Opened, answer, finish};
use crate::store::{Act, Write};

/// Send a message
///
/// Says something: an agent for the company, a customer as themselves. A reply window bars nobody: the
/// channel tells what becomes of it.
#[utoipa::path(
    post,
    path = "/conversations/{conversationId}/messages",
    operation_id = "createMessage",
    tag = "Messages",
    params(("conversationId" = i64, Path, description = "The conversation."), Key),
    request_body = wire::CreateMessage,
    responses(
        (status = 200, description = "The message.", body = wire::MessageAnswer),
        (status = 400, description = "`X-Org-Id` is not a UUID.", body = wire::ErrorAnswer),
        (status = 401, description = "No token, or none that is valid.", body = wire::ErrorAnswer),
        (status = 403, description = "The caller may not do this.", body = wire::ErrorAnswer),
        (status = 404, description = "There is no such thing, or none that the caller may know of.", body = wire::ErrorAnswer),
        (status = 409, description = "The Idempotency-Key was used for another request.", body = wire::ErrorAnswer),
        (status = 422, description = "A field or parameter has a value that it cannot have, or a rule refuses.", body = wire::ErrorAnswer),
    ),
)]
pub(super) async fn create(Conversation(id): Conversation, call: Call) -> Result<Response, Fault> {
    let request = read_create_message(&call.body)?;
    let mut write = match call.begin().await? {
        Opened::Fresh(write) => write,
        Opened::Done(response) => return Ok(response),
    };
    let seen = write.conversation(&call.principal.reader, &id, false).await?;
    seen.ok_or_else(WireError::conversation_not_found)?;
    let reply_to = match request.reference_id {
        Some(number) => Some(referred(&call, &mut write, &id, number).await?),
        None => None,
    };
    let actor = &call.principal.participant;
    let envelope = Envelope { reply_to, ..Envelope::default() };
    let reply = Command::Reply { contents: vec![request.content], envelope };
    let written = write.apply(&id, call.command_id().as_ref(), &[Act::new(actor, reply)]).await?;
    // The first is what was said; a reply may also reopen.
    let said = written.added.first().map(|part| part.id.clone());
    let response = told(&call, *write, &id, said).await?;
    call.app.hub().said(&id, actor);
    Ok(response)
}

/// The message that a reply refers to. One of another conversation is none.
async fn referred(
    call: &Call,
    write: &mut Write,
    id: &ConversationId,
    number: u64,
) -> Result<PartId, Fault> {
    let missing = || {
        let message = "There is no message with this ID in this conversation.";
        WireError::invalid(message).with_field("reference_id")
    };
    let prefix = part_prefix_of_number(id.as_str(), number).ok_or_else(missing)?;
    let reader = &call.principal.reader;
    let part = write.part_id_by_prefix(reader, id, &prefix).await?.ok_or_else(missing)?;
    let there = write.with_part(reader, id, &part).await?;
    let is_message =
        there.is_some_and(|there| there.parts.iter().any(|one| one.id == part && one.is_spoken()));
    if is_message { Ok(part) } else { Err(missing().into()) }
}

/// Get a message
///
/// One message.
#[utoipa::path(
    get,
    path = "/conversations/{conversationId}/messages/{messageId}",
    operation_id = "getMessage",
    tag = "Messages",
    params(("conversationId" = i64, Path, description = "The conversation."), ("messageId" = i64, Path, description = "The message.")),
    responses(
        (status = 200, description = "The message.", body = wire::MessageAnswer),
        (status = 400, description = "`X-Org-Id` is not a UUID.", body = wire::ErrorAnswer),
        (status = 401, description = "No token, or none that is valid.", body = wire::ErrorAnswer),
        (status = 404, description = "There is no such thing, or none that the caller may know of.", body = wire::ErrorAnswer),
    ),
)]
pub(super) async fn get(Message(id, number): Message, call: Call) -> Result<Response, Fault> {
    let (store, reader) = (call.app.store(), &call.principal.reader);
    let seen = store.contacts_of(reader, &id).await?;
    seen.ok_or_else(WireError::conversation_not_found)?;
    let part = part(store, reader, &id, number).await?.ok_or_else(WireError::message_not_found)?;
    let conversation = store.with_part(reader, &id, &part).await?;
    let conversation = conversation.ok_or_else(WireError::conversation_not_found)?;
    Ok(answer(&body(&call, &conversation, &part)?))
}

/// React to a message
///
/// Sets the reaction of the caller's side, or takes it back.
#[utoipa::path(
    post,
    path = "/conversations/{conversationId}/messages/{messageId}/set-reaction",
    operation_id = "setMessageReaction",
    tag = "Messages",
    params(("conversationId" = i64, Path, description = "The conversation."), ("messageId" = i64, Path, description = "The message."), Key),
    request_body = Option<wire::SetReaction>,
    responses(
        (status = 200, description = "The message.", body = wire::MessageAnswer),
        (status = 400, description = "`X-Org-Id` is not a UUID.", body = wire::ErrorAnswer),
        (status = 401, description = "No token, or none that is valid.", body = wire::ErrorAnswer),
        (status = 403, description = "The caller is blocked.", body = wire::ErrorAnswer),
        (status = 404, description = "There is no such thing, or none that the caller may know of.", body = wire::ErrorAnswer),
        (status = 409, description = "The Idempotency-Key was used for another request.", body = wire::ErrorAnswer),
        (status = 422, description = "A field or parameter has a value that it cannot have, or a rule refuses.", body = wire::ErrorAnswer),
    ),
)]
pub(super) async fn react(Message(id, number): Message, call: Call) -> Result<Response, Fault> {
    let request = read_set_reaction(&call.body)?;
    let mut write = match call.begin().await? {
        Opened::Fresh(write) => write,
        Opened::Done(response) => return Ok(response),
    };
    let reader = &call.principal.reader;
    let seen = write.conversation(reader, &id, false).await?;
    seen.ok_or_else(WireError::conversation_not_found)?;
    let prefix = part_prefix_of_number(id.as_str(), number);
    let prefix = prefix.ok_or_else(WireError::message_not_found)?;
    let part = write.part_id_by_prefix(reader, &id, &prefix).await?;
    let part = part.ok_or_else(WireError::message_not_found)?;
    let react = Command::React { part: part.clone(), emoji: request.reaction };
    let act = Act::new(&call.principal.participant, react);
    write.apply(&id, call.command_id().as_ref(), &[act]).await?;
    told(&call, *write, &id, Some(part)).await
}

/// Ends a write with one message as it is now.
pub(super) async fn told(
    call: &Call,
    mut write: Write,
    id: &ConversationId,
    part: Option<PartId>,
) -> Result<Response, Fault> {
    let part = part.ok_or_else(WireError::server_error)?;
    let conversation = write.with_part(&call.principal.reader, id, &part).await?;
    let conversation = conversation.ok_or_else(WireError::conversation_not_found)?;
    let body = body(call, &conversation, &part)?;
    Ok(finish(write, StatusCode::OK, &body).await?)
}

fn body(
    call: &Call,
    conversation: &inbox_model::Conversation,
    part: &PartId,
) -> Result<Value, Fault> {
    let there = conversation.parts.iter().find(|one| one.id == *part);
    let written = there.and_then(|part| writer(call, &[]).message(conversation, part));
    Ok(wrapped(written.ok_or_else(WireError::message_not_found)?))
}
