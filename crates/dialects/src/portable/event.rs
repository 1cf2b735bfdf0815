//! What happens to a conversation. Only the server writes these.

use inbox_model::Event;

use super::participant::read_participant;
use super::words::{read_kind, read_priority, read_state};
use crate::json::{Object, Value};

/// Reads an event; `None` where its kind is unknown here.
pub fn read_event(value: &Value) -> Option<Event> {
    let object = Object::maybe(value)?;
    Some(match object.text("event")? {
        "assigned" => Event::Assigned {
            agent: object.text("agent").map(Into::into),
            team: object.text("team").map(Into::into),
            by: object.text("by").map(Into::into),
        },
        "state_changed" => Event::StateChanged {
            state: read_state(object.text("state")?)?,
            snoozed_until: object.instant("snoozed_until"),
        },
        "tag_changed" => Event::TagChanged {
            added: object.flag("added")?,
            at: object.instant("at")?,
            tag_id: object.text("tag_id")?.into(),
            name: object.string("name"),
            target: object.text("target").map(Into::into),
            by: object.get("by").and_then(read_participant),
        },
        "priority_changed" => {
            Event::PriorityChanged { priority: read_priority(object.text("priority")?)? }
        }
        "participant_added" => {
            Event::ParticipantAdded { participant: read_participant(object.get("participant")?)? }
        }
        "workflow_wait" => Event::WorkflowWait {
            at: object.instant("at")?,
            stage: object.string("stage")?,
            interrupted_by: object.text("interrupted_by").map(read_kind),
            label: object.string("label"),
            workflow_id: object.string("workflow_id"),
            workflow_name: object.string("workflow_name"),
        },
        "other" => Event::Other { name: object.string("name")?, data: object.string("data")? },
        _ => return None,
    })
}
