//! The clock that lets deadlines pass: how soon the shop means to answer, and customers who write
//! again so that there is always something to be late with.

use inbox_model::policy::Policy;
use inbox_model::sla::SlaPolicy;
use inbox_model::time::{HOUR, MINUTE};
use inbox_model::{Command, Conversation, State, Timestamp};

use super::{draw, is_by_agent, is_served};

/// How soon the shop means to answer.
pub(in crate::demo) const SLA: SlaPolicy = SlaPolicy {
    enabled: true,
    first_response_minutes: Some(60),
    next_response_minutes: Some(60),
    due_soon_minutes: Some(15),
};

/// The shop began to measure this long ago; what waits longer has no deadline.
const MEASURED: i64 = 12 * HOUR;

/// Sets the deadline of what waits for an answer, as the rules would have, had they been on then.
pub(super) fn set(conversation: &mut Conversation, now: Timestamp) {
    let Some(since) = conversation.waiting_since else { return };
    if conversation.state == State::Closed || now.since(since) > MEASURED {
        return;
    }
    let policy = Policy { sla: SLA, ..Policy::default() };
    let sla = &mut conversation.handling.sla;
    if sla.first_response_at.is_none() {
        sla.first_response_due_at = policy.first_due(since);
    } else {
        sla.next_response_due_at = policy.next_due(since);
    }
}

/// How far ahead a deadline has to lie for nobody to write.
const AHEAD: i64 = 30 * MINUTE;
/// How long at least from one such message to the next.
const PAUSE: i64 = 4 * MINUTE;

/// Looks after the deadlines.
#[derive(Debug, Default)]
pub(in crate::demo) struct Watch {
    last: Option<Timestamp>,
}

const REMINDERS: [&str; 4] = [
    "Hi, any news on this?",
    "One more question: could I still change the colour?",
    "Just checking in, is somebody there?",
    "Sorry to bother you again, when will it arrive?",
];

impl Watch {
    /// Who writes again at `now`, and what: nobody while a deadline lies ahead, so that a fresh demo is
    /// left alone for as long as its own deadlines last. `conversations` are the newest of the inbox.
    pub(super) fn reminder<'a>(
        &mut self,
        conversations: &'a [Conversation],
        now: Timestamp,
    ) -> Option<(&'a Conversation, Command)> {
        let is_early = self.last.is_some_and(|last| now.since(last) < PAUSE);
        let lies_ahead = |due: Timestamp| due > now && due.since(now) <= AHEAD + HOUR;
        let has_deadline = conversations.iter().filter_map(Conversation::due_at).any(lies_ahead);
        if is_early || has_deadline {
            return None;
        }
        let answered = conversations.iter().filter(|one| {
            is_served(one)
                && one.state == State::Open
                && !one.blocked
                && one.waiting_since.is_none()
                && one.preview.as_ref().is_some_and(|preview| !preview.note)
        });
        let chosen = answered.min_by_key(|one| draw(one.id.as_str(), 11))?;
        self.last = Some(now);
        let number = draw(chosen.id.as_str(), 12) ^ draw(&now.to_string(), 13);
        let at = usize::try_from(number % 4).unwrap_or(0);
        let text = REMINDERS.get(at).copied().unwrap_or_default();
        Some((chosen, Command::reply(text)))
    }
}

/// Who answered last, for the data: whether anybody of the company has.
pub(super) fn is_answered(conversation: &Conversation) -> bool {
    conversation.parts.iter().any(|part| part.is_spoken() && is_by_agent(part))
}
