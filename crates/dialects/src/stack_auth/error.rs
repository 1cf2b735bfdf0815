//! Answers that are no success, as what the client makes of them.

use crate::error::DialectError;
use crate::http::Response;
use crate::json::{self, Fault, Object, Value};

/// Longest message that is taken over, in characters; what is longer is no sentence.
const MESSAGE_CHARACTERS: usize = 500;

/// The body of a success as JSON; `root` names it in a fault.
pub(super) fn success(response: &Response, root: &str) -> Result<Value, DialectError> {
    if response.is_success() {
        return Ok(json::parse(&response.body, root)?);
    }
    Err(failure(response))
}

/// Errors come as JSON with a code, or as one sentence of plain text.
fn failure(response: &Response) -> DialectError {
    let status = response.status;
    let body = json::parse(&response.body, "error").unwrap_or_default();
    let envelope = Object::maybe(&body);
    let text = |name: &str| envelope.and_then(|error| error.text(name));
    let sentence = response.body.trim();
    // A proxy answers in HTML, which is nothing to show to anybody.
    let is_plain = envelope.is_none() && !sentence.is_empty() && !sentence.starts_with(['<', '{']);
    let message = text("error").or(is_plain.then_some(sentence));
    let message = message.map(|message| message.chars().take(MESSAGE_CHARACTERS).collect());
    let message: String = message.unwrap_or_else(|| format!("status {status}"));
    let code = text("code");
    match (status, code) {
        // The caller is known, and the door is not theirs.
        (401, Some("INSUFFICIENT_ACCESS_TYPE")) | (403, _) => DialectError::Forbidden { message },
        (401, _) => DialectError::Unauthenticated,
        (404 | 410, _) => DialectError::NotFound { message },
        (429, _) => DialectError::RateLimited,
        // The server gave up waiting for the request: as much a passing trouble as the others.
        (408 | 500..=599, _) => DialectError::Server { status },
        (400..=499, _) => {
            // Our own server tells which rule of the model refused.
            let rule = envelope.and_then(|error| error.object("inbox")?.text("code"));
            let code = rule.or(code).unwrap_or("invalid_request").to_owned();
            DialectError::Refused { code, message }
        }
        _ => Fault::new(format!("status {status}"), "neither a success nor an error").into(),
    }
}
