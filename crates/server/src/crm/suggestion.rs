//! `POST …/suggestions/{activity_id}/send` and `…/dismiss`.

use axum::http::StatusCode;
use axum::response::Response;
use inbox_dialects::crm::server::{WireError, read_suggestion, wire, write_message};
use inbox_model::{Command, ConversationId, PartId};

use super::fault::Fault;
use super::openapi::{InActivity, Key, Missing, Organisation, Settled};
use super::place::Activity;
use super::thread::see;
use super::{Call, agents_only};
use crate::http::{Opened, finish};
use crate::store::Act;

/// Send a suggested draft (one-click)
///
/// As it stands.
#[utoipa::path(
    post,
    path = "/conversations/{conversation_id}/suggestions/{activity_id}/send",
    operation_id = "sendSuggestion",
    tag = "Suggestions",
    params(InActivity, Organisation, Key),
    responses((status = 201, description = "The message.", body = wire::Message), Missing, Settled),
)]
pub(super) async fn send(Activity(id, part): Activity, call: Call) -> Result<Response, Fault> {
    agents_only(&call.principal)?;
    let envelope = read_suggestion(&call.body)?.envelope;
    settle(&call, &id, &part, Command::SendSuggestion { part: part.clone(), envelope }).await
}

/// Dismiss a suggested draft
#[utoipa::path(
    post,
    path = "/conversations/{conversation_id}/suggestions/{activity_id}/dismiss",
    operation_id = "dismissSuggestion",
    tag = "Suggestions",
    params(InActivity, Organisation, Key),
    responses((status = 200, description = "The draft.", body = wire::Message), Missing, Settled),
)]
pub(super) async fn dismiss(Activity(id, part): Activity, call: Call) -> Result<Response, Fault> {
    agents_only(&call.principal)?;
    settle(&call, &id, &part, Command::DismissSuggestion { part: part.clone() }).await
}

async fn settle(
    call: &Call,
    id: &ConversationId,
    draft: &PartId,
    command: Command,
) -> Result<Response, Fault> {
    let mut write = match call.begin().await? {
        Opened::Fresh(write) => write,
        Opened::Done(response) => return Ok(response),
    };
    let conversation = see(call, &mut write, id).await?;
    let actor = &call.principal.participant;
    let act = Act::new(actor, command);
    let written = write.apply(id, call.command_id().as_ref(), &[act]).await?;
    // What was sent is new; what was dismissed is the draft itself.
    let sent = written.added.first();
    let answered = sent.or_else(|| written.changed.iter().find(|part| part.id == *draft));
    let body = answered.and_then(|part| write_message(&conversation, part, call.audience()));
    let body = body.ok_or_else(WireError::server_error)?;
    let status = if sent.is_some() { StatusCode::CREATED } else { StatusCode::OK };
    let was_said = sent.is_some();
    let response = finish(*write, status, &body).await?;
    if was_said {
        call.app.hub().said(id, actor);
    }
    Ok(response)
}
