//! The vendor's errors, as a server writes them: an object with a code, or a sentence.

use inbox_model::{Refusal, State};
use thiserror::Error;

use super::wire::KnownError;
use crate::stack_auth::words;
use crate::told::{self, Told};

/// The header that repeats the code.
pub const KNOWN_ERROR_HEADER: &str = "x-stack-known-error";

/// Why a request is not carried out, in the vendor's terms.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{status}: {message}")]
pub struct WireError {
    /// The HTTP status.
    pub status: u16,
    /// The vendor's stable code; `None` where the body is the sentence alone.
    pub code: Option<&'static str>,
    /// A sentence for a developer.
    pub message: String,
    /// The model's code where one of its rules refused.
    pub refusal: Option<&'static str>,
    /// Everything that one of its rules found wrong.
    pub problems: Box<[Told]>,
}

impl WireError {
    fn known(status: u16, code: &'static str, message: impl Into<String>) -> Self {
        let (message, problems) = (message.into(), Box::default());
        Self { status, code: Some(code), message, refusal: None, problems }
    }

    fn plain(status: u16, message: impl Into<String>) -> Self {
        let (message, problems) = (message.into(), Box::default());
        Self { status, code: None, message, refusal: None, problems }
    }

    /// 400: the request is not as it has to be.
    pub fn schema(message: impl Into<String>) -> Self {
        Self::known(400, "SCHEMA_ERROR", message)
    }

    /// 400: there is no such user in the project.
    pub fn user_does_not_exist() -> Self {
        let message = "User with the given ID does not exist in the project.";
        Self::known(400, "USER_ID_DOES_NOT_EXIST", message)
    }

    /// 400: the conversation has that status already. Plain text.
    pub fn already(state: State) -> Self {
        Self::plain(400, format!("Conversation is already {}.", words::state(state)))
    }

    /// 401: no token, or none that is valid.
    pub fn unauthenticated() -> Self {
        let message = "A valid access token is required for this endpoint.";
        Self::known(401, "USER_AUTHENTICATION_REQUIRED", message)
    }

    /// 401: the caller is known and may not do this.
    pub fn insufficient_access(message: impl Into<String>) -> Self {
        Self::known(401, "INSUFFICIENT_ACCESS_TYPE", message)
    }

    /// 404: there is no such project, or the caller is no member of it.
    pub fn project_not_found() -> Self {
        Self::known(
            404,
            "PROJECT_NOT_FOUND",
            "Project not found or is not accessible with the current user.",
        )
    }

    /// 404: there is no such conversation, or none that the caller may know of. Plain text.
    pub fn conversation_not_found() -> Self {
        Self::plain(404, "Conversation not found.")
    }

    /// 404: there is no such endpoint. Plain text.
    pub fn no_endpoint() -> Self {
        Self::plain(404, "There is no such endpoint.")
    }

    /// 405: the endpoint does not take this method. Plain text.
    pub fn method_not_allowed() -> Self {
        Self::plain(405, "This endpoint does not take this method.")
    }

    /// 413: the body is longer than the server reads.
    pub fn payload_too_large(max_bytes: usize) -> Self {
        let message = format!("The body is larger than {max_bytes} bytes.");
        Self::known(413, "SCHEMA_ERROR", message)
    }

    /// 429: too many requests. Plain text.
    pub fn rate_limited() -> Self {
        Self::plain(429, "Too many requests. Try again later.")
    }

    /// 500: the server is in trouble. It says no more: what happened belongs into the log.
    pub fn server_error() -> Self {
        Self::plain(500, "Something went wrong on our side.")
    }
}

/// The vendor's names for fields of the model's.
const NAMES: [(&str, &str); 1] = [("contents", "inbox.contents")];

impl From<&Refusal> for WireError {
    fn from(refusal: &Refusal) -> Self {
        let mut error = match refusal {
            Refusal::NotAllowed => Self::insufficient_access(refusal.to_string()),
            // The vendor has one code for everything that a body can be wrong about.
            _ => Self::schema(refusal.to_string()),
        };
        error.refusal = Some(refusal.code());
        error.problems = Told::all(refusal.problems(), |field| told::name(field, "body", &NAMES));
        error
    }
}

/// The body: JSON for an error with a code, else the sentence as plain text.
///
/// # Errors
/// The sentence, where there is no code.
pub fn write_error(error: &WireError) -> Result<KnownError, &str> {
    let Some(code) = error.code else { return Err(&error.message) };
    Ok(KnownError {
        code: code.to_owned(),
        details: None,
        error: error.message.clone(),
        inbox: error.refusal.map(|code| Told::inbox(code, &error.problems).into()),
    })
}
