//! Saved views, how many threads each shows, deadlines and what is overdue.

use axum::http::StatusCode;
use axum::response::Response;
use inbox_dialects::crm::server::{
    read_views, wire, write_count, write_counts, write_sla, write_views,
};

use super::fault::Fault;
use super::list::filter;
use super::openapi::{Invalid, Key, Organisation, Refused};
use super::{Call, agents_only};
use crate::http::{Opened, answer, finish};
use crate::store::ListFilter;

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
    let views = read_views(&call.body)?;
    let mut write = match call.begin().await? {
        Opened::Fresh(write) => write,
        Opened::Done(response) => return Ok(response),
    };
    write.save_views(call.principal.reader.id(), &views).await?;
    Ok(finish(*write, StatusCode::OK, &write_views(&views)).await?)
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
        let shown = filter(&view.filters, reader.id(), call.now);
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
