//! `GET /internal/conversations`.

use std::collections::HashMap;

use axum::response::Response;
use inbox_dialects::ids::{IdForm, text_of_uuid};
use inbox_dialects::stack_auth::server::{
    ListParams, WireError, is_message, read_list, wire, write_list,
};
use inbox_model::ParticipantId;
use serde_json::{Value, json};

use super::call::{self, Call};
use super::fault::Fault;
use super::openapi::{Headers, ListQuery};
use crate::store::{Assignee, ListFilter, ListStart};

/// List conversations
///
/// Newest activity first. Customers see their own.
#[utoipa::path(
    get,
    path = "/internal/conversations",
    operation_id = "listConversations",
    tag = "Conversations",
    params(ListQuery, Headers),
    responses(
        (status = 200, description = "A page of conversations.", body = wire::ConversationList),
        (status = 400, description = "`SCHEMA_ERROR`: the request is not as it has to be.", body = wire::KnownError),
        (status = 401, description = "`USER_AUTHENTICATION_REQUIRED` or `INSUFFICIENT_ACCESS_TYPE`.", body = wire::KnownError),
        (status = 404, description = "`PROJECT_NOT_FOUND`: there is none, or the caller does not belong to it.", body = wire::KnownError),
    ),
)]
pub(super) async fn list(call: Call) -> Result<Response, Fault> {
    let params = read_list(&call.query)?;
    let call = call.within(params.project.as_deref()).await?;
    may_ask(&call, &params)?;
    let store = call.app.store();
    store.wake(call.now).await?;
    let (limit, start) = (params.limit, start(&params));
    let Some(filter) = filter(params, &call) else {
        return Ok(call::answer(&call::body(&write_list(&[], false, call.audience(), None))?));
    };
    let mut page = store.list(&call.principal.reader, &filter, &start, limit).await?;
    store.add_last(&call.principal.reader, &mut page.conversations, is_message).await?;
    let renamed: Vec<_> =
        page.conversations.iter().map(|one| IdForm::UUID.conversation(one)).collect();
    let counts = if call.principal.is_agent() { Some(counts(&call).await?) } else { None };
    let mut list = write_list(&renamed, page.next.is_some(), call.audience(), counts);
    name_assignees(&call, &mut list).await?;
    Ok(call::answer(&call::body(&list)?))
}

/// Customers cannot narrow down by what they cannot see.
fn may_ask(call: &Call, params: &ListParams) -> Result<(), Fault> {
    let own =
        |user: &String| text_of_uuid(user).as_deref() == Some(call.principal.reader.id().as_str());
    let is_inward = params.assignee.is_some() || params.starred || params.overdue;
    if call.principal.is_agent() || (!is_inward && params.user.as_ref().is_none_or(own)) {
        return Ok(());
    }
    let message = "Customers cannot filter by what they cannot see.";
    Err(WireError::insufficient_access(message).into())
}

fn start(params: &ListParams) -> ListStart {
    match u32::try_from(params.offset).unwrap_or(u32::MAX) {
        0 => ListStart::Top,
        offset => ListStart::Offset(offset),
    }
}

/// What is asked for, in the store's own ids. `None` where it names somebody whom there cannot be.
fn filter(params: ListParams, call: &Call) -> Option<ListFilter> {
    let agent = |id: ParticipantId| text_of_uuid(id.as_str()).map(ParticipantId::from);
    Some(ListFilter {
        states: params.states.to_vec(),
        assignee: match params.assignee {
            Some(Some(id)) => Some(Assignee::Agent(agent(id)?)),
            Some(None) => Some(Assignee::Nobody),
            None => None,
        },
        contact: match params.user {
            Some(user) => Some(ParticipantId::from(text_of_uuid(&user)?)),
            None => None,
        },
        unread: params.unread,
        starred: params.starred,
        overdue_at: params.overdue.then_some(call.now),
        search: params.search,
        ..ListFilter::default()
    })
}

/// The directory knows the names of those who are responsible.
async fn name_assignees(call: &Call, list: &mut wire::ConversationList) -> Result<(), Fault> {
    let is_assigned = |row: &wire::Conversation| row.metadata.assigned_to_user_id.is_some();
    if !list.conversations.iter().any(is_assigned) {
        return Ok(());
    }
    let agents = call.app.store().agents(call.principal.organisation()).await?;
    let names: HashMap<String, String> = agents
        .iter()
        .map(|agent| IdForm::UUID.participant(agent))
        .filter_map(|agent| Some((agent.id?.as_str().to_owned(), agent.name?)))
        .collect();
    for row in &mut list.conversations {
        let id = row.metadata.assigned_to_user_id.as_ref();
        if let Some(name) = id.and_then(|id| names.get(id)) {
            row.metadata.assigned_to_display_name = Some(name.clone());
        }
    }
    Ok(())
}

async fn counts(call: &Call) -> Result<Value, Fault> {
    let counts = call.app.store().counts(&call.principal.reader).await?;
    Ok(json!({ "counts": {
        "open": counts.open,
        "snoozed": counts.snoozed,
        "closed": counts.closed,
        "unread": counts.unread,
        "mine": counts.mine,
        "unassigned": counts.unassigned,
    }}))
}
