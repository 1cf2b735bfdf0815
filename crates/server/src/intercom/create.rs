//! `POST /conversations`.

use axum::http::StatusCode;
use axum::response::Response;
use inbox_dialects::intercom::server::{
    ContactRef, CreateRequest, IDS, WireError, read_create, wire, write_message,
};
use inbox_model::conversation::Source;
use inbox_model::time::MINUTE;
use inbox_model::{Channel, Command, Conversation};

use super::actor;
use super::call::{self, Call, Opened};
use super::fault::Fault;
use super::openapi::{Headers, Key, Refused};
use crate::store::Act;

/// Create a conversation
///
/// A contact begins. The conversation is in the extension of the message that is answered.
#[utoipa::path(
    post,
    path = "/conversations",
    operation_id = "createConversation",
    tag = "Conversations",
    params(Headers, Key),
    request_body = wire::CreateBody,
    responses(
        (status = 200, description = "Its first message.", body = wire::Message),
        Refused,
    ),
)]
pub(super) async fn create(call: Call) -> Result<Response, Fault> {
    let request = read_create(&call.body)?;
    may_create(&call, &request)?;
    let mut write = match call.begin().await? {
        Opened::Fresh(write) => write,
        Opened::Done(response) => return Ok(response),
    };
    let named = ContactRef { id: Some(request.from), ..ContactRef::default() };
    let contact = actor::contact(&mut write, &named).await?.participant;
    let (id, now) = (write.new_conversation_id().await?, write.now());
    let mut blank = Conversation::new(id.clone(), request.created_at.unwrap_or(now).min(now));
    blank.source = Some(Source { channel: Channel::Web, ..Source::default() });
    let start = Act::new(&contact, Command::Start { contents: request.contents });
    write.start(blank, call.command_id().as_ref(), start).await?;
    let conversation = IDS.conversation(&call.may_see(&mut write, &id, true).await?);
    let body = write_message(&conversation, call.audience(), call.now);
    Ok(call::finish(*write, StatusCode::OK, &body).await?)
}

/// A customer begins their own conversations, now; the company any.
fn may_create(call: &Call, request: &CreateRequest) -> Result<(), Fault> {
    // A minute, for a clock that is ahead.
    if request.created_at.is_some_and(|at| at > call.now.plus(MINUTE)) {
        return Err(WireError::invalid("created_at", "created_at lies in the future").into());
    }
    let own = request.created_at.is_none() && request.from == call.principal.reader.id().as_str();
    if own || call.principal.is_agent() {
        return Ok(());
    }
    Err(WireError::forbidden("Customers begin conversations of their own, now").into())
}
