//! The routes that are no vendor's, beneath every dialect: who one is, what happens, how much there is,
//! visitors, files, canned replies, what lies far back in a thread. Ids
//! in them are as the dialect writes them, so that a client knows one form.

use axum::Router;
use axum::routing::{get, post, put};
use inbox_dialects::ids::IdForm;
use inbox_model::ConversationId;

use super::{
    App, Problem, canned, counts, earlier, live, media, problem, session, upload, visitor,
};

/// The app, and how a dialect writes ids.
#[derive(Clone)]
pub(super) struct Own {
    pub(super) app: App,
    pub(super) form: &'static IdForm,
    /// Whether agents are told their seal, which the dialect asks for beside a token.
    pub(super) seals: bool,
}

impl Own {
    /// The conversation that the client means.
    pub(super) fn conversation(&self, id: &ConversationId) -> Result<ConversationId, Problem> {
        let own = (self.form.conversation_of)(id.as_str());
        own.map(ConversationId::from).ok_or_else(no_conversation)
    }
}

/// There is no such conversation, or none that the caller may know of.
pub(super) fn no_conversation() -> Problem {
    Problem::not_found("No conversation exists with this ID.")
}

/// The routes, with paths below a dialect's prefix.
pub(super) fn router(app: App, form: &'static IdForm) -> Router {
    routes(Own { app, form, seals: false })
}

/// The same for a dialect that asks agents for a seal.
pub(super) fn sealed(app: App, form: &'static IdForm) -> Router {
    routes(Own { app, form, seals: true })
}

fn routes(own: Own) -> Router {
    Router::new()
        .route("/session", get(session::session))
        .route("/visitor", post(visitor::visitor))
        .route("/canned-replies", get(canned::list))
        .route("/canned-replies/{id}", put(canned::save).delete(canned::remove))
        .route("/parts/{conversation}/before/{part}", get(earlier::parts))
        .route("/media", upload::route())
        .route("/media/{id}", get(media::media))
        .route("/counts", post(counts::counts))
        .route("/live", get(live::stream))
        .route("/live/typing", post(live::typing))
        .route("/live/viewing", post(live::viewing))
        .method_not_allowed_fallback(problem::method_not_allowed)
        .with_state(own)
}
