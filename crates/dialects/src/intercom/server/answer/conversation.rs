//! One conversation in the vendor's form.

use inbox_model::csat::CsatRequest;
use inbox_model::tag::Tag;
use inbox_model::{Conversation, ParticipantId, ParticipantKind, State, TeamId, Timestamp};
use serde_json::{Map, Value, json};

use super::super::{Audience, wire};
use super::{part, person, seconds, source, statistics};
use crate::extension;
use crate::intercom::{read, words};
use crate::json;

/// Most parts that an answer carries, the newest.
const MOST_PARTS: usize = 500;

/// The conversation as the audience sees it.
pub(super) fn write(
    seen: &Conversation,
    with_parts: bool,
    audience: Audience,
    now: Timestamp,
) -> wire::Conversation {
    let to_company = audience == Audience::Company;
    let opening = if with_parts { source::opening(seen) } else { None };
    let number = |id: Option<&str>| id.and_then(|id| id.parse().ok()).unwrap_or(0);
    let contacts = seen.participants.iter().filter(|who| who.kind.is_contact());
    let mut written = wire::Conversation {
        kind: "conversation".into(),
        id: seen.id.to_string(),
        title: seen.title.clone(),
        created_at: seconds(seen.created_at),
        updated_at: seconds(seen.updated_at),
        waiting_since: seen.waiting_since.map(seconds),
        snoozed_until: seen.snoozed_until.map(seconds),
        open: seen.state != State::Closed,
        state: words::state(seen.state).into(),
        read: seen.unread.map(|unread| unread == 0),
        priority: words::priority(seen.priority).into(),
        admin_assignee_id: number(seen.assignee.as_ref().map(ParticipantId::as_str)),
        team_assignee_id: number(seen.team.as_ref().map(TeamId::as_str)),
        company: None,
        tags: wire::TagList {
            kind: "tag.list".into(),
            tags: seen.tags.iter().map(|one| tag(seen, one)).collect(),
        },
        conversation_rating: seen.csat.summary.as_ref().and_then(|csat| rating(seen, csat)),
        source: source::write(seen, opening),
        contacts: wire::ContactList {
            kind: "contact.list".into(),
            contacts: contacts.filter_map(person::contact).collect(),
        },
        teammates: to_company.then(|| teammates(seen)),
        custom_attributes: attributes(seen),
        first_contact_reply: statistics::first_contact_reply(seen),
        sla_applied: if to_company { statistics::sla(seen, now) } else { None },
        statistics: to_company.then(|| statistics::write(seen, with_parts)),
        conversation_parts: None,
        linked_objects: wire::LinkedObjectList {
            kind: "list".into(),
            total_count: 0,
            has_more: false,
            data: Vec::new(),
        },
        ai_agent_participated: seen.bot_state.is_some(),
        ai_agent: None,
        channel: source::channels(seen),
        inbox: Map::new(),
    };
    let back = read::conversation(&json::Value::from(&json!(written))).ok();
    written.inbox = extension::of_conversation(seen, back);
    if with_parts {
        let rest = seen.parts.get(usize::from(opening.is_some())..).unwrap_or_default();
        let newest = rest.get(rest.len().saturating_sub(MOST_PARTS)..).unwrap_or_default();
        written.conversation_parts = Some(wire::PartList {
            kind: "conversation_part.list".into(),
            conversation_parts: newest.iter().map(|one| part::write(one)).collect(),
            total_count: newest.len(),
        });
    }
    written
}

/// A tag with what is known of its newest attachment.
pub(super) fn tag(seen: &Conversation, tag: &Tag) -> wire::Tag {
    let applications = seen.parts.iter().rev().flat_map(|part| part.tag_applications.iter().rev());
    let attached = applications.filter(|one| one.tag_id == tag.id).max_by_key(|one| one.applied_at);
    wire::Tag {
        kind: "tag".into(),
        id: tag.id.to_string(),
        name: tag.name.clone(),
        applied_at: attached.map(|one| seconds(one.applied_at)),
        applied_by: attached.and_then(|one| one.applied_by.as_ref()).map(person::reference),
    }
}

fn teammates(seen: &Conversation) -> wire::TeammateList {
    let people = seen.participants.iter().filter(|who| who.kind == ParticipantKind::Agent);
    let people = people.filter(|who| who.id.is_some()).map(person::reference);
    wire::TeammateList { kind: "admin.list".into(), teammates: people.collect() }
}

/// What the vendor has a type for stands as it is, all else as its JSON text.
fn attributes(seen: &Conversation) -> Map<String, Value> {
    let value = |text: &String| match serde_json::from_str(text) {
        Ok(Value::String(text)) => Value::String(text),
        Ok(Value::Number(number)) if number.is_i64() || number.is_u64() => Value::Number(number),
        _ => Value::String(text.clone()),
    };
    let attributes = seen.custom_attributes.iter();
    attributes.map(|(name, text)| (name.clone(), value(text))).collect()
}

/// A rating that was given; the vendor has whole numbers.
fn rating(seen: &Conversation, csat: &CsatRequest) -> Option<wire::Rating> {
    let score = csat.score.filter(|score| !score.is_nan())?.clamp(1.0, 5.0).round();
    #[expect(clippy::cast_possible_truncation, reason = "held between 1 and 5")]
    let rating = score as i64;
    let teammate = csat
        .rated_agent
        .as_ref()
        .map(|agent| wire::Reference { kind: agent.kind.clone(), id: agent.id.clone() });
    Some(wire::Rating {
        rating,
        remark: csat.remark.clone().unwrap_or_default(),
        created_at: csat.rated_at.map(seconds),
        updated_at: csat.last_updated_at.map(seconds),
        contact: seen.contact().and_then(person::contact),
        teammate,
    })
}
