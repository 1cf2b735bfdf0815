//! `PATCH /conversations/{id}` and `POST /conversations/{id}/mark-read`.

use axum::response::Response;
use inbox_dialects::voicebot::server::{WireError, read_mark_read, read_update, wire};
use inbox_model::Command;
use inbox_model::command::Readers;

use super::conversation::told;
use super::fault::Fault;
use super::openapi::Key;
use super::place::{Conversation, user};
use super::{Call, agents_only};
use crate::http::Opened;
use crate::store::Act;

/// Update a conversation
///
/// Changes status and user, both or neither.
#[utoipa::path(
    patch,
    path = "/conversations/{id}",
    operation_id = "updateConversation",
    tag = "Conversations",
    params(("id" = i64, Path, description = "The conversation."), Key),
    request_body = wire::UpdateConversation,
    responses(
        (status = 200, description = "The conversation after the change, not wrapped.", body = wire::Conversation),
        (status = 400, description = "`X-Org-Id` is not a UUID.", body = wire::ErrorAnswer),
        (status = 401, description = "No token, or none that is valid.", body = wire::ErrorAnswer),
        (status = 403, description = "The caller may not do this.", body = wire::ErrorAnswer),
        (status = 404, description = "There is no such thing, or none that the caller may know of.", body = wire::ErrorAnswer),
        (status = 409, description = "The Idempotency-Key was used for another request.", body = wire::ErrorAnswer),
        (status = 422, description = "A field or parameter has a value that it cannot have, or a rule refuses.", body = wire::ErrorAnswer),
    ),
)]
pub(super) async fn update(Conversation(id): Conversation, call: Call) -> Result<Response, Fault> {
    agents_only(&call)?;
    let request = read_update(&call.body)?;
    let mut write = match call.begin().await? {
        Opened::Fresh(write) => write,
        Opened::Done(response) => return Ok(response),
    };
    let now = write.conversation(&call.principal.reader, &id, false).await?;
    let now = now.ok_or_else(WireError::conversation_not_found)?;
    let mut commands = request.commands(now.state, now.handling.in_progress);
    if let Some(number) = request.user_id {
        let agent = match number {
            Some(number) => user(&mut write, number).await?.id,
            None => None,
        };
        commands.push(Command::Assign { agent: Some(agent), team: None });
    }
    let actor = &call.principal.participant;
    let acts: Vec<_> = commands.into_iter().map(|command| Act::new(actor, command)).collect();
    if !acts.is_empty() {
        write.apply(&id, call.command_id().as_ref(), &acts).await?;
    }
    told(&call, *write, &id, true).await
}

/// Mark a conversation as read
///
/// Everything is read by whoever asks. A customer's own receipt is a customer's to move, and the
/// messenger's badge goes by it.
#[utoipa::path(
    post,
    path = "/conversations/{id}/mark-read",
    operation_id = "markConversationRead",
    tag = "Conversations",
    params(("id" = i64, Path, description = "The conversation."), Key),
    request_body = Option<wire::MarkRead>,
    responses(
        (status = 200, description = "The conversation.", body = wire::ConversationAnswer),
        (status = 400, description = "`X-Org-Id` is not a UUID.", body = wire::ErrorAnswer),
        (status = 401, description = "No token, or none that is valid.", body = wire::ErrorAnswer),
        (status = 404, description = "There is no such thing, or none that the caller may know of.", body = wire::ErrorAnswer),
        (status = 409, description = "The Idempotency-Key was used for another request.", body = wire::ErrorAnswer),
        (status = 422, description = "A field or parameter has a value that it cannot have, or a rule refuses.", body = wire::ErrorAnswer),
    ),
)]
pub(super) async fn mark_read(
    Conversation(id): Conversation,
    call: Call,
) -> Result<Response, Fault> {
    // That the channel is told is accepted; none of ours takes receipts.
    read_mark_read(&call.body)?;
    let mut write = match call.begin().await? {
        Opened::Fresh(write) => write,
        Opened::Done(response) => return Ok(response),
    };
    let seen = write.conversation(&call.principal.reader, &id, false).await?;
    seen.ok_or_else(WireError::conversation_not_found)?;
    let readers = Readers { me: true, ..Readers::default() };
    let act = Act::new(&call.principal.participant, Command::MarkRead { readers });
    write.apply(&id, call.command_id().as_ref(), &[act]).await?;
    told(&call, *write, &id, false).await
}
