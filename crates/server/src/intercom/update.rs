//! `PUT /conversations/{id}` and `POST /conversations/redact`.

use axum::response::Response;
use inbox_dialects::intercom::server::{UpdateRequest, read_redact, read_update, wire};
use inbox_model::command::Readers;
use inbox_model::{Command, ConversationId};

use super::call::{Call, Opened};
use super::conversation::answer;
use super::fault::Fault;
use super::openapi::{Headers, Id, Key, Refused};
use super::place::Place;
use crate::store::Act;

/// Update a conversation
///
/// Changes what is given, all or none. The vendor names nobody here: it is whoever holds the token.
/// Customers can mark their own as read.
#[utoipa::path(
    put,
    path = "/conversations/{id}",
    operation_id = "updateConversation",
    tag = "Conversations",
    params(Id, Headers, Key),
    request_body = wire::UpdateBody,
    responses(
        (status = 200, description = "The conversation as it is now.", body = wire::Conversation),
        Refused,
    ),
)]
pub(super) async fn update(Place(id): Place<String>, call: Call) -> Result<Response, Fault> {
    let id = ConversationId::from(id);
    let request = read_update(&call.body)?;
    let only_reads = request.commands.is_empty() && request.read == Some(true);
    // A customer may say that they have read their own conversation, and no more.
    if !only_reads {
        call.agents_only()?;
    }
    let mut write = match call.begin().await? {
        Opened::Fresh(write) => write,
        Opened::Done(response) => return Ok(response),
    };
    call.may_see(&mut write, &id, false).await?;
    let actor = &call.principal.participant;
    let acts: Vec<_> = commands(request).into_iter().map(|one| Act::new(actor, one)).collect();
    write.apply(&id, call.command_id().as_ref(), &acts).await?;
    // Marking as read is too frequent for the whole thread.
    answer(&call, *write, &id, !only_reads).await
}

fn commands(request: UpdateRequest) -> Vec<Command> {
    let mut commands = request.commands;
    match request.read {
        Some(true) => {
            let readers = Readers { me: true, ..Readers::default() };
            commands.push(Command::MarkRead { readers });
        }
        Some(false) => commands.push(Command::MarkUnread),
        None => {}
    }
    commands
}

/// Redact a part
///
/// Removes what a message says for good.
#[utoipa::path(
    post,
    path = "/conversations/redact",
    operation_id = "redactConversation",
    tag = "Conversations",
    params(Headers, Key),
    request_body = wire::RedactBody,
    responses(
        (status = 200, description = "The conversation as it is now.", body = wire::Conversation),
        Refused,
    ),
)]
pub(super) async fn redact(call: Call) -> Result<Response, Fault> {
    call.agents_only()?;
    let request = read_redact(&call.body)?;
    let mut write = match call.begin().await? {
        Opened::Fresh(write) => write,
        Opened::Done(response) => return Ok(response),
    };
    let redact = Act::new(&call.principal.participant, Command::Redact { part: request.part });
    write.apply(&request.conversation, call.command_id().as_ref(), &[redact]).await?;
    answer(&call, *write, &request.conversation, true).await
}
