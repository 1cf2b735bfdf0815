//! What the server publishes about these routes.

use utoipa::IntoParams;
use utoipa::openapi::OpenApi;

use crate::http::openapi::{Scheme, describe};

/// The headers that every request has.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "a description of headers that are read by name")]
pub(super) struct Headers {
    /// At which level one asks; the other words of the vendor's are refused with 401.
    #[param(rename = "x-stack-access-type", value_type = String, example = "client")]
    access_type: String,
    /// The vendor's own project; the one that is meant goes into the query or the body.
    #[param(rename = "x-stack-project-id", value_type = String, example = "internal")]
    project: String,
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

/// The project of a question.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "a description of parameters that the codec reads")]
pub(super) struct Project {
    /// `internal`, which is the caller's own, or an organisation's UUID.
    #[param(rename = "projectId", example = "internal")]
    project_id: String,
}

/// Which page of which conversations.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "a description of parameters that the codec reads")]
pub(super) struct ListQuery {
    /// `internal`, which is the caller's own, or an organisation's UUID.
    #[param(rename = "projectId", example = "internal")]
    project_id: String,
    /// Only what has this text in the subject, the newest message, or the user's name or address.
    #[param(max_length = 200)]
    query: Option<String>,
    /// Only this status: `open`, `pending` or `closed`.
    status: Option<String>,
    /// Only this user's. A customer can name themselves alone.
    #[param(rename = "userId", format = "uuid")]
    user_id: Option<String>,
    /// How many, from 1 on; at most 200 are given, and 50 where nothing is said.
    limit: Option<String>,
    /// How many to pass over.
    offset: Option<String>,
    /// Only this agent's, or nobody's for `none`. Our own; for agents.
    assignee: Option<String>,
    /// Only what the caller has not read. Our own.
    unread: Option<bool>,
    /// Only what has a star. Our own; for agents.
    starred: Option<bool>,
    /// Only what should have been answered by now. Our own; for agents.
    overdue: Option<bool>,
}

/// The description.
pub(crate) fn openapi() -> OpenApi {
    let description = "Conversations between a project's users and its support, as one detail with \
        messages and entry points. Every change is one `PATCH`, told apart by its `type`.";
    describe(
        "Stack Auth conversations",
        "v1",
        description,
        "/stack-auth/api/v1",
        &[Scheme::Header("accessToken", "x-stack-access-token"), Scheme::Bearer],
        super::routes().into_openapi(),
    )
}
