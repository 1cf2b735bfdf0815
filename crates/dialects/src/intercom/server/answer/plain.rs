//! Answers with their messages as plain text (`display_as=plaintext`).

use serde_json::Value;

use crate::html::plain_of;

/// The same conversation with its messages as plain text: of the source, and of every part.
#[must_use]
pub fn plain(mut conversation: Value) -> Value {
    if let Some(source) = conversation.get_mut("source") {
        unmark(source);
    }
    let parts = conversation.pointer_mut("/conversation_parts/conversation_parts");
    for part in parts.and_then(Value::as_array_mut).into_iter().flatten() {
        unmark(part);
    }
    conversation
}

fn unmark(message: &mut Value) {
    if let Some(Value::String(body)) = message.get_mut("body") {
        *body = plain_of(body);
    }
}
