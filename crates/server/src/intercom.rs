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
mod part;
mod participants;
mod place;
mod reply;
mod tags;
mod update;

use axum::Router;
use axum::routing::{delete, get, post, put};
use inbox_dialects::intercom::server::WireError;

use crate::http::App;
use fault::Fault;

pub(crate) use inbox_dialects::intercom::server::IDS;

/// The routes, with paths below the prefix.
pub(crate) fn router(app: App) -> Router {
    Router::new()
        .route("/conversations", get(list::list).post(create::create))
        .route("/conversations/redact", post(update::redact))
        .route("/conversations/{id}", get(conversation::get).put(update::update))
        .route("/conversations/{id}/reply", post(reply::reply))
        .route("/conversations/{id}/parts", post(reply::reply))
        .route("/conversations/{id}/tags", post(tags::attach))
        .route("/conversations/{id}/tags/{tag}", delete(tags::detach))
        .route("/conversations/{id}/customers", post(participants::add))
        .route("/conversations/{id}/customers/{contact}", delete(participants::remove))
        .route("/conversations/{id}/conversation_parts/{part}", put(part::update))
        .fallback(not_found)
        .method_not_allowed_fallback(method_not_allowed)
        .with_state(app)
}

async fn not_found() -> Fault {
    WireError::not_found().into()
}

async fn method_not_allowed() -> Fault {
    WireError::method_not_allowed().into()
}
