//! Stars, reading, assigning, putting away.

use axum::response::Response;
use inbox_dialects::crm::server::{not_a_member, read_archive, read_assign};
use inbox_model::Command;
use inbox_model::command::Readers;

use super::fault::Fault;
use super::place::Thread;
use super::thread::change;
use super::{Call, agents_only};

/// Gives a star.
pub(super) async fn star(Thread(id): Thread, call: Call) -> Result<Response, Fault> {
    agents_only(&call.principal)?;
    change(&call, &id, Command::SetStarred { on: true }).await
}

/// Takes it.
pub(super) async fn unstar(Thread(id): Thread, call: Call) -> Result<Response, Fault> {
    agents_only(&call.principal)?;
    change(&call, &id, Command::SetStarred { on: false }).await
}

/// Everything is read, by whoever asks. Customers too say so, for themselves.
pub(super) async fn read(Thread(id): Thread, call: Call) -> Result<Response, Fault> {
    let readers = Readers { me: true, ..Readers::default() };
    change(&call, &id, Command::MarkRead { readers }).await
}

/// Whoever asks wants to see it as unread again.
pub(super) async fn unread(Thread(id): Thread, call: Call) -> Result<Response, Fault> {
    agents_only(&call.principal)?;
    change(&call, &id, Command::MarkUnread).await
}

/// Makes a member of the organisation responsible, or nobody.
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

/// Puts away, or brings back.
pub(super) async fn archive(Thread(id): Thread, call: Call) -> Result<Response, Fault> {
    agents_only(&call.principal)?;
    let on = read_archive(&call.body)?;
    change(&call, &id, Command::SetArchived { on }).await
}
