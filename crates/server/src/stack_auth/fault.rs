//! Errors in the vendor's two forms.

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use inbox_dialects::stack_auth::server::{KNOWN_ERROR_HEADER, WireError, write_error};

use crate::http::{BODY_BYTES, BodyError, CallError, json_response};
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

impl From<CallError> for Fault {
    fn from(error: CallError) -> Self {
        Self::from(match error {
            CallError::Identity(error) => return error.into(),
            CallError::Body(BodyError::TooLarge) => WireError::payload_too_large(BODY_BYTES),
            CallError::Body(error) => WireError::schema(error.to_string()),
            CallError::Key => WireError::schema(CallError::KEY),
            CallError::KeyReused => WireError::schema(CallError::KEY_REUSED),
            CallError::Store(error) => return error.into(),
        })
    }
}

impl From<IdentityError> for Fault {
    fn from(error: IdentityError) -> Self {
        Self::from(match error {
            IdentityError::Unknown => WireError::unauthenticated(),
            // An organisation is a project here, and one of others looks like none.
            IdentityError::MalformedOrganisation | IdentityError::ForeignOrganisation => {
                WireError::project_not_found()
            }
            IdentityError::Store(error) => return error.into(),
        })
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.0.status);
        let status = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = match write_error(&self.0) {
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
        };
        if status == StatusCode::UNAUTHORIZED {
            let scheme = HeaderValue::from_static("Bearer");
            response.headers_mut().insert(header::WWW_AUTHENTICATE, scheme);
        }
        response
    }
}
