//! Taking in a file: one field of a multipart form, written as it comes. `POST /media` is beneath
//! every dialect, for those whose vendor has no such operation.

use axum::extract::multipart::MultipartRejection;
use axum::extract::{DefaultBodyLimit, Multipart, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::routing::{MethodRouter, post};
use inbox_dialects::UPLOAD_FIELD;
use inbox_model::{Media, Timestamp};

use super::own::Own;
use super::{App, Problem, problem};
use crate::clock;
use crate::identity::Principal;
use crate::media::{Incoming, MediaError};

/// How much of an upload is taken in: more than is kept, because a client that is still sending does
/// not hear the answer.
pub(crate) const UPLOAD_BYTES: usize = 64 << 20;

/// Why a file is not taken in.
pub(crate) enum UploadError {
    /// What is wrong with the form, for a client's developer.
    Form(&'static str),
    /// What is wrong with the file, or with where files are.
    Media(MediaError),
}

impl From<MediaError> for UploadError {
    fn from(error: MediaError) -> Self {
        Self::Media(error)
    }
}

/// Takes in the file of a form.
pub(crate) async fn take_in(
    app: &App,
    principal: &Principal,
    now: Timestamp,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Media, UploadError> {
    let unreadable = |_| UploadError::Form("The form cannot be read, or is too large.");
    let mut form = form.map_err(|_| UploadError::Form("The body is not a multipart form."))?;
    let mut kept = None;
    while let Some(mut field) = form.next_field().await.map_err(unreadable)? {
        if field.name() != Some(UPLOAD_FIELD) || kept.is_some() {
            continue;
        }
        let (name, mime) = (field.file_name(), field.content_type());
        let incoming = Incoming::new(name, mime).map_err(MediaError::Refused);
        let mut incoming = match incoming {
            Ok(incoming) => app.media().receive(incoming).await?,
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
                    return Err(unreadable(error));
                }
            }
        }
        kept = Some(incoming.finish().await?);
    }
    let kept = kept.ok_or(UploadError::Form("This field is required."))?;
    Ok(app.media().note(app.store(), principal.organisation(), kept, now).await?)
}

/// Answers 201 with the file, as messages carry it.
async fn upload(
    State(Own { app, .. }): State<Own>,
    headers: HeaderMap,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Problem> {
    let principal = app.identify(&headers).await?;
    if !principal.is_agent() {
        return Err(Problem::forbidden("Files are sent by the company's people."));
    }
    let media = take_in(&app.asked_by(&headers), &principal, clock::now(), form).await?;
    let body = serde_json::to_string(&media).map_err(|_| Problem::server())?;
    Ok(problem::json_response(StatusCode::CREATED, body))
}

/// The route.
pub(super) fn route() -> MethodRouter<Own> {
    post(upload).layer(DefaultBodyLimit::max(UPLOAD_BYTES))
}

impl From<UploadError> for Problem {
    fn from(error: UploadError) -> Self {
        match error {
            UploadError::Form(message) => Self::invalid(format!("{UPLOAD_FIELD}: {message}")),
            UploadError::Media(MediaError::Refused(refused)) => {
                let status = StatusCode::UNPROCESSABLE_ENTITY;
                let problems = refused.problems().to_vec();
                Self { problems, ..Self::new(status, refused.code(), refused.to_string()) }
            }
            UploadError::Media(MediaError::Store(error)) => error.into(),
            UploadError::Media(MediaError::Objects(error)) => {
                tracing::error!(%error, "the files failed");
                Self::server()
            }
        }
    }
}
