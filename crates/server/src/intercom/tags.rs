//! `POST /conversations/{id}/tags` and `DELETE …/tags/{tag_id}`.

use axum::http::StatusCode;
use axum::response::Response;
use inbox_dialects::intercom::server::{
    IDS, WireError, read_acting_admin, read_attach_tag, wire, write_tag,
};
use inbox_model::{Command, ConversationId};

use super::actor;
use super::call::{self, Call, Opened};
use super::fault::Fault;
use super::openapi::{Headers, Id, Key, Refused};
use super::place::Place;
use crate::store::Act;

/// Attach a tag
///
/// To the newest message.
#[utoipa::path(
    post,
    path = "/conversations/{id}/tags",
    operation_id = "attachTag",
    tag = "Conversations",
    params(Id, Headers, Key),
    request_body = wire::AttachTagBody,
    responses(
        (status = 200, description = "The tag.", body = wire::Tag),
        Refused,
    ),
)]
pub(super) async fn attach(Place(id): Place<String>, call: Call) -> Result<Response, Fault> {
    call.agents_only()?;
    let request = read_attach_tag(&call.body)?;
    change(&call, &id, &request.admin, request.tag.as_str(), true).await
}

/// Detach a tag
///
/// Wherever it hangs.
#[utoipa::path(
    delete,
    path = "/conversations/{id}/tags/{tag_id}",
    operation_id = "detachTag",
    tag = "Conversations",
    params(("id" = String, Path, description = "The conversation."), ("tag_id" = String, Path, description = "The tag."), Headers, Key),
    request_body = wire::ActingBody,
    responses(
        (status = 200, description = "The tag.", body = wire::Tag),
        Refused,
    ),
)]
pub(super) async fn detach(
    Place((id, tag)): Place<(String, String)>,
    call: Call,
) -> Result<Response, Fault> {
    call.agents_only()?;
    let request = read_acting_admin(&call.body)?;
    change(&call, &id, &request.admin, &tag, false).await
}

async fn change(
    call: &Call,
    id: &str,
    admin: &str,
    tag: &str,
    attach: bool,
) -> Result<Response, Fault> {
    let id = ConversationId::from(id);
    let mut write = match call.begin().await? {
        Opened::Fresh(write) => write,
        Opened::Done(response) => return Ok(response),
    };
    call.may_see(&mut write, &id, false).await?;
    let admin = actor::admin(&mut write, admin).await?;
    let tag = write.tag(tag).await?.ok_or_else(WireError::not_found)?;
    let command = if attach {
        Command::AttachTag { tag: tag.clone() }
    } else {
        Command::DetachTag { tag: tag.clone() }
    };
    write.apply(&id, call.command_id().as_ref(), &[Act::new(&admin, command)]).await?;
    let conversation = IDS.conversation(&call.may_see(&mut write, &id, true).await?);
    Ok(call::finish(*write, StatusCode::OK, &write_tag(&conversation, &IDS.tag(&tag))).await?)
}
