//! What time does to a conversation: when somebody last spoke, until when answers are due, until
//! when the company may write.

use super::{Change, Context};
use crate::conversation::{Conversation, State};
use crate::participant::ParticipantKind;
use crate::policy::Policy;
use crate::time::Timestamp;

/// A conversation begins: only what a customer asks has to be answered by a certain time.
pub(super) fn begun(change: &mut Change, by_contact: bool, context: &Context<'_>) {
    if by_contact {
        let due = context.policy.first_due(context.now);
        change.conversation().handling.sla.first_response_due_at = due;
    }
}

/// The newest part was said. This runs before the conversation's own fields follow it, so that it
/// sees who was waiting for whom.
pub(super) fn said(conversation: &mut Conversation, context: &Context<'_>) {
    let Some(part) = conversation.parts.last() else { return };
    let (at, inbound) = (part.created_at, part.is_inbound());
    let channel = part.channel.clone().unwrap_or_default();
    let starts_clock = inbound && starts_clock(conversation, context.policy);
    let handling = &mut conversation.handling;
    if inbound {
        handling.last_inbound_at = Some(at);
        handling.archived = false;
        if starts_clock {
            handling.sla.next_response_due_at = context.policy.next_due(at);
        }
        if let Some(window) = context.policy.windows.opened_by_customer(&channel, at) {
            handling.reply_window = Some(window);
        }
        return;
    }
    handling.last_outbound_at = Some(at);
    if handling.reply_window.is_none() {
        handling.reply_window = context.policy.windows.opened_by_company(&channel, at);
    }
    if context.actor.kind == ParticipantKind::Agent {
        handling.sla.next_response_due_at = None;
        if handling.last_inbound_at.is_some() {
            handling.sla.first_response_at.get_or_insert(at);
        }
    }
    // The channel tells what becomes of it.
    if channel.is_carried()
        && let Some(part) = conversation.parts.last_mut()
    {
        std::sync::Arc::make_mut(part).delivery = Some(crate::part::Delivery::Created);
    }
}

/// Whether what a contact says now is to be answered by a certain time, of its own.
///
/// Stack Auth's rule is that a reply of the customer's which opens a pending conversation sets
/// `nextResponseDueAt`, and no other does (contracts, point 15). So where whose turn it is passes
/// with the state, the state alone decides: a reply to what is open sets nothing, whoever spoke last
/// and however the conversation was opened, and one to what is pending does, whether anybody has
/// answered or an agent has set the state.
///
/// No other system makes a conversation pending when it answers. There whose turn it is goes by who
/// spoke last: the first thing that is said after an answer, or after a close, has to be answered.
fn starts_clock(conversation: &Conversation, policy: &Policy) -> bool {
    let was_answered =
        conversation.waiting_since.is_none() && conversation.handling.last_outbound_at.is_some();
    match conversation.state {
        State::Pending => true,
        State::Closed if !policy.reply_reopens_closed => false,
        State::Open if policy.answer_pends => false,
        // Told as pending where the turn passes with the state.
        State::Snoozed if policy.answer_pends => true,
        State::Open | State::Snoozed | State::Closed => was_answered,
    }
}

/// The company has answered: it may be the customer's turn now.
pub(super) fn answered(conversation: &mut Conversation, context: &Context<'_>) {
    let by_agent = context.actor.kind == ParticipantKind::Agent;
    if by_agent && context.policy.answer_pends && conversation.state == State::Open {
        conversation.state = State::Pending;
    }
}

/// The state has changed. A deadline stays: what is closed is not late ([`Conversation::due_at`]), and
/// what is opened again without an answer still owes one.
pub(super) fn turned(conversation: &mut Conversation, now: Timestamp) {
    let handling = &mut conversation.handling;
    if conversation.state == State::Closed {
        handling.closed_at = Some(now);
        handling.in_progress = false;
    } else {
        handling.closed_at = None;
    }
}
