//! What the server publishes about these routes.

use inbox_dialects::crm::server::wire;
use utoipa::openapi::OpenApi;
use utoipa::{IntoParams, IntoResponses};

use crate::http::openapi::{Scheme, describe};

/// The organisation for which one acts.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "a description of a header that is read by name")]
pub(super) struct Organisation {
    /// A UUID; without it the organisation that the caller has joined first.
    #[param(rename = "X-Org-Id", format = "uuid")]
    organisation: Option<String>,
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

/// Which page of which threads. All but the first five are our own.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "a description of parameters that the codec reads")]
pub(super) struct ListQuery {
    /// `mine` is what is assigned to the caller, `team` is everything.
    #[param(pattern = "^(mine|team)$")]
    scope: Option<String>,
    /// Only what was put away, or what was not.
    archived: Option<bool>,
    /// Only what waits for longer than it should, or what does not.
    overdue: Option<bool>,
    /// How many.
    #[param(minimum = 1, maximum = 100, default = 50)]
    limit: Option<u32>,
    /// How many before.
    #[param(minimum = 0, default = 0)]
    offset: Option<u64>,
    /// Only what has a star, or what has none.
    starred: Option<bool>,
    /// Only what the caller has not read, or has.
    unread: Option<bool>,
    /// Only this state.
    #[param(pattern = "^(open|pending|snoozed|closed)$")]
    state: Option<String>,
    /// Only this agent's (a UUID), or nobody's (`none`).
    #[param(pattern = "^(none|[0-9a-fA-F-]{36})$")]
    assignee: Option<String>,
    /// Only what has this text in the title or the newest message; for agents also in a tag's name, or
    /// the contact's name, address or phone number.
    #[param(max_length = 200)]
    search: Option<String>,
}

/// A thread.
#[derive(IntoParams)]
#[into_params(parameter_in = Path)]
#[expect(dead_code, reason = "a description of what a path names")]
pub(super) struct InThread {
    /// The thread.
    #[param(format = "uuid")]
    conversation_id: String,
}

/// An activity of a thread.
#[derive(IntoParams)]
#[into_params(parameter_in = Path)]
#[expect(dead_code, reason = "a description of what a path names")]
pub(super) struct InActivity {
    /// The thread.
    #[param(format = "uuid")]
    conversation_id: String,
    /// The draft.
    #[param(format = "uuid")]
    activity_id: String,
}

/// A contact.
#[derive(IntoParams)]
#[into_params(parameter_in = Path)]
#[expect(dead_code, reason = "a description of what a path names")]
pub(super) struct OfContact {
    /// The contact.
    #[param(format = "uuid")]
    contact_id: String,
}

/// What every operation may answer instead.
#[derive(IntoResponses)]
#[expect(dead_code, reason = "a description of answers")]
pub(super) enum Refused {
    /// `X-Org-Id` is not a UUID, or the request cannot be understood.
    #[response(status = 400)]
    Malformed(#[to_schema] wire::Error),
    /// Invalid or expired token.
    #[response(status = 401)]
    Unauthorized(#[to_schema] wire::Error),
    /// The caller may not do this, or is not a member of the organisation.
    #[response(status = 403)]
    Forbidden(#[to_schema] wire::Error),
}

/// The same where something is named.
#[derive(IntoResponses)]
#[expect(dead_code, reason = "a description of answers")]
pub(super) enum Missing {
    /// `X-Org-Id` is not a UUID, or the request cannot be understood.
    #[response(status = 400)]
    Malformed(#[to_schema] wire::Error),
    /// Invalid or expired token.
    #[response(status = 401)]
    Unauthorized(#[to_schema] wire::Error),
    /// The caller may not do this, or is not a member of the organisation.
    #[response(status = 403)]
    Forbidden(#[to_schema] wire::Error),
    /// There is no such thing, or none of which the caller may know.
    #[response(status = 404)]
    NotFound(#[to_schema] wire::Error),
}

/// A body that breaks a rule.
#[derive(IntoResponses)]
#[response(status = 422)]
#[expect(dead_code, reason = "a description of an answer")]
pub(super) struct Invalid(#[to_schema] wire::Error);

/// The draft is no longer pending.
#[derive(IntoResponses)]
#[response(status = 409)]
#[expect(dead_code, reason = "a description of an answer")]
pub(super) struct Settled(#[to_schema] wire::Error);

/// What errors are made of: answers that are listed by a type do not bring it along.
#[derive(utoipa::OpenApi)]
#[openapi(components(schemas(wire::Detail, wire::FieldError)))]
struct Schemas;

/// The description.
pub(crate) fn openapi() -> OpenApi {
    let (_, mut document) = super::routes().split_for_parts();
    document.merge(<Schemas as utoipa::OpenApi>::openapi());
    describe(
        "CRM Conversations API",
        "v1",
        "One inbox of text messages, e-mails, calls and notes, a thread for each contact. Everything \
         belongs to an organisation, which `X-Org-Id` names. `inbox` is what this server adds beside \
         the vendor's fields; clients that do not know it pass over it.",
        "/crm/api/v1",
        &[Scheme::Bearer],
        document,
    )
}
