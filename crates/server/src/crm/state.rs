//! Stars, reading, assigning, putting away.

use axum::response::Response;
use inbox_dialects::crm::server::{not_a_member, read_archive, read_assign, wire};
use inbox_model::Command;
use inbox_model::command::Readers;

use super::fault::Fault;
use super::openapi::{InThread, Invalid, Key, Missing, Organisation};
use super::place::Thread;
use super::thread::change;
use super::{Call, agents_only};

/// Star a conversation
#[utoipa::path(
    post,
    path = "/conversations/{conversation_id}/star",
    operation_id = "starConversation",
    tag = "State",
    params(InThread, Organisation, Key),
    responses((status = 200, description = "The thread.", body = wire::Conversation), Missing),
)]
pub(super) async fn star(Thread(id): Thread, call: Call) -> Result<Response, Fault> {
    agents_only(&call.principal)?;
    change(&call, &id, Command::SetStarred { on: true }).await
}

/// Unstar
#[utoipa::path(
    delete,
    path = "/conversations/{conversation_id}/star",
    operation_id = "unstarConversation",
    tag = "State",
    params(InThread, Organisation, Key),
    responses((status = 200, description = "The thread.", body = wire::Conversation), Missing),
)]
pub(super) async fn unstar(Thread(id): Thread, call: Call) -> Result<Response, Fault> {
    agents_only(&call.principal)?;
    change(&call, &id, Command::SetStarred { on: false }).await
}

/// Mark read
///
/// By whoever asks, for themselves. Customers too.
#[utoipa::path(
    post,
    path = "/conversations/{conversation_id}/read",
    operation_id = "markRead",
    tag = "State",
    params(InThread, Organisation, Key),
    responses((status = 200, description = "The thread.", body = wire::Conversation), Missing),
)]
pub(super) async fn read(Thread(id): Thread, call: Call) -> Result<Response, Fault> {
    let readers = Readers { me: true, ..Readers::default() };
    change(&call, &id, Command::MarkRead { readers }).await
}

/// Mark unread
///
/// For whoever asks.
#[utoipa::path(
    post,
    path = "/conversations/{conversation_id}/unread",
    operation_id = "markUnread",
    tag = "State",
    params(InThread, Organisation, Key),
    responses((status = 200, description = "The thread.", body = wire::Conversation), Missing),
)]
pub(super) async fn unread(Thread(id): Thread, call: Call) -> Result<Response, Fault> {
    agents_only(&call.principal)?;
    change(&call, &id, Command::MarkUnread).await
}

/// Assign to a staff member
///
/// A member of the organisation, or nobody.
#[utoipa::path(
    post,
    path = "/conversations/{conversation_id}/assign",
    operation_id = "assignConversation",
    tag = "State",
    params(InThread, Organisation, Key),
    request_body = wire::AssignRequest,
    responses((status = 200, description = "The thread.", body = wire::Conversation), Missing, Invalid),
)]
pub(super) async fn assign(Thread(id): Thread, call: Call) -> Result<Response, Fault> {
    agents_only(&call.principal)?;
    // Whether there is such a thread comes first: who is a member is told to nobody else.
    let (store, organisation) = (call.app.store(), call.principal.organisation());
    if store.contacts_of(&call.principal.reader, &id).await?.is_none() {
        return Err(inbox_dialects::crm::server::WireError::not_found().into());
    }
    let agent = read_assign(&call.body)?;
    if let Some(agent) = &agent
        && store.agent(organisation, agent.as_str()).await?.is_none()
    {
        return Err(not_a_member().into());
    }
    change(&call, &id, Command::Assign { agent: Some(agent), team: None }).await
}

/// Archive / unarchive
#[utoipa::path(
    post,
    path = "/conversations/{conversation_id}/archive",
    operation_id = "archiveConversation",
    tag = "State",
    params(InThread, Organisation, Key),
    request_body = wire::ArchiveRequest,
    responses((status = 200, description = "The thread.", body = wire::Conversation), Missing),
)]
pub(super) async fn archive(Thread(id): Thread, call: Call) -> Result<Response, Fault> {
    agents_only(&call.principal)?;
    let on = read_archive(&call.body)?;
    change(&call, &id, Command::SetArchived { on }).await
}
