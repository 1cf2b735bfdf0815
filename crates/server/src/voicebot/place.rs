//! What a path names, and whom a number means.

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use inbox_dialects::ids::{conversation_of_number, part_prefix_of_number, person_suffix_of_number};
use inbox_dialects::voicebot::server::{WireError, Writer};
use inbox_model::{ConversationId, PartId, Participant};

use super::Call;
use super::fault::Fault;
use crate::store::{Reader, Store, Write};

/// The conversation of a path. What is no number as we write them names none.
pub(super) struct Conversation(pub(super) ConversationId);

impl<S: Send + Sync> FromRequestParts<S> for Conversation {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fault> {
        let missing = WireError::conversation_not_found;
        let path = Path::<String>::from_request_parts(parts, state).await;
        let Path(text) = path.map_err(|_| missing())?;
        Ok(Self(conversation(&text).ok_or_else(missing)?))
    }
}

/// The conversation and the message of a path, the latter still as a number.
pub(super) struct Message(pub(super) ConversationId, pub(super) u64);

impl<S: Send + Sync> FromRequestParts<S> for Message {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fault> {
        let missing = WireError::conversation_not_found;
        let path = Path::<(String, String)>::from_request_parts(parts, state).await;
        let Path((text, message)) = path.map_err(|_| missing())?;
        let conversation = conversation(&text).ok_or_else(missing)?;
        // A number that cannot be is that of no message; the conversation is asked for first.
        Ok(Self(conversation, number(&message).unwrap_or(u64::MAX)))
    }
}

fn conversation(text: &str) -> Option<ConversationId> {
    conversation_of_number(number(text)?).map(ConversationId::from)
}

/// A number in its one spelling.
fn number(text: &str) -> Option<u64> {
    let number: u64 = text.parse().ok()?;
    (number.to_string() == text).then_some(number)
}

/// The message that a reader means.
pub(super) async fn part(
    store: &Store,
    reader: &Reader,
    conversation: &ConversationId,
    number: u64,
) -> Result<Option<PartId>, Fault> {
    match part_prefix_of_number(conversation.as_str(), number) {
        Some(prefix) => Ok(store.part_id_by_prefix(reader, conversation, &prefix).await?),
        None => Ok(None),
    }
}

/// The agent that a request means.
pub(super) async fn user(write: &mut Write, number: u64) -> Result<Participant, Fault> {
    let suffix = person_suffix_of_number(number).ok_or_else(WireError::user_not_found)?;
    Ok(write.agent_by_suffix(&suffix).await?.ok_or_else(WireError::user_not_found)?)
}

/// The agents whose names answers tell: none to a customer.
pub(super) async fn users(call: &Call) -> Result<Vec<Participant>, Fault> {
    if !call.principal.is_agent() {
        return Ok(Vec::new());
    }
    Ok(call.app.store().agents(call.principal.organisation()).await?)
}

/// Writes for whoever asks.
pub(super) fn writer<'a>(call: &Call, users: &'a [Participant]) -> Writer<'a> {
    Writer { audience: call.audience(), now: call.now, users }
}
