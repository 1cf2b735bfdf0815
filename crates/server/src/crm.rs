//! The CRM Conversations API, under `/crm/api/v1/…`.
//!
//! The codec reads and writes, the model decides, the store keeps; what is left here is who may ask
//! for what, and whom a request means. Static paths go before `{conversation_id}`.

mod fault;
mod list;
mod media;
mod messages;
mod open;
mod place;
mod state;
mod suggestion;
mod thread;
mod views;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use inbox_dialects::crm::server::WireError;

use crate::http::{self, App};
use crate::identity::Principal;
use fault::Fault;

/// A request that was let in.
type Call = http::Call<Fault>;

/// How much of an upload is taken in: more than is kept, because a client that is still sending does
/// not hear the answer.
const UPLOAD_BYTES: usize = 64 << 20;

/// The routes, with paths below the prefix.
pub(crate) fn router(app: App) -> Router {
    let upload = post(media::upload).layer(DefaultBodyLimit::max(UPLOAD_BYTES));
    Router::new()
        .route("/conversations", get(list::list))
        .route("/conversations/views", get(views::views).put(views::save))
        .route("/conversations/views/counts", get(views::counts))
        .route("/conversations/sla", get(views::sla))
        .route("/conversations/overdue/count", get(views::overdue))
        .route("/conversations/media", upload)
        .route("/conversations/{id}", get(thread::get))
        .route("/conversations/{id}/messages", get(messages::list).post(messages::send))
        .route("/conversations/{id}/star", post(state::star).delete(state::unstar))
        .route("/conversations/{id}/read", post(state::read))
        .route("/conversations/{id}/unread", post(state::unread))
        .route("/conversations/{id}/assign", post(state::assign))
        .route("/conversations/{id}/archive", post(state::archive))
        .route("/conversations/{id}/suggestions/{activity}/send", post(suggestion::send))
        .route("/conversations/{id}/suggestions/{activity}/dismiss", post(suggestion::dismiss))
        .route("/contacts/{id}/conversations", post(open::open))
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

/// Only agents may do this.
fn agents_only(principal: &Principal) -> Result<(), Fault> {
    if principal.is_agent() {
        return Ok(());
    }
    Err(WireError::forbidden("Only the company's people can do this.").into())
}
