//! Errors in the vendor's two forms.

use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use inbox_dialects::stack_auth::server::{KNOWN_ERROR_HEADER, WireError, write_error};

use crate::http::{self, BODY_BYTES, BodyError, CallError, Envelope, Unread, json_response};

/// Why a request is not carried out, as a response.
pub(super) type Fault = http::Fault<WireError>;

impl Envelope for WireError {
    fn unread(problem: Unread) -> Self {
        match problem {
            Unread::Unknown => Self::unauthenticated(),
            Unread::MalformedOrganisation => Self::schema("X-Org-Id is not a UUID."),
            // An organisation is a project here, and one of others looks like none.
            Unread::ForeignOrganisation => Self::project_not_found(),
            Unread::Body(BodyError::TooLarge) => Self::payload_too_large(BODY_BYTES),
            Unread::Body(error) => Self::schema(error.to_string()),
            Unread::Key => Self::schema(CallError::KEY),
            Unread::KeyReused => Self::schema(CallError::KEY_REUSED),
        }
    }

    fn no_conversation() -> Self {
        Self::conversation_not_found()
    }

    fn server() -> Self {
        Self::server_error()
    }

    fn status(&self) -> u16 {
        self.status
    }

    fn write(&self, status: StatusCode) -> Response {
        match write_error(self) {
            Ok(known) => {
                let body = serde_json::to_string(&known).unwrap_or_default();
                let mut response = json_response(status, body);
                if let Ok(code) = HeaderValue::from_str(&known.code) {
                    let name = HeaderName::from_static(KNOWN_ERROR_HEADER);
                    response.headers_mut().insert(name, code);
                }
                response
            }
            Err(sentence) => (status, sentence.to_owned()).into_response(),
        }
    }
}
