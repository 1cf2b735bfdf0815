//! Errors as the vendor's envelope.

use axum::http::StatusCode;
use axum::response::Response;
use inbox_dialects::featurebase::server::{WireError, write_error};

use crate::http::{self, BODY_BYTES, BodyError, CallError, Envelope, Unread, json_response};

/// Why a request is not carried out, as a response.
pub(super) type Fault = http::Fault<WireError>;

/// The same where a conversation was to begin: the contract has another code there for a request
/// that cannot be read.
pub(super) fn of_beginning(mut fault: Fault) -> Fault {
    let error = fault.error_mut();
    if error.code == "invalid_request" {
        error.code = "invalid_parameter";
    }
    fault
}

impl Envelope for WireError {
    fn unread(problem: Unread) -> Self {
        match problem {
            Unread::Unknown => Self::unauthorized(),
            Unread::MalformedOrganisation => {
                Self::invalid_request("X-Org-Id is not a UUID.").with_param("X-Org-Id")
            }
            Unread::ForeignOrganisation => {
                Self::forbidden("You do not belong to this organisation.")
            }
            Unread::Body(BodyError::TooLarge) => Self::payload_too_large(BODY_BYTES),
            Unread::Body(error) => Self::invalid_request(error.to_string()),
            Unread::Key => Self::invalid_request(CallError::KEY).with_param("Idempotency-Key"),
            Unread::KeyReused => {
                Self::invalid_request(CallError::KEY_REUSED).with_param("Idempotency-Key")
            }
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
