//! What the poorer of the vendors' forms lose.

use inbox_model::conversation::{Initiator, Source};
use inbox_model::{Conversation, Part, Timestamp};

use crate::json::{Object, Value};
#[cfg(feature = "company")]
use crate::portable;

pub(super) fn conversation(read: &mut Conversation, extension: Object<'_>) {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let instant = |value: &Value| value.as_number()?.as_i64().map(Timestamp::from_millis);
    let id = |value: &Value| value.as_str().map(Into::into);
    put(extension.nullable("title", text), &mut read.title);
    put(extension.nullable("snoozedUntil", instant), &mut read.snoozed_until);
    put(extension.nullable("waitingSince", instant), &mut read.waiting_since);
    put(extension.nullable("lastActivityAt", instant), &mut read.last_activity_at);
    put(extension.nullable("repliesDisabled", Value::as_bool), &mut read.replies_disabled);
    put(extension.nullable("assignee", id), &mut read.assignee);
    put(
        extension.nullable("awaitingCustomerReply", Value::as_bool),
        &mut read.awaiting_customer_reply,
    );
    put(extension.instant("createdAt"), &mut read.created_at);
    put(extension.instant("updatedAt"), &mut read.updated_at);
    put(extension.flag("blocked"), &mut read.blocked);
    // Of the company's they are read beside this, and take no room where there are none.
    #[cfg(not(feature = "company"))]
    put(extension.get("csat").and_then(crate::portable::read_csat), &mut read.csat);
    match extension.nullable("source", Object::maybe) {
        Some(Some(more)) => source(read.source.get_or_insert_with(Source::default), more),
        Some(None) => read.source = None,
        None => {}
    }
    #[cfg(feature = "company")]
    company(read, extension);
}

fn source(source: &mut Source, more: Object<'_>) {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    put(more.string("markdown"), &mut source.markdown);
    put(more.nullable("subject", text), &mut source.subject);
    put(more.nullable("url", text), &mut source.url);
    let initiator = |word: &Value| match word.as_str()? {
        "customer" => Some(Initiator::Customer),
        "company" => Some(Initiator::Company),
        _ => None,
    };
    // The whole of it, where the vendor tells nothing, has the model's own names.
    let initiated_by = more.nullable("initiatedBy", initiator);
    put(
        initiated_by.or_else(|| more.nullable("initiated_by", initiator)),
        &mut source.initiated_by,
    );
}

#[cfg(feature = "company")]
fn company(read: &mut Conversation, extension: Object<'_>) {
    use inbox_model::conversation::BotState;

    let text = |value: &Value| value.as_str().map(str::to_owned);
    let instant = |value: &Value| value.as_number()?.as_i64().map(Timestamp::from_millis);
    let bot_state = |word: &Value| match word.as_str()? {
        "active" => Some(BotState::Active),
        "handed_off_to_human" => Some(BotState::HandedOffToHuman),
        "resolved" => Some(BotState::Resolved),
        _ => None,
    };
    put(extension.nullable("prioritySetAt", instant), &mut read.priority_set_at);
    put(extension.nullable("team", |value| value.as_str().map(Into::into)), &mut read.team);
    put(extension.nullable("brandId", text), &mut read.brand_id);
    put(extension.nullable("botState", bot_state), &mut read.bot_state);
    put(extension.nullable("botStateChangedAt", instant), &mut read.bot_state_changed_at);
    put(extension.string("language"), &mut read.language);
    put(extension.flag("languageOverridden"), &mut read.language_overridden);
    if let Some(tags) = extension.get("tags").and_then(portable::read_tags) {
        read.tags = tags;
    }
}

pub(super) fn part(part: &mut Part, extension: Object<'_>) {
    put(extension.instant("createdAt"), &mut part.created_at);
    put(extension.instant("updatedAt"), &mut part.updated_at);
    put(extension.flag("redacted"), &mut part.redacted);
}

fn put<T>(read: Option<T>, place: &mut T) {
    if let Some(value) = read {
        *place = value;
    }
}
