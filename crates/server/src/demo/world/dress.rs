//! What outside worlds leave on a conversation that was told without them: numbers, profiles, entry
//! points, stars, deadlines, who has seen what.

use std::sync::Arc;

use inbox_dialects::ids::uuid_of_text;
use inbox_model::handling::EntryPoint;
use inbox_model::time::{MINUTE, SECOND};
use inbox_model::tracking::Seen;
use inbox_model::{Channel, Conversation, Delivery, ParticipantId, State, Timestamp};

use super::{Number, between, deadlines, draw, is_served, profile};
use crate::demo::DemoContact;

/// Dresses every conversation.
pub(in crate::demo) fn dress(
    conversations: &mut [Conversation],
    contacts: &[DemoContact],
    now: Timestamp,
) {
    for conversation in conversations {
        let id = conversation.id.to_string();
        if is_served(conversation) {
            conversation.handling.account.get_or_insert_with(|| Box::new(Number::Shop.account()));
        }
        let contact = conversation.contact().and_then(|contact| contact.id.clone());
        let known = contacts.iter().find(|one| one.participant.id == contact);
        conversation.handling.profile =
            known.and_then(|known| profile::of(known, now)).map(Box::new);
        conversation.handling.entry_points = entry_points(conversation);
        conversation.handling.starred = draw(&id, 40).is_multiple_of(23);
        // Old things that are done are put away now and then.
        conversation.handling.archived = conversation.state == State::Closed
            && now.since(conversation.activity_at()) > 90 * 24 * 60 * MINUTE
            && draw(&id, 41).is_multiple_of(6);
        conversation.handling.in_progress = conversation.state == State::Open
            && conversation.assignee.is_some()
            && deadlines::is_answered(conversation)
            && draw(&id, 42).is_multiple_of(3);
        deadlines::set(conversation, now);
        explain_failures(conversation);
        note_who_saw(conversation, now);
    }
}

/// Each channel by which messages came in, the one of the beginning first.
fn entry_points(conversation: &Conversation) -> Vec<EntryPoint> {
    let mut points: Vec<(Channel, EntryPoint)> = Vec::new();
    let said = conversation.parts.iter().filter(|part| part.is_inbound());
    for part in said {
        let channel = part.channel.clone().unwrap_or_default();
        if let Some((_, known)) = points.iter_mut().find(|(known, _)| *known == channel) {
            known.updated_at = part.created_at;
            continue;
        }
        let (kind, adapter) = match channel {
            Channel::Email => ("email", "support-mailbox"),
            Channel::Sms => ("sms", "support-number"),
            Channel::Whatsapp => ("whatsapp", "support-number"),
            Channel::Phone => ("phone", "support-number"),
            _ => ("chat", "support-chat"),
        };
        let id = uuid_of_text(&format!("{}e{}", conversation.id, points.len()));
        let point = EntryPoint {
            id: id.unwrap_or_default(),
            channel: kind.to_owned(),
            adapter: adapter.to_owned(),
            external_id: None,
            is_origin: points.is_empty(),
            metadata: None,
            created_at: part.created_at,
            updated_at: part.created_at,
        };
        points.push((channel, point));
    }
    points.into_iter().map(|(_, point)| point).collect()
}

/// A failure without words gets the service's.
fn explain_failures(conversation: &mut Conversation) {
    for part in &mut conversation.parts {
        if matches!(part.delivery, Some(Delivery::Failed { .. }))
            && part.tracking.delivery_info.is_none()
        {
            let part = Arc::make_mut(part);
            let words = "Undeliverable: the number cannot be reached at the moment.";
            part.tracking.delivery_info = Some(words.to_owned());
            part.tracking.delivery_at = Some(part.created_at.plus(30 * SECOND));
        }
    }
}

/// In some conversations it is known which agents have seen the newest message of the customer: those
/// whose receipts have come that far.
fn note_who_saw(conversation: &mut Conversation, now: Timestamp) {
    if !draw(conversation.id.as_str(), 43).is_multiple_of(5) {
        return;
    }
    let position = |id| conversation.parts.iter().position(|part| part.id == id);
    let Some(newest) = conversation.parts.iter().rposition(|part| part.is_inbound()) else {
        return;
    };
    let readers = conversation.read_receipts.iter().filter(|receipt| {
        let read = position(receipt.last_read_part.clone());
        !receipt.kind.is_contact() && read.is_some_and(|read| read >= newest)
    });
    let readers: Vec<ParticipantId> = readers.map(|receipt| receipt.participant.clone()).collect();
    if let Some(part) = conversation.parts.get_mut(newest) {
        let part = Arc::make_mut(part);
        for agent in readers {
            let after = between(agent.as_str(), 44, 20 * SECOND, 9 * MINUTE);
            let at = part.created_at.plus(after).min(now);
            part.tracking.seen_by.push(Seen { agent, at });
        }
    }
}
