//! `PATCH /internal/conversations/{conversationId}`.

use axum::http::StatusCode;
use axum::response::Response;
use inbox_dialects::stack_auth::server::{UpdateRequest, WireError, read_update, status_of, wire};
use inbox_model::command::Envelope;
use inbox_model::{Channel, Command, Conversation, State};

use super::call::{self, Call, Opened, Place};
use super::fault::Fault;
use super::metadata;
use super::openapi::{Headers, Key};
use crate::store::Act;

/// Update a conversation
///
/// Says something, sets the status, or sets assignee, priority and tags. An agent's reply makes an
/// open conversation pending, a customer's a pending one open; a closed one stays closed. Customers
/// reply in their own conversations, and do nothing else.
#[utoipa::path(
    patch,
    path = "/internal/conversations/{conversationId}",
    operation_id = "updateConversation",
    tag = "Conversations",
    params(("conversationId" = String, Path, format = "uuid", description = "The conversation."), Headers, Key),
    request_body = wire::UpdateConversationRequest,
    responses(
        (status = 200, description = "The conversation after the change.", body = wire::ConversationDetail),
        (status = 400, description = "`SCHEMA_ERROR`, or the sentence `Conversation is already <status>.`",
            content((wire::KnownError = "application/json"), (String = "text/plain"))),
        (status = 401, description = "`USER_AUTHENTICATION_REQUIRED` or `INSUFFICIENT_ACCESS_TYPE`.", body = wire::KnownError),
        (status = 404, description = "`PROJECT_NOT_FOUND`, or the sentence `Conversation not found.`",
            content((wire::KnownError = "application/json"), (String = "text/plain"))),
    ),
)]
pub(super) async fn update(Place(id): Place, call: Call) -> Result<Response, Fault> {
    let (project, request) = read_update(&call.body)?;
    let call = call.within(project.as_deref()).await?;
    may_do(&call, &request)?;
    let mut write = match call.begin().await? {
        Opened::Fresh(write) => write,
        Opened::Done(response) => return Ok(response),
    };
    write.keep_closed();
    write.pend_on_answers();
    let conversation = write.conversation(&call.principal.reader, &id, false).await?;
    let conversation = conversation.ok_or_else(WireError::conversation_not_found)?;
    let is_reply = matches!(request, UpdateRequest::Say(Command::Reply { .. }));
    let acts = match request {
        UpdateRequest::Say(command) => vec![say(&call, &conversation, command)],
        UpdateRequest::Turn(state) => {
            // A repetition is told what was done, which may be this very status.
            if !write.is_replay() {
                refuse_same(&conversation, state)?;
            }
            vec![turn(&call, state)]
        }
        UpdateRequest::Metadata { assignee, priority, tags, read } => {
            let wanted = metadata::Wanted { assignee, priority, tags, read };
            metadata::acts(&call, &mut write, wanted).await?
        }
    };
    if !acts.is_empty() {
        write.apply(&id, call.command_id().as_ref(), &acts).await?;
    }
    let detail = call.seen(&mut write, &id).await?;
    let response = call::finish(*write, StatusCode::OK, &call::body(&detail)?).await?;
    if is_reply {
        call.app.hub().said(&id, &call.principal.participant);
    }
    Ok(response)
}

/// A customer replies, and marks as read for themselves.
fn may_do(call: &Call, request: &UpdateRequest) -> Result<(), Fault> {
    match request {
        UpdateRequest::Say(Command::Reply { .. }) => Ok(()),
        UpdateRequest::Metadata {
            assignee: None,
            priority: None,
            tags: None,
            read: Some(read),
        } if read.is_own() => Ok(()),
        _ => call.agents_only(),
    }
}

/// A reply goes out as the conversation came in. Where that says nothing of a channel, as with what
/// an agent has written down, the vendor sends it to the messenger.
fn say(call: &Call, conversation: &Conversation, mut command: Command) -> Act {
    let channel = conversation.source.as_ref().map(|source| &source.channel);
    let is_none = matches!(channel, None | Some(Channel::Unknown | Channel::Other(_)));
    if let Command::Reply { envelope, .. } = &mut command
        && is_none
    {
        *envelope = Envelope { channel: Some(Channel::Web), ..Envelope::default() };
    }
    Act::new(&call.principal.participant, command)
}

/// The status that it has already is refused.
fn refuse_same(conversation: &Conversation, state: State) -> Result<(), Fault> {
    if status_of(conversation.state) == status_of(state) {
        return Err(WireError::already(state).into());
    }
    Ok(())
}

fn turn(call: &Call, state: State) -> Act {
    let command = match state {
        State::Closed => Command::Close,
        State::Pending | State::Snoozed => Command::Pend,
        State::Open => Command::Reopen,
    };
    Act::new(&call.principal.participant, command)
}
