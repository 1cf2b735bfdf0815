//! `GET /media/{id}`: stored files, for those who may see a message that carries them: by their token,
//! or by the link that the message came with.

use std::fmt::Write;

use axum::body::Body;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use inbox_model::{Media, MediaId};

use super::own::Own;
use super::range::Asked;
use super::{App, Problem, shield};
use crate::clock;

/// Whatever is in the file, a browser does nothing with it but save it, or show it as what a page takes
/// it for.
const POLICY: &str = "default-src 'none'; frame-ancestors 'none'; sandbox";

/// Gives out a file: to be saved, and for `<img>`, `<video>` and `<audio>`, which ask for parts of it.
pub(super) async fn media(
    State(Own { app, .. }): State<Own>,
    id: Result<Path<String>, axum::extract::rejection::PathRejection>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let Path(id) = id.map_err(|_| missing())?;
    let (media, seconds) = found(&app, &id, query.as_deref(), &headers).await?;
    let id = media.id.clone().ok_or_else(missing)?;
    // What is under an id never changes.
    let tag = format!("\"{id}\"");
    let has = |value: &HeaderValue| {
        let tags = value.to_str().unwrap_or_default().split(',');
        tags.map(|one| one.trim().trim_start_matches("W/")).any(|one| one == tag || one == "*")
    };
    let mut response = if headers.get_all(header::IF_NONE_MATCH).iter().any(has) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let asked = Asked::of(&headers, &tag, media.bytes.unwrap_or_default());
        give(&app, &id, &media, asked).await?
    };
    let is_given = response.status() != StatusCode::RANGE_NOT_SATISFIABLE;
    let out = response.headers_mut();
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        out.insert(header::ETAG, tag);
    }
    out.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    shield::set(out, shield::RESOURCE_POLICY, "cross-origin");
    if let Some(kept) = seconds.filter(|_| is_given).and_then(|left| kept_for(left).parse().ok()) {
        out.insert(header::CACHE_CONTROL, kept);
    }
    Ok(response)
}

fn missing() -> Problem {
    Problem::not_found("No file exists with this ID.")
}

/// How long browsers keep what a link leads to: as long as it does.
fn kept_for(seconds: i64) -> String {
    format!("private, max-age={seconds}, immutable")
}

/// The file, and for how many seconds the link to it is good if that was enough. A link that is not good
/// says nothing, as if there were no such file.
async fn found(
    app: &App,
    id: &str,
    query: Option<&str>,
    headers: &HeaderMap,
) -> Result<(Media, Option<i64>), Problem> {
    if let Some(query) = query {
        if let Some((media, left)) = app.store().linked_media(id, query, clock::now()).await? {
            return Ok((media, Some(left)));
        }
        if !headers.contains_key(header::AUTHORIZATION) && query.contains("signature=") {
            return Err(missing());
        }
    }
    let principal = app.identify(headers).await?;
    let media = app.store().media(&principal.reader, id).await?.ok_or_else(missing)?;
    Ok((media, None))
}

/// As much of the file as is asked for.
async fn give(app: &App, id: &MediaId, media: &Media, asked: Asked) -> Result<Response, Problem> {
    let bytes = match asked {
        Asked::Whole => None,
        Asked::Bytes(bytes) => Some(bytes),
        Asked::Beyond => {
            let has = format!("bytes */{}", media.bytes.unwrap_or_default());
            let status = StatusCode::RANGE_NOT_SATISFIABLE;
            return Ok((status, [(header::CONTENT_RANGE, has)]).into_response());
        }
    };
    let is_part = bytes.is_some();
    let file = app.media().read(id, bytes).await.map_err(|error| {
        tracing::error!(%error, "a file cannot be read");
        Problem::server()
    })?;
    let (given, whole) = (file.range.clone(), file.meta.size);
    let mut response = Body::from_stream(file.into_stream()).into_response();
    if is_part {
        *response.status_mut() = StatusCode::PARTIAL_CONTENT;
    }
    let out = response.headers_mut();
    if is_part {
        let given = format!("bytes {}-{}/{whole}", given.start, given.end.saturating_sub(1));
        out.insert(header::CONTENT_RANGE, given.parse().map_err(|_| Problem::server())?);
    }
    let mime = media.mime.as_deref().and_then(|mime| HeaderValue::from_str(mime).ok());
    let unknown = HeaderValue::from_static("application/octet-stream");
    out.insert(header::CONTENT_TYPE, mime.unwrap_or(unknown));
    out.insert(header::CONTENT_LENGTH, (given.end - given.start).into());
    out.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    out.insert(header::CONTENT_DISPOSITION, disposition(media));
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
