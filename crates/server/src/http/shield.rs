//! Headers that keep browsers from doing more than is meant, and other origins out.

use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::Response;
use std::time::Duration;
use tower_http::cors::{AllowHeaders, AllowOrigin, CorsLayer};

/// For pages: only their own files, nothing inline, WebAssembly allowed. Pictures in messages come
/// from anywhere with HTTPS.
pub(super) const PAGE_POLICY: &str = "default-src 'self'; \
    script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob: https:; \
    connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

/// For answers of the APIs, which are no documents.
const API_POLICY: &str = "default-src 'none'; frame-ancestors 'none'";

/// Which pages may show what is answered.
pub(super) const RESOURCE_POLICY: HeaderName =
    HeaderName::from_static("cross-origin-resource-policy");

/// Sets a header that the handler has not set.
pub(super) fn set(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    headers.entry(name).or_insert(HeaderValue::from_static(value));
}

/// Headers of every kind of answer.
pub(super) fn common(headers: &mut HeaderMap) {
    set(headers, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(headers, header::REFERRER_POLICY, "strict-origin-when-cross-origin");
}

/// Headers of the APIs' answers: never kept by anybody on the way.
pub(super) async fn api(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    common(headers);
    set(headers, header::CONTENT_SECURITY_POLICY, API_POLICY);
    set(headers, header::CACHE_CONTROL, "no-store");
    response
}

/// Which other origins may call. Credentials are bearer tokens, which no browser adds by itself, so
/// cookies stay out of it.
pub(super) fn cors(origins: &[HeaderValue]) -> CorsLayer {
    CorsLayer::new()
        .allow_origin(AllowOrigin::list(origins.iter().cloned()))
        .allow_methods([Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE])
        // Each system has headers of its own. What a listed origin may send is not what protects.
        .allow_headers(AllowHeaders::mirror_request())
        // By the date a page knows what the server's clock shows.
        .expose_headers([HeaderName::from_static("x-request-id"), header::DATE])
        .max_age(Duration::from_hours(1))
}
