//! What hangs on a conversation or a part: the preview, receipts, tags.

use inbox_model::conversation::ReadReceipt;
use inbox_model::tag::{Tag, TagApplication};
use inbox_model::{Preview, TagId};

use super::list::list;
use super::participant::read_participant;
use super::words::read_kind;
use crate::json::{Map, Object, Value};

/// Reads the newest thing said.
pub fn read_preview(value: &Value) -> Option<Preview> {
    let object = Object::maybe(value)?;
    Some(Preview {
        at: object.instant("at")?,
        part_id: object.text("part_id")?.into(),
        text: object.string("text")?,
        author: object.get("author").and_then(read_participant),
        content: object.string("content"),
        note: object.flag("note").unwrap_or(false),
    })
}

/// Reads how far everybody has read.
pub fn read_receipts(value: &Value) -> Option<Vec<ReadReceipt>> {
    list(value, receipt)
}

fn receipt(value: &Value) -> Option<ReadReceipt> {
    let object = Object::maybe(value)?;
    Some(ReadReceipt {
        participant: object.text("participant")?.into(),
        kind: read_kind(object.text("kind")?),
        last_read_part: object.text("last_read_part")?.into(),
    })
}

/// Reads a tag.
pub fn read_tag(value: &Value) -> Option<Tag> {
    let object = Object::maybe(value)?;
    Some(Tag { id: TagId::from(object.text("id")?), name: object.string("name")? })
}

/// Reads the tags of a conversation.
pub fn read_tags(value: &Value) -> Option<Vec<Tag>> {
    list(value, read_tag)
}

/// Writes a tag.
pub fn write_tag(tag: &Tag) -> Value {
    let mut fields = Map::default();
    fields.set("id", tag.id.as_str());
    fields.set("name", tag.name.as_str());
    fields.into()
}

/// Reads where tags hang, or once hung.
pub fn read_tag_applications(value: &Value) -> Option<Vec<TagApplication>> {
    list(value, tag_application)
}

fn tag_application(value: &Value) -> Option<TagApplication> {
    let object = Object::maybe(value)?;
    Some(TagApplication {
        applied_at: object.instant("applied_at")?,
        tag_id: object.text("tag_id")?.into(),
        name: object.string("name"),
        applied_by: object.get("applied_by").and_then(read_participant),
        removed_at: object.instant("removed_at"),
        removed_by: object.get("removed_by").and_then(read_participant),
    })
}
