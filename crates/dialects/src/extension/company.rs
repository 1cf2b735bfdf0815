//! What only the company is told.

use inbox_model::{Conversation, Part};

use crate::json::Object;
use crate::portable;

pub(super) fn conversation(read: &mut Conversation, extension: Object<'_>) {
    if let Some(priority) = extension.text("priority").and_then(portable::read_priority) {
        read.priority = priority;
    }
    if let Some(csat) = extension.get("csat").and_then(portable::read_csat) {
        read.csat = csat.into();
    }
    if let Some(attributes) = extension.object("customAttributes") {
        let attributes = attributes.map().iter();
        let texts = attributes.map(|(name, value)| (name.clone(), value.to_json()));
        read.custom_attributes = texts.collect();
    }
    if let Some(handling) = extension.get("handling").and_then(portable::read_handling) {
        read.handling = handling.into();
    }
}

pub(super) fn part(part: &mut Part, extension: Object<'_>) {
    if let Some(applications) =
        extension.get("tagApplications").and_then(portable::read_tag_applications)
    {
        part.tag_applications = applications;
    }
    if let Some(tracking) = extension.get("tracking").and_then(portable::read_tracking) {
        part.tracking = tracking;
    }
}
