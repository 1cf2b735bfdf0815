//! `/docs`: the descriptions as pages to read, made here, without any script.

mod markup;
mod operation;
mod page;
mod sample;
mod schema;

use std::sync::Arc;

use axum::Router;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde_json::Value;

use super::openapi::Published;
use super::shield;

/// The one style sheet.
const STYLE: &str = include_str!("docs/docs.css");

/// The pages. They are made once, as nothing in them changes while the server runs.
pub(super) fn router(published: &[Published]) -> Router {
    let documents: Vec<(&str, Value)> = published
        .iter()
        .map(|one| (one.name, serde_json::to_value(&one.document).unwrap_or_default()))
        .collect();
    let mut router = Router::new()
        .route("/docs", get(fixed(page::index(&documents), "text/html; charset=utf-8")))
        .route("/docs/docs.css", get(fixed(STYLE.to_owned(), "text/css; charset=utf-8")));
    for (name, document) in &documents {
        let page = page::dialect(name, document);
        let path = format!("/docs/{name}");
        router = router.route(&path, get(fixed(page, "text/html; charset=utf-8")));
    }
    router
}

/// Answers with a text that stays the same.
fn fixed(
    text: String,
    kind: &'static str,
) -> impl Fn() -> std::future::Ready<Response> + Clone + Send + Sync + 'static {
    let text: Arc<str> = text.into();
    move || {
        let mut response = text.to_string().into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        shield::set(headers, header::CONTENT_SECURITY_POLICY, shield::PAGE_POLICY);
        std::future::ready(response)
    }
}
