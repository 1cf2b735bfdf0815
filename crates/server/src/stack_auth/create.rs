//! `POST /internal/conversations`.

use axum::http::StatusCode;
use axum::response::Response;
use inbox_dialects::ids::{IdForm, text_of_uuid};
use inbox_dialects::stack_auth::server::{WireError, read_create, wire};
use inbox_model::conversation::Source;
use inbox_model::validate::line;
use inbox_model::{Command, Conversation, Participant, Priority};

use super::call::{self, Call, Opened};
use super::fault::Fault;
use super::openapi::{Headers, Key};
use crate::store::{Act, Write};

/// Create a conversation
///
/// By an agent for a user, with a first message of the agent's; or by a customer for themselves, with
/// a first message of their own, which starts the time to the first response.
#[utoipa::path(
    post,
    path = "/internal/conversations",
    operation_id = "createConversation",
    tag = "Conversations",
    params(Headers, Key),
    request_body = wire::CreateConversationRequest,
    responses(
        (status = 200, description = "It has begun.", body = wire::CreateConversationResponse),
        (status = 400, description = "`SCHEMA_ERROR`, or `USER_ID_DOES_NOT_EXIST`: the project has no such user.", body = wire::KnownError),
        (status = 401, description = "`USER_AUTHENTICATION_REQUIRED` or `INSUFFICIENT_ACCESS_TYPE`.", body = wire::KnownError),
        (status = 404, description = "`PROJECT_NOT_FOUND`: there is none, or the caller does not belong to it.", body = wire::KnownError),
    ),
)]
pub(super) async fn create(call: Call) -> Result<Response, Fault> {
    let (project, request) = read_create(&call.body)?;
    let call = call.within(project.as_deref()).await?;
    let user = text_of_uuid(request.user.as_str());
    let by_agent = call.principal.is_agent();
    if !by_agent && user.as_deref() != Some(call.principal.reader.id().as_str()) {
        let message = "Customers begin conversations of their own.";
        return Err(WireError::insufficient_access(message).into());
    }
    let mut write = match call.begin().await? {
        Opened::Fresh(write) => write,
        Opened::Done(response) => return Ok(response),
    };
    let user = user_of(&mut write, user).await?;
    let actor = if by_agent { &call.principal.participant } else { &user };
    let mut blank = Conversation::new(write.new_conversation_id().await?, write.now());
    blank.source = Some(Source { channel: request.channel, ..Source::default() });
    blank.title = Some(line::title_of(&request.subject));
    // How urgent it is, is for the company to say.
    if by_agent && request.priority != Priority::Normal {
        blank.priority = request.priority;
        blank.priority_set_at = Some(write.now());
    }
    blank.participants.push(user.clone());
    let id = blank.id.clone();
    let start = Act::new(actor, Command::Start { contents: request.contents });
    write.start(blank, call.command_id().as_ref(), start).await?;
    let detail = call.seen(&mut write, &id).await?;
    let mut created = wire::CreateConversationResponse {
        conversation_id: IdForm::UUID.conversation_id(&id).as_str().to_owned(),
        inbox: serde_json::Map::new(),
    };
    created.inbox.insert("detail".into(), call::body(&detail)?);
    Ok(call::finish(*write, StatusCode::OK, &call::body(&created)?).await?)
}

/// The contact whom a request means by a user.
async fn user_of(write: &mut Write, id: Option<String>) -> Result<Participant, Fault> {
    let contact = match &id {
        Some(id) => write.contact(id).await?,
        None => None,
    };
    Ok(contact.ok_or_else(WireError::user_does_not_exist)?.participant)
}
