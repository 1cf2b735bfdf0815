//! `POST /conversations/{id}/customers` and `DELETE …/customers/{contact_id}`.

use axum::response::Response;
use inbox_dialects::intercom::server::{read_acting_admin, read_add_contact, wire};
use inbox_model::{Command, ConversationId};

use super::call::{Call, Opened};
use super::fault::Fault;
use super::openapi::{Headers, Id, Key, Refused};
use super::place::Place;
use super::{actor, conversation};
use crate::store::Act;

/// Attach a contact
///
/// Brings a contact in.
#[utoipa::path(
    post,
    path = "/conversations/{id}/customers",
    operation_id = "attachContact",
    tag = "Conversations",
    params(Id, Headers, Key),
    request_body = wire::AddContactBody,
    responses(
        (status = 200, description = "The conversation as it is now.", body = wire::Conversation),
        Refused,
    ),
)]
pub(super) async fn add(Place(id): Place<String>, call: Call) -> Result<Response, Fault> {
    call.agents_only()?;
    let request = read_add_contact(&call.body)?;
    let id = ConversationId::from(id);
    let mut write = match call.begin().await? {
        Opened::Fresh(write) => write,
        Opened::Done(response) => return Ok(response),
    };
    call.may_see(&mut write, &id, false).await?;
    let admin = actor::admin(&mut write, &request.admin).await?;
    let participant = actor::contact(&mut write, &request.contact).await?.participant;
    let add = Act::new(&admin, Command::AddParticipant { participant });
    write.apply(&id, call.command_id().as_ref(), &[add]).await?;
    conversation::answer(&call, *write, &id, true).await
}

/// Detach a contact
///
/// Takes a contact out; the last one stays.
#[utoipa::path(
    delete,
    path = "/conversations/{id}/customers/{contact_id}",
    operation_id = "detachContact",
    tag = "Conversations",
    params(("id" = String, Path, description = "The conversation."), ("contact_id" = String, Path, description = "The contact."), Headers, Key),
    request_body = wire::ActingBody,
    responses(
        (status = 200, description = "The conversation as it is now.", body = wire::Conversation),
        Refused,
    ),
)]
pub(super) async fn remove(
    Place((id, contact)): Place<(String, String)>,
    call: Call,
) -> Result<Response, Fault> {
    call.agents_only()?;
    let request = read_acting_admin(&call.body)?;
    let id = ConversationId::from(id);
    let mut write = match call.begin().await? {
        Opened::Fresh(write) => write,
        Opened::Done(response) => return Ok(response),
    };
    call.may_see(&mut write, &id, false).await?;
    let admin = actor::admin(&mut write, &request.admin).await?;
    let remove = Act::new(&admin, Command::RemoveParticipant { participant: contact.into() });
    write.apply(&id, call.command_id().as_ref(), &[remove]).await?;
    conversation::answer(&call, *write, &id, true).await
}
