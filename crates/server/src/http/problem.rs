//! Errors of the routes that are no vendor's: one envelope, `{"error":{"type","code","message",
//! "status"}}`, the same shape as the vendors' so that a client needs one reader.

use std::any::Any;

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use inbox_model::validate;
use serde_json::json;

use super::body::BodyError;
use crate::identity::IdentityError;
use crate::store::StoreError;

/// Why a request is not carried out.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The status.
    pub status: StatusCode,
    /// The stable code, in `snake_case`.
    pub code: &'static str,
    /// A sentence for a developer.
    pub message: String,
    /// Everything that is wrong with an input.
    pub problems: Vec<validate::Problem>,
}

impl Problem {
    /// A problem.
    pub fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        Self { status, code, message: message.into(), problems: Vec::new() }
    }

    /// 400, where anything is wrong with an input. The message tells of the first thing.
    pub(super) fn unless_none(problems: Vec<validate::Problem>) -> Result<(), Self> {
        let Some(message) = problems.first().map(ToString::to_string) else { return Ok(()) };
        Err(Self { problems, ..Self::invalid(message) })
    }

    /// 400.
    pub fn invalid(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "invalid_request", message)
    }

    /// 401.
    pub fn unauthorized() -> Self {
        let message = "A valid API key or token is required.";
        Self::new(StatusCode::UNAUTHORIZED, "unauthorized", message)
    }

    /// 403.
    pub fn forbidden(message: impl Into<String>) -> Self {
        Self::new(StatusCode::FORBIDDEN, "forbidden", message)
    }

    /// 404.
    pub fn not_found(message: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, "resource_not_found", message)
    }

    /// 500; what happened is in the log.
    pub fn server() -> Self {
        let message = "Something went wrong on our side.";
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "server_error", message)
    }

    fn kind(&self) -> &'static str {
        match self.status.as_u16() {
            401 => "authentication_error",
            403 => "authorization_error",
            429 => "rate_limit_error",
            500.. => "api_error",
            _ => "invalid_request_error",
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut error = json!({
            "type": self.kind(),
            "code": self.code,
            "message": self.message,
            "status": self.status.as_u16(),
        });
        if let Some(error) = error.as_object_mut().filter(|_| !self.problems.is_empty()) {
            error.insert("problems".into(), json!(self.problems));
        }
        let body = json!({ "error": error });
        let mut response = json_response(self.status, body.to_string());
        if self.status == StatusCode::UNAUTHORIZED {
            let scheme = header::HeaderValue::from_static("Bearer");
            response.headers_mut().insert(header::WWW_AUTHENTICATE, scheme);
        }
        response
    }
}

/// A JSON text as a response.
pub(crate) fn json_response(status: StatusCode, body: String) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json")], body).into_response()
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        tracing::error!(%error, "the store failed");
        Self::server()
    }
}

impl From<IdentityError> for Problem {
    fn from(error: IdentityError) -> Self {
        match error {
            IdentityError::Unknown => Self::unauthorized(),
            IdentityError::MalformedOrganisation => Self::invalid("X-Org-Id is not a UUID."),
            IdentityError::ForeignOrganisation => {
                Self::forbidden("You do not belong to this organisation.")
            }
            IdentityError::Store(error) => error.into(),
        }
    }
}

impl From<BodyError> for Problem {
    fn from(error: BodyError) -> Self {
        match error {
            BodyError::TooLarge => {
                Self::new(StatusCode::PAYLOAD_TOO_LARGE, "payload_too_large", error.to_string())
            }
            BodyError::NotText | BodyError::Broken => Self::invalid(error.to_string()),
        }
    }
}

/// Nothing is served here.
pub(super) async fn not_found() -> Problem {
    Problem::not_found("There is nothing at this address.")
}

/// Something is served here, and not so.
pub(super) async fn method_not_allowed() -> Problem {
    let message = "This address does not take this method.";
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed", message)
}

/// A defect ends one request and not the server.
#[expect(clippy::needless_pass_by_value, reason = "the signature that tower-http asks for")]
pub(super) fn panicked(panic: Box<dyn Any + Send + 'static>) -> Response {
    let text = panic.downcast_ref::<&str>().copied();
    let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    tracing::error!(panic = text.unwrap_or("?"), "a request panicked");
    Problem::server().into_response()
}
