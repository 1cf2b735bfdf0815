//! `PUT /conversations/{conversation_id}/conversation_parts/{id}`.

use axum::http::StatusCode;
use axum::response::Response;
use inbox_dialects::intercom::server::{
    IDS, PartUpdateRequest, Preview, WireError, read_part_update, wire, write_part,
};
use inbox_model::{Command, ConversationId, PartId};

use super::actor;
use super::call::{self, Call, Opened};
use super::fault::Fault;
use super::openapi::{Headers, Key};
use super::place::Place;
use crate::identity::{is_seal, is_secret};
use crate::store::Act;

/// Update a conversation part
///
/// Says how far an external reply has come, that an admin has seen a part, or both. In the preview alone.
#[utoipa::path(
    put,
    path = "/conversations/{conversation_id}/conversation_parts/{id}",
    operation_id = "updateConversationPart",
    tag = "Conversations",
    params(("conversation_id" = String, Path, description = "The conversation."), ("id" = String, Path, description = "The part."), Headers, Key),
    request_body = wire::PartUpdateBody,
    responses(
        (status = 200, description = "The part as it is now.", body = wire::ConversationPart),
        (status = 400, description = "`bad_request`, `parameter_not_found` or `parameter_invalid`.", body = wire::ErrorList),
        (status = 401, description = "`unauthorized`.", body = wire::ErrorList),
        (status = 403, description = "`forbidden`: not for customers; or `experimental` or the secret is missing or wrong.", body = wire::ErrorList),
        (status = 404, description = "`not_found`: there is no such thing, or none that the caller may know of.", body = wire::ErrorList),
        (status = 409, description = "`conflict`: the key was used for another request.", body = wire::ErrorList),
    ),
)]
pub(super) async fn update(
    Place((id, part)): Place<(String, String)>,
    call: Call,
) -> Result<Response, Fault> {
    call.check_version(Preview::Only)?;
    call.agents_only()?;
    let request = read_part_update(&call.body)?;
    check_secret(&call, &request).await?;
    let deeds = request.deeds()?;
    let (id, part) = (ConversationId::from(id), PartId::from(part));
    let mut write = match call.begin().await? {
        Opened::Fresh(write) => write,
        Opened::Done(response) => return Ok(response),
    };
    call.may_see(&mut write, &id, false).await?;
    let mut acts = Vec::new();
    if let Some((delivery, info)) = deeds.delivery {
        let info = Some(info).filter(|info| !info.is_empty());
        let told = Command::SetDelivery { part: part.clone(), delivery, info };
        acts.push(Act::new(&call.principal.participant, told));
    }
    if let Some(number) = deeds.seen_by {
        let admin = actor::admin(&mut write, &number).await?;
        let agent = admin.id.clone().ok_or_else(WireError::not_found)?;
        acts.push(Act::new(&admin, Command::MarkSeen { part: part.clone(), agent }));
    }
    write.apply(&id, call.command_id().as_ref(), &acts).await?;
    let now = write.part(&call.principal.reader, &id, &part).await?;
    let now = now.map(|part| IDS.part(&id, &part));
    let body = now.and_then(|part| write_part(&part, call.audience()));
    let body = body.ok_or_else(WireError::not_found)?;
    Ok(call::finish(*write, StatusCode::OK, &body).await?)
}

/// What is shown has to be the organisation's secret, or the seal of the admin who has seen the part
/// and does nothing else.
async fn check_secret(call: &Call, request: &PartUpdateRequest) -> Result<(), Fault> {
    let (store, organisation) = (call.app.store(), call.principal.organisation());
    let secret = store.seal_secret(organisation).await?;
    let shown = request.secret.as_bytes();
    if is_secret(&secret, shown) {
        return Ok(());
    }
    if request.is_own_affair()
        && let Some(suffix) = request.admin().and_then(actor::suffix)
        && let Some(agent) = store.agent_by_suffix(organisation, &suffix).await?
        && agent.id.is_some_and(|agent| is_seal(&secret, &agent, shown))
    {
        return Ok(());
    }
    Err(WireError::forbidden("Forbidden request").into())
}
