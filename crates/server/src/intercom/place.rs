//! What a path names.

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use inbox_dialects::intercom::server::WireError;
use serde::de::DeserializeOwned;

use super::fault::Fault;

/// The placeholders of a path. Bytes that are no UTF-8 name nothing.
pub(super) struct Place<T>(pub(super) T);

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for Place<T> {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fault> {
        match Path::from_request_parts(parts, state).await {
            Ok(Path(place)) => Ok(Self(place)),
            Err(_) => Err(WireError::not_found().into()),
        }
    }
}
