//! A request that was let in: who asks, under which key, and what. Every dialect's routes begin
//! with one.

use std::marker::PhantomData;

use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use inbox_dialects::Audience;
use inbox_model::{CommandId, Timestamp};
use serde_json::Value;

use super::{App, BodyError, KeyError, idempotency_key, json_response, read_body};
use crate::clock;
use crate::identity::{IdentityError, Principal};
use crate::media::{Enclosed, Files, MediaError};
use crate::store::{Answer, Begun, IdempotencyKey, StoreError, Write};

/// Why a request is not let in, or not carried out. Each dialect has its own form for it.
#[derive(Debug)]
pub(crate) enum CallError {
    /// Nobody, or not there.
    Identity(IdentityError),
    /// The body cannot be read.
    Body(BodyError),
    /// `Idempotency-Key` cannot be used.
    Key,
    /// `Idempotency-Key` was used for another request.
    KeyReused,
    /// The store failed.
    Store(StoreError),
}

impl CallError {
    /// What is wrong with the key, for a client's developer.
    pub(crate) const KEY: &'static str = "Idempotency-Key has 1 to 255 printable ASCII characters.";
    /// See [`CallError::KEY`].
    pub(crate) const KEY_REUSED: &'static str =
        "This Idempotency-Key was used for another request.";
}

impl From<IdentityError> for CallError {
    fn from(error: IdentityError) -> Self {
        Self::Identity(error)
    }
}

impl From<BodyError> for CallError {
    fn from(error: BodyError) -> Self {
        Self::Body(error)
    }
}

impl From<KeyError> for CallError {
    fn from(_: KeyError) -> Self {
        Self::Key
    }
}

impl From<StoreError> for CallError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// Who asks, of a request whose body is still to be read.
pub(crate) struct Caller<F> {
    pub(crate) app: App,
    pub(crate) principal: Principal,
    pub(crate) now: Timestamp,
    form: PhantomData<fn() -> F>,
}

impl<F: From<CallError> + IntoResponse> FromRequestParts<App> for Caller<F> {
    type Rejection = F;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, F> {
        let principal = app.identify(&parts.headers).await.map_err(CallError::from)?;
        let app = app.asked_by(&parts.headers);
        Ok(Self { app, principal, now: clock::now(), form: PhantomData })
    }
}

/// A request that was let in. The body is read whatever becomes of the request, because a client
/// that is still sending does not hear the answer. `F` is the dialect's form for errors.
pub(crate) struct Call<F> {
    pub(crate) app: App,
    pub(crate) principal: Principal,
    pub(crate) headers: HeaderMap,
    pub(crate) query: String,
    pub(crate) body: String,
    pub(crate) now: Timestamp,
    key: Option<IdempotencyKey>,
    form: PhantomData<fn() -> F>,
}

impl<F: From<CallError> + IntoResponse> FromRequest<App> for Call<F> {
    type Rejection = F;

    async fn from_request(request: Request, app: &App) -> Result<Self, F> {
        Ok(Self::read(request, app).await?)
    }
}

/// A write that was begun, or the answer that it had the first time.
pub(crate) enum Opened {
    Fresh(Box<Write>),
    Done(Response),
}

impl<F: From<CallError>> Call<F> {
    async fn read(request: Request, app: &App) -> Result<Self, CallError> {
        let (parts, body) = request.into_parts();
        let body = read_body(body).await;
        let principal = app.identify(&parts.headers).await?;
        let body = body?;
        let target = parts.uri.path_and_query().map_or("/", |target| target.as_str());
        let key = idempotency_key(&parts.headers, &principal, &parts.method, target, &body)?;
        Ok(Self {
            app: app.asked_by(&parts.headers),
            principal,
            query: parts.uri.query().unwrap_or_default().to_owned(),
            headers: parts.headers,
            body,
            now: clock::now(),
            key,
            form: PhantomData,
        })
    }

    /// For whom answers are written.
    pub(crate) fn audience(&self) -> Audience {
        if self.principal.is_agent() { Audience::Company } else { Audience::Customer }
    }

    /// The client's own id of what it does.
    pub(crate) fn command_id(&self) -> Option<CommandId> {
        self.key.as_ref().map(|key| CommandId::from(key.key.as_str()))
    }

    /// Begins the write, unless it was done before under the same key.
    pub(crate) async fn begin(&self) -> Result<Opened, F> {
        let organisation = self.principal.organisation();
        let begun = self.app.store().begin(organisation, self.key.clone(), self.now).await;
        match begun.map_err(CallError::from)? {
            Begun::Fresh(write) => Ok(Opened::Fresh(write)),
            Begun::Done(answer) => Ok(Opened::Done(respond(answer))),
            Begun::Mismatch => Err(CallError::KeyReused.into()),
        }
    }
}

/// Ends a write with its answer.
pub(crate) async fn finish(
    write: Write,
    status: StatusCode,
    body: &Value,
) -> Result<Response, StoreError> {
    let answer = Answer { status: status.as_u16(), body: body.to_string() };
    write.finish(Some(&answer)).await?;
    Ok(respond(answer))
}

/// Ends a write with its answer, and keeps the files that came inside the request.
pub(crate) async fn finish_with(
    write: Write,
    status: StatusCode,
    body: &Value,
    files: &Files,
    enclosed: Vec<Enclosed>,
) -> Result<Response, MediaError> {
    let answer = Answer { status: status.as_u16(), body: body.to_string() };
    files.finish(write, answer.clone(), enclosed).await?;
    Ok(respond(answer))
}

/// The answer to a question.
pub(crate) fn answer(body: &Value) -> Response {
    respond(Answer { status: StatusCode::OK.as_u16(), body: body.to_string() })
}

fn respond(answer: Answer) -> Response {
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::OK);
    json_response(status, answer.body)
}
