//! `POST /v2/conversations/{id}/reply`.

use axum::response::Response;
use inbox_dialects::featurebase::server::{
    ReplyAuthor, ReplyRequest, WireError, read_reply, wire, write_part,
};
use inbox_model::{Command, Conversation, ConversationId, Participant};

use super::call::{Call, Opened};
use super::fault::Fault;
use super::openapi::{Faults, Key, Version};
use super::place::Place;
use super::{actor, pictures};
use crate::store::{Act, Write};

/// Reply to a conversation
///
/// A contact's reply, an agent's reply, or an agent's note. Customers reply as themselves.
#[utoipa::path(
    post,
    path = "/v2/conversations/{id}/reply",
    operation_id = "replyToConversation",
    tag = "Conversations",
    params(("id" = String, Path, description = "The conversation."), Version, Key),
    request_body = wire::ReplyToConversationRequest,
    responses(
        (status = 201, description = "The part that was made.", body = wire::ConversationPart),
        (status = 400, description = "`invalid_request`, `invalid_parameter`, `missing_parameter` or `invalid_content`.", body = wire::ErrorResponse),
        (status = 403, description = "`forbidden`: the caller or the acting admin may not do this.", body = wire::ErrorResponse),
        (status = 404, description = "`conversation_not_found`, or another thing that the request names is not there.", body = wire::ErrorResponse),
        Faults,
    ),
)]
pub(super) async fn reply(Place(id): Place<String>, call: Call) -> Result<Response, Fault> {
    let id = ConversationId::from(id);
    let mut request = read_reply(&call.body)?;
    may_speak(&call, &request)?;
    let files = pictures::take(&mut request.contents)?;
    let mut write = match call.begin().await? {
        Opened::Fresh(write) => write,
        Opened::Done(response) => return Ok(response),
    };
    if request.skip_notifications {
        write.keep_quiet();
    }
    let conversation = actor::may_see(&call, &mut write, &id).await?;
    let author = author(&mut write, &conversation, &request).await?;
    for file in &files {
        file.note(&mut write).await?;
    }
    let command = if request.note {
        Command::Note { contents: request.contents }
    } else {
        Command::reply_of(request.contents)
    };
    let said = Act::new(&author, command);
    let written = write.apply(&id, call.command_id().as_ref(), &[said]).await?;
    // The first is what was said; a reply may also reopen.
    let part = written.added.first().and_then(|part| write_part(part, call.audience()));
    let part = part.ok_or_else(WireError::server_error)?;
    let response = pictures::finish(&call, *write, &part, files).await?;
    call.app.hub().said(&id, &author);
    Ok(response)
}

/// A customer speaks as themselves, named by either of their ids; the company as anybody.
fn may_speak(call: &Call, request: &ReplyRequest) -> Result<(), Fault> {
    let principal = &call.principal;
    let allowed = principal.is_agent()
        || match &request.author {
            ReplyAuthor::Contact { id: Some(id), .. } => id == principal.reader.id(),
            ReplyAuthor::Contact { id: None, user_id } => *user_id == principal.external_id,
            ReplyAuthor::Admin(_) => false,
        };
    let message = "Customers reply as themselves.";
    if allowed { Ok(()) } else { Err(WireError::forbidden(message).into()) }
}

async fn author(
    write: &mut Write,
    conversation: &Conversation,
    request: &ReplyRequest,
) -> Result<Participant, Fault> {
    match &request.author {
        ReplyAuthor::Admin(id) => {
            Ok(actor::admin(write, id).await?.ok_or_else(WireError::admin_not_found)?)
        }
        ReplyAuthor::Contact { id, user_id } => {
            let contact =
                actor::contact(write, id.as_ref(), user_id.as_deref(), None).await?.participant;
            // Somebody who takes no part would speak and not hear the answer.
            let takes_part = conversation.participants.iter().any(|one| one.is_same(&contact));
            if takes_part { Ok(contact) } else { Err(WireError::contact_not_found().into()) }
        }
    }
}
