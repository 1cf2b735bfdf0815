//! What only the company is told of.

use inbox_model::Event;

use crate::json::Object;
use crate::portable::participant::read_participant;
use crate::portable::words::{read_kind, read_priority};

pub(super) fn read(kind: &str, object: Object<'_>) -> Option<Event> {
    Some(match kind {
        "assigned" => Event::Assigned {
            agent: object.text("agent").map(Into::into),
            team: object.text("team").map(Into::into),
            by: object.text("by").map(Into::into),
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
        _ => return None,
    })
}
