//! Answers that are no success, as what the client makes of them.
//!
//! The vendor documents no error body. What our server writes, and most servers do, is read where it
//! is there.

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
    let object = Object::maybe(&body);
    let text = |name: &str| object.and_then(|body| body.text(name));
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
            let rule = object.and_then(|body| body.object("inbox")?.text("code"));
            let code = rule.or(text("code")).unwrap_or("invalid_request").to_owned();
            DialectError::Refused { code, message }
        }
        _ => Fault::new(format!("status {status}"), "neither a success nor an error").into(),
    }
}
