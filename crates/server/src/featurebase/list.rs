//! `GET /v2/conversations`.

use axum::response::Response;
use inbox_dialects::featurebase::server::{WireError, read_list, wire, write_list};
use serde_json::{Value, json};

use super::call::{self, Call};
use super::fault::Fault;
use super::openapi::{Faults, ListQuery, Version};
use crate::http::Scope;
use crate::store::{Assignee, ListFilter, ListStart, Reader, Store};

/// List conversations
///
/// A page, newest activity first. Customers see their own.
#[utoipa::path(
    get,
    path = "/v2/conversations",
    operation_id = "listConversations",
    tag = "Conversations",
    params(ListQuery, Version),
    responses(
        (status = 200, description = "A page of conversations.", body = wire::ConversationList),
        (status = 400, description = "`invalid_parameter` or `invalid_cursor`.", body = wire::ErrorResponse),
        (status = 403, description = "`forbidden`: customers cannot filter by what they cannot see.", body = wire::ErrorResponse),
        (status = 404, description = "`version_not_supported`: the version has no such endpoint.", body = wire::ErrorResponse),
        Faults,
    ),
)]
pub(super) async fn list(call: Call) -> Result<Response, Fault> {
    let params = read_list(&call.query)?;
    let principal = &call.principal;
    if !principal.is_agent() && (!params.tag_ids.is_empty() || params.assignee.is_some()) {
        let message = "Customers cannot filter by what they cannot see.";
        return Err(WireError::forbidden(message).into());
    }
    let store = call.app.store();
    store.wake(call.now).await?;
    let assignee = params.assignee.map(|agent| agent.map_or(Assignee::Nobody, Assignee::Agent));
    let filter = ListFilter {
        tags: params.tag_ids,
        state: params.state,
        assignee,
        unread: params.unread,
        ..ListFilter::default()
    };
    let secret = &call.app.secrets().cursor;
    let scope = Scope { secret, reader: &principal.reader, filter: &filter };
    let start = match &params.cursor {
        None => ListStart::Top,
        Some(cursor) => ListStart::After(scope.read(cursor).ok_or_else(WireError::invalid_cursor)?),
    };
    let page = store.list(&principal.reader, &filter, &start, params.limit).await?;
    let next = page.next.as_ref().map(|position| scope.write(position));
    let extension =
        if principal.is_agent() { Some(counts(store, &principal.reader).await?) } else { None };
    let audience = call.audience();
    let body = write_list(&page.conversations, next.as_deref(), audience, extension);
    Ok(call::answer(&body))
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
