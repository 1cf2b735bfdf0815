//! What only the company is told, or makes use of.

use inbox_model::csat::Csat;
use inbox_model::tag::{Tag, TagApplication};
use inbox_model::{Conversation, Event, Part, Priority, Timestamp};

use super::{csat, person};
use crate::featurebase::words;
use crate::json::Object;

pub(super) fn conversation(read: &mut Conversation, object: Object<'_>) {
    read.priority = priority(object.flag("priority").unwrap_or(false));
    object.put_time("prioritySetAt", &mut read.priority_set_at);
    object.put_id("teamAssigneeId", &mut read.team);
    object.put_id("brandId", &mut read.brand_id);
    read.bot_state = object.text("botConversationState").and_then(words::read_bot_state);
    object.put_time("botConversationStateLastUpdatedAt", &mut read.bot_state_changed_at);
    read.language = object.string("userPreferredLanguage").unwrap_or_default();
    read.language_overridden = object.flag("hasAdminOverriddenLanguage").unwrap_or(false);
    read.tags = object.each("tags", tag);
    let csat = Csat {
        summary: object.object("csatSummary").and_then(csat::request),
        history: object.each("csatHistory", csat::request),
        debug: object.object("csatDebug").and_then(csat::request),
    };
    read.csat = csat.into();
}

pub(super) fn part(part: &mut Part, object: Object<'_>) {
    let at = part.created_at;
    part.tag_applications = object.each("tagApplications", |entry| tag_application(entry, at));
}

pub(super) fn event(kind: &str, object: Object<'_>, at: Timestamp) -> Option<Event> {
    Some(match kind {
        "assign" => Event::Assigned {
            agent: object.id("adminAssigneeId"),
            team: object.id("teamAssigneeId"),
            by: object.id("adminAssignerId"),
        },
        "tags" => Event::TagChanged {
            added: match object.text("action")? {
                "added" => true,
                "removed" => false,
                _ => return None,
            },
            tag_id: object.id("tagId")?,
            name: object.string("tagName"),
            target: object.id("targetPartId"),
            by: object.object("actor").map(person::participant),
            at: object.time("occurredAt").unwrap_or(at),
        },
        "priority" => Event::PriorityChanged { priority: priority(object.flag("isPriority")?) },
        "part_add" => Event::ParticipantAdded {
            participant: person::participant(object.object("participant")?),
        },
        "workflow_wait" => {
            let wait = object.object("workflowWait")?;
            Event::WorkflowWait {
                stage: wait.string("eventType")?,
                at: wait.time("occurredAt").unwrap_or(at),
                interrupted_by: wait.text("interruptedByUserType").map(words::read_kind),
                label: wait.string("waitLabel"),
                workflow_id: wait.id("workflowId"),
                workflow_name: wait.string("workflowName"),
            }
        }
        _ => return None,
    })
}

fn priority(urgent: bool) -> Priority {
    if urgent { Priority::High } else { Priority::None }
}

fn tag(object: Object<'_>) -> Option<Tag> {
    Some(Tag { id: object.id("id")?, name: object.string("name").unwrap_or_default() })
}

fn tag_application(object: Object<'_>, fallback: Timestamp) -> Option<TagApplication> {
    let tag = object.object("tag");
    Some(TagApplication {
        tag_id: object.id("tagId").or_else(|| tag?.id("id"))?,
        name: tag.and_then(|tag| tag.string("name")),
        applied_at: object.time("appliedAt").unwrap_or(fallback),
        applied_by: object.object("appliedBy").map(person::participant),
        removed_at: object.time("removedAt"),
        removed_by: object.object("removedBy").map(person::participant),
    })
}
