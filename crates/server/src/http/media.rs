//! `GET /media/{id}`: stored files, for those who may see a message that carries them.

use std::fmt::Write;

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use inbox_model::Media;

use super::Problem;
use super::own::Own;

/// Whatever is in the file, a browser does nothing with it but save it.
const POLICY: &str = "default-src 'none'; frame-ancestors 'none'; sandbox";

/// Gives out a file to be saved.
pub(super) async fn media(
    State(Own { app, .. }): State<Own>,
    id: Result<Path<String>, axum::extract::rejection::PathRejection>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let principal = app.identify(&headers).await?;
    let missing = || Problem::not_found("No file exists with this ID.");
    let Path(id) = id.map_err(|_| missing())?;
    let media = app.store().media(&principal.reader, &id).await?.ok_or_else(missing)?;
    let id = media.id.clone().ok_or_else(missing)?;
    let file = app.media().read(&id).await.map_err(|error| {
        tracing::error!(%error, "a file cannot be read");
        Problem::server()
    })?;
    let length = file.meta.size;
    let mut response = Body::from_stream(file.into_stream()).into_response();
    let out = response.headers_mut();
    let mime = media.mime.as_deref().and_then(|mime| HeaderValue::from_str(mime).ok());
    let unknown = HeaderValue::from_static("application/octet-stream");
    out.insert(header::CONTENT_TYPE, mime.unwrap_or(unknown));
    out.insert(header::CONTENT_LENGTH, length.into());
    out.insert(header::CONTENT_DISPOSITION, disposition(&media));
    out.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    Ok(response)
}

/// To be saved, under its name (RFC 6266, RFC 8187).
fn disposition(media: &Media) -> HeaderValue {
    let mut value = String::from("attachment");
    if let Some(name) = &media.name {
        value.push_str("; filename*=UTF-8''");
        for byte in name.bytes() {
            if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                value.push(char::from(byte));
            } else {
                // Writing into a string cannot fail.
                let _ = write!(value, "%{byte:02X}");
            }
        }
    }
    HeaderValue::from_str(&value).unwrap_or(HeaderValue::from_static("attachment"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_break_out_of_its_header() {
        let check = |name: Option<&str>, value: &str| {
            let media = Media { name: name.map(str::to_owned), ..Media::default() };
            assert_eq!(disposition(&media), value);
        };
        check(None, "attachment");
        check(Some("a b.png"), "attachment; filename*=UTF-8''a%20b.png");
        check(Some("\"; x=\r\né"), "attachment; filename*=UTF-8''%22%3B%20x%3D%0D%0A%C3%A9");
    }
}
