//! Errors, as our server writes them. The vendor documents none.

use std::collections::BTreeMap;

use inbox_model::Refusal;
use serde_json::{Map, Value, json};
use thiserror::Error;

use crate::sentence::sentence;
use crate::told::Told;

/// Why a request is not carried out.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{status} {code}: {message}")]
pub struct WireError {
    /// The HTTP status. The contract has 401, 404 and 422.
    pub status: u16,
    /// A stable code.
    pub code: &'static str,
    /// A sentence for a developer.
    pub message: String,
    /// The field or query parameter at fault.
    pub field: Option<String>,
    /// The model's code where one of its rules refused.
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

    /// 401: no token, or none that is valid.
    pub fn unauthenticated() -> Self {
        Self::new(401, "unauthenticated", "A valid bearer token is required.")
    }

    /// 400: what every request may say of itself is malformed. The vendor's own fields are 422.
    pub fn bad_request(message: impl Into<String>) -> Self {
        Self::new(400, "bad_request", message)
    }

    /// 403: the caller may not do this.
    pub fn forbidden(message: impl Into<String>) -> Self {
        Self::new(403, "forbidden", message)
    }

    /// 404: no such conversation, or none that the caller may know of.
    pub fn conversation_not_found() -> Self {
        Self::new(404, "not_found", "There is no conversation with this ID.")
    }

    /// 404: no such message, or none that the caller may know of.
    pub fn message_not_found() -> Self {
        Self::new(404, "not_found", "There is no message with this ID in this conversation.")
    }

    /// 404: no such route.
    pub fn no_such_endpoint() -> Self {
        Self::new(404, "not_found", "There is no such endpoint.")
    }

    /// 405: not this method.
    pub fn method_not_allowed() -> Self {
        Self::new(405, "method_not_allowed", "This endpoint does not take this method.")
    }

    /// 409: the idempotency key was used for something else.
    pub fn key_reused() -> Self {
        Self::new(409, "conflict", "This Idempotency-Key was used for another request.")
    }

    /// 422: a field or parameter has a value that it cannot have.
    pub fn invalid(message: impl Into<String>) -> Self {
        Self::new(422, "invalid", message)
    }

    /// 422: the cursor is not one of ours, or leads nowhere any more.
    pub fn bad_cursor() -> Self {
        Self::invalid("The cursor is malformed or expired.").with_field("cursor")
    }

    /// 422: no such agent.
    pub fn user_not_found() -> Self {
        Self::invalid("There is no user with this ID.").with_field("user_id")
    }

    /// 413: the body is longer than the server reads.
    pub fn payload_too_large(max_bytes: usize) -> Self {
        let message = format!("The body is larger than {max_bytes} bytes.");
        Self::new(413, "payload_too_large", message)
    }

    /// 429: too many requests.
    pub fn rate_limited() -> Self {
        Self::new(429, "rate_limited", "Too many requests. Try again later.")
    }

    /// 500: the server is in trouble. It says no more: what happened belongs into the log.
    pub fn server_error() -> Self {
        Self::new(500, "server_error", "Something went wrong on our side.")
    }
}

/// The vendor's name for a field of the model's: a message is one text or one file.
fn name(field: &str) -> String {
    let file = field.strip_prefix("contents[").and_then(|rest| rest.split_once(']'));
    match file.filter(|(_, rest)| *rest != ".markdown") {
        Some((_, rest)) => ["file", rest].concat(),
        None if field.starts_with("contents") => "text.content".to_owned(),
        None => field.to_owned(),
    }
}

impl From<&Refusal> for WireError {
    fn from(refusal: &Refusal) -> Self {
        let message = sentence(&refusal.to_string());
        let mut error = match refusal {
            Refusal::NotAllowed | Refusal::RepliesDisabled | Refusal::Blocked => {
                Self::forbidden(message)
            }
            Refusal::PartNotFound => Self::message_not_found(),
            Refusal::Invalid(problems) => {
                Self { problems: Told::all(problems, name), ..Self::invalid(message) }
            }
            Refusal::MediaNotFound => Self::invalid(message).with_field("file"),
            Refusal::NotEmoji => Self::invalid(message).with_field("reaction"),
            _ => Self::invalid(message),
        };
        error.refusal = Some(refusal.code());
        error
    }
}

/// The body: `{"message","code","errors":{field:[message]},"inbox":{"code"}}`.
pub fn write_error(error: &WireError) -> Value {
    let mut body = Map::new();
    body.insert("message".into(), json!(error.message));
    body.insert("code".into(), json!(error.code));
    let mut errors: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for told in &error.problems {
        errors.entry(&told.field).or_default().push(&told.message);
    }
    if let Some(field) = &error.field {
        errors.entry(field).or_default().push(&error.message);
    }
    if !errors.is_empty() {
        body.insert("errors".into(), json!(errors));
    }
    if let Some(refusal) = error.refusal {
        body.insert("inbox".into(), Told::inbox(refusal, &error.problems).into());
    }
    Value::Object(body)
}
