//! Errors of our own server's routes, which are beneath every dialect.

use crate::error::DialectError;
use crate::http::Response;
use crate::json::{self, Object};

/// What an answer says that is none of success.
pub(crate) fn refused(response: &Response) -> DialectError {
    let body = json::parse(&response.body, "error").ok();
    let error = body.as_ref().and_then(Object::maybe).and_then(|body| body.object("error"));
    let text = |name| error.and_then(|error| error.string(name)).unwrap_or_default();
    let message = text("message");
    match response.status {
        401 => DialectError::Unauthenticated,
        403 => DialectError::Forbidden { message },
        404 => DialectError::NotFound { message },
        429 => DialectError::RateLimited,
        400..500 => DialectError::Refused { code: text("code"), message },
        status => DialectError::Server { status },
    }
}
