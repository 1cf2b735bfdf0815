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

fn failure(response: &Response) -> DialectError {
    let status = response.status;
    let body = json::parse(&response.body, "error").unwrap_or_default();
    let envelope = Object::maybe(&body);
    let message = envelope.and_then(detail).map(|text| text.chars().take(MESSAGE_CHARACTERS));
    let message =
        message.map_or_else(|| ["status ", &status.to_string()].concat(), String::from_iter);
    match status {
        401 => DialectError::Unauthenticated,
        403 => DialectError::Forbidden { message },
        404 | 410 => DialectError::NotFound { message },
        429 => DialectError::RateLimited,
        // The server gave up waiting for the request: as much a passing trouble as the others.
        408 | 500..=599 => DialectError::Server { status },
        400..=499 => {
            // The vendor has no codes: our own server tells which rule refused, and a status has a
            // meaning.
            let rule = envelope.and_then(|error| error.object("inbox")?.text("code"));
            let code = rule.unwrap_or(if status == 409 { "conflict" } else { "invalid_request" });
            DialectError::Refused { code: code.to_owned(), message }
        }
        _ => {
            Fault::new(["status ", &status.to_string()].concat(), "neither a success nor an error")
                .into()
        }
    }
}

/// The message, or the first of a list of errors about fields.
fn detail(envelope: Object<'_>) -> Option<&str> {
    match envelope.get("detail")? {
        Value::String(text) => Some(text),
        Value::Array(fields) => fields.iter().find_map(|field| Object::maybe(field)?.text("msg")),
        _ => None,
    }
}
