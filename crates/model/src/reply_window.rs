//! Whether a reply can be sent at an instant: one verdict for the server's refusal, the composer's
//! banner and the JavaScript export.

use serde::{Deserialize, Serialize};

#[cfg(feature = "company")]
use crate::command::Command;
#[cfg(feature = "company")]
use crate::conversation::Channel;
use crate::conversation::Conversation;
#[cfg(feature = "company")]
use crate::handling::ChannelAccount;
use crate::participant::ParticipantKind;
#[cfg(feature = "company")]
use crate::time::DAY;
use crate::time::Timestamp;

/// What is known about the window of one conversation, as the source tells it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReplyWindow {
    /// The source's own verdict. Where there is one it decides alone (Voicebot `reply_possible`).
    /// The system that holds the conversation keeps none: it works it out when it is asked.
    #[serde(skip_serializing_if = "Option::is_none")]
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
    /// The company's account with the channel is not connected (Voicebot `in_sync`).
    NotConnected,
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
            Self::NotConnected => "not_connected",
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

#[cfg(feature = "company")]
impl ReplyWindow {
    /// How long a company may answer on a channel after the customer has written; `None` where it
    /// always may. `WhatsApp` gives 24 hours.
    pub fn length_on(channel: &Channel) -> Option<i64> {
        (*channel == Channel::Whatsapp).then_some(DAY)
    }

    /// The window that a customer's message opens.
    pub fn opened_by_customer(channel: &Channel, at: Timestamp) -> Option<Self> {
        let until = Some(at.plus(Self::length_on(channel)?));
        Some(Self { possible: None, until, customer_must_write: false })
    }

    /// The window after the company has written first, with an approved message: the time runs at
    /// once, and nothing more can be sent before the customer has written.
    pub fn opened_by_company(channel: &Channel, at: Timestamp) -> Option<Self> {
        let window = Self::opened_by_customer(channel, at)?;
        Some(Self { customer_must_write: true, ..window })
    }
}

/// The verdict for one participant in one conversation at an instant. `disableCustomerReply` and a
/// block bar the customer only, a reply window only the company.
pub fn verdict_for(
    conversation: &Conversation,
    writer: &ParticipantKind,
    now: Timestamp,
) -> Verdict {
    if let Some(reason) = barred(conversation, writer) {
        return Verdict::Closed(reason);
    }
    #[cfg(feature = "company")]
    if writer.is_company() {
        let in_sync = |account: &ChannelAccount| account.in_sync;
        if !conversation.handling.account.as_ref().is_none_or(in_sync) {
            return Verdict::Closed(Reason::NotConnected);
        }
        if let Some(window) = conversation.window_at(now) {
            return window.at(now);
        }
    }
    let _ = now;
    Verdict::Open { until: None }
}

/// Why the channel will not carry what a command of the company says, as far as that is known
/// beforehand: the stable code of a [`Reason`], or `waiting_for_customer`. Such a message is taken
/// all the same and fails later (Voicebot). An approved message may open a window.
#[cfg(feature = "company")]
pub fn refuses(
    conversation: &Conversation,
    command: &Command,
    now: Timestamp,
) -> Option<&'static str> {
    match verdict_for(conversation, &ParticipantKind::Agent, now) {
        Verdict::Open { .. } => None,
        Verdict::Closed(reason @ Reason::NotConnected) => Some(reason.code()),
        _ if matches!(command, Command::Restart { .. }) => None,
        Verdict::Closed(reason) => Some(reason.code()),
        Verdict::WaitingForCustomer { .. } => Some("waiting_for_customer"),
    }
}

/// Why the company has barred a participant from writing, if it has.
pub fn barred(conversation: &Conversation, writer: &ParticipantKind) -> Option<Reason> {
    if !writer.is_contact() {
        return None;
    }
    if conversation.blocked {
        return Some(Reason::Blocked);
    }
    (conversation.replies_disabled == Some(true)).then_some(Reason::RepliesDisabled)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::from_millis(1_000_000);

    #[test]
    fn pitfall_01_the_sources_own_verdict_wins_over_the_clock() {
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

    /// Whether or not the channel has a window.
    #[cfg(feature = "company")]
    #[test]
    fn pitfall_05_nothing_leaves_through_an_account_that_is_not_connected() {
        let mut conversation = Conversation::new("c1".into(), NOW);
        for window in [None, ReplyWindow::opened_by_customer(&Channel::Whatsapp, NOW)] {
            conversation.handling.reply_window = window;
            conversation.handling.account = Some(ChannelAccount {
                id: "1".into(),
                channel: Channel::Whatsapp,
                address: "4915223567929".into(),
                name: String::new(),
                in_sync: false,
            });
            let verdict = verdict_for(&conversation, &ParticipantKind::Agent, NOW);
            assert_eq!(verdict, Verdict::Closed(Reason::NotConnected));
            // They can still write to it.
            let verdict = verdict_for(&conversation, &ParticipantKind::Customer, NOW);
            assert_eq!(verdict, Verdict::Open { until: None });
        }
    }

    #[test]
    fn pitfall_06_what_bars_the_customer_does_not_bar_the_company() {
        let mut conversation = Conversation::new("c1".into(), NOW);
        conversation.replies_disabled = Some(true);
        let closed = Verdict::Closed(Reason::RepliesDisabled);
        assert_eq!(verdict_for(&conversation, &ParticipantKind::Lead, NOW), closed);
        assert_eq!(
            verdict_for(&conversation, &ParticipantKind::Agent, NOW),
            Verdict::Open { until: None }
        );
        conversation.blocked = true;
        let closed = Verdict::Closed(Reason::Blocked);
        assert_eq!(verdict_for(&conversation, &ParticipantKind::Customer, NOW), closed);
    }
    #[cfg(feature = "company")]
    #[test]
    fn pitfall_03_what_is_said_outside_a_window_will_fail_and_an_approved_message_will_not() {
        let restart = Command::Restart { contents: Vec::new() };
        let reply = Command::reply("Hi");
        let mut conversation = Conversation::new("c1".into(), NOW);
        assert_eq!(refuses(&conversation, &reply, NOW), None);
        let window = |until: i64, must_write| {
            let until = Some(NOW.plus(until));
            Some(ReplyWindow { possible: None, until, customer_must_write: must_write })
        };
        conversation.handling.reply_window = window(1, false);
        assert_eq!(refuses(&conversation, &reply, NOW), None);
        conversation.handling.reply_window = window(0, false);
        assert_eq!(refuses(&conversation, &reply, NOW), Some("expired"));
        assert_eq!(refuses(&conversation, &restart, NOW), None);
        conversation.handling.reply_window = window(1, true);
        assert_eq!(refuses(&conversation, &reply, NOW), Some("waiting_for_customer"));
        conversation.handling.account = Some(ChannelAccount {
            id: "1".into(),
            channel: Channel::Whatsapp,
            address: String::new(),
            name: String::new(),
            in_sync: false,
        });
        assert_eq!(refuses(&conversation, &reply, NOW), Some("not_connected"));
        assert_eq!(refuses(&conversation, &restart, NOW), Some("not_connected"));
    }
}
