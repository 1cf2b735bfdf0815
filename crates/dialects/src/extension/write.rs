//! The extension object `inbox`: what the model tells and the vendor's form does not.
//!
//! What belongs into it is found by reading the vendor's form back, with the very reader that our
//! client uses: a field that comes back different travels in the model's own form. So nothing that
//! the vendor's form learns to carry is told twice, and nothing that it loses is forgotten.

use inbox_model::{Conversation, Part, PartBody};
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::featurebase::read;
use crate::json;

/// What `written` does not tell of `part`.
pub(super) fn of_part(part: &Part, written: &Value) -> Map<String, Value> {
    let mut extension = Map::new();
    if let Some(command_id) = &part.command_id {
        extension.insert("commandId".into(), json!(command_id));
    }
    if let Some(delivery) = &part.delivery {
        extension.insert("delivery".into(), json!(delivery));
    }
    let Ok(mut back) = read::part(&written.into()) else { return extension };
    differing(&mut extension, "author", &part.author, &back.author);
    differing(&mut extension, "channel", &part.channel, &back.channel);
    differing(&mut extension, "tagApplications", &part.tag_applications, &back.tag_applications);
    match (&part.body, &mut back.body) {
        // Their HTML is made for the vendor's clients and of no interest to ours.
        (PartBody::Message(ours), PartBody::Message(theirs))
        | (PartBody::Note(ours), PartBody::Note(theirs)) => {
            differing(&mut extension, "contents", &ours.contents, &theirs.contents);
        }
        (ours, theirs) => differing(&mut extension, "body", ours, theirs),
    }
    extension
}

/// What `written` does not tell of `conversation`, whose parts speak for themselves.
pub(super) fn of_conversation(conversation: &Conversation, written: &Value) -> Map<String, Value> {
    let mut extension = Map::new();
    if let Some(version) = conversation.version {
        extension.insert("version".into(), json!(version));
    }
    if let Some(unread) = conversation.unread {
        extension.insert("unread".into(), json!(unread));
    }
    if let Some(preview) = &conversation.preview {
        extension.insert("preview".into(), json!(preview));
    }
    if !conversation.custom_attributes.is_empty() {
        // A value is a JSON text; one that is none is meant as it stands.
        let value =
            |text: &String| json::parse(text, "attribute").map_or_else(|_| json!(text), Into::into);
        let attributes = conversation.custom_attributes.iter();
        let attributes = attributes.map(|(name, text)| (name.clone(), value(text)));
        extension.insert("customAttributes".into(), Value::Object(attributes.collect()));
    }
    let Ok(back) = read::conversation(&written.into()) else { return extension };
    differing(&mut extension, "people", &conversation.participants, &back.participants);
    differing(&mut extension, "state", &conversation.state, &back.state);
    differing(&mut extension, "priority", &conversation.priority, &back.priority);
    differing(&mut extension, "csat", &conversation.csat, &back.csat);
    differing(&mut extension, "readReceipts", &conversation.read_receipts, &back.read_receipts);
    if let (Some(ours), Some(theirs)) = (&conversation.source, &back.source) {
        let mut source = Map::new();
        differing(&mut source, "author", &ours.author, &theirs.author);
        differing(&mut source, "channel", &ours.channel, &theirs.channel);
        if !source.is_empty() {
            extension.insert("source".into(), Value::Object(source));
        }
    }
    extension
}

fn differing<T: PartialEq + Serialize>(
    extension: &mut Map<String, Value>,
    name: &str,
    ours: &T,
    theirs: &T,
) {
    if ours != theirs
        && let Ok(value) = serde_json::to_value(ours)
    {
        extension.insert(name.to_owned(), value);
    }
}
