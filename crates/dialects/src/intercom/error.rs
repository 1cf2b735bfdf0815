//! Answers that are no success, as what the client makes of them.

use crate::error::DialectError;
use crate::extension;
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
    // A list of errors, of which the first tells enough.
    let first = envelope.and_then(|list| list.items("errors").first().and_then(Object::maybe));
    let text = |name: &str| first.and_then(|error| error.text(name));
    // A proxy answers in HTML, which is nothing to show to anybody.
    let message = text("message").map(|message| message.chars().take(MESSAGE_CHARACTERS).collect());
    let message: String = message.unwrap_or_else(|| format!("status {status}"));
    match status {
        401 => DialectError::Unauthenticated,
        403 => DialectError::Forbidden { message },
        404 | 410 => DialectError::NotFound { message },
        429 => DialectError::RateLimited,
        // The server gave up waiting for the request: as much a passing trouble as the others.
        408 | 500..=599 => DialectError::Server { status },
        400..=499 => {
            // Our own server tells which rule of the model refused.
            let rule = envelope.and_then(|list| list.object(extension::NAME)?.text("code"));
            let code = rule.or(text("code")).unwrap_or("client_error").to_owned();
            DialectError::Refused { code, message }
        }
        _ => Fault::new(format!("status {status}"), "neither a success nor an error").into(),
    }
}
