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
mod openapi;
mod participants;
mod pictures;
mod place;
mod reply;
mod tags;
mod update;

use axum::Router;
use axum::http::StatusCode;
use inbox_dialects::featurebase::server::WireError;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::http::App;
use fault::Fault;
pub(crate) use openapi::openapi;

/// The routes with their description, with paths below the prefix.
fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list, create::create))
        .routes(routes!(update::redact))
        .routes(routes!(conversation::get, update::update, conversation::delete))
        .routes(routes!(reply::reply))
        .routes(routes!(tags::attach))
        .routes(routes!(tags::detach))
        .routes(routes!(participants::add, participants::remove))
}

/// The routes, with paths below the prefix.
pub(crate) fn router(app: App) -> Router {
    let (router, _) = routes().split_for_parts();
    router.fallback(not_found).method_not_allowed_fallback(method_not_allowed).with_state(app)
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
