//! The vendor's JSON as the model.

#[cfg(feature = "company")]
mod company;
mod opening;
mod part;
mod person;
mod time;

use std::sync::Arc;

use inbox_model::apply::preview_of;
use inbox_model::conversation::Source;
use inbox_model::csat::{CsatRequest, CsatStatus, RatedAgent};
use inbox_model::{Conversation, ConversationId, State};

pub(super) use opening::begun;
#[cfg(feature = "server")]
pub(super) use opening::opening;
#[cfg(feature = "company")]
pub(super) use part::part;

use super::words;
use crate::extension;
use crate::html;
use crate::json::{Fault, Object, Value};
use crate::portable;

/// What only the company is told: passed over.
#[cfg(not(feature = "company"))]
mod company {
    use inbox_model::{Conversation, Event, Part};

    use crate::json::Object;

    pub(super) fn conversation(_: &mut Conversation, _: Object<'_>) {}

    pub(super) fn part(_: &mut Part, _: Object<'_>) {}

    pub(super) fn event(_: &str, _: Object<'_>) -> Option<Event> {
        None
    }
}

/// Reads one conversation. It needs an id and, where times are given, times that can be read.
pub(super) fn conversation(value: &Value) -> Result<Conversation, Fault> {
    Object::of(value).and_then(from_object).map_err(|fault| fault.within("conversation"))
}

/// Reads the page of a list: its conversations, and the cursor of the next page.
pub(super) fn page(value: &Value) -> Result<(Vec<Conversation>, Option<String>), Fault> {
    let list = Object::of(value).map_err(|fault| fault.within("list"))?;
    if list.get("conversations").and_then(Value::as_array).is_none() {
        return Err(Fault::new("list.conversations", "not an array"));
    }
    let rows = list.each_whole("conversations", from_object);
    let next = list.object("pages").and_then(|pages| pages.object("next")?.id("starting_after"));
    Ok((rows.map_err(|fault| fault.within("list"))?, next))
}

fn from_object(object: Object<'_>) -> Result<Conversation, Fault> {
    let id: ConversationId = object.need_id("id")?;
    let created = time::valid(object, "created_at")?;
    let updated = time::valid(object, "updated_at")?;
    let created_at = created.or(updated).unwrap_or_default();
    let mut read = Conversation::new(id, created_at);
    read.updated_at = updated.unwrap_or(created_at);
    read.last_activity_at = Some(read.updated_at);
    object.put_string("title", &mut read.title);
    read.state = state(object);
    read.snoozed_until = time::at(object, "snoozed_until");
    read.waiting_since = time::at(object, "waiting_since");
    read.assignee = assignee(object, "admin_assignee_id");
    read.source = object.object("source").map(source);
    let people = [("contacts", "user"), ("teammates", "admin")];
    for (name, kind) in people {
        if let Some(list) = object.object(name) {
            read.participants.extend(list.each(name, |who| Some(person::of_kind(who, kind))));
        }
    }
    // The vendor does not tell how much there is to read.
    read.unread = object.flag("read").map(|read| u32::from(!read));
    read.csat.summary = object.object("conversation_rating").and_then(rating);
    company::conversation(&mut read, object);
    let with_parts = object.object("conversation_parts");
    if let Some(list) = with_parts {
        let parts = list.each_whole("conversation_parts", |entry| {
            part::from_object(entry, created_at).map(Arc::new)
        });
        read.parts = parts.map_err(|fault| fault.within("conversation_parts"))?;
    }
    let is_ours = extension::read_conversation(&mut read, object);
    if with_parts.is_some()
        && let Some(first) = opening::opening(object, &read, !is_ours)
    {
        read.parts.insert(0, Arc::new(first));
    }
    if !is_ours {
        let newest = read.parts.iter().map(|part| part.created_at).max();
        read.last_activity_at = newest.or(read.last_activity_at);
        read.preview = preview_of(&read, false).or_else(|| opening::preview(&read));
    }
    Ok(read)
}

/// Older answers tell only whether it is open.
fn state(object: Object<'_>) -> State {
    let state = object.text("state").and_then(portable::read_state);
    let open = object.flag("open").unwrap_or(true);
    state.unwrap_or(if open { State::Open } else { State::Closed })
}

/// Whoever is responsible; 0 is nobody.
fn assignee<T: for<'a> From<&'a str>>(object: Object<'_>, name: &str) -> Option<T> {
    object.id::<&str>(name).filter(|id| *id != "0").map(T::from)
}

fn source(object: Object<'_>) -> Source {
    let html = object.string("body").unwrap_or_default();
    Source {
        channel: words::read_channel(object.text("type").unwrap_or("conversation")),
        author: object.object("author").map(person::author),
        initiated_by: object.text("delivered_as").and_then(words::read_initiator),
        markdown: html::text_of(&html),
        html,
        subject: object.string("subject").filter(|subject| !subject.is_empty()),
        url: object.string("url"),
    }
}

/// Without a score there is no rating yet.
fn rating(object: Object<'_>) -> Option<CsatRequest> {
    let mut read = CsatRequest::new(CsatStatus::Rated);
    read.score = Some(object.number("rating")?);
    read.remark = object.string("remark").filter(|remark| !remark.is_empty());
    read.rated_at = time::at(object, "created_at");
    read.last_updated_at = time::at(object, "updated_at");
    read.rated_agent = object.object("teammate").and_then(|who| {
        let kind = who.text("type").unwrap_or("admin");
        Some(RatedAgent { kind: kind.to_owned(), id: Some(who.id("id")?) })
    });
    Some(read)
}
