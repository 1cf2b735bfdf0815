//! placeholder
use super::openapi::Published;
use axum::Router;
pub(super) fn router(_: &[Published]) -> Router {
    Router::new()
}
