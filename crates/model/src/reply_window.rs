//! Whether a reply can be sent at an instant: one verdict for the server's refusal, the composer's
//! banner and the JavaScript export.

use crate::conversation::Conversation;
use crate::participant::ParticipantKind;
use crate::time::Timestamp;

/// What is known about the window of one conversation, as the source tells it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReplyWindow {
    /// The source's own verdict. Where there is one it decides alone (Voicebot `reply_possible`).
    pub possible: Option<bool>,
    /// Until when; feeds the countdown (Voicebot `reply_until`).
    pub until: Option<Timestamp>,
    /// The company has begun and the customer must write first (Voicebot
    /// `customer_interaction_required`).
    pub customer_must_write: bool,
}

/// Whether a reply can be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Yes; until the instant, if there is an end to it.
    Open {
        /// The first instant at which it is no longer possible.
        until: Option<Timestamp>,
    },
    /// No.
    Closed(Reason),
    /// Not before the customer has written.
    WaitingForCustomer {
        /// When the chance for that ends.
        until: Option<Timestamp>,
    },
}

/// Why a window is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The time has run out.
    Expired,
    /// The company has disabled the customer's replies here.
    RepliesDisabled,
    /// The customer is blocked.
    Blocked,
    /// The source says no and gives no reason.
    NotPossible,
}

impl Reason {
    /// The stable code, in `snake_case`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Expired => "expired",
            Self::RepliesDisabled => "replies_disabled",
            Self::Blocked => "blocked",
            Self::NotPossible => "not_possible",
        }
    }
}

impl ReplyWindow {
    /// The verdict at `now`. A window is open up to, and not at, its end.
    pub fn at(&self, now: Timestamp) -> Verdict {
        let expired = self.until.is_some_and(|until| until <= now);
        match self.possible {
            Some(true) => Verdict::Open { until: self.until.filter(|_| !expired) },
            _ if self.customer_must_write => Verdict::WaitingForCustomer { until: self.until },
            _ if expired => Verdict::Closed(Reason::Expired),
            Some(false) => Verdict::Closed(Reason::NotPossible),
            None => Verdict::Open { until: self.until },
        }
    }
}

/// The verdict for one participant in one conversation on a channel without a window of its own.
/// `disableCustomerReply` and a block bar the customer only; the company can always write.
pub fn verdict_for(conversation: &Conversation, writer: &ParticipantKind) -> Verdict {
    if writer.is_contact() {
        if conversation.blocked {
            return Verdict::Closed(Reason::Blocked);
        }
        if conversation.replies_disabled == Some(true) {
            return Verdict::Closed(Reason::RepliesDisabled);
        }
    }
    Verdict::Open { until: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::from_millis(1_000_000);

    #[test]
    fn the_sources_own_verdict_wins_over_the_clock() {
        let check = |possible, until: Option<i64>, customer_must_write, verdict| {
            let until = until.map(|offset| NOW.plus(offset));
            let window = ReplyWindow { possible, until, customer_must_write };
            assert_eq!(window.at(NOW), verdict, "{window:?}");
        };
        check(None, None, false, Verdict::Open { until: None });
        check(None, Some(1), false, Verdict::Open { until: Some(NOW.plus(1)) });
        check(None, Some(0), false, Verdict::Closed(Reason::Expired));
        check(Some(true), Some(-5), false, Verdict::Open { until: None });
        check(Some(true), Some(5), true, Verdict::Open { until: Some(NOW.plus(5)) });
        check(Some(false), None, false, Verdict::Closed(Reason::NotPossible));
        check(Some(false), Some(-1), false, Verdict::Closed(Reason::Expired));
        // WhatsApp, begun by the company: the time runs, yet only the customer can open it.
        let until = Some(NOW.plus(9));
        check(Some(false), Some(9), true, Verdict::WaitingForCustomer { until });
    }

    #[test]
    fn what_bars_the_customer_does_not_bar_the_company() {
        let mut conversation = Conversation::new("c1".into(), NOW);
        conversation.replies_disabled = Some(true);
        let closed = Verdict::Closed(Reason::RepliesDisabled);
        assert_eq!(verdict_for(&conversation, &ParticipantKind::Lead), closed);
        assert_eq!(
            verdict_for(&conversation, &ParticipantKind::Agent),
            Verdict::Open { until: None }
        );
        conversation.blocked = true;
        let closed = Verdict::Closed(Reason::Blocked);
        assert_eq!(verdict_for(&conversation, &ParticipantKind::Customer), closed);
    }
}
