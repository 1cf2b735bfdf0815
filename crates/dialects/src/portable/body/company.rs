//! What only the company is told.

use inbox_model::PartBody;
use inbox_model::part::Call;
use inbox_model::suggestion::{Suggestion, SuggestionStatus};

use super::message;
use crate::json::{Object, Value};

pub(super) fn read(kind: &str, data: &Value) -> Option<PartBody> {
    Some(match kind {
        "note" => PartBody::Note(message(data)?),
        "suggestion" => PartBody::Suggestion(suggestion(data)?),
        "call" => PartBody::Call(call(data)?),
        _ => return None,
    })
}

fn suggestion(value: &Value) -> Option<Suggestion> {
    let object = Object::maybe(value)?;
    let status = match object.get("status") {
        None => SuggestionStatus::Pending,
        Some(status) => suggestion_status(status)?,
    };
    let based_on = object.text("based_on").map(Into::into);
    Some(Suggestion { message: message(value)?, status, based_on })
}

fn suggestion_status(value: &Value) -> Option<SuggestionStatus> {
    match value.as_str() {
        Some("pending") => return Some(SuggestionStatus::Pending),
        Some("dismissed") => return Some(SuggestionStatus::Dismissed),
        _ => {}
    }
    let object = Object::maybe(value)?;
    let sent = object.text("sent").map(|part| SuggestionStatus::Sent(part.into()));
    sent.or_else(|| object.text("replaced").map(|part| SuggestionStatus::Replaced(part.into())))
}

pub(in crate::portable) fn call(value: &Value) -> Option<Call> {
    let object = Object::maybe(value)?;
    Some(Call {
        inbound: object.flag("inbound")?,
        duration_ms: object.count("duration_ms")?,
        summary: object.string("summary"),
        recording_url: object.string("recording_url"),
    })
}
