//! `GET /health`: whether the server can work.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::{App, Problem, problem};

/// 200 when the store answers, else 503.
pub(super) async fn health(State(app): State<App>) -> Response {
    match app.store().ping().await {
        Ok(()) => problem::json_response(StatusCode::OK, r#"{"status":"ok"}"#.to_owned()),
        Err(error) => {
            tracing::error!(%error, "the store does not answer");
            let status = StatusCode::SERVICE_UNAVAILABLE;
            Problem::new(status, "unavailable", "The store does not answer.").into_response()
        }
    }
}
