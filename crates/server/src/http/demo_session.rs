//! `POST /demo/session`: signing in without showing anything, on this machine, for the demo. The
//! body is `{"role"}`, and `"organisation"` by id or name for another one than the first.
//!
//! Served only with `--demo`. A page of another origin, or another machine, finds nothing here: the
//! peer is loopback, the host is this machine by name, and the origin, where the browser gives
//! one, is the same host.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use inbox_model::ParticipantId;
use inbox_model::time::DAY;
use serde::Deserialize;
use serde_json::json;

use super::visitor::peer;
use super::{App, Problem, problem, read_body};
use crate::clock;
use crate::store::{NewToken, Organisation, Role, StoreError};

/// How long such a token is good for.
const TOKEN_MILLIS: i64 = DAY;

/// The settings that name the demo's agent and customer.
pub(crate) const DEMO_AGENT: &str = "demo_agent";
/// See [`DEMO_AGENT`].
pub(crate) const DEMO_CUSTOMER: &str = "demo_customer";

#[derive(Debug, Deserialize)]
struct Wanted {
    role: String,
    organisation: Option<String>,
}

/// Answers with `{"token"}`.
pub(super) async fn demo_session(
    State(app): State<App>,
    request: Request,
) -> Result<Response, Problem> {
    if !is_local(&request) {
        return Err(problem::not_found().await);
    }
    let body = read_body(request.into_body()).await?;
    let message = "The body is an object whose role is agent or customer.";
    let Wanted { role, organisation } =
        serde_json::from_str(&body).map_err(|_| Problem::invalid(message))?;
    let role = match role.as_str() {
        "agent" => Role::Agent,
        "customer" => Role::Customer,
        _ => return Err(Problem::invalid(message)),
    };
    let subject = match organisation {
        None => subject(&app, role).await?,
        Some(organisation) => subject_of(&app, role, &organisation).await?,
    };
    let subject = subject.ok_or_else(|| Problem::not_found("There are no demo data."))?;
    let now = clock::now();
    let expires_at = now.plus(TOKEN_MILLIS);
    let new = NewToken { role, subject: &subject, name: "demo", expires_at };
    let token = app.store().create_token(&new, now).await?;
    Ok(problem::json_response(StatusCode::OK, json!({ "token": token }).to_string()))
}

async fn subject(app: &App, role: Role) -> Result<Option<ParticipantId>, StoreError> {
    let store = app.store();
    let name = match role {
        Role::Agent => DEMO_AGENT,
        Role::Customer => DEMO_CUSTOMER,
    };
    if let Some(id) = store.setting(name).await? {
        return Ok(Some(id.into()));
    }
    let first = store.first_organisation().await?.id;
    match role {
        Role::Agent => Ok(store.agents(&first).await?.into_iter().find_map(|agent| agent.id)),
        Role::Customer => store.busiest_customer(&first).await,
    }
}

/// Somebody of the organisation with this id or name: an agent who acts for it unless they say
/// otherwise, or the customer who has written most.
async fn subject_of(
    app: &App,
    role: Role,
    organisation: &str,
) -> Result<Option<ParticipantId>, StoreError> {
    let store = app.store();
    let is_meant = |one: &Organisation| one.id.as_str() == organisation || one.name == organisation;
    let Some(Organisation { id, .. }) = store.organisations().await?.into_iter().find(is_meant)
    else {
        return Ok(None);
    };
    if role == Role::Customer {
        return store.busiest_customer(&id).await;
    }
    for agent in store.agents(&id).await?.into_iter().filter_map(|agent| agent.id) {
        if store.organisations_of(&agent).await?.first().is_some_and(|first| first.id == id) {
            return Ok(Some(agent));
        }
    }
    Ok(None)
}

fn is_local(request: &Request) -> bool {
    let headers = request.headers();
    let Some(host) = text(headers, header::HOST) else { return false };
    let is_loopback = peer(request).is_some_and(|peer| peer.ip().to_canonical().is_loopback());
    let same_origin = match headers.get(header::ORIGIN) {
        None => true,
        Some(origin) => origin.to_str().is_ok_and(|origin| {
            let origin = origin.strip_prefix("http://").or(origin.strip_prefix("https://"));
            origin.is_some_and(|origin| origin.eq_ignore_ascii_case(host))
        }),
    };
    is_loopback && is_this_machine(host) && same_origin
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok()
}

/// A name of this machine, with or without a port. Other names may resolve to loopback too, which
/// is how a page elsewhere would reach in.
fn is_this_machine(host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    let rest = ["localhost", "127.0.0.1", "[::1]"].iter().find_map(|name| host.strip_prefix(name));
    rest.is_some_and(|rest| {
        rest.is_empty()
            || rest
                .strip_prefix(':')
                .is_some_and(|port| !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_machine_count() {
        for host in ["localhost", "localhost:8080", "LOCALHOST:1", "127.0.0.1", "[::1]:8080"] {
            assert!(is_this_machine(host), "{host}");
        }
        for host in [
            "",
            "localhost.evil.example",
            "localhost:",
            "localhost:80x",
            "127.0.0.1.nip.io",
            "127.0.0.2",
            "evil.example:8080",
            "[::2]",
        ] {
            assert!(!is_this_machine(host), "{host}");
        }
    }
}
