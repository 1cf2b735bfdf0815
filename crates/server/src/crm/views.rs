//! Saved views, how many threads each shows, deadlines and what is overdue.

use axum::http::StatusCode;
use axum::response::Response;
use inbox_dialects::crm::server::{read_views, write_count, write_counts, write_sla, write_views};

use super::fault::Fault;
use super::list::filter;
use super::{Call, agents_only};
use crate::http::{Opened, answer, finish};
use crate::store::ListFilter;

/// All views of whoever asks.
pub(super) async fn views(call: Call) -> Result<Response, Fault> {
    agents_only(&call.principal)?;
    let (organisation, agent) = (call.principal.organisation(), call.principal.reader.id());
    Ok(answer(&write_views(&call.app.store().views(organisation, agent).await?)))
}

/// Saves the views of whoever asks. The four of everybody stay, left out or not.
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

/// How many threads each view shows, and how many of them have something unread.
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

/// How soon the organisation means to answer.
pub(super) async fn sla(call: Call) -> Result<Response, Fault> {
    agents_only(&call.principal)?;
    Ok(answer(&write_sla(&call.app.store().sla(call.principal.organisation()).await?)))
}

/// How many threads wait for longer than they should.
pub(super) async fn overdue(call: Call) -> Result<Response, Fault> {
    agents_only(&call.principal)?;
    let late = ListFilter { overdue_at: Some(call.now), ..ListFilter::default() };
    let count = call.app.store().count(&call.principal.reader, &late).await?;
    Ok(answer(&write_count(count)))
}
