//! Stack Auth.

mod commands;
mod errors;
mod examples;
mod privacy;
mod requests;
mod robust;
mod round_trip;

use inbox_dialects::Response;
use inbox_dialects::ids::IdForm;
use inbox_dialects::stack_auth::server::{Audience, write_conversation};
use inbox_model::{Conversation, Timestamp};
use serde_json::Value;

pub(super) use crate::codecs::remove_extension as without_extension;
use crate::contract::Contract;

pub(super) static CONTRACT: std::sync::LazyLock<Contract> =
    std::sync::LazyLock::new(|| Contract::new("stackauth"));

pub(super) const AUDIENCES: [Audience; 2] = [Audience::Company, Audience::Customer];

pub(super) fn ok(body: &Value) -> Response {
    Response { status: 200, body: body.to_string() }
}

/// The conversation as the server writes it: its ids as UUIDs.
pub(super) fn detail(conversation: &Conversation, audience: Audience) -> Value {
    let renamed = IdForm::UUID.conversation(conversation);
    write_conversation(&renamed, true, audience, Timestamp::default())
}

/// The same as a row of a list.
pub(super) fn row(conversation: &Conversation, audience: Audience) -> Value {
    let renamed = IdForm::UUID.conversation(conversation);
    write_conversation(&renamed, false, audience, Timestamp::default())
}
