//! Voicebot.studio's Client API, under `/voicebot/third-party/v1/…`.
//!
//! The codec reads and writes, the model decides, the store keeps; what is left here is who may ask
//! for what, and which people and messages a number means. Two routes are ours, because no widget can
//! do without them: one conversation, and its messages.

mod conversation;
mod fault;
mod list;
mod message;
mod openapi;
mod place;
mod restart;
mod update;

use axum::Router;
use inbox_dialects::voicebot::server::WireError;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::http::{self, App};
use fault::Fault;
pub(crate) use openapi::openapi;

/// A request that was let in.
type Call = http::Call<Fault>;

/// The routes with their description, with paths below the prefix.
fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list))
        .routes(routes!(conversation::get, update::update))
        .routes(routes!(restart::restart))
        .routes(routes!(update::mark_read))
        .routes(routes!(conversation::messages, message::create))
        .routes(routes!(message::get))
        .routes(routes!(message::react))
}

/// The routes, with paths below the prefix.
pub(crate) fn router(app: App) -> Router {
    let (router, _) = routes().split_for_parts();
    router.fallback(not_found).method_not_allowed_fallback(method_not_allowed).with_state(app)
}

async fn not_found() -> Fault {
    WireError::no_such_endpoint().into()
}

async fn method_not_allowed() -> Fault {
    WireError::method_not_allowed().into()
}

/// Only agents may do this.
fn agents_only(call: &Call) -> Result<(), Fault> {
    if call.principal.is_agent() {
        return Ok(());
    }
    Err(WireError::forbidden("Only the company's people can do this.").into())
}
