//! The answer of our own server to a file that was sent to it.

use inbox_model::Media;

use crate::error::DialectError;
use crate::http::Response;
use crate::json::{self, Object};
use crate::portable::read_media;

/// Reads the file, as messages carry it.
pub(crate) fn read(response: &Response) -> Result<Media, DialectError> {
    let body = json::parse(&response.body, "media").ok();
    if response.is_success() {
        let media = body.as_ref().and_then(read_media).filter(|media| media.id.is_some());
        let missing = || DialectError::Malformed { detail: "media: not a file".to_owned() };
        return media.ok_or_else(missing);
    }
    let error = body.as_ref().and_then(Object::maybe).and_then(|body| body.object("error"));
    let text = |name| error.and_then(|error| error.string(name)).unwrap_or_default();
    let message = text("message");
    Err(match response.status {
        401 => DialectError::Unauthenticated,
        403 => DialectError::Forbidden { message },
        404 => DialectError::NotFound { message },
        429 => DialectError::RateLimited,
        400..500 => DialectError::Refused { code: text("code"), message },
        status => DialectError::Server { status },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16, body: &str) -> Result<Media, DialectError> {
        read(&Response { status, body: body.to_owned() })
    }

    #[test]
    fn a_file_is_read_as_messages_carry_it() {
        let media = answer(201, r#"{"id":"f1","url":"/media/f1","name":"a.png","bytes":3}"#);
        let media = media.unwrap();
        assert_eq!((media.url.as_str(), media.bytes), ("/media/f1", Some(3)));
        assert!(matches!(
            answer(201, r#"{"url":"/media/f1"}"#),
            Err(DialectError::Malformed { .. })
        ));
        assert!(matches!(answer(201, "<html>"), Err(DialectError::Malformed { .. })));
    }

    #[test]
    fn a_refusal_has_a_code() {
        let body = r#"{"error":{"code":"file_too_large","message":"Too large."}}"#;
        for (status, code) in [
            (422, "file_too_large"),
            (400, "file_too_large"),
            (401, "unauthenticated"),
            (403, "forbidden"),
            (404, "not_found"),
            (429, "rate_limited"),
            (502, "server"),
        ] {
            assert_eq!(answer(status, body).unwrap_err().code(), code, "{status}");
        }
    }
}
