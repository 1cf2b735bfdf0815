//! What the server publishes about these routes.

use inbox_dialects::intercom::server::wire;
use utoipa::openapi::OpenApi;
use utoipa::{IntoParams, IntoResponses};

use crate::http::openapi::{Scheme, describe};

/// The headers that every request may have.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "a description of headers that are read by name")]
pub(super) struct Headers {
    /// The version that is meant; without it `Preview`. All of them are answered alike.
    #[param(rename = "Intercom-Version", example = "Preview")]
    version: Option<String>,
    /// For which organisation an agent acts; without it the one joined earliest.
    #[param(rename = "X-Org-Id", format = "uuid")]
    organisation: Option<String>,
}

/// The key of a write.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "a description of a header that is read by name")]
pub(super) struct Key {
    /// The same key with the same request has one effect and one answer, for a day.
    #[param(rename = "Idempotency-Key", min_length = 1, max_length = 255)]
    key: Option<String>,
}

/// The conversation in the path.
#[derive(IntoParams)]
#[into_params(parameter_in = Path)]
#[expect(dead_code, reason = "a description of a path")]
pub(super) struct Id {
    /// The conversation.
    id: String,
}

/// How messages are shown.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "a description of parameters that the codec reads")]
pub(super) struct Display {
    /// `plaintext`: messages without their HTML.
    display_as: Option<String>,
}

/// Which page of which conversations.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "a description of parameters that the codec reads")]
pub(super) struct ListQuery {
    /// How many, 1 to 150; 20 where nothing is said.
    #[param(minimum = 1, maximum = 150)]
    per_page: Option<u32>,
    /// Where the page before ended.
    #[param(max_length = 512)]
    starting_after: Option<String>,
    /// Only with all of these tags, separated by commas. Our own; for agents.
    tag_ids: Option<String>,
    /// Only this state: `open`, `pending`, `snoozed` or `closed`. Our own.
    state: Option<String>,
    /// Only this admin's, or nobody's for `none`. Our own; for agents.
    assignee: Option<String>,
    /// Only what the caller has not read. Our own.
    unread: Option<bool>,
    /// Only what has this text in the title, the newest message, a tag's name, or a contact's name,
    /// address or phone number. Our own; for agents.
    #[param(max_length = 200)]
    search: Option<String>,
}

/// What a write may answer instead.
#[derive(IntoResponses)]
#[expect(dead_code, reason = "a description of answers")]
pub(super) enum Refused {
    /// `bad_request`, `parameter_not_found` or `parameter_invalid`.
    #[response(status = 400)]
    Malformed(#[to_schema] wire::ErrorList),
    /// `unauthorized`.
    #[response(status = 401)]
    Unauthorized(#[to_schema] wire::ErrorList),
    /// `forbidden`: not for customers, or not for this one.
    #[response(status = 403)]
    Forbidden(#[to_schema] wire::ErrorList),
    /// `not_found`: there is no such thing, or none that the caller may know of.
    #[response(status = 404)]
    NotFound(#[to_schema] wire::ErrorList),
    /// `conflict`: the key was used for another request.
    #[response(status = 409)]
    Conflict(#[to_schema] wire::ErrorList),
}

/// The description.
pub(crate) fn openapi() -> OpenApi {
    let description = "Conversations between contacts and a workspace's admins. The first message is \
        the `source` of a conversation, all others are its parts. Messages are HTML, times are whole \
        seconds, and admins and teams are named by numbers.";
    describe(
        "Intercom conversations",
        "Preview",
        description,
        "/intercom",
        &[Scheme::Bearer],
        super::routes().into_openapi(),
    )
}
