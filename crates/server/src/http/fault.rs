//! Why a request is not carried out, in a dialect's form for errors: what is the same for all of
//! them. A dialect says how it writes an error; what the store, the files, or the way in reports is
//! turned into one of those here.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use inbox_model::Refusal;

use super::{BodyError, CallError};
use crate::identity::IdentityError;
use crate::store::StoreError;

/// What is wrong with a request before anybody looks at what it asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unread {
    /// No credentials, or none that are valid.
    Unknown,
    /// `X-Org-Id` is no UUID.
    MalformedOrganisation,
    /// The caller does not belong to the organisation, or there is none of that id.
    ForeignOrganisation,
    /// The body cannot be read.
    Body(BodyError),
    /// `Idempotency-Key` cannot be used.
    Key,
    /// `Idempotency-Key` was used for another request.
    KeyReused,
}

/// A dialect's errors.
pub(crate) trait Envelope: for<'a> From<&'a Refusal> {
    /// The error for what is wrong before anybody looks at what is asked for.
    fn unread(problem: Unread) -> Self;
    /// There is no such conversation, or none that the caller may know of.
    fn no_conversation() -> Self;
    /// The server is in trouble. What happened is in the log.
    fn server() -> Self;
    /// The HTTP status.
    fn status(&self) -> u16;
    /// The answer, but for what is the same in all dialects.
    fn write(&self, status: StatusCode) -> Response;
}

/// Why a request is not carried out, as a response.
#[derive(Debug)]
pub(crate) struct Fault<E>(Box<E>);

impl<E> Fault<E> {
    /// The error, to be changed.
    pub(crate) fn error_mut(&mut self) -> &mut E {
        &mut self.0
    }
}

impl<E: Envelope> Fault<E> {
    /// The server is in trouble: what exactly, only the log says.
    pub(crate) fn trouble(error: &dyn std::error::Error, what: &'static str) -> Self {
        tracing::error!(%error, "{what}");
        E::server().into()
    }
}

impl<E: Envelope> From<E> for Fault<E> {
    fn from(error: E) -> Self {
        Self(Box::new(error))
    }
}

impl<E: Envelope> From<StoreError> for Fault<E> {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NoConversation => E::no_conversation().into(),
            StoreError::Refused(refusal) => E::from(&refusal).into(),
            error => Self::trouble(&error, "the store failed"),
        }
    }
}

impl<E: Envelope> From<CallError> for Fault<E> {
    fn from(error: CallError) -> Self {
        let problem = match error {
            CallError::Identity(IdentityError::Unknown) => Unread::Unknown,
            CallError::Identity(IdentityError::MalformedOrganisation) => {
                Unread::MalformedOrganisation
            }
            CallError::Identity(IdentityError::ForeignOrganisation) => Unread::ForeignOrganisation,
            CallError::Body(error) => Unread::Body(error),
            CallError::Key => Unread::Key,
            CallError::KeyReused => Unread::KeyReused,
            CallError::Identity(IdentityError::Store(error)) | CallError::Store(error) => {
                return error.into();
            }
        };
        E::unread(problem).into()
    }
}

impl<E: Envelope> IntoResponse for Fault<E> {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.0.status());
        let status = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = self.0.write(status);
        if status == StatusCode::UNAUTHORIZED {
            let scheme = HeaderValue::from_static("Bearer");
            response.headers_mut().insert(header::WWW_AUTHENTICATE, scheme);
        }
        response
    }
}
