//! The vendor's error envelope, as a server writes it.

use inbox_model::Refusal;
use inbox_model::validate::Problem;
use serde_json::{Map, Value, json};
use thiserror::Error;

use crate::json::Fault;
use crate::sentence::sentence;
use crate::told::{self, Told};

/// Why a request is not carried out, in the vendor's terms.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{status} {code}: {message}")]
pub struct WireError {
    /// The HTTP status.
    pub status: u16,
    /// The family (`invalid_request_error`); it follows from the status.
    pub kind: &'static str,
    /// The vendor's stable code.
    pub code: &'static str,
    /// A sentence for a developer.
    pub message: String,
    /// The field or query parameter at fault.
    pub param: Option<String>,
    /// The model's code where one of its rules refused. The vendor has fewer codes than the model
    /// has rules, so it travels in the extension object for our own clients to explain.
    pub refusal: Option<&'static str>,
    /// Everything that one of its rules found wrong, which the vendor tells as `details`.
    pub problems: Box<[Told]>,
}

impl WireError {
    fn new(
        status: u16,
        kind: &'static str,
        code: &'static str,
        message: impl Into<String>,
    ) -> Self {
        let message = message.into();
        let problems = Box::default();
        Self { status, kind, code, message, param: None, refusal: None, problems }
    }

    fn bad(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(400, INVALID_REQUEST, code, message)
    }

    fn missing(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(404, INVALID_REQUEST, code, message)
    }

    /// The same error, naming the field or parameter at fault.
    #[must_use]
    pub fn with_param(mut self, param: impl Into<String>) -> Self {
        self.param = Some(param.into());
        self
    }

    /// The same error, telling of everything that the model finds wrong.
    #[must_use]
    pub fn with_details(self, problems: &[Problem]) -> Self {
        let problems = Told::all(problems, |field| told::name(field, "bodyMarkdown", &NAMES));
        Self { problems, ..self }
    }

    /// 401: no credentials, or none that are valid.
    pub fn unauthorized() -> Self {
        Self::new(
            401,
            "authentication_error",
            "unauthorized",
            "A valid API key or token is required.",
        )
    }

    /// 403: the caller or the acting admin may not do this.
    pub fn forbidden(message: impl Into<String>) -> Self {
        Self::new(403, "authorization_error", "forbidden", message)
    }

    /// 404: no such conversation, or none that the caller may know of.
    pub fn conversation_not_found() -> Self {
        Self::missing("conversation_not_found", "No conversation exists with this ID.")
    }

    /// 404: no such contact.
    pub fn contact_not_found() -> Self {
        Self::missing("contact_not_found", "No contact exists with this ID, user ID or email.")
    }

    /// 404: no such agent.
    pub fn admin_not_found() -> Self {
        Self::missing("admin_not_found", "No admin exists with this ID.")
    }

    /// 404: the contact takes no part in the conversation.
    pub fn participant_not_found() -> Self {
        let message = "The contact is not a participant in this conversation.";
        Self::missing("participant_not_found", message)
    }

    /// 404: no such part.
    pub fn part_not_found() -> Self {
        Self::missing("conversation_part_not_found", "The conversation part was not found.")
    }

    /// 404: something else that the request names does not exist (a tag, a route).
    pub fn resource_not_found(message: impl Into<String>) -> Self {
        Self::missing("resource_not_found", message)
    }

    /// 404: these endpoints are not part of the requested version.
    pub fn version_not_supported(requested: &str) -> Self {
        let message = format!(
            "Version {requested} does not have this endpoint. Use Featurebase-Version: {}.",
            super::VERSION
        );
        Self::missing("version_not_supported", message).with_param("Featurebase-Version")
    }

    /// 400: the request breaks a rule.
    pub fn invalid_request(message: impl Into<String>) -> Self {
        Self::bad("invalid_request", message)
    }

    /// 400: a field that must be there is not.
    pub fn missing_parameter(param: impl Into<String>) -> Self {
        let param = param.into();
        Self::bad("missing_parameter", format!("The field {param} is required.")).with_param(param)
    }

    /// 400: a field or query parameter has a value that it cannot have.
    pub fn invalid_parameter(param: impl Into<String>, message: impl Into<String>) -> Self {
        Self::bad("invalid_parameter", message).with_param(param)
    }

    /// 400: what is to be said cannot be said.
    pub fn invalid_content(message: impl Into<String>) -> Self {
        Self::bad("invalid_content", message).with_param("bodyMarkdown")
    }

    /// 400: the cursor is not one of ours, or leads nowhere any more.
    pub fn invalid_cursor() -> Self {
        Self::bad("invalid_cursor", "The pagination cursor is malformed or expired.")
            .with_param("cursor")
    }

    /// 400: a rule about the outside world, such as an outreach to nobody.
    pub fn business_validation_error(message: impl Into<String>) -> Self {
        Self::bad("business_validation_error", message)
    }

    /// 413: the body is longer than the server reads.
    pub fn payload_too_large(max_bytes: usize) -> Self {
        let message = format!("The body is larger than {max_bytes} bytes.");
        Self::new(413, INVALID_REQUEST, "payload_too_large", message)
    }

    /// 429: too many requests.
    pub fn rate_limited() -> Self {
        Self::new(429, "rate_limit_error", "rate_limited", "Too many requests. Try again later.")
    }

    /// 500: the server is in trouble. It says no more: what happened belongs into the log.
    pub fn server_error() -> Self {
        Self::new(500, "api_error", "server_error", "Something went wrong on our side.")
    }
}

const INVALID_REQUEST: &str = "invalid_request_error";

impl WireError {
    /// 400: everything that is wrong with fields that have the vendor's names already; the parameter
    /// is the first of them, as a whole list where it is in one.
    pub(super) fn invalid_parameters(problems: &[Problem]) -> Self {
        let error = Self::invalid(problems);
        let param = error.param.as_deref().and_then(|param| param.split('[').next());
        let param = param.unwrap_or_default().to_owned();
        let refusal = problems.first().map(Problem::code);
        Self { code: "invalid_parameter", param: Some(param), refusal, ..error }
    }

    /// 400: everything that the model finds wrong, of which the first is the message.
    fn invalid(problems: &[Problem]) -> Self {
        let says = problems.first().is_none_or(|one| one.field.starts_with("contents"));
        let make = if says { Self::invalid_content } else { Self::invalid_request };
        let error = make(String::new()).with_details(problems);
        let Some(Told { field, message, .. }) = error.problems.first().cloned() else {
            return error;
        };
        Self { param: Some(field), message, ..error }
    }
}

/// The vendor's names for fields of the model's.
const NAMES: [(&str, &str); 5] = [
    ("contents", "inbox.contents"),
    ("until", "snoozedUntil"),
    ("agent", "adminAssigneeId"),
    ("team", "teamAssigneeId"),
    ("attributes", "customAttributes"),
];

impl From<&Refusal> for WireError {
    fn from(refusal: &Refusal) -> Self {
        let message = sentence(&refusal.to_string());
        let mut error = match refusal {
            Refusal::NotAllowed => Self::forbidden(message),
            Refusal::Invalid(problems) => Self::invalid(problems),
            Refusal::MediaNotFound => Self::invalid_content(message).with_param("inbox.contents"),
            Refusal::NoTaggableMessage | Refusal::TagNotAttached => {
                Self::resource_not_found(message)
            }
            Refusal::PartNotFound => Self::part_not_found(),
            Refusal::ParticipantNotFound => Self::participant_not_found(),
            // RepliesDisabled, Blocked, NotRedactable, LastParticipant: the vendor has one code.
            _ => Self::invalid_request(message),
        };
        error.refusal = Some(refusal.code());
        error
    }
}

/// The envelope: `{"error":{"type","code","message","status","param","details"}}`.
pub fn write_error(error: &WireError) -> Value {
    let mut body = Map::new();
    body.insert("type".into(), json!(error.kind));
    body.insert("code".into(), json!(error.code));
    body.insert("message".into(), json!(error.message));
    body.insert("status".into(), json!(error.status));
    if let Some(param) = &error.param {
        body.insert("param".into(), json!(param));
    }
    if !error.problems.is_empty() {
        let details = error.problems.iter();
        let details = details.map(|told| json!({ "path": told.field, "message": told.message }));
        body.insert("details".into(), details.collect());
    }
    if let Some(refusal) = error.refusal {
        body.insert("inbox".into(), Told::inbox(refusal, &error.problems).into());
    }
    json!({ "error": body })
}

/// A field that cannot be read makes an `invalid_request`.
impl From<Fault> for WireError {
    fn from(fault: Fault) -> Self {
        let message = format!("The field {} is {}.", fault.path(), fault.problem());
        Self::invalid_request(message).with_param(fault.path())
    }
}
