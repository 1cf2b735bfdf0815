//! Errors as the vendor's envelope.

use axum::http::StatusCode;
use axum::response::Response;
use inbox_dialects::crm::server::{WireError, write_error};

use crate::http::{self, BODY_BYTES, BodyError, CallError, Envelope, Unread, json_response};
use crate::media::MediaError;

/// Why a request is not carried out, as a response.
pub(super) type Fault = http::Fault<WireError>;

impl Envelope for WireError {
    fn unread(problem: Unread) -> Self {
        match problem {
            Unread::Unknown => Self::unauthorized(),
            Unread::MalformedOrganisation => Self::bad_request("X-Org-Id is not a UUID."),
            Unread::ForeignOrganisation => {
                Self::forbidden("You are not a member of this organisation.")
            }
            Unread::Body(BodyError::TooLarge) => Self::payload_too_large(BODY_BYTES),
            Unread::Body(error) => Self::bad_request(error.to_string()),
            Unread::Key => Self::bad_request(CallError::KEY),
            Unread::KeyReused => Self::bad_request(CallError::KEY_REUSED),
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
        json_response(status, write_error(self).to_string())
    }
}

impl From<MediaError> for Fault {
    fn from(error: MediaError) -> Self {
        match error {
            MediaError::Refused(refused) => {
                WireError::invalid_fields(refused.problems()).with_code(refused.code()).into()
            }
            MediaError::Store(error) => error.into(),
            MediaError::Objects(error) => Self::trouble(&error, "the files failed"),
        }
    }
}
