//! `GET /internal/conversations/{conversationId}`.

use axum::response::Response;
use inbox_dialects::stack_auth::server::{WireError, read_project, wire};

use super::call::{self, Call, Place};
use super::fault::Fault;
use super::openapi::{Headers, Project};

/// Get a conversation
///
/// With its newest 500 messages and the ways by which they came in. Customers see their own, without
/// internal notes and metadata.
#[utoipa::path(
    get,
    path = "/internal/conversations/{conversationId}",
    operation_id = "getConversation",
    tag = "Conversations",
    params(("conversationId" = String, Path, format = "uuid", description = "The conversation."), Project, Headers),
    responses(
        (status = 200, description = "The conversation.", body = wire::ConversationDetail),
        (status = 400, description = "`SCHEMA_ERROR`: the request is not as it has to be.", body = wire::KnownError),
        (status = 401, description = "`USER_AUTHENTICATION_REQUIRED` or `INSUFFICIENT_ACCESS_TYPE`.", body = wire::KnownError),
        (status = 404, description = "`PROJECT_NOT_FOUND`, or the sentence `Conversation not found.`",
            content((wire::KnownError = "application/json"), (String = "text/plain"))),
    ),
)]
pub(super) async fn get(Place(id): Place, call: Call) -> Result<Response, Fault> {
    let call = call.in_queried_project().await?;
    let store = call.app.store();
    store.wake(call.now).await?;
    let conversation = store.conversation(&call.principal.reader, &id).await?;
    let conversation = conversation.ok_or_else(WireError::conversation_not_found)?;
    let name = match &conversation.assignee {
        Some(agent) => store.agent(call.principal.organisation(), agent.as_str()).await?,
        None => None,
    };
    let detail = call.detail(&conversation, name.and_then(|agent| agent.name));
    Ok(call::answer(&call::body(&detail)?))
}

impl Call {
    /// The call for the project that its query names.
    async fn in_queried_project(self) -> Result<Self, Fault> {
        let project = read_project(&self.query)?;
        self.within(project.as_deref()).await
    }
}
