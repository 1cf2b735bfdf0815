//! Errors as the vendor's envelope.

use axum::http::StatusCode;
use axum::response::Response;
use inbox_dialects::intercom::server::{WireError, write_error};

use crate::http::{
    self, BODY_BYTES, BodyError, CallError, Envelope, Unread, json_response, request_id,
};

/// Why a request is not carried out, as a response.
pub(super) type Fault = http::Fault<WireError>;

impl Envelope for WireError {
    fn unread(problem: Unread) -> Self {
        match problem {
            Unread::Unknown => Self::unauthorized(),
            Unread::MalformedOrganisation => Self::invalid("X-Org-Id", "X-Org-Id is not a UUID"),
            Unread::ForeignOrganisation => {
                Self::forbidden("You do not belong to this organisation")
            }
            Unread::Body(BodyError::TooLarge) => Self::payload_too_large(BODY_BYTES),
            Unread::Body(error) => Self::bad_request(error.to_string()),
            Unread::Key => Self::invalid("Idempotency-Key", CallError::KEY),
            Unread::KeyReused => {
                Self::conflict(CallError::KEY_REUSED).with_field("Idempotency-Key")
            }
        }
    }

    fn no_conversation() -> Self {
        Self::not_found()
    }

    fn server() -> Self {
        Self::server_error()
    }

    fn status(&self) -> u16 {
        self.status
    }

    fn write(&self, status: StatusCode) -> Response {
        json_response(status, write_error(self, request_id().as_deref()).to_string())
    }
}
