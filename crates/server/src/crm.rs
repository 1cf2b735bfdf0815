//! The CRM Conversations API, under `/crm/api/v1/…`.
//!
//! The codec reads and writes, the model decides, the store keeps; what is left here is who may ask
//! for what, and whom a request means. Static paths go before `{conversation_id}`.

mod fault;
mod list;
mod media;
mod messages;
mod open;
mod openapi;
mod place;
mod state;
mod suggestion;
mod thread;
mod views;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use inbox_dialects::crm::server::WireError;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::http::{self, App, UPLOAD_BYTES};
use crate::identity::Principal;
use fault::Fault;
pub(crate) use openapi::openapi;

/// A request that was let in.
type Call = http::Call<Fault>;

/// The routes with their description, with paths below the prefix.
fn routes() -> OpenApiRouter<App> {
    let upload = OpenApiRouter::new()
        .routes(routes!(media::upload))
        .layer(DefaultBodyLimit::max(UPLOAD_BYTES));
    OpenApiRouter::new()
        .routes(routes!(list::list))
        .routes(routes!(views::views, views::save))
        .routes(routes!(views::counts))
        .routes(routes!(views::sla))
        .routes(routes!(views::overdue))
        .merge(upload)
        .routes(routes!(thread::get))
        .routes(routes!(messages::list, messages::send))
        .routes(routes!(state::star, state::unstar))
        .routes(routes!(state::read))
        .routes(routes!(state::unread))
        .routes(routes!(state::assign))
        .routes(routes!(state::archive))
        .routes(routes!(suggestion::send))
        .routes(routes!(suggestion::dismiss))
        .routes(routes!(open::open))
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

/// Only agents may do this.
fn agents_only(principal: &Principal) -> Result<(), Fault> {
    if principal.is_agent() {
        return Ok(());
    }
    Err(WireError::forbidden("Only the company's people can do this.").into())
}
