//! A request that was let in: who asks, under which key, and what.

use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::response::Response;
use inbox_dialects::featurebase::server::{Audience, WireError, check_version};
use inbox_model::{CommandId, Timestamp};
use serde_json::Value;

use super::fault::Fault;
use crate::clock;
use crate::http::{App, idempotency_key, json_response, read_body};
use crate::identity::Principal;
use crate::store::{Answer, Begun, IdempotencyKey, Write};

/// A request that was let in. The body is read whatever becomes of the request, because a client
/// that is still sending does not hear the answer.
pub(super) struct Call {
    pub(super) app: App,
    pub(super) principal: Principal,
    pub(super) query: String,
    pub(super) body: String,
    pub(super) now: Timestamp,
    key: Option<IdempotencyKey>,
}

impl FromRequest<App> for Call {
    type Rejection = Fault;

    async fn from_request(request: Request, app: &App) -> Result<Self, Fault> {
        let (parts, body) = request.into_parts();
        let body = read_body(body).await;
        let principal = app.identify(&parts.headers).await?;
        let version = parts.headers.get("featurebase-version");
        check_version(version.map(|value| value.to_str().unwrap_or("?")))?;
        let body = body?;
        let target = parts.uri.path_and_query().map_or("/", |target| target.as_str());
        let key = idempotency_key(&parts.headers, &principal, &parts.method, target, &body)?;
        let query = parts.uri.query().unwrap_or_default().to_owned();
        let app = app.clone();
        Ok(Self { app, principal, query, body, now: clock::now(), key })
    }
}

/// A write that was begun, or the answer that it had the first time.
pub(super) enum Opened {
    Fresh(Box<Write>),
    Done(Response),
}

impl Call {
    /// Only agents may do this.
    pub(super) fn agents_only(&self) -> Result<(), Fault> {
        if self.principal.is_agent() {
            return Ok(());
        }
        Err(WireError::forbidden("Only the company's people can do this.").into())
    }

    /// For whom answers are written.
    pub(super) fn audience(&self) -> Audience {
        if self.principal.is_agent() { Audience::Company } else { Audience::Customer }
    }

    /// The client's own id of what it does.
    pub(super) fn command_id(&self) -> Option<CommandId> {
        self.key.as_ref().map(|key| CommandId::from(key.key.as_str()))
    }

    /// Begins the write, unless it was done before under the same key.
    pub(super) async fn begin(&self) -> Result<Opened, Fault> {
        let organisation = self.principal.organisation();
        match self.app.store().begin(organisation, self.key.clone(), self.now).await? {
            Begun::Fresh(write) => Ok(Opened::Fresh(write)),
            Begun::Done(answer) => Ok(Opened::Done(respond(answer))),
            Begun::Mismatch => {
                let message = "This Idempotency-Key was used for another request.";
                Err(WireError::invalid_request(message).with_param("Idempotency-Key").into())
            }
        }
    }

    /// Ends the write with its answer.
    pub(super) async fn finish(
        write: Write,
        status: StatusCode,
        body: &Value,
    ) -> Result<Response, Fault> {
        let answer = Answer { status: status.as_u16(), body: body.to_string() };
        write.finish(Some(&answer)).await?;
        Ok(respond(answer))
    }
}

/// The answer to a question.
pub(super) fn answer(body: &Value) -> Response {
    respond(Answer { status: 200, body: body.to_string() })
}

fn respond(answer: Answer) -> Response {
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::OK);
    json_response(status, answer.body)
}
