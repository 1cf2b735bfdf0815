//! `GET /conversations`.

use axum::response::Response;
use inbox_dialects::intercom::server::{IDS, Paging, WireError, read_list, wire, write_list};
use inbox_model::ParticipantId;
use serde_json::{Map, json};

use super::actor::suffix;
use super::call::{self, Call};
use super::fault::Fault;
use super::openapi::{Headers, ListQuery};
use crate::http::Scope;
use crate::store::{Assignee, ListFilter, ListStart};

/// List conversations
///
/// Newest activity first, without their parts. Customers see their own.
#[utoipa::path(
    get,
    path = "/conversations",
    operation_id = "listConversations",
    tag = "Conversations",
    params(ListQuery, Headers),
    responses(
        (status = 200, description = "A page of conversations.", body = wire::ConversationList),
        (status = 400, description = "`bad_request`, `parameter_not_found` or `parameter_invalid`.", body = wire::ErrorList),
        (status = 401, description = "`unauthorized`.", body = wire::ErrorList),
        (status = 403, description = "`forbidden`: not for customers, or not for this one.", body = wire::ErrorList),
    ),
)]
pub(super) async fn list(call: Call) -> Result<Response, Fault> {
    let params = read_list(&call.query)?;
    let principal = &call.principal;
    let is_inward =
        !params.tag_ids.is_empty() || params.assignee.is_some() || params.search.is_some();
    if !principal.is_agent() && is_inward {
        return Err(WireError::forbidden("Customers cannot filter by what they cannot see").into());
    }
    let store = call.app.store();
    store.wake(call.now).await?;
    let assignee = match params.assignee {
        None => None,
        Some(None) => Some(Assignee::Nobody),
        Some(Some(number)) => Some(Assignee::Agent(agent(&call, number).await?)),
    };
    let filter = ListFilter {
        tags: params.tag_ids,
        state: params.state,
        assignee,
        unread: params.unread,
        search: params.search,
        ..ListFilter::default()
    };
    let secret = &call.app.secrets().cursor;
    let scope = Scope { secret, reader: &principal.reader, filter: &filter };
    let message = "This is no cursor of this list";
    let start = match &params.starting_after {
        None => ListStart::Top,
        Some(cursor) => {
            let place = scope.read(cursor);
            ListStart::After(place.ok_or_else(|| WireError::invalid("starting_after", message))?)
        }
    };
    let page = store.list(&principal.reader, &filter, &start, params.per_page).await?;
    let next = page.next.as_ref().map(|position| scope.write(position));
    let mut paging = Paging { per_page: params.per_page, next, total: None };
    let mut extension = Map::new();
    if principal.is_agent() {
        let counts = store.counts(&principal.reader).await?;
        if filter == ListFilter::default() {
            paging.total = Some(counts.open + counts.snoozed + counts.closed);
        }
        let counts = json!({
            "open": counts.open,
            "snoozed": counts.snoozed,
            "closed": counts.closed,
            "unread": counts.unread,
            "mine": counts.mine,
            "unassigned": counts.unassigned,
        });
        extension.insert("counts".into(), counts);
    }
    let rows: Vec<_> = page.conversations.iter().map(|row| IDS.conversation(row)).collect();
    Ok(call::answer(&write_list(&rows, paging, call.audience(), call.now, extension)))
}

/// The agent of this number; one whom nobody knows has no conversations.
async fn agent(call: &Call, number: String) -> Result<ParticipantId, Fault> {
    let known = match suffix(&number) {
        Some(suffix) => {
            call.app.store().agent_by_suffix(call.principal.organisation(), &suffix).await?
        }
        None => None,
    };
    Ok(known.and_then(|agent| agent.id).unwrap_or_else(|| ParticipantId::from(number)))
}
