//! The Featurebase Conversations API, under `/featurebase/v2/…`.
//!
//! The codec reads and writes, the model decides, the store keeps; what is left here is who may ask
//! for what, and which people and tags a request means.

mod actor;
mod call;
mod conversation;
mod create;
mod fault;
mod list;
mod participants;
mod place;
mod reply;
mod tags;
mod update;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::{delete, get, post};
use inbox_dialects::featurebase::server::WireError;

use crate::http::App;
use fault::Fault;

/// The routes, with paths below the prefix.
pub(crate) fn router(app: App) -> Router {
    Router::new()
        .route(call::CONVERSATIONS, get(list::list).post(create::create))
        .route("/v2/conversations/redact", post(update::redact))
        .route(
            "/v2/conversations/{id}",
            get(conversation::get).patch(update::update).delete(conversation::delete),
        )
        .route("/v2/conversations/{id}/reply", post(reply::reply))
        .route("/v2/conversations/{id}/tags", post(tags::attach))
        .route("/v2/conversations/{id}/tags/{tag}", delete(tags::detach))
        .route(
            "/v2/conversations/{id}/participants",
            post(participants::add).delete(participants::remove),
        )
        .fallback(not_found)
        .method_not_allowed_fallback(method_not_allowed)
        .with_state(app)
}

async fn not_found() -> Fault {
    WireError::resource_not_found("There is no such endpoint.").into()
}

async fn method_not_allowed() -> Fault {
    let mut error = WireError::invalid_request("This endpoint does not take this method.");
    error.status = StatusCode::METHOD_NOT_ALLOWED.as_u16();
    error.code = "method_not_allowed";
    error.into()
}
