//! Errors in this API's form.

use axum::http::StatusCode;
use axum::response::Response;
use inbox_dialects::voicebot::server::{WireError, write_error};

use crate::http::{self, BODY_BYTES, BodyError, CallError, Envelope, Unread, json_response};

/// Why a request is not carried out, as a response.
pub(super) type Fault = http::Fault<WireError>;

impl Envelope for WireError {
    fn unread(problem: Unread) -> Self {
        match problem {
            Unread::Unknown => Self::unauthenticated(),
            Unread::MalformedOrganisation => {
                Self::bad_request("X-Org-Id is not a UUID.").with_field("X-Org-Id")
            }
            Unread::ForeignOrganisation => {
                Self::forbidden("You do not belong to this organisation.")
            }
            Unread::Body(BodyError::TooLarge) => Self::payload_too_large(BODY_BYTES),
            Unread::Body(error) => Self::invalid(error.to_string()),
            Unread::Key => Self::invalid(CallError::KEY).with_field("Idempotency-Key"),
            Unread::KeyReused => Self::key_reused(),
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
        json_response(status, write_error(self).to_string())
    }
}
