//! `GET /conversations`.

use axum::response::Response;
use inbox_dialects::crm::server::{ListParams, WireError, read_list, wire, write_list};
use inbox_model::view::{Filters, Scope};
use inbox_model::{ParticipantId, Timestamp};
use serde_json::{Value, json};

use super::Call;
use super::fault::Fault;
use super::openapi::{ListQuery, Organisation, Refused};
use crate::http::answer;
use crate::store::{Assignee, ListFilter, ListStart, Reader, Store};

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

fn filter_of(params: ListParams, reader: &Reader, now: Timestamp) -> ListFilter {
    let conditions = Filters {
        scope: params.scope,
        archived: params.archived,
        overdue: params.overdue,
        starred: params.starred,
        unread: params.unread,
        assigned_to: params.assignee,
        ..Filters::default()
    };
    let filter = filter(&conditions, reader.id(), now);
    ListFilter { state: params.state, search: params.search, ..filter }
}

/// What a saved view or a query shows to an agent. Where both whose and of whom are given, of whom
/// counts.
pub(super) fn filter(conditions: &Filters, me: &ParticipantId, now: Timestamp) -> ListFilter {
    let mine = conditions.scope == Some(Scope::Mine);
    let mine = mine.then(|| Assignee::Agent(me.clone()));
    let assignee = conditions.assigned_to.clone();
    let assignee = assignee.map(|agent| agent.map_or(Assignee::Nobody, Assignee::Agent));
    ListFilter {
        assignee: assignee.or(mine),
        unread: conditions.unread == Some(true),
        read: conditions.unread == Some(false),
        starred: conditions.starred == Some(true),
        unstarred: conditions.starred == Some(false),
        archived: conditions.archived,
        overdue_at: (conditions.overdue == Some(true)).then_some(now),
        on_time_at: (conditions.overdue == Some(false)).then_some(now),
        ..ListFilter::default()
    }
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
