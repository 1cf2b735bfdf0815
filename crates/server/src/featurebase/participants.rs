//! `POST` and `DELETE /v2/conversations/{id}/participants`.

use axum::response::Response;
use inbox_dialects::featurebase::server::{read_add_participant, read_remove_participant};
use inbox_model::{Command, ConversationId};

use super::call::{Call, Opened};
use super::fault::Fault;
use super::place::Place;
use super::{actor, update};
use crate::store::Act;

/// Brings a contact in.
pub(super) async fn add(Place(id): Place<String>, call: Call) -> Result<Response, Fault> {
    call.agents_only()?;
    let request = read_add_participant(&call.body)?;
    let id = ConversationId::from(id);
    let mut write = match call.begin().await? {
        Opened::Fresh(write) => write,
        Opened::Done(response) => return Ok(response),
    };
    actor::may_see(&call, &mut write, &id).await?;
    let admin = actor::acting_member(&mut write, request.acting_admin.as_ref()).await?;
    let (user_id, email) = (request.user_id.as_deref(), request.email.as_deref());
    let contact = actor::contact(&mut write, request.id.as_ref(), user_id, email).await?;
    let participant = contact.participant;
    let add = Act::new(&admin, Command::AddParticipant { participant });
    write.apply(&id, call.command_id().as_ref(), &[add]).await?;
    update::answer(&call, *write, &id, true).await
}

/// Takes a contact out; the last one stays.
pub(super) async fn remove(Place(id): Place<String>, call: Call) -> Result<Response, Fault> {
    call.agents_only()?;
    let request = read_remove_participant(&call.body)?;
    let id = ConversationId::from(id);
    let mut write = match call.begin().await? {
        Opened::Fresh(write) => write,
        Opened::Done(response) => return Ok(response),
    };
    actor::may_see(&call, &mut write, &id).await?;
    let admin = actor::acting_member(&mut write, request.acting_admin.as_ref()).await?;
    let remove = Act::new(&admin, Command::RemoveParticipant { participant: request.id });
    write.apply(&id, call.command_id().as_ref(), &[remove]).await?;
    update::answer(&call, *write, &id, true).await
}
