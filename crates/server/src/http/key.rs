//! The `Idempotency-Key` header.

use axum::http::{HeaderMap, Method};
use sha2::{Digest, Sha256};

use crate::id;
use crate::identity::Principal;
use crate::store::IdempotencyKey;

/// The header cannot be used as a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct KeyError;

/// Longest key, in characters.
const LONGEST: usize = 255;

/// Reads the key of a write, if it has one, and ties it to what is asked for under it.
pub(crate) fn idempotency_key(
    headers: &HeaderMap,
    principal: &Principal,
    method: &Method,
    target: &str,
    body: &str,
) -> Result<Option<IdempotencyKey>, KeyError> {
    let mut values = headers.get_all("idempotency-key").iter();
    let Some(value) = values.next() else { return Ok(None) };
    let key = value.as_bytes();
    let is_fine =
        (1..=LONGEST).contains(&key.len()) && key.iter().all(|byte| (0x20..0x7f).contains(byte));
    if !is_fine || values.next().is_some() {
        return Err(KeyError);
    }
    let mut digest = Sha256::new();
    for text in [method.as_str(), target, body] {
        // Lengths first, so that no two requests run into the same bytes.
        digest.update((text.len() as u64).to_be_bytes());
        digest.update(text.as_bytes());
    }
    Ok(Some(IdempotencyKey {
        principal: principal.key(),
        key: String::from_utf8_lossy(key).into_owned(),
        fingerprint: id::hex(&digest.finalize()),
    }))
}
