//! `/assets`: the built browser files, with their compressed twins.

use std::path::Path;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderValue, header};
use axum::middleware::{self, Next};
use axum::response::Response;
use tower_http::services::ServeDir;

use super::{Settings, shield};

/// Serves a folder. `name.ext.br` and `name.ext.gz` beside a file are sent where the browser takes
/// them. A request that changes nothing gets 304 by `ETag`.
pub(super) fn service(folder: &Path, settings: &Settings) -> Router {
    let files = ServeDir::new(folder)
        .append_index_html_on_directories(false)
        .precompressed_br()
        .precompressed_gzip();
    Router::new()
        .fallback_service(files)
        .layer(middleware::from_fn(headers))
        .layer(shield::cors(&settings.allowed_origins))
}

async fn headers(request: Request, next: Next) -> Response<Body> {
    // A file whose name carries a digest of its content never changes.
    let cache = if is_hashed(request.uri().path()) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let mut response = next.run(request).await;
    let found = response.status().is_success();
    let headers = response.headers_mut();
    shield::common(headers);
    let cache = if found { cache } else { "no-cache" };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    response
}

/// Whether a path ends in `name-<digest>.ext`, the digest being eight or more letters and digits,
/// some of them digits (Vite, Rollup).
fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let stem = name.split('.').next().unwrap_or_default();
    let Some((_, digest)) = stem.rsplit_once('-') else { return false };
    digest.len() >= 8
        && digest.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && digest.bytes().any(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_a_digest_are_told_from_names() {
        for path in ["/assets/index-B4x9Tz2k.js", "/a/style-0123456789abcdef.css"] {
            assert!(is_hashed(path), "{path}");
        }
        for path in ["/assets/messenger_bg.wasm", "/inbox-messenger.js", "/inbox-v2.js", "/", "-"] {
            assert!(!is_hashed(path), "{path}");
        }
    }
}
