//! `POST /conversations/media`.

use axum::extract::Multipart;
use axum::extract::multipart::MultipartRejection;
use axum::http::StatusCode;
use axum::response::Response;
use inbox_dialects::crm::UPLOAD_FIELD;
use inbox_dialects::crm::server::{WireError, wire, write_media};

use super::agents_only;
use super::fault::Fault;
use super::openapi::{Invalid, Organisation, Refused};
use crate::http::{Caller, json_response};
use crate::media::{Incoming, MediaError};

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
    let wrong = |message: &str| WireError::invalid(UPLOAD_FIELD, message);
    let mut form = form.map_err(|_| wrong("The body is not a multipart form."))?;
    let unreadable = |_| wrong("The form cannot be read, or is too large.");
    let mut kept = None;
    while let Some(mut field) = form.next_field().await.map_err(unreadable)? {
        if field.name() != Some(UPLOAD_FIELD) || kept.is_some() {
            continue;
        }
        let (name, mime) = (field.file_name(), field.content_type());
        let incoming = Incoming::new(name, mime).map_err(MediaError::Refused);
        let mut incoming = match incoming {
            Ok(incoming) => caller.app.media().receive(incoming).await?,
            Err(error) => {
                while field.chunk().await.map_err(unreadable)?.is_some() {}
                return Err(error.into());
            }
        };
        loop {
            match field.chunk().await {
                Ok(Some(chunk)) => incoming.write(chunk).await?,
                Ok(None) => break,
                Err(error) => {
                    incoming.abort().await;
                    return Err(unreadable(error).into());
                }
            }
        }
        kept = Some(incoming.finish().await?);
    }
    let kept = kept.ok_or_else(|| wrong("This field is required."))?;
    let organisation = caller.principal.organisation();
    let media = caller.app.media().note(caller.app.store(), organisation, kept, caller.now).await?;
    Ok(json_response(StatusCode::CREATED, write_media(&media).to_string()))
}
