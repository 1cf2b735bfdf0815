//! What only the company is told, or makes use of.

use inbox_model::tag::{Tag, TagApplication};
use inbox_model::{Conversation, Event, Part};

use super::{person, time, words};
use crate::json::{Object, Value};

pub(super) fn conversation(read: &mut Conversation, object: Object<'_>) {
    read.priority = object.text("priority").and_then(words::read_priority).unwrap_or_default();
    read.team = super::assignee(object, "team_assignee_id");
    if let Some(tags) = object.object("tags") {
        read.tags = tags.each("tags", tag);
    }
    if let Some(attributes) = object.object("custom_attributes") {
        let attributes = attributes.map().iter().filter(|(_, value)| !value.is_null());
        let texts = attributes.map(|(name, value)| (name.clone(), value.to_json()));
        read.custom_attributes = texts.collect();
    }
    if let Some(statistics) = object.object("statistics") {
        read.handling.last_inbound_at = time::at(statistics, "last_contact_reply_at");
        read.handling.last_outbound_at = time::at(statistics, "last_admin_reply_at");
    }
}

/// How far an external reply has come, what the channel calls it, and what hangs on it.
pub(super) fn part(part: &mut Part, object: Object<'_>) {
    part.delivery = object.text("external_reply_send_state").and_then(words::read_delivery);
    object.put_id("external_id", &mut part.tracking.external_id);
    let email = object.object("email_message_metadata");
    part.tracking.subject = email.and_then(|email| email.string("subject"));
    let at = part.created_at;
    part.tag_applications = object.each("tags", |object| {
        let Tag { id, name } = tag(object)?;
        Some(TagApplication {
            tag_id: id,
            name: Some(name),
            applied_at: at,
            applied_by: None,
            removed_at: None,
            removed_by: None,
        })
    });
}

fn tag(object: Object<'_>) -> Option<Tag> {
    Some(Tag { id: object.id("id")?, name: object.string("name").unwrap_or_default() })
}

pub(super) fn event(kind: &str, object: Object<'_>) -> Option<Event> {
    let details = object.object("event_details");
    Some(match kind {
        kind if words::ASSIGNMENTS.contains(&kind) => {
            let to = object.object("assigned_to");
            let id = |wanted: &str| to.filter(|to| to.text("type") == Some(wanted))?.id("id");
            let by = object.object("author").filter(|author| author.text("type") == Some("admin"));
            Event::Assigned {
                agent: id("admin").map(|id: &str| id.into()),
                team: id("team").map(|id: &str| id.into()),
                by: by.and_then(|author| author.id("id")),
            }
        }
        "conversation_tags_updated" => tags_updated(details?, object)?,
        "priority_changed" => Event::PriorityChanged {
            priority: details?.text("current_priority").and_then(words::read_priority)?,
        },
        "participant_added" => {
            Event::ParticipantAdded { participant: person::author(details?.object("participant")?) }
        }
        _ => return None,
    })
}

/// One tag that came or went. The vendor tells names, and may tell several at once; then it stays
/// an event of its own.
fn tags_updated(details: Object<'_>, object: Object<'_>) -> Option<Event> {
    let (added, removed) = (details.items("tags_added"), details.items("tags_removed"));
    let (([tag], []) | ([], [tag])) = (added, removed) else { return None };
    let name = Value::as_str(tag)?;
    Some(Event::TagChanged {
        added: removed.is_empty(),
        tag_id: name.into(),
        name: Some(name.to_owned()),
        target: None,
        by: object.object("author").map(person::author),
        at: time::at(object, "created_at").unwrap_or_default(),
    })
}
