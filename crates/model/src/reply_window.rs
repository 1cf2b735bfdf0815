//! Whether a reply can be sent at an instant: one verdict for the server's refusal, the composer's
//! banner and the JavaScript export.

#[cfg(feature = "company")]
use std::sync::Arc;

use serde::{Deserialize, Serialize};

#[cfg(feature = "company")]
use crate::command::Command;
#[cfg(feature = "company")]
use crate::conversation::Channel;
use crate::conversation::Conversation;
#[cfg(feature = "company")]
use crate::handling::ChannelAccount;
#[cfg(feature = "company")]
use crate::part::Part;
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

/// The verdict for the company where it chooses the channel of a message. Window and account of a
/// conversation are those of the channel by which it is held; on another one it counts when the
/// customer has last written there.
#[cfg(feature = "company")]
pub fn verdict_through(conversation: &Conversation, channel: &Channel, now: Timestamp) -> Verdict {
    let is_held = conversation.source.as_ref().is_none_or(|source| source.channel == *channel);
    if is_held {
        return verdict_for(conversation, &ParticipantKind::Agent, now);
    }
    let account = conversation.handling.account.as_ref();
    if account.is_some_and(|account| account.channel == *channel && !account.in_sync) {
        return Verdict::Closed(Reason::NotConnected);
    }
    if ReplyWindow::length_on(channel).is_none() {
        return Verdict::Open { until: None };
    }
    let on_it = |part: &&Arc<Part>| part.is_inbound() && part.channel.as_ref() == Some(channel);
    let last = conversation.parts.iter().rev().find(on_it);
    let window = last.and_then(|part| ReplyWindow::opened_by_customer(channel, part.created_at));
    window.map_or(Verdict::Closed(Reason::Expired), |window| window.at(now))
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
    let chosen = match command {
        Command::Reply { envelope, .. } | Command::SendSuggestion { envelope, .. } => {
            envelope.channel.as_ref()
        }
        _ => None,
    };
    let verdict = match chosen {
        Some(channel) => verdict_through(conversation, channel, now),
        None => verdict_for(conversation, &ParticipantKind::Agent, now),
    };
    match verdict {
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
mod tests;
