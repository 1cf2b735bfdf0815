//! What only the company is told, or makes use of.

use inbox_model::part::{Call, Message};
use inbox_model::suggestion::Suggestion;
use inbox_model::{Conversation, Part, PartBody};

use crate::json::Object;

pub(super) fn conversation(read: &mut Conversation, object: Object<'_>) {
    let activity_at = read.activity_at();
    let handling = &mut read.handling;
    handling.starred = object.flag("starred").unwrap_or(false);
    handling.archived = object.flag("archived").unwrap_or(false);
    object.put_time("last_inbound_at", &mut handling.last_inbound_at);
    object.put_time("last_outbound_at", &mut handling.last_outbound_at);
    object.put_id("pending_suggestion_id", &mut handling.pending_suggestion);
    // Which answer is due the vendor does not say; the next one is the one that counts.
    object.put_time("sla_due_at", &mut handling.sla.next_response_due_at);
    if object.flag("overdue") == Some(true) && handling.sla.next_response_due_at.is_none() {
        handling.sla.next_response_due_at = Some(handling.last_inbound_at.unwrap_or(activity_at));
    }
}

pub(super) fn part(part: &mut Part, object: Object<'_>) {
    object.put_string("provider_message_id", &mut part.tracking.external_id);
    object.put_string("subject", &mut part.tracking.subject);
}

pub(super) fn call(object: Object<'_>, inbound: bool) -> PartBody {
    let mut call = Call { inbound, ..Call::default() };
    call.duration_ms = object.count("duration_seconds").unwrap_or_default().saturating_mul(1_000);
    object.put_string("ai_summary", &mut call.summary);
    PartBody::Call(call)
}

pub(super) fn draft(message: Message) -> PartBody {
    PartBody::Suggestion(Suggestion::pending(message))
}
