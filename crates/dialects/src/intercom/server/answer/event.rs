//! Events in the vendor's form.

use inbox_model::{Event, ParticipantId, TeamId, Timestamp};
use serde_json::{Value, json};

use super::super::wire::{ConversationPart, Reference};
use super::person;
use crate::intercom::words;
use crate::json;

/// 0000-01-01T00:00:00.000Z and 9999-12-31T23:59:59.999Z: between them RFC 3339 can write.
const FIRST: Timestamp = Timestamp::from_millis(-62_167_219_200_000);
const LAST: Timestamp = Timestamp::from_millis(253_402_300_799_999);

/// The vendor's word; what another system called its own event stays called that.
pub(super) fn part_type(event: &Event) -> &str {
    match event {
        Event::Assigned { .. } => "assignment",
        Event::StateChanged { state, .. } => words::turn(*state),
        Event::TagChanged { .. } => "conversation_tags_updated",
        Event::PriorityChanged { .. } => "priority_changed",
        Event::ParticipantAdded { .. } => "participant_added",
        Event::WorkflowWait { .. } => "operator_workflow_event",
        Event::Other { name, .. } => name,
    }
}

/// Adds the event's own data.
pub(super) fn fill(written: &mut ConversationPart, event: &Event) {
    let details = match event {
        Event::Assigned { agent, team, .. } => {
            written.assigned_to = assignee(agent.as_ref(), team.as_ref());
            return;
        }
        Event::StateChanged { snoozed_until: Some(until), .. } => {
            let until = until.clamp(&FIRST, &LAST).to_rfc3339();
            json!({ "until": "custom", "custom_until_time": until })
        }
        Event::StateChanged { .. } => return,
        Event::TagChanged { added, tag_id, name, .. } => {
            let tag = json!([name.as_deref().unwrap_or(tag_id.as_str())]);
            let (came, went) = if *added { (tag, json!([])) } else { (json!([]), tag) };
            json!({ "tags_added": came, "tags_removed": went })
        }
        Event::PriorityChanged { priority } => {
            json!({ "current_priority": words::priority(*priority) })
        }
        Event::ParticipantAdded { participant } => {
            json!({ "participant": person::author(participant) })
        }
        Event::WorkflowWait { stage, workflow_name, .. } => json!({
            "workflow": { "name": workflow_name.as_deref().unwrap_or_default() },
            "event": { "type": "wait", "result": stage },
        }),
        Event::Other { name, data } => return passed_on(written, name, data),
    };
    written.event_details = details.as_object().cloned();
}

/// One call names one assignee: the agent goes first.
fn assignee(agent: Option<&ParticipantId>, team: Option<&TeamId>) -> Option<Reference> {
    let reference = |kind: &str, id: &str| Reference { kind: kind.into(), id: Some(id.into()) };
    let agent = agent.map(|id| reference("admin", id.as_str()));
    agent.or_else(|| team.map(|id| reference("team", id.as_str())))
}

/// An event that came from the vendor goes back to the vendor's clients with what it told.
fn passed_on(written: &mut ConversationPart, name: &str, data: &str) {
    if !words::KEPT.contains(&name) {
        return;
    }
    let Ok(json::Value::Object(data)) = json::parse(data, name) else { return };
    let value = |name: &str| data.get(name).map(|value| Value::from(value.clone()));
    written.event_details = value("event_details").and_then(|value| value.as_object().cloned());
    written.body = value("body").and_then(|value| value.as_str().map(str::to_owned));
}
