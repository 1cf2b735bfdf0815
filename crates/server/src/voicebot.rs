//! Voicebot.studio's Client API, under `/voicebot/third-party/v1/…`.
//!
//! The codec reads and writes, the model decides, the store keeps; what is left here is who may ask
//! for what, and which people and messages a number means. Two routes are ours, because no widget can
//! do without them: one conversation, and its messages.

mod conversation;
mod fault;
mod list;
mod message;
mod place;
mod restart;
mod update;

use axum::Router;
use axum::routing::{get, post};
use inbox_dialects::voicebot::server::WireError;

use crate::http::{self, App};
use fault::Fault;

/// A request that was let in.
type Call = http::Call<Fault>;

/// The routes, with paths below the prefix.
pub(crate) fn router(app: App) -> Router {
    Router::new()
        .route("/conversations", get(list::list))
        .route("/conversations/{id}", get(conversation::get).patch(update::update))
        .route("/conversations/{id}/restart", post(restart::restart))
        .route("/conversations/{id}/mark-read", post(update::mark_read))
        .route("/conversations/{id}/messages", get(conversation::messages).post(message::create))
        .route("/conversations/{id}/messages/{message}", get(message::get))
        .route("/conversations/{id}/messages/{message}/set-reaction", post(message::react))
        .fallback(not_found)
        .method_not_allowed_fallback(method_not_allowed)
        .with_state(app)
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
