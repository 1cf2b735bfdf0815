//! `POST /v2/conversations/{id}/tags` and `DELETE …/tags/{tagId}`.

use axum::http::StatusCode;
use axum::response::Response;
use inbox_dialects::featurebase::server::{WireError, read_attach_tag, read_detach_tag, write_tag};
use inbox_model::tag::Tag;
use inbox_model::{Command, ConversationId, ParticipantId};

use super::actor;
use super::call::{self, Call, Opened};
use super::fault::Fault;
use super::place::Place;
use crate::store::Act;

/// Hangs a tag on the newest message.
pub(super) async fn attach(Place(id): Place<String>, call: Call) -> Result<Response, Fault> {
    call.agents_only()?;
    let request = read_attach_tag(&call.body)?;
    change(&call, &id, &request.acting_admin, request.tag.as_str(), true).await
}

/// Removes a tag wherever it hangs.
pub(super) async fn detach(
    Place((id, tag)): Place<(String, String)>,
    call: Call,
) -> Result<Response, Fault> {
    call.agents_only()?;
    let request = read_detach_tag(&call.body)?;
    change(&call, &id, &request.acting_admin, &tag, false).await
}

async fn change(
    call: &Call,
    id: &str,
    admin: &ParticipantId,
    tag: &str,
    attach: bool,
) -> Result<Response, Fault> {
    let id = ConversationId::from(id);
    let mut write = match call.begin().await? {
        Opened::Fresh(write) => write,
        Opened::Done(response) => return Ok(response),
    };
    actor::may_see(call, &mut write, &id).await?;
    let missing =
        |what: &str| WireError::resource_not_found(format!("No {what} exists with this ID."));
    let admin = actor::admin(&mut write, admin).await?.ok_or_else(|| missing("admin"))?;
    let tag: Tag = write.tag(tag).await?.ok_or_else(|| missing("tag"))?;
    let command = if attach {
        Command::AttachTag { tag: tag.clone() }
    } else {
        Command::DetachTag { tag: tag.clone() }
    };
    write.apply(&id, call.command_id().as_ref(), &[Act::new(&admin, command)]).await?;
    let conversation = write.conversation(&call.principal.reader, &id, true).await?;
    let conversation = conversation.ok_or_else(WireError::conversation_not_found)?;
    Ok(call::finish(*write, StatusCode::OK, &write_tag(&conversation, &tag)).await?)
}
