//! Reading a request's body, up to a limit.

use std::time::Duration;

use axum::body::{Body, BodyDataStream};
use futures_core::Stream;
use thiserror::Error;

/// The longest body that is read, in bytes (1 MiB). A message has at most 10,000 characters.
pub const BODY_BYTES: usize = 1 << 20;

/// How much of a longer body is still taken in and thrown away. A client that gets its answer while
/// it is still sending mostly sees a broken connection instead of the answer.
const DRAINED_BYTES: usize = 64 << 20;

/// A body that is not there after this is not waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// Why there is no body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BodyError {
    /// It is longer than [`BODY_BYTES`].
    #[error("The body is larger than {BODY_BYTES} bytes.")]
    TooLarge,
    /// It is no UTF-8.
    #[error("The body is not UTF-8 text.")]
    NotText,
    /// It ended early, or took too long.
    #[error("The body did not arrive.")]
    Broken,
}

/// Reads a body as text.
pub(crate) async fn read(body: Body) -> Result<String, BodyError> {
    let bytes = tokio::time::timeout(PATIENCE, collect(body)).await;
    let bytes = bytes.unwrap_or(Err(BodyError::Broken))?;
    String::from_utf8(bytes).map_err(|_| BodyError::NotText)
}

async fn collect(body: Body) -> Result<Vec<u8>, BodyError> {
    let mut stream = body.into_data_stream();
    let mut bytes = Vec::new();
    let mut length = 0usize;
    while let Some(chunk) = next(&mut stream).await {
        let Ok(chunk) = chunk else { return Err(BodyError::Broken) };
        length = length.saturating_add(chunk.len());
        if length > DRAINED_BYTES {
            break;
        } else if length > BODY_BYTES {
            bytes = Vec::new();
        } else {
            bytes.extend_from_slice(&chunk);
        }
    }
    if length > BODY_BYTES { Err(BodyError::TooLarge) } else { Ok(bytes) }
}

async fn next(stream: &mut BodyDataStream) -> Option<Result<axum::body::Bytes, axum::Error>> {
    std::future::poll_fn(|context| std::pin::Pin::new(&mut *stream).poll_next(context)).await
}
