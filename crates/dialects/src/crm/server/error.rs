//! The vendor's error envelope, as a server writes it.

use inbox_model::Refusal;
use inbox_model::validate::Problem;
use serde_json::Value;
use thiserror::Error;

use super::{json_of, wire};
use crate::sentence::sentence;
use crate::told::{self, Told};

/// Why a request is not carried out, in the vendor's terms.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{status}: {message}")]
pub struct WireError {
    /// The HTTP status.
    pub status: u16,
    /// A sentence for a developer.
    pub message: String,
    /// Fields at fault; where there are some they take the message's place.
    pub fields: Vec<Field>,
    /// The rule's own code. The vendor has no codes, so it travels in the extension object.
    pub code: Option<&'static str>,
    /// Everything that one of the model's rules found wrong.
    pub problems: Box<[Told]>,
}

/// A field at fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Where: `body`, `query` or `header`, and the names from there.
    pub path: Vec<String>,
    /// What is wrong with it.
    pub message: String,
}

impl WireError {
    fn new(status: u16, message: impl Into<String>) -> Self {
        let (message, fields, problems) = (message.into(), Vec::new(), Box::default());
        Self { status, message, fields, code: None, problems }
    }

    /// The same error with a rule's code.
    #[must_use]
    pub fn with_code(mut self, code: &'static str) -> Self {
        self.code = Some(code);
        self
    }

    /// The same error as a 400, for operations that have no 422.
    #[must_use]
    pub fn as_bad_request(mut self) -> Self {
        if self.status == 422 {
            self.status = 400;
        }
        self
    }

    /// 400: the request cannot be understood, or `X-Org-Id` is no UUID.
    pub fn bad_request(message: impl Into<String>) -> Self {
        Self::new(400, message)
    }

    /// 401: no credentials, or none that are valid.
    pub fn unauthorized() -> Self {
        Self::new(401, "Invalid or expired token.")
    }

    /// 403: the caller may not do this.
    pub fn forbidden(message: impl Into<String>) -> Self {
        Self::new(403, message)
    }

    /// 404: no such thing, or none of which the caller may know. It does not say what.
    pub fn not_found() -> Self {
        Self::new(404, "Not found.")
    }

    /// 405: the address does not take this method.
    pub fn method_not_allowed() -> Self {
        Self::new(405, "Method not allowed.")
    }

    /// 413: the body is longer than the server reads.
    pub fn payload_too_large(max_bytes: usize) -> Self {
        Self::new(413, format!("The body is larger than {max_bytes} bytes."))
    }

    /// 422: one field of the body is wrong.
    pub fn invalid(field: &str, message: impl Into<String>) -> Self {
        Self::at("body", field, message)
    }

    /// 422: everything that the model finds wrong with an input.
    pub fn invalid_fields(problems: &[Problem]) -> Self {
        let told = Told::all(problems, |field| told::name(field, "body", &NAMES));
        let message = told.first().map_or_else(String::new, |told| told.message.clone());
        let fields = told.iter().flat_map(|told| Self::invalid(&told.field, &*told.message).fields);
        let error = Self { fields: fields.collect(), ..Self::new(422, message) };
        let code = problems.first().map(Problem::code);
        Self { code, problems: told, ..error }
    }

    /// 422: one parameter of the query is wrong.
    pub fn invalid_query(name: &str, message: impl Into<String>) -> Self {
        Self::at("query", name, message)
    }

    fn at(place: &str, field: &str, message: impl Into<String>) -> Self {
        let names = field.split('.').filter(|name| !name.is_empty());
        let path = std::iter::once(place).chain(names).map(str::to_owned).collect();
        let message = message.into();
        let mut error = Self::new(422, message.clone());
        error.fields.push(Field { path, message });
        error
    }

    /// 422: the rule forbids it.
    pub fn refused(message: impl Into<String>, code: &'static str) -> Self {
        Self::new(422, message).with_code(code)
    }

    /// 500: the server is in trouble. It says no more: what happened belongs into the log.
    pub fn server_error() -> Self {
        Self::new(500, "Something went wrong on our side.")
    }
}

/// The names of fields of the model's on the wire.
const NAMES: [(&str, &str); 1] = [("contents", "inbox.contents")];

impl From<&Refusal> for WireError {
    fn from(refusal: &Refusal) -> Self {
        let message = sentence(&refusal.to_string());
        let error = match refusal {
            Refusal::NotAllowed => Self::forbidden(message),
            Refusal::PartNotFound | Refusal::ParticipantNotFound => Self::not_found(),
            Refusal::SuggestionNotPending | Refusal::SuggestionOutdated => Self::new(409, message),
            Refusal::Invalid(problems) => Self::invalid_fields(problems),
            Refusal::MediaNotFound => Self::invalid("media_ids", message),
            // RepliesDisabled, Blocked and what no operation here can meet.
            _ => Self::new(422, message),
        };
        error.with_code(refusal.code())
    }
}

/// The envelope: `{"detail": …}`, and the rule's code.
pub fn write_error(error: &WireError) -> Value {
    let field = |field: &Field| wire::FieldError {
        loc: field.path.clone(),
        msg: field.message.clone(),
        kind: "value_error".to_owned(),
    };
    let detail = if error.fields.is_empty() {
        wire::Detail::Sentence(error.message.clone())
    } else {
        wire::Detail::Fields(error.fields.iter().map(field).collect())
    };
    let inbox = error.code.map(|code| Told::inbox(code, &error.problems).into());
    json_of(&wire::Error { detail, inbox })
}
