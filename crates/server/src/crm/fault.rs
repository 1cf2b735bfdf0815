//! Errors as the vendor's envelope.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use inbox_dialects::crm::server::{WireError, write_error};

use crate::http::{BODY_BYTES, BodyError, CallError, json_response};
use crate::identity::IdentityError;
use crate::media::MediaError;
use crate::store::StoreError;

/// Why a request is not carried out, as a response.
#[derive(Debug)]
pub(super) struct Fault(Box<WireError>);

impl From<WireError> for Fault {
    fn from(error: WireError) -> Self {
        Self(Box::new(error))
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        Self::from(match error {
            StoreError::NoConversation => WireError::not_found(),
            StoreError::Refused(refusal) => WireError::from(&refusal),
            error => {
                tracing::error!(%error, "the store failed");
                WireError::server_error()
            }
        })
    }
}

impl From<MediaError> for Fault {
    fn from(error: MediaError) -> Self {
        Self::from(match error {
            MediaError::Refused(problem) => {
                WireError::invalid("file", problem.to_string()).with_code(problem.code())
            }
            MediaError::Store(error) => return error.into(),
            MediaError::Objects(error) => {
                tracing::error!(%error, "the files failed");
                WireError::server_error()
            }
        })
    }
}

impl From<CallError> for Fault {
    fn from(error: CallError) -> Self {
        Self::from(match error {
            CallError::Identity(IdentityError::Unknown) => WireError::unauthorized(),
            CallError::Identity(IdentityError::MalformedOrganisation) => {
                WireError::bad_request("X-Org-Id is not a UUID.")
            }
            CallError::Identity(IdentityError::ForeignOrganisation) => {
                WireError::forbidden("You are not a member of this organisation.")
            }
            CallError::Body(BodyError::TooLarge) => WireError::payload_too_large(BODY_BYTES),
            CallError::Body(error) => WireError::bad_request(error.to_string()),
            CallError::Key => WireError::bad_request(CallError::KEY),
            CallError::KeyReused => WireError::bad_request(CallError::KEY_REUSED),
            CallError::Identity(IdentityError::Store(error)) | CallError::Store(error) => {
                return error.into();
            }
        })
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.0.status);
        let status = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = json_response(status, write_error(&self.0).to_string());
        if status == StatusCode::UNAUTHORIZED {
            let scheme = header::HeaderValue::from_static("Bearer");
            response.headers_mut().insert(header::WWW_AUTHENTICATE, scheme);
        }
        response
    }
}
