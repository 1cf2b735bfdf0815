//! The vendor's error envelope, as a server writes it.

use inbox_model::Refusal;
use serde_json::{Value, json};
use thiserror::Error;

use super::wire::{ErrorEntry, ErrorList};
use crate::told::{self, Told};

/// Why a request is not carried out, in the vendor's terms.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{status} {code}: {message}")]
pub struct WireError {
    /// The HTTP status.
    pub status: u16,
    /// The vendor's stable code.
    pub code: &'static str,
    /// A sentence for a developer.
    pub message: String,
    /// The field or query parameter at fault.
    pub field: Option<String>,
    /// The model's code where one of its rules refused. The vendor has fewer codes than the model
    /// has rules, so it travels in the extension object for our own clients to explain.
    pub refusal: Option<&'static str>,
    /// Everything that one of its rules found wrong.
    pub problems: Box<[Told]>,
}

impl WireError {
    fn new(status: u16, code: &'static str, message: impl Into<String>) -> Self {
        let (message, problems) = (message.into(), Box::default());
        Self { status, code, message, field: None, refusal: None, problems }
    }

    /// The same error, naming the field or parameter at fault.
    #[must_use]
    pub fn with_field(mut self, field: impl Into<String>) -> Self {
        self.field = Some(field.into());
        self
    }

    /// 401: no credentials, or none that are valid.
    pub fn unauthorized() -> Self {
        Self::new(401, "unauthorized", "Access Token Invalid")
    }

    /// 403: the caller may not do this, or has not shown the secret.
    pub fn forbidden(message: impl Into<String>) -> Self {
        Self::new(403, "forbidden", message)
    }

    /// 404: there is no such thing, or none that the caller may know of. It is not said which thing.
    pub fn not_found() -> Self {
        Self::new(404, "not_found", "Resource Not Found")
    }

    /// 400: the request cannot be read, or breaks a rule.
    pub fn bad_request(message: impl Into<String>) -> Self {
        Self::new(400, "bad_request", message)
    }

    /// 400: a field that must be there is not.
    pub fn missing(field: &str) -> Self {
        let message = format!("{field} is required");
        Self::new(400, "parameter_not_found", message).with_field(field)
    }

    /// 400: a field or query parameter has a value that it cannot have.
    pub fn invalid(field: &str, message: impl Into<String>) -> Self {
        Self::new(400, "parameter_invalid", message).with_field(field)
    }

    /// 400: there never was such a version.
    pub fn version_invalid() -> Self {
        let message = "The requested version could not be found";
        Self::new(400, "intercom_version_invalid", message).with_field("Intercom-Version")
    }

    /// 405: the address does not take this method.
    pub fn method_not_allowed() -> Self {
        Self::new(405, "method_not_allowed", "This endpoint does not take this method")
    }

    /// 409: the key was used for another request.
    pub fn conflict(message: impl Into<String>) -> Self {
        Self::new(409, "conflict", message)
    }

    /// 413: the body is longer than the server reads.
    pub fn payload_too_large(max_bytes: usize) -> Self {
        let message = format!("The body is larger than {max_bytes} bytes");
        Self::new(413, "payload_too_large", message)
    }

    /// 429: too many requests.
    pub fn rate_limited() -> Self {
        Self::new(429, "rate_limit_exceeded", "Too many requests, try again later")
    }

    /// 500: the server is in trouble. It says no more: what happened belongs into the log.
    pub fn server_error() -> Self {
        Self::new(500, "server_error", "Something went wrong on our side")
    }
}

/// The vendor's names for fields of the model's.
const NAMES: [(&str, &str); 3] = [
    ("contents", "inbox.contents"),
    ("until", "snoozed_until"),
    ("attributes", "custom_attributes"),
];

impl From<&Refusal> for WireError {
    fn from(refusal: &Refusal) -> Self {
        let message = refusal.to_string();
        let mut error = match refusal {
            Refusal::NotAllowed | Refusal::RepliesDisabled | Refusal::Blocked => {
                Self::forbidden(message)
            }
            Refusal::Invalid(problems) => Self {
                problems: Told::all(problems, |field| told::name(field, "body", &NAMES)),
                ..Self::invalid("body", message)
            },
            Refusal::MediaNotFound => Self::invalid("inbox.contents", message),
            Refusal::NotOutbound => Self::invalid("send_state", message),
            Refusal::PartNotFound | Refusal::ParticipantNotFound | Refusal::TagNotAttached => {
                Self::not_found()
            }
            _ => Self::bad_request(message),
        };
        error.refusal = Some(refusal.code());
        error
    }
}

/// The envelope: `{"type":"error.list","request_id","errors":[{"code","message","field"}]}`.
/// `request_id` is a UUID under which the request can be found in the log.
pub fn write_error(error: &WireError, request_id: Option<&str>) -> Value {
    let inbox = error.refusal.map(|code| Told::inbox(code, &error.problems)).unwrap_or_default();
    let entry = |message: &str, field: Option<&str>| ErrorEntry {
        code: error.code.into(),
        message: Some(message.to_owned()),
        field: field.map(str::to_owned),
    };
    let told = error.problems.iter().map(|told| entry(&told.message, Some(&told.field)));
    let mut errors: Vec<_> = told.collect();
    if errors.is_empty() {
        errors.push(entry(&error.message, error.field.as_deref()));
    }
    json!(ErrorList {
        kind: "error.list".into(),
        request_id: request_id.map(str::to_owned),
        errors,
        inbox,
    })
}
