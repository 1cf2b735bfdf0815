//! The Stack Auth conversations API, under `/stack-auth/api/v1/internal/…`.
//!
//! The codec reads and writes, the model decides, the store keeps; what is left here is who may ask
//! for what, and which project, people and tags a request means.

mod call;
mod conversation;
mod create;
mod fault;
mod list;
mod metadata;
mod openapi;
mod update;

use axum::Router;
use axum::middleware;
use inbox_dialects::stack_auth::server::WireError;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::http::App;
use fault::Fault;
pub(crate) use openapi::openapi;

/// The routes with their description, with paths below the prefix.
fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list, create::create))
        .routes(routes!(conversation::get, update::update))
}

/// The routes, with paths below the prefix.
pub(crate) fn router(app: App) -> Router {
    let (router, _) = routes().split_for_parts();
    router.fallback(not_found).method_not_allowed_fallback(method_not_allowed).with_state(app)
}

/// What stands before all paths beneath the prefix, our own included: the vendor's header for tokens.
pub(crate) fn tokens(router: Router) -> Router {
    router.layer(middleware::from_fn(call::take_token))
}

async fn not_found() -> Fault {
    WireError::no_endpoint().into()
}

async fn method_not_allowed() -> Fault {
    WireError::method_not_allowed().into()
}
