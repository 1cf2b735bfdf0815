//! What the server publishes about these routes.

use inbox_dialects::featurebase::server::wire::{ErrorResponse, State};
use utoipa::openapi::OpenApi;
use utoipa::{IntoParams, IntoResponses};

use crate::http::openapi::{Scheme, describe};

/// The version.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "a description of a header that is read by name")]
pub(super) struct Version {
    /// The version that is spoken here, and the only one.
    #[param(
        rename = "Featurebase-Version",
        pattern = "^2026-01-01\\.nova$",
        example = "2026-01-01.nova"
    )]
    version: Option<String>,
}

/// The key of a write.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "a description of a header that is read by name")]
pub(super) struct Key {
    /// The same key with the same request has one effect and one answer, for 30 days.
    #[param(rename = "Idempotency-Key", min_length = 1, max_length = 255)]
    key: Option<String>,
}

/// Which page of which conversations.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "a description of parameters that the codec reads")]
pub(super) struct ListQuery {
    /// How many; 10 where nothing is said.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u32>,
    /// Where the page before ended.
    #[param(max_length = 512)]
    cursor: Option<String>,
    /// Only conversations with all of these tags, their ids with commas between them. For agents.
    #[param(rename = "tagIds")]
    tag_ids: Option<String>,
    /// Only this state. Our own.
    #[param(inline)]
    state: Option<State>,
    /// Only this agent's, or nobody's for `none`. Our own; for agents.
    #[param(min_length = 1)]
    assignee: Option<String>,
    /// Only what the caller has not read. Our own.
    unread: Option<bool>,
}

/// What can go wrong with every request.
#[derive(IntoResponses)]
#[expect(dead_code, reason = "a description of errors that are written by hand")]
pub(super) enum Faults {
    /// `unauthorized`: no token, or none that is valid.
    #[response(status = 401)]
    Unauthorized(ErrorResponse),
    /// `payload_too_large`: the body is longer than the server reads.
    #[response(status = 413)]
    TooLarge(ErrorResponse),
    /// `rate_limited`: too many requests.
    #[response(status = 429)]
    RateLimited(ErrorResponse),
    /// `server_error`: what happened is in the log.
    #[response(status = 500)]
    Server(ErrorResponse),
}

/// The description.
pub(crate) fn openapi() -> OpenApi {
    let description = "Conversations of a company with its customers, with their parts: messages, \
        notes, events, ratings. Ids are short texts, lists are read by a cursor.";
    describe(
        "Featurebase conversations",
        "2026-01-01.nova",
        description,
        "/featurebase",
        &[Scheme::Bearer],
        super::routes().into_openapi(),
    )
}
