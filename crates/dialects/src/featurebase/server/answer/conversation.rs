//! One conversation in the vendor's form.

use inbox_model::conversation::{ReadReceipt, Source};
use inbox_model::{Conversation, Priority};
use serde_json::{Map, Value, json};

use super::json::{set, time, time_or_null};
use super::{csat, part, person, tag_object};
use crate::extension;
use crate::featurebase::{read, words};
use crate::html::html_of;

/// Most parts that an answer carries, the newest (contract).
const MOST_PARTS: usize = 500;

/// The conversation, with all 19 fields that are always there and what it has of the other 10.
pub(super) fn write(conversation: &Conversation, with_parts: bool) -> Value {
    let mut object = Map::new();
    let mut put = |name: &str, value: Value| object.insert(name.to_owned(), value);
    put("object", json!("conversation"));
    put("id", json!(conversation.id));
    put("adminAssigneeId", json!(conversation.assignee));
    put("botConversationStateLastUpdatedAt", time_or_null(conversation.bot_state_changed_at));
    put("brandId", json!(conversation.brand_id));
    put("createdAt", time(conversation.created_at));
    put("hasAdminOverriddenLanguage", json!(conversation.language_overridden));
    put("isBlocked", json!(conversation.blocked));
    put("lastActivityAt", time_or_null(conversation.last_activity_at));
    put("participants", conversation.participants.iter().filter_map(person::participant).collect());
    put("priority", json!(conversation.priority >= Priority::High));
    put("prioritySetAt", time_or_null(conversation.priority_set_at));
    put("snoozedUntil", time_or_null(conversation.snoozed_until));
    put("state", json!(words::state(conversation.state)));
    put("tags", conversation.tags.iter().map(|tag| Value::Object(tag_object(tag))).collect());
    put("teamAssigneeId", json!(conversation.team));
    put("updatedAt", time(conversation.updated_at));
    put("userPreferredLanguage", json!(conversation.language));
    put("waitingSince", time_or_null(conversation.waiting_since));
    set(&mut object, "awaitingCustomerReply", conversation.awaiting_customer_reply);
    set(&mut object, "botConversationState", conversation.bot_state.map(words::bot_state));
    set(&mut object, "disableCustomerReply", conversation.replies_disabled);
    set(&mut object, "source", conversation.source.as_ref().map(source));
    set(&mut object, "title", conversation.title.as_deref());
    let receipts = conversation.read_receipts.iter().filter_map(receipt).collect::<Vec<_>>();
    set(&mut object, "readReceipts", Some(receipts).filter(|receipts| !receipts.is_empty()));
    ratings(&mut object, conversation);
    let mut value = Value::Object(object);
    let back = read::conversation(&(&value).into()).ok();
    let extension = extension::of_conversation(conversation, back);
    if let Some(object) = value.as_object_mut() {
        object.insert(extension::NAME.into(), Value::Object(extension));
        if with_parts {
            object.insert("conversationParts".into(), parts(conversation));
        }
    }
    value
}

fn parts(conversation: &Conversation) -> Value {
    let newest_first = conversation.parts.iter().rev().filter_map(|part| part::write(part));
    let mut parts: Vec<Value> = newest_first.take(MOST_PARTS).collect();
    parts.reverse();
    Value::Array(parts)
}

fn ratings(object: &mut Map<String, Value>, conversation: &Conversation) {
    let (ratings, at) = (&conversation.csat, conversation.updated_at);
    set(object, "csatSummary", ratings.summary.as_ref().map(|csat| csat::summary(csat, at)));
    set(object, "csatDebug", ratings.debug.as_ref().map(csat::debug));
    let history: Vec<Value> = ratings.history.iter().map(|csat| csat::history(csat, at)).collect();
    set(object, "csatHistory", Some(history).filter(|history| !history.is_empty()));
}

fn source(source: &Source) -> Value {
    let mut object = Map::new();
    let html = if source.html.is_empty() { html_of(&source.markdown) } else { source.html.clone() };
    object.insert("bodyHtml".into(), json!(html));
    object.insert("bodyMarkdown".into(), json!(source.markdown));
    object.insert("channel".into(), json!(words::channel(&source.channel)));
    set(&mut object, "author", source.author.as_ref().and_then(person::participant));
    set(&mut object, "deliveredAs", source.initiated_by.map(words::initiator));
    set(&mut object, "subject", source.subject.as_deref());
    set(&mut object, "url", source.url.as_deref());
    Value::Object(object)
}

/// Machines read nothing.
fn receipt(receipt: &ReadReceipt) -> Option<Value> {
    let kind = words::person_kind(&receipt.kind)?;
    let last = &receipt.last_read_part;
    Some(json!({ "id": receipt.participant, "userType": kind, "lastReadPartId": last }))
}
