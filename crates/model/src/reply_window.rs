//! Whether a reply can be sent at an instant: one verdict for the server's refusal, the composer's
//! banner and the JavaScript export.
//!
//! Some channels let a company answer only for a while after the customer last wrote. What a source
//! tells of that is a [`ReplyWindow`]; how long a channel's windows are where we keep them ourselves
//! is [`ReplyWindows`]. Both give a [`Verdict`] for an instant, and that says what is still possible
//! ([`Verdict::allows`]) and when it will be another ([`Verdict::changes_at`]).
//!
//! **The source's own word wins.** A window may tell whether a reply is possible, until when, and
//! that the customer has to write first, and these may contradict each other:
//!
//! | `possible` | `customer_must_write` | `until` | verdict |
//! |---|---|---|---|
//! | yes | either | in the future | open until then |
//! | yes | either | past, or not told | open, without an end |
//! | no, or not told | yes | any | waiting for the customer |
//! | no, or not told | no | past | closed: expired |
//! | no | no | in the future, or not told | closed: not possible |
//! | not told | no | in the future | open until then |
//! | not told | no | not told | closed: not possible |
//!
//! **Boundaries.** A window is open up to, and not at, its end. Instants are UTC milliseconds, so
//! leap seconds and a change of the clocks make no difference.
//!
//! # Sources
//! Voicebot, contracts points 1 to 5: "`reply_possible` alone decides whether the composer is enabled
//! […] `reply_until` only feeds a countdown"; "`reply_until` null: no free-form reply can be sent until
//! the other side opens a new conversation"; a restart is told with `reply_until` in the future and
//! `reply_possible` false until the customer writes; none of this gates the API: what is sent
//! outside a window is taken and fails later. Featurebase, point 6: `disableCustomerReply` bars
//! contact replies only, a block is about the user.

#[cfg(feature = "company")]
mod windows;

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
use crate::time::Timestamp;

#[cfg(feature = "company")]
pub use windows::{ChannelWindow, LONGEST_MINUTES, ReplyWindows, WindowProblem};

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
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename_all = "snake_case"))]
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
    ///
    /// ```
    /// use inbox_model::reply_window::{ReplyWindow, Verdict};
    /// use inbox_model::Timestamp;
    ///
    /// let until = Timestamp::parse("2026-03-01T12:00:00Z").unwrap();
    /// let mut window = ReplyWindow { until: Some(until), ..ReplyWindow::default() };
    /// assert_eq!(window.at(until.plus(-1)), Verdict::Open { until: Some(until) });
    /// assert_eq!(window.at(until).code(), "expired");
    /// // The source's own word wins over its clock.
    /// window.possible = Some(true);
    /// assert_eq!(window.at(until), Verdict::Open { until: None });
    /// ```
    pub fn at(&self, now: Timestamp) -> Verdict {
        let ahead = self.until.filter(|until| now < *until);
        match self.possible {
            Some(true) => Verdict::Open { until: ahead },
            _ if self.customer_must_write => Verdict::WaitingForCustomer { until: self.until },
            None if ahead.is_some() => Verdict::Open { until: ahead },
            _ if self.until.is_some() && ahead.is_none() => Verdict::Closed(Reason::Expired),
            _ => Verdict::Closed(Reason::NotPossible),
        }
    }
}

impl Verdict {
    /// The stable code, in `snake_case`: `open`, `waiting_for_customer`, or that of the [`Reason`].
    pub fn code(self) -> &'static str {
        match self {
            Self::Open { .. } => "open",
            Self::Closed(reason) => reason.code(),
            Self::WaitingForCustomer { .. } => "waiting_for_customer",
        }
    }
}

/// What the company can still send.
#[cfg(feature = "company")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename_all = "snake_case"))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Possible {
    /// Whatever it likes.
    Reply,
    /// Only an approved message that asks the customer to go on ([`Command::Restart`]).
    Restart,
    /// Nothing.
    Nothing,
}

#[cfg(feature = "company")]
impl Possible {
    /// The stable code, in `snake_case`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Reply => "reply",
            Self::Restart => "restart",
            Self::Nothing => "nothing",
        }
    }
}

#[cfg(feature = "company")]
impl Verdict {
    /// What the company can still send on `channel` at `now`. Only `WhatsApp` takes an approved
    /// message (Voicebot `restart`: "`WhatsApp` only; the conversation must have expired"), and only
    /// one: while its time runs, the customer is waited for.
    ///
    /// ```
    /// use inbox_model::reply_window::{Possible, Reason, Verdict};
    /// use inbox_model::{Channel, Timestamp};
    ///
    /// let now = Timestamp::from_millis(0);
    /// let expired = Verdict::Closed(Reason::Expired);
    /// assert_eq!(expired.allows(&Channel::Whatsapp, now), Possible::Restart);
    /// assert_eq!(expired.allows(&Channel::Sms, now), Possible::Nothing);
    /// ```
    pub fn allows(self, channel: &Channel, now: Timestamp) -> Possible {
        let is_over = match self {
            Self::Open { .. } => return Possible::Reply,
            Self::Closed(reason) => matches!(reason, Reason::Expired | Reason::NotPossible),
            Self::WaitingForCustomer { until } => until.is_none_or(|until| until <= now),
        };
        if is_over && *channel == Channel::Whatsapp { Possible::Restart } else { Possible::Nothing }
    }

    /// The first instant after `now` at which time alone makes it another, or makes something else
    /// possible; `None` where only somebody's doing can.
    pub fn changes_at(self, now: Timestamp) -> Option<Timestamp> {
        match self {
            Self::Open { until } | Self::WaitingForCustomer { until } => {
                until.filter(|until| now < *until)
            }
            Self::Closed(_) => None,
        }
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
        if !conversation.handling.account.as_deref().is_none_or(in_sync) {
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
/// customer has last written there, and how long `windows` let the company answer then.
#[cfg(feature = "company")]
pub fn verdict_through(
    conversation: &Conversation,
    channel: &Channel,
    windows: &ReplyWindows,
    now: Timestamp,
) -> Verdict {
    let is_held = conversation.source.as_ref().is_none_or(|source| source.channel == *channel);
    if is_held {
        return verdict_for(conversation, &ParticipantKind::Agent, now);
    }
    let account = conversation.handling.account.as_ref();
    if account.is_some_and(|account| account.channel == *channel && !account.in_sync) {
        return Verdict::Closed(Reason::NotConnected);
    }
    if windows.length_on(channel).is_none() {
        return Verdict::Open { until: None };
    }
    let on_it = |part: &&Arc<Part>| part.is_inbound() && part.channel.as_ref() == Some(channel);
    let last = conversation.parts.iter().rev().find(on_it);
    let window = last.and_then(|part| windows.opened_by_customer(channel, part.created_at));
    window.map_or(Verdict::Closed(Reason::Expired), |window| window.at(now))
}

/// Why the channel will not carry what a command of the company says, as far as that is known
/// beforehand: the stable code of a [`Reason`], or `waiting_for_customer`. Such a message is taken
/// all the same and fails later (Voicebot). An approved message may open a window.
#[cfg(feature = "company")]
pub fn refuses(
    conversation: &Conversation,
    command: &Command,
    windows: &ReplyWindows,
    now: Timestamp,
) -> Option<&'static str> {
    let chosen = match command {
        Command::Reply { envelope, .. } | Command::SendSuggestion { envelope, .. } => {
            envelope.channel.as_ref()
        }
        _ => None,
    };
    let verdict = match chosen {
        Some(channel) => verdict_through(conversation, channel, windows, now),
        None => verdict_for(conversation, &ParticipantKind::Agent, now),
    };
    match verdict {
        Verdict::Open { .. } => None,
        Verdict::Closed(reason @ Reason::NotConnected) => Some(reason.code()),
        _ if matches!(command, Command::Restart { .. }) => None,
        Verdict::Closed(_) | Verdict::WaitingForCustomer { .. } => Some(verdict.code()),
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
