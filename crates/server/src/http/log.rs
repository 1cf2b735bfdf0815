//! One log line per request, and an id that joins it with what the client saw.
//!
//! What is logged: method, route, status, time, kind of principal. Never a token, a body, a query
//! string, or a path with an id in it.

use std::cell::Cell;
use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

use crate::id;
use crate::identity::Principal;

/// The response header with the request's id.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

tokio::task_local! {
    /// The kind of principal of the request that this task answers.
    static WHO: Cell<&'static str>;
    /// The request's id, for errors that name it.
    static ID: String;
}

/// The id of the request that this task answers.
pub(crate) fn request_id() -> Option<String> {
    ID.try_with(Clone::clone).ok()
}

/// Notes for the log who asks.
pub(super) fn note(principal: &Principal) {
    let who = if principal.is_agent() { "agent" } else { "customer" };
    // Outside a request, as in a live stream, there is no line to put it in.
    let _ = WHO.try_with(|cell| cell.set(who));
}

/// Logs a request and gives it an id.
pub(super) async fn requests(request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let method = request.method().clone();
    // Files and pages match no route; their paths are not logged either.
    let route = request.extensions().get::<MatchedPath>().cloned();
    let request_id = id::uuid().unwrap_or_default();
    let (mut response, principal) = WHO
        .scope(
            Cell::new("-"),
            ID.scope(request_id.clone(), async move {
                let response = next.run(request).await;
                (response, WHO.with(Cell::get))
            }),
        )
        .await;
    let millis = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
    let status = response.status().as_u16();
    let route = route.as_ref().map_or("-", MatchedPath::as_str);
    if status >= 500 {
        tracing::error!(%method, route, status, millis, principal, request_id, "request");
    } else {
        tracing::info!(%method, route, status, millis, principal, request_id, "request");
    }
    if let Ok(value) = HeaderValue::from_str(&request_id) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    response
}
