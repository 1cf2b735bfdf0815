//! What channels bring: deliveries, reactions, references, calls, restarts.

use std::sync::Arc;

use super::emoji::is_one;
use super::{Change, Context, Refusal, entry, speak};
use crate::command::Envelope;
use crate::content::Content;
use crate::conversation::Channel;
use crate::id::{PartId, ParticipantId};
use crate::part::{Call, Delivery, PartBody};
use crate::reply_window::Possible;
use crate::tracking::Seen;

/// Puts what the envelope says on the part that was just said.
pub(super) fn seal(change: &mut Change, said: usize, envelope: &Envelope) {
    let Some(part) = change.conversation().parts.get_mut(said) else { return };
    let part = Arc::make_mut(part);
    if let Some(channel) = &envelope.channel {
        part.channel = Some(channel.clone());
        // Not as the conversation's own channel would have it: the messenger reports nothing.
        let is_reported = channel.is_carried() && !part.is_inbound();
        part.delivery = is_reported.then_some(Delivery::Created);
    }
    part.tracking.subject.clone_from(&envelope.subject);
    part.tracking.reply_to.clone_from(&envelope.reply_to);
    part.tracking.external_id.clone_from(&envelope.external_id);
}

/// Notes that an agent has seen a part; a second time changes nothing.
pub(super) fn mark_seen(
    change: &mut Change,
    part: &PartId,
    agent: &ParticipantId,
    context: &Context<'_>,
) -> Result<(), Refusal> {
    let index = change.find(part)?;
    let seen = Seen { agent: agent.clone(), at: context.now };
    change.alter(index, |part| {
        if !part.tracking.seen_by.iter().any(|there| there.agent == seen.agent) {
            part.tracking.seen_by.push(seen);
        }
    });
    change.touch(context.now);
    Ok(())
}

/// Sets the reaction of the actor's side. Whoever is blocked is not heard in this way either.
pub(super) fn react(
    change: &mut Change,
    part: &PartId,
    emoji: Option<&str>,
    context: &Context<'_>,
) -> Result<(), Refusal> {
    speak::may_open(change.conversation(), context.actor)?;
    let index = change.find(part)?;
    if !change.done.conversation.parts.get(index).is_some_and(|part| part.is_spoken()) {
        return Err(Refusal::PartNotFound);
    }
    if !emoji.is_none_or(is_one) {
        return Err(Refusal::NotEmoji);
    }
    let by_contact = context.actor.kind.is_contact();
    change.alter(index, |part| {
        let tracking = &mut part.tracking;
        let place = if by_contact {
            &mut tracking.contact_reaction
        } else {
            &mut tracking.company_reaction
        };
        *place = emoji.map(str::to_owned);
    });
    change.touch(context.now);
    Ok(())
}

/// Takes over what the channel reports. Reports overtake each other: a message that has arrived does
/// not go back to being sent. One that comes again says nothing new.
pub(super) fn set_delivery(
    change: &mut Change,
    part: &PartId,
    delivery: &Delivery,
    info: Option<&str>,
    context: &Context<'_>,
) -> Result<(), Refusal> {
    let index = change.find(part)?;
    let there = change.done.conversation.parts.get(index);
    let there = there.filter(|part| part.is_spoken()).ok_or(Refusal::PartNotFound)?;
    if there.is_inbound() {
        return Err(Refusal::NotOutbound);
    }
    let is_repeated = there.tracking.delivery_info.as_deref() == info;
    if there
        .delivery
        .as_ref()
        .is_some_and(|before| rank(before) > rank(delivery) || (before == delivery && is_repeated))
    {
        return Ok(());
    }
    let now = context.now;
    change.alter(index, |part| {
        part.delivery = Some(delivery.clone());
        part.tracking.delivery_info = info.map(str::to_owned);
        part.tracking.delivery_at = Some(now);
        part.updated_at = part.updated_at.max(now);
    });
    change.touch(now);
    Ok(())
}

fn rank(delivery: &Delivery) -> u8 {
    match delivery {
        Delivery::Created => 0,
        Delivery::Sent => 1,
        Delivery::Failed { .. } => 2,
        Delivery::Delivered => 3,
        Delivery::Read => 4,
    }
}

/// Sends the approved message. The window counts from now, and opens when the customer writes.
pub(super) fn restart(
    change: &mut Change,
    contents: &[Content],
    context: &mut Context<'_>,
) -> Result<(), Refusal> {
    let conversation = change.conversation();
    let channel = conversation.channel();
    let window = conversation.window_at(context.now).ok_or(Refusal::NotRestartable)?;
    if window.at(context.now).allows(&channel, context.now) != Possible::Restart {
        return Err(Refusal::NotRestartable);
    }
    speak::check(contents)?;
    let said = speak::say(change, contents, context);
    entry::used(change, said);
    let opened = context.policy.windows.opened_by_company(&channel, context.now);
    change.conversation().handling.reply_window = opened;
    Ok(())
}

/// Adds a call, unless it is there already.
pub(super) fn log_call(
    change: &mut Change,
    call: &Call,
    external_id: Option<&str>,
    context: &mut Context<'_>,
) {
    if change.knows(external_id, &Channel::Phone) {
        return;
    }
    let author = Some(context.actor.clone());
    let index = change.done.conversation.parts.len();
    change.add(PartBody::Call(call.clone()), author, context);
    if let Some(part) = change.conversation().parts.get_mut(index) {
        let part = Arc::make_mut(part);
        part.channel = Some(Channel::Phone);
        part.tracking.external_id = external_id.map(str::to_owned);
    }
    entry::used(change, index);
}
