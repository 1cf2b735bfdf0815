//! What the server publishes about these routes.

use utoipa::IntoParams;
use utoipa::openapi::OpenApi;

use crate::http::openapi::{Scheme, describe};

/// The key of a write.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "a description of a header that is read by name")]
pub(super) struct Key {
    /// The same key with the same request has one effect and one answer, for a day.
    #[param(rename = "Idempotency-Key", min_length = 1, max_length = 255)]
    key: Option<String>,
}

/// Which page of which conversations. All of it is ours.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "a description of parameters that the codec reads")]
pub(super) struct ListQuery {
    /// How many; 50 where nothing is said.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u32>,
    /// Where the page before ended: `inbox.nextCursor`.
    #[param(max_length = 512)]
    cursor: Option<String>,
    /// Only this state: `open`, `pending`, `snoozed` or `closed`.
    state: Option<String>,
    /// Only what this user manages, or nobody for `none`. For agents.
    user_id: Option<String>,
    /// Only what has all of these tags, by number and with commas. For agents.
    tags: Option<String>,
    /// Only what the caller has not read.
    unread: Option<bool>,
    /// Only what has a star. For agents.
    starred: Option<bool>,
    /// Only what was put away; else only what was not. For agents.
    archived: Option<bool>,
    /// Only what should have been answered by now. For agents.
    overdue: Option<bool>,
    /// Only what has this text in the title, the newest message, or the customer's name or address.
    #[param(max_length = 200)]
    search: Option<String>,
}

/// The description.
pub(crate) fn openapi() -> OpenApi {
    let description = "Chats between business numbers and customers, with reply windows. A message is \
        always taken; what becomes of it is told by its status and `latest_error`.";
    describe(
        "Voicebot.studio chat",
        "v1",
        description,
        "/voicebot/third-party/v1",
        &[Scheme::Bearer],
        super::routes().into_openapi(),
    )
}
