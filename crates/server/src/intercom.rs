//! The Intercom conversation API, under `/intercom/…`.
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
mod part;
mod participants;
mod place;
mod reply;
mod tags;
mod update;

use axum::Router;
use inbox_dialects::intercom::server::WireError;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::http::App;
use fault::Fault;
pub(crate) use openapi::openapi;

pub(crate) use inbox_dialects::intercom::server::IDS;

/// The routes with their description, with paths below the prefix.
fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list, create::create))
        .routes(routes!(update::redact))
        .routes(routes!(conversation::get, update::update))
        .routes(routes!(reply::reply))
        .routes(routes!(reply::manage))
        .routes(routes!(tags::attach))
        .routes(routes!(tags::detach))
        .routes(routes!(participants::add))
        .routes(routes!(participants::remove))
        .routes(routes!(part::update))
}

/// The routes, with paths below the prefix.
pub(crate) fn router(app: App) -> Router {
    let (router, _) = routes().split_for_parts();
    router.fallback(not_found).method_not_allowed_fallback(method_not_allowed).with_state(app)
}

async fn not_found() -> Fault {
    WireError::not_found().into()
}

async fn method_not_allowed() -> Fault {
    WireError::method_not_allowed().into()
}
