//! Writing the extension object.
//!
//! What belongs into it is found by reading the vendor's form back, with the very reader that our
//! client uses: a field that comes back different travels in the model's own form. So nothing that
//! the vendor's form learns to carry is told twice, and nothing that it loses is forgotten.

use inbox_model::{Conversation, Part, PartBody};
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::json;

/// What a part tells beyond `back`, which is the part as the vendor's form tells it; `None` where it
/// cannot be read back.
pub(crate) fn of_part(part: &Part, back: Option<Part>) -> Map<String, Value> {
    let mut extension = Map::new();
    if let Some(command_id) = &part.command_id {
        extension.insert("commandId".into(), json!(command_id));
    }
    let Some(mut back) = back else { return extension };
    differing(&mut extension, "author", &part.author, &back.author);
    differing(&mut extension, "channel", &part.channel, &back.channel);
    differing(&mut extension, "createdAt", &part.created_at, &back.created_at);
    differing(&mut extension, "updatedAt", &part.updated_at, &back.updated_at);
    differing(&mut extension, "redacted", &part.redacted, &back.redacted);
    differing(&mut extension, "delivery", &part.delivery, &back.delivery);
    differing(&mut extension, "tracking", &part.tracking, &back.tracking);
    differing(&mut extension, "tagApplications", &part.tag_applications, &back.tag_applications);
    match (&part.body, &mut back.body) {
        // Their HTML is made for the vendor's clients and of no interest to ours.
        (PartBody::Message(ours), PartBody::Message(theirs)) if ours.email == theirs.email => {
            differing(&mut extension, "contents", &ours.contents, &theirs.contents);
        }
        (PartBody::Note(ours), PartBody::Note(theirs)) => {
            differing(&mut extension, "contents", &ours.contents, &theirs.contents);
        }
        (ours, theirs) => differing(&mut extension, "body", ours, theirs),
    }
    extension
}

/// What a conversation tells beyond `back`, its parts aside: they speak for themselves.
pub(crate) fn of_conversation(
    conversation: &Conversation,
    back: Option<Conversation>,
) -> Map<String, Value> {
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
    let Some(back) = back else { return extension };
    if conversation.custom_attributes != back.custom_attributes {
        // A value is a JSON text; one that is none is meant as it stands.
        let value =
            |text: &String| json::parse(text, "attribute").map_or_else(|_| json!(text), Into::into);
        let attributes = conversation.custom_attributes.iter();
        let attributes = attributes.map(|(name, text)| (name.clone(), value(text)));
        extension.insert("customAttributes".into(), Value::Object(attributes.collect()));
    }
    macro_rules! differing {
        ($($name:literal: $field:ident),+ $(,)?) => {
            $(differing(&mut extension, $name, &conversation.$field, &back.$field);)+
        };
    }
    differing! {
        "people": participants, "state": state, "priority": priority, "csat": csat,
        "readReceipts": read_receipts, "title": title, "snoozedUntil": snoozed_until,
        "prioritySetAt": priority_set_at, "assignee": assignee, "team": team, "brandId": brand_id,
        "createdAt": created_at, "updatedAt": updated_at, "lastActivityAt": last_activity_at,
        "waitingSince": waiting_since, "awaitingCustomerReply": awaiting_customer_reply,
        "botState": bot_state, "botStateChangedAt": bot_state_changed_at, "language": language,
        "languageOverridden": language_overridden, "blocked": blocked,
        "repliesDisabled": replies_disabled, "tags": tags, "handling": handling,
    }
    match (&conversation.source, &back.source) {
        (Some(ours), Some(theirs)) => {
            let mut source = Map::new();
            differing(&mut source, "author", &ours.author, &theirs.author);
            differing(&mut source, "channel", &ours.channel, &theirs.channel);
            differing(&mut source, "initiatedBy", &ours.initiated_by, &theirs.initiated_by);
            differing(&mut source, "markdown", &ours.markdown, &theirs.markdown);
            differing(&mut source, "subject", &ours.subject, &theirs.subject);
            differing(&mut source, "url", &ours.url, &theirs.url);
            if !source.is_empty() {
                extension.insert("source".into(), Value::Object(source));
            }
        }
        (ours, theirs) => differing(&mut extension, "source", ours, theirs),
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
