//! `GET /live`, `POST /live/typing`, `POST /live/viewing`.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use inbox_model::{ConversationId, ParticipantId};
use serde::Deserialize;

use super::own::{Own, no_conversation};
use super::{App, Problem, read_body};
use crate::identity::Principal;
use crate::live::{self, Typing};

/// Opens the stream.
pub(super) async fn stream(
    State(Own { app, form, .. }): State<Own>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let principal = app.identify(&headers).await?;
    let body = live::open(app, form, principal, headers).await?.ok_or_else(|| {
        let message = "There are too many live streams open already.";
        Problem::new(StatusCode::TOO_MANY_REQUESTS, "rate_limited", message)
    })?;
    let mut response = Response::new(body);
    let headers = response.headers_mut();
    let kind = HeaderValue::from_static("text/event-stream");
    headers.insert(header::CONTENT_TYPE, kind);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store, no-transform"));
    // Tells nginx not to collect the stream before it passes it on.
    headers.insert("x-accel-buffering", HeaderValue::from_static("no"));
    Ok(response)
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct TypingBody {
    conversation_id: ConversationId,
    typing: bool,
    /// What is typed is a note: customers are not told.
    #[serde(default)]
    note: bool,
}

/// Somebody types, or has stopped. Answers 204.
pub(super) async fn typing(State(own): State<Own>, request: Request) -> Result<Response, Problem> {
    let app = &own.app;
    let (principal, body) = called(app, request).await?;
    let message = "The body is an object with conversationId and typing.";
    let body: TypingBody = serde_json::from_str(&body).map_err(|_| Problem::invalid(message))?;
    if body.note && !principal.is_agent() {
        return Err(Problem::forbidden("Notes are for the company's people."));
    }
    let conversation = own.conversation(&body.conversation_id)?;
    let contacts = contacts(app, &principal, &conversation).await?;
    // Whoever is blocked is not heard, and need not be told.
    if app.store().is_blocked(&principal.reader).await? {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    app.hub().type_in(Typing {
        organisation: principal.organisation().clone(),
        conversation,
        participant: principal.participant.clone(),
        typing: body.typing,
        note: body.note,
        contacts,
    });
    Ok(StatusCode::NO_CONTENT.into_response())
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ViewingBody {
    conversation_id: Option<ConversationId>,
}

/// An agent looks at a conversation, or at none. Answers 204.
pub(super) async fn viewing(State(own): State<Own>, request: Request) -> Result<Response, Problem> {
    let app = &own.app;
    let (principal, body) = called(app, request).await?;
    let message = "The body is an object whose conversationId is an ID or null.";
    let body: ViewingBody = serde_json::from_str(&body).map_err(|_| Problem::invalid(message))?;
    if !principal.is_agent() {
        return Err(Problem::forbidden("Only agents tell each other what they look at."));
    }
    let conversation = body.conversation_id.map(|id| own.conversation(&id)).transpose()?;
    if let Some(conversation) = &conversation {
        contacts(app, &principal, conversation).await?;
    }
    app.hub().view(&principal.reader, conversation.as_ref());
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn called(app: &App, request: Request) -> Result<(Principal, String), Problem> {
    let (parts, body) = request.into_parts();
    let body = read_body(body).await;
    let principal = app.identify(&parts.headers).await?;
    Ok((principal, body?))
}

/// The contacts of a conversation that the principal may know of.
async fn contacts(
    app: &App,
    principal: &Principal,
    id: &ConversationId,
) -> Result<Vec<ParticipantId>, Problem> {
    let contacts = app.store().contacts_of(&principal.reader, id).await?;
    contacts.ok_or_else(no_conversation)
}
