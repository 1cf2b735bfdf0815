//! `/`, `/desk` and their files: the pages that this server shows itself.

use std::path::Path;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::handler::HandlerWithoutStateExt;
use axum::http::{HeaderValue, header};
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::get_service;
use tower_http::services::ServeDir;

use super::{problem, shield};

/// Serves a folder: `/` is its `index.html`, `/desk` its `desk.html`. What is not there is a 404 in
/// the envelope.
pub(super) fn service(folder: &Path) -> Router {
    let files = ServeDir::new(folder)
        .html_as_default_extension(true)
        .precompressed_br()
        .precompressed_gzip()
        .fallback(problem::not_found.into_service());
    let files = get_service(files).fallback(problem::method_not_allowed);
    Router::new().fallback_service(files).layer(middleware::from_fn(headers))
}

async fn headers(request: Request, next: Next) -> Response<Body> {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    shield::common(headers);
    shield::set(headers, header::CONTENT_SECURITY_POLICY, shield::PAGE_POLICY);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}
