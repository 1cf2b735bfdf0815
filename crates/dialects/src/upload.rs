//! The answer of our own server to a file that was sent to it.

use inbox_model::Media;

use crate::error::DialectError;
use crate::http::Response;
use crate::json::{self, Fault};
use crate::own::refused;
use crate::portable::read_media;

/// Reads the file, as messages carry it.
pub(crate) fn read(response: &Response) -> Result<Media, DialectError> {
    if !response.is_success() {
        return Err(refused(response));
    }
    let body = json::parse(&response.body, "media")?;
    let media = read_media(&body).filter(|media| media.id.is_some());
    Ok(media.ok_or_else(|| Fault::new("media", "not a file"))?)
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
