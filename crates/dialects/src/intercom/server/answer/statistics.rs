//! What happened when, and how soon answers are due: worked out from what is known here.

use inbox_model::{Conversation, Event, Part, PartBody, ParticipantKind, State, Timestamp};

use super::super::wire;
use super::seconds;
use crate::intercom::words;

/// A thread of this many parts may be cut, so that what came first is not known.
const MOST_PARTS: usize = 500;

/// Fewer than all parts tell only the newest.
pub(super) fn write(seen: &Conversation, with_parts: bool) -> wire::Statistics {
    let mut written = wire::Statistics {
        kind: "conversation_statistics".into(),
        last_contact_reply_at: seen.handling.last_inbound_at.map(seconds),
        last_admin_reply_at: seen.handling.last_outbound_at.map(seconds),
        ..wire::Statistics::default()
    };
    if !with_parts {
        return written;
    }
    let parts = || seen.parts.iter().map(AsRef::as_ref);
    let closes = || parts().filter(|part| turned(part) == Some(State::Closed));
    let assignments = || {
        parts().filter(|part| match &part.body {
            PartBody::Event(Event::Assigned { agent, team, .. }) => {
                agent.is_some() || team.is_some()
            }
            _ => false,
        })
    };
    let at = |part: &Part| seconds(part.created_at);
    written.last_close_at = closes().next_back().map(at);
    written.last_closed_by_id =
        closes().next_back().and_then(|part| Some(part.author.as_ref()?.id.as_ref()?.to_string()));
    written.last_assignment_at = assignments().next_back().map(at);
    if seen.parts.len() >= MOST_PARTS {
        return written;
    }
    let since = |at: i64| at.saturating_sub(seconds(seen.created_at));
    written.first_contact_reply_at = parts().find(|part| part.is_inbound()).map(at);
    written.first_admin_reply_at = parts().find(|part| is_by_agent(part)).map(at);
    written.first_assignment_at = assignments().next().map(at);
    written.first_close_at = closes().next().map(at);
    written.time_to_admin_reply = written.first_admin_reply_at.map(since);
    written.time_to_assignment = written.first_assignment_at.map(since);
    written.time_to_first_close = written.first_close_at.map(since);
    written.time_to_last_close = written.last_close_at.map(since);
    written.count_assignments = Some(assignments().count() as u64);
    written.count_reopens = Some(reopens(seen));
    written.count_conversation_parts = Some(seen.parts.len() as u64);
    written
}

fn is_by_agent(part: &Part) -> bool {
    let by_agent = part.author.as_ref().is_some_and(|who| who.kind == ParticipantKind::Agent);
    part.is_spoken() && by_agent
}

fn turned(part: &Part) -> Option<State> {
    match &part.body {
        PartBody::Event(Event::StateChanged { state, .. }) => Some(*state),
        _ => None,
    }
}

/// How often a close was followed by another state.
fn reopens(seen: &Conversation) -> u64 {
    let mut states = seen.parts.iter().filter_map(|part| turned(part)).peekable();
    let mut count = 0;
    while let Some(state) = states.next() {
        let next = states.peek().copied();
        count +=
            u64::from(state == State::Closed && next.is_some_and(|next| next != State::Closed));
    }
    count
}

/// When a contact first wrote: where a contact began, at the beginning.
pub(super) fn first_contact_reply(seen: &Conversation) -> Option<wire::FirstContactReply> {
    use inbox_model::conversation::Initiator;

    let source = seen.source.as_ref()?;
    let began = source.initiated_by == Some(Initiator::Customer);
    let first = seen.parts.iter().find(|part| part.is_inbound()).map(|part| part.created_at);
    let at =
        if began { Some(seen.created_at) } else { first.filter(|_| seen.parts.len() < MOST_PARTS) };
    Some(wire::FirstContactReply {
        created_at: seconds(at?),
        kind: words::channel(&source.channel).into(),
        url: source.url.clone(),
    })
}

/// How soon an answer is due; `None` where there never was a deadline.
pub(super) fn sla(seen: &Conversation, now: Timestamp) -> Option<wire::SlaApplied> {
    let sla = &seen.handling.sla;
    let late = match (sla.first_response_at, sla.first_response_due_at) {
        (Some(at), Some(due)) => at > due,
        _ => false,
    };
    let status = match seen.due_at() {
        Some(due) if due <= now => "missed",
        Some(_) => "active",
        None if sla.first_response_due_at.is_none() => return None,
        None if late => "missed",
        None if sla.first_response_at.is_some() => "hit",
        // Closed or put away before anybody answered.
        None => "cancelled",
    };
    Some(wire::SlaApplied {
        kind: "conversation_sla_summary".into(),
        sla_name: String::new(),
        sla_status: status.into(),
    })
}
