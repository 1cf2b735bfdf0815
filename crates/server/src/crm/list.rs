//! `GET /conversations`.

use axum::response::Response;
use inbox_dialects::crm::server::{ListParams, WireError, read_list, wire, write_list};
use inbox_model::Timestamp;
use inbox_model::view::{Assignee, Condition, Filter};
use serde_json::{Value, json};

use super::Call;
use super::fault::Fault;
use super::openapi::{ListQuery, Organisation, Refused};
use crate::http::answer;
use crate::store::{ListFilter, ListStart, Reader, Store};

/// List conversations
///
/// Newest activity first; without `archived` whether put away or not. Customers see their own.
#[utoipa::path(
    get,
    path = "/conversations",
    operation_id = "listConversations",
    tag = "Threads",
    params(ListQuery, Organisation),
    responses((status = 200, description = "A page of conversations.", body = wire::ConversationPage), Refused),
)]
pub(super) async fn list(call: Call) -> Result<Response, Fault> {
    let params = read_list(&call.query)?;
    let reader = &call.principal.reader;
    if !reader.is_agent() && params.is_companys() {
        let message = "Customers cannot filter by what they cannot see.";
        return Err(WireError::forbidden(message).into());
    }
    let store = call.app.store();
    store.wake(call.now).await?;
    let (limit, offset) = (params.limit, params.offset);
    let filter = filter_of(params, reader, call.now);
    let start = ListStart::Offset(u32::try_from(offset).unwrap_or(u32::MAX));
    let page = store.list(reader, &filter, &start, limit).await?;
    let total = store.count(reader, &filter).await?;
    let extension = if reader.is_agent() { Some(counts(store, reader).await?) } else { None };
    let shape = (total, limit, offset);
    let rows = page.conversations;
    let touchpoints = store.touchpoints(reader, &rows).await?;
    let audience = call.audience();
    Ok(answer(&write_list(&rows, &touchpoints, shape, audience, call.now, extension)))
}

/// Where both whose and of whom are given, of whom counts.
fn filter_of(params: ListParams, reader: &Reader, now: Timestamp) -> ListFilter {
    let of_whom = params.assignee.map(|who| who.map_or(Assignee::Nobody, Assignee::Agent));
    let conditions = [
        of_whom.or(params.scope).map(Condition::Assignee),
        params.archived.map(Condition::Archived),
        params.overdue.map(Condition::Overdue),
        params.starred.map(Condition::Starred),
        params.unread.map(Condition::Unread),
    ];
    let filter = conditions.into_iter().flatten().fold(Filter::default(), Filter::and);
    let filter = ListFilter::of(&filter, reader.id(), now);
    ListFilter { state: params.state, search: params.search, ..filter }
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
