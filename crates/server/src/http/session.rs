//! `GET /session`: who the bearer of a token is, and whom and what the organisation knows.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use inbox_dialects::session::Session;

use super::own::Own;
use super::{Problem, problem};
use crate::identity::seal;
use crate::live::seen_by_customers;

/// Answers with the session.
pub(super) async fn session(
    State(Own { app, form, seals }): State<Own>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let principal = app.identify(&headers).await?;
    let (store, organisation) = (app.store(), principal.organisation());
    let mut agents = store.agents(organisation).await?;
    let (mut teams, mut tags) = (Vec::new(), Vec::new());
    if principal.is_agent() {
        (teams, tags) = (store.teams(organisation).await?, store.tags(organisation).await?);
    } else {
        agents = agents.iter().map(seen_by_customers).collect();
    }
    let agent = principal.participant.id.as_ref().filter(|_| seals && principal.is_agent());
    let seal = match agent {
        Some(agent) => Some(seal(&store.seal_secret(organisation).await?, agent)),
        None => None,
    };
    let (reply_windows, due_soon_minutes) = if principal.is_agent() {
        let windows = store.reply_windows(organisation).await?;
        (windows, store.sla(organisation).await?.due_soon_minutes)
    } else {
        Default::default()
    };
    let session = Session {
        me: principal.participant.clone(),
        agents,
        teams,
        tags,
        workspace: store.organisation_name(organisation).await?,
        seal,
        expires_at: Some(principal.expires_at),
        reply_windows,
        due_soon_minutes,
    };
    let body = serde_json::to_string(&form.session(session)).map_err(|_| Problem::server())?;
    Ok(problem::json_response(StatusCode::OK, body))
}
