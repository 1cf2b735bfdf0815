//! `POST /conversations/media`.

use axum::extract::Multipart;
use axum::extract::multipart::MultipartRejection;
use axum::http::StatusCode;
use axum::response::Response;
use inbox_dialects::UPLOAD_FIELD;
use inbox_dialects::crm::server::{WireError, wire, write_media};

use super::agents_only;
use super::fault::Fault;
use super::openapi::{Invalid, Organisation, Refused};
use crate::http::{Caller, UploadError, json_response, take_in};

/// Upload media for an outbound message
///
/// It is written as it comes, and never held in memory as a whole.
#[utoipa::path(
    post,
    path = "/conversations/media",
    operation_id = "uploadMedia",
    tag = "Threads",
    params(Organisation),
    request_body(content = wire::Upload, content_type = "multipart/form-data"),
    responses((status = 201, description = "The file.", body = wire::Media), Refused, Invalid),
)]
pub(super) async fn upload(
    caller: Caller<Fault>,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Fault> {
    agents_only(&caller.principal)?;
    let kept = take_in(&caller.app, &caller.principal, caller.now, form).await;
    let media = kept.map_err(|error| match error {
        UploadError::Form(message) => WireError::invalid(UPLOAD_FIELD, message).into(),
        UploadError::Media(error) => Fault::from(error),
    })?;
    Ok(json_response(StatusCode::CREATED, write_media(&media).to_string()))
}
