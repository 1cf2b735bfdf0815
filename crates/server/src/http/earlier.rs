//! `GET /parts/{conversationId}/before/{partId}`: what lies before the newest parts of a thread.

use axum::extract::{Path, Request, State};
use axum::response::Response;
use inbox_model::{ConversationId, PartId};
use serde_json::json;

use super::own::Own;
use super::{Problem, answer};

type Named = Result<Path<(ConversationId, PartId)>, axum::extract::rejection::PathRejection>;

/// The newest 500 parts before one, as far as the caller may see them, oldest first; and whether there
/// are more.
pub(super) async fn parts(
    State(own): State<Own>,
    named: Named,
    request: Request,
) -> Result<Response, Problem> {
    let principal = own.app.identify(request.headers()).await?;
    let Path((conversation, before)) = named.map_err(|_| no_part())?;
    let id = own.conversation(&conversation)?;
    let before = (own.form.part_of)(id.as_str(), before.as_str()).ok_or_else(no_part)?;
    let earlier = own.app.store().earlier_parts(&principal.reader, &id, &before).await?;
    let (parts, more) = earlier.ok_or_else(no_part)?;
    let parts: Vec<_> = parts.iter().map(|part| own.form.part(&id, part)).collect();
    Ok(answer(&json!({ "parts": parts, "more": more })))
}

fn no_part() -> Problem {
    Problem::not_found("No part exists with this ID in this conversation.")
}
