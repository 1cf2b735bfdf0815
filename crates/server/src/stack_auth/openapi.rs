//! What the server publishes about these routes.

use inbox_dialects::stack_auth::server::wire;
use utoipa::IntoParams;
use utoipa::openapi::schema::AdditionalProperties;
use utoipa::openapi::{OneOf, OpenApi, RefOr, Schema};

use crate::http::openapi::{Scheme, describe};

/// The headers that every request has.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "a description of headers that are read by name")]
pub(super) struct Headers {
    /// At which level one asks; the other words of the vendor's are refused with 401.
    #[param(
        rename = "x-stack-access-type",
        pattern = "^(client|server|admin)$",
        example = "client"
    )]
    access_type: String,
    /// The vendor's own project; the one that is meant goes into the query or the body.
    #[param(rename = "x-stack-project-id", pattern = "^internal$", example = "internal")]
    project: String,
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
    /// Only this status.
    #[param(inline)]
    status: Option<wire::Status>,
    /// Only this user's. A customer can name themselves alone.
    #[param(rename = "userId", format = "uuid")]
    user_id: Option<String>,
    /// How many, from 1 on; at most 200 are given, and 50 where nothing is said.
    #[param(pattern = "^[1-9][0-9]*$")]
    limit: Option<String>,
    /// How many to pass over.
    #[param(pattern = "^[0-9]+$")]
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
    let mut document = super::routes().into_openapi();
    let schemas = document.components.as_mut().map(|components| &mut components.schemas);
    let update = schemas.and_then(|schemas| schemas.get_mut("UpdateConversationRequest"));
    if let Some(RefOr::T(Schema::OneOf(update))) = update {
        refuse_others(update);
    }
    describe(
        "Stack Auth conversations",
        "v1",
        description,
        "/stack-auth/api/v1",
        &[Scheme::Header("accessToken", "x-stack-access-token"), Scheme::Bearer],
        document,
    )
}

/// Says of every form of a choice that it takes no other members. What is told apart by a tag loses
/// this on its way from serde's attribute into the schema.
fn refuse_others(choice: &mut OneOf) {
    for form in &mut choice.items {
        if let RefOr::T(Schema::Object(form)) = form {
            form.additional_properties = Some(Box::new(AdditionalProperties::FreeForm(false)));
        }
    }
}
