//! `GET /conversations`.

use axum::response::Response;
use inbox_dialects::ids::person_suffix_of_number;
use inbox_dialects::voicebot::server::{ListParams, WireError, read_list, wire};
use inbox_model::TagId;
use serde_json::{Value, json};

use super::Call;
use super::fault::Fault;
use super::openapi::ListQuery;
use super::place::{users, writer};
use crate::http::{Scope, answer};
use crate::store::{Assignee, ListFilter, ListStart, Reader, Store};

/// List conversations
///
/// A page of conversations, newest activity first.
#[utoipa::path(
    get,
    path = "/conversations",
    operation_id = "listConversations",
    tag = "Conversations",
    params(ListQuery),
    responses(
        (status = 200, description = "The conversations.", body = wire::ConversationList),
        (status = 400, description = "`X-Org-Id` is not a UUID.", body = wire::ErrorAnswer),
        (status = 401, description = "No token, or none that is valid.", body = wire::ErrorAnswer),
        (status = 403, description = "The caller may not do this.", body = wire::ErrorAnswer),
        (status = 422, description = "A field or parameter has a value that it cannot have, or a rule refuses.", body = wire::ErrorAnswer),
    ),
)]
pub(super) async fn list(call: Call) -> Result<Response, Fault> {
    let params = read_list(&call.query)?;
    let principal = &call.principal;
    let by_company = !params.tags.is_empty()
        || params.user_id.is_some()
        || params.starred
        || params.archived
        || params.overdue;
    if !principal.is_agent() && by_company {
        let message = "Customers cannot filter by what they cannot see.";
        return Err(WireError::forbidden(message).into());
    }
    let store = call.app.store();
    store.wake(call.now).await?;
    let filter = filter(&call, &params).await?;
    let secret = &call.app.secrets().cursor;
    let scope = Scope { secret, reader: &principal.reader, filter: &filter };
    let start = match &params.cursor {
        None => ListStart::Top,
        Some(cursor) => ListStart::After(scope.read(cursor).ok_or_else(WireError::bad_cursor)?),
    };
    let mut page = store.list(&principal.reader, &filter, &start, params.limit).await?;
    store.add_newest(&principal.reader, &mut page.conversations).await?;
    let next = page.next.as_ref().map(|position| scope.write(position));
    let extension =
        if principal.is_agent() { Some(counts(store, &principal.reader).await?) } else { None };
    let users = users(&call).await?;
    let body = writer(&call, &users).list(&page.conversations, next.as_deref(), extension);
    Ok(answer(&body))
}

/// What is asked for. A number that means nobody finds nothing.
async fn filter(call: &Call, params: &ListParams) -> Result<ListFilter, Fault> {
    let (store, organisation) = (call.app.store(), call.principal.organisation());
    let assignee = match params.user_id {
        None => None,
        Some(None) => Some(Assignee::Nobody),
        Some(Some(number)) => {
            let suffix = person_suffix_of_number(number).unwrap_or_default();
            let agent = store.agent_by_suffix(organisation, &suffix).await?;
            Some(Assignee::Agent(agent.and_then(|agent| agent.id).unwrap_or_else(|| "".into())))
        }
    };
    let mut tags = Vec::new();
    for number in &params.tags {
        let suffix = person_suffix_of_number(*number).unwrap_or_default();
        let tag = store.tag_by_suffix(organisation, &suffix).await?;
        tags.push(tag.map_or_else(|| TagId::from(""), |tag| tag.id));
    }
    Ok(ListFilter {
        tags,
        state: params.state,
        assignee,
        unread: params.unread,
        starred: params.starred,
        // A customer's conversation does not vanish because the company has put it away.
        archived: call.principal.is_agent().then_some(params.archived),
        overdue_at: params.overdue.then_some(call.now),
        search: params.search.clone(),
        ..ListFilter::default()
    })
}

async fn counts(store: &Store, agent: &Reader) -> Result<Value, Fault> {
    let counts = store.counts(agent).await?;
    Ok(json!({ "counts": {
        "open": counts.open,
        "snoozed": counts.snoozed,
        "closed": counts.closed,
        "unread": counts.unread,
        "mine": counts.mine,
        "unassigned": counts.unassigned,
    }}))
}
