//! Errors as the vendor's envelope.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use inbox_dialects::featurebase::server::{WireError, write_error};

use crate::http::{BODY_BYTES, BodyError, KeyError, json_response};
use crate::identity::IdentityError;
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
            StoreError::NoConversation => WireError::conversation_not_found(),
            StoreError::Refused(refusal) => WireError::from(&refusal),
            error => {
                tracing::error!(%error, "the store failed");
                WireError::server_error()
            }
        })
    }
}

impl From<IdentityError> for Fault {
    fn from(error: IdentityError) -> Self {
        match error {
            IdentityError::Unknown => WireError::unauthorized().into(),
            IdentityError::MalformedOrganisation => {
                WireError::invalid_request("X-Org-Id is not a UUID.").with_param("X-Org-Id").into()
            }
            IdentityError::ForeignOrganisation => {
                WireError::forbidden("You do not belong to this organisation.").into()
            }
            IdentityError::Store(error) => error.into(),
        }
    }
}

impl From<BodyError> for Fault {
    fn from(error: BodyError) -> Self {
        Self::from(match error {
            BodyError::TooLarge => WireError::payload_too_large(BODY_BYTES),
            BodyError::NotText | BodyError::Broken => WireError::invalid_request(error.to_string()),
        })
    }
}

impl From<KeyError> for Fault {
    fn from(_: KeyError) -> Self {
        let message = "Idempotency-Key has 1 to 255 printable ASCII characters.";
        WireError::invalid_request(message).with_param("Idempotency-Key").into()
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
