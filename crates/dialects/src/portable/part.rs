//! An entry of a thread. Only the server writes it.

use inbox_model::Part;

use super::body::{read_body, read_delivery};
use super::conversation::read_tag_applications;
use super::handling::read_tracking;
use super::participant::read_participant;
use super::words::read_channel;
use crate::json::{Object, Value};

/// Reads a part; `None` where its kind is unknown here.
pub fn read_part(value: &Value) -> Option<Part> {
    let object = Object::maybe(value)?;
    let body = read_body(object.get("body")?)?;
    let author = object.get("author").and_then(read_participant);
    let mut part =
        Part::new(object.text("id")?.into(), body, author, object.instant("created_at")?);
    part.updated_at = object.instant("updated_at")?;
    part.channel = object.text("channel").map(read_channel);
    part.redacted = object.flag("redacted").unwrap_or(false);
    let applications = object.get("tag_applications").and_then(read_tag_applications);
    part.tag_applications = applications.unwrap_or_default();
    part.command_id = object.text("command_id").map(Into::into);
    part.delivery = object.get("delivery").and_then(read_delivery);
    part.tracking = object.get("tracking").and_then(read_tracking).unwrap_or_default();
    Some(part)
}
