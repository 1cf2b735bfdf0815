//! What only the company is told.

use inbox_model::PartBody;
use inbox_model::part::Call;

use super::message;
use crate::json::{Object, Value};

pub(super) fn read(kind: &str, data: &Value) -> Option<PartBody> {
    Some(match kind {
        "note" => PartBody::Note(message(data)?),
        "suggestion" => PartBody::Suggestion(message(data)?),
        "call" => PartBody::Call(call(data)?),
        _ => return None,
    })
}

fn call(value: &Value) -> Option<Call> {
    let object = Object::maybe(value)?;
    Some(Call {
        inbound: object.flag("inbound")?,
        duration_ms: object.count("duration_ms")?,
        summary: object.string("summary"),
        recording_url: object.string("recording_url"),
    })
}
