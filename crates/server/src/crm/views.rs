//! Saved views, how many threads each shows, deadlines and what is overdue.

use axum::http::StatusCode;
use axum::response::Response;
use inbox_dialects::crm::server::{
    WireError, no_such_assignee, read_views, wire, write_count, write_counts, write_sla,
    write_views,
};
use inbox_model::ParticipantId;
use inbox_model::view::{Assignee, Condition, Filter, View, save as save_of};

use super::fault::Fault;
use super::openapi::{Invalid, Key, Organisation, Refused};
use super::{Call, agents_only};
use crate::http::{Opened, answer, finish};
use crate::store::{ListFilter, Write};

/// List saved inbox views
///
/// Those of whoever asks; the four of everybody are among them.
#[utoipa::path(
    get,
    path = "/conversations/views",
    operation_id = "listViews",
    tag = "Views & SLA",
    params(Organisation),
    responses((status = 200, description = "The views, in order.", body = wire::ViewList), Refused),
)]
pub(super) async fn views(call: Call) -> Result<Response, Fault> {
    agents_only(&call.principal)?;
    let (organisation, agent) = (call.principal.organisation(), call.principal.reader.id());
    Ok(answer(&write_views(&call.app.store().views(organisation, agent).await?)))
}

/// Save inbox views
///
/// Those of whoever asks. The four of everybody stay, left out or not.
#[utoipa::path(
    put,
    path = "/conversations/views",
    operation_id = "saveViews",
    tag = "Views & SLA",
    params(Organisation, Key),
    request_body = wire::ViewList,
    responses((status = 200, description = "All views, in order.", body = wire::ViewList), Refused, Invalid),
)]
pub(super) async fn save(call: Call) -> Result<Response, Fault> {
    agents_only(&call.principal)?;
    let given = read_views(&call.body)?;
    let mut write = match call.begin().await? {
        Opened::Fresh(write) => write,
        Opened::Done(response) => return Ok(response),
    };
    check_assignees(&call, &mut write, &given).await?;
    let views = save_of(given).map_err(|problem| WireError::from(&problem))?;
    write.save_views(call.principal.reader.id(), &views).await?;
    Ok(finish(*write, StatusCode::OK, &write_views(&views)).await?)
}

/// A view is of a member's conversations. One that was saved while its agent still was one stays.
async fn check_assignees(call: &Call, write: &mut Write, given: &[View]) -> Result<(), Fault> {
    // Read beside the write, which has done nothing yet and whose turn it is.
    let (organisation, me) = (call.principal.organisation(), call.principal.reader.id());
    let there = call.app.store().views(organisation, me).await?;
    for (at, view) in given.iter().enumerate() {
        let kept = there.iter().find(|one| one.id == view.id).map(|one| agents_of(&one.filter));
        for agent in agents_of(&view.filter) {
            let is_kept = kept.as_ref().is_some_and(|kept| kept.contains(&agent));
            if !is_kept && write.agent(agent.as_str()).await?.is_none() {
                return Err(no_such_assignee(at).into());
            }
        }
    }
    Ok(())
}

/// The agents whom a filter names.
fn agents_of(filter: &Filter) -> Vec<&ParticipantId> {
    let mut agents = Vec::new();
    for condition in filter.conditions() {
        if let Condition::Assignee(Assignee::Agent(agent)) = condition {
            agents.push(agent);
        }
    }
    agents
}

/// Per-view unread/total counts
#[utoipa::path(
    get,
    path = "/conversations/views/counts",
    operation_id = "getViewCounts",
    tag = "Views & SLA",
    params(Organisation),
    responses((status = 200, description = "The counts, by the views' ids.", body = wire::ViewCounts), Refused),
)]
pub(super) async fn counts(call: Call) -> Result<Response, Fault> {
    agents_only(&call.principal)?;
    let (store, reader) = (call.app.store(), &call.principal.reader);
    let mut counts = Vec::new();
    for view in store.views(call.principal.organisation(), reader.id()).await? {
        let shown = ListFilter::of(&view.filter, reader.id(), call.now);
        counts.push((view.id, store.tally(reader, &shown).await?));
    }
    Ok(answer(&write_counts(&counts)))
}

/// Get the conversation SLA config
#[utoipa::path(
    get,
    path = "/conversations/sla",
    operation_id = "getSlaConfig",
    tag = "Views & SLA",
    params(Organisation),
    responses((status = 200, description = "How soon the organisation means to answer.", body = wire::SlaConfig), Refused),
)]
pub(super) async fn sla(call: Call) -> Result<Response, Fault> {
    agents_only(&call.principal)?;
    Ok(answer(&write_sla(&call.app.store().sla(call.principal.organisation()).await?)))
}

/// Count of SLA-overdue threads
#[utoipa::path(
    get,
    path = "/conversations/overdue/count",
    operation_id = "getOverdueCount",
    tag = "Views & SLA",
    params(Organisation),
    responses((status = 200, description = "How many wait for longer than they should.", body = wire::Count), Refused),
)]
pub(super) async fn overdue(call: Call) -> Result<Response, Fault> {
    agents_only(&call.principal)?;
    let late = ListFilter { overdue_at: Some(call.now), ..ListFilter::default() };
    let count = call.app.store().count(&call.principal.reader, &late).await?;
    Ok(answer(&write_count(count)))
}
