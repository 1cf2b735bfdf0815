//! What only the company is told.

use inbox_model::handling::EntryPoint;
use inbox_model::tag::Tag;
use inbox_model::{Conversation, Participant, ParticipantKind, TagId};

use crate::json::{Object, Value};
use crate::stack_auth::words;

pub(super) fn conversation(read: &mut Conversation, object: Object<'_>) {
    if let Some(priority) = object.text("priority").and_then(words::read_priority) {
        read.priority = priority;
    }
    if let Some(record) = object.object("recordMetadata") {
        let members = record.map().iter();
        read.custom_attributes =
            members.map(|(name, value)| (name.clone(), value.to_json())).collect();
    }
    let handling = &mut read.handling;
    object.put_time("closedAt", &mut handling.closed_at);
    object.put_time("lastInboundAt", &mut handling.last_inbound_at);
    object.put_time("lastOutboundAt", &mut handling.last_outbound_at);
    let Some(metadata) = object.object("metadata") else { return };
    if handling.last_inbound_at.is_none() {
        metadata.put_time("lastCustomerReplyAt", &mut handling.last_inbound_at);
    }
    if handling.last_outbound_at.is_none() {
        metadata.put_time("lastAgentReplyAt", &mut handling.last_outbound_at);
    }
    metadata.put_time("firstResponseDueAt", &mut handling.sla.first_response_due_at);
    metadata.put_time("firstResponseAt", &mut handling.sla.first_response_at);
    metadata.put_time("nextResponseDueAt", &mut handling.sla.next_response_due_at);
    metadata.put_id("assignedToUserId", &mut read.assignee);
    // Nothing else tells the assignee's name, which has to be sent along with every change.
    if let (Some(id), Some(name)) = (&read.assignee, metadata.string("assignedToDisplayName")) {
        let agent = Participant::new(ParticipantKind::Agent, id.clone()).named(name);
        read.participants.push(agent);
    }
    // Tags are plain texts, so their names are their ids.
    let names = metadata.items("tags").iter().filter_map(Value::as_str);
    let names = names.filter(|name| !name.is_empty());
    read.tags = names.map(|name| Tag { id: TagId::from(name), name: name.to_owned() }).collect();
}

/// What stands beside the conversation.
pub(super) fn detail(read: &mut Conversation, detail: Object<'_>) {
    read.handling.entry_points = detail.each("entryPoints", entry_point);
}

fn entry_point(object: Object<'_>) -> Option<EntryPoint> {
    Some(EntryPoint {
        id: object.id("id")?,
        channel: object.string("channelType").unwrap_or_default(),
        adapter: object.string("adapterKey").unwrap_or_default(),
        external_id: object.string("externalChannelId"),
        is_origin: object.flag("isEntryPoint").unwrap_or(false),
        metadata: object.get("metadata").map(Value::to_json),
        created_at: object.time("createdAt").unwrap_or_default(),
        updated_at: object.time("updatedAt").unwrap_or_default(),
    })
}
