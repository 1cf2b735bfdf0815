//! The vendor's enumerations and the model's, in both directions. Where the vendor has no word, the
//! nearest one is written; where the model has none, reading keeps the vendor's.

#[cfg(feature = "company")]
use inbox_model::Priority;
use inbox_model::{Channel, State};

/// The vendor's state. What was put aside waits, as what was answered does.
pub(super) fn state(state: State) -> &'static str {
    match state {
        State::Open => "open",
        State::Pending | State::Snoozed => "pending",
        State::Closed => "closed",
    }
}

pub(super) fn read_state(word: &str) -> Option<State> {
    Some(match word {
        "open" => State::Open,
        "pending" => State::Pending,
        "closed" => State::Closed,
        _ => return None,
    })
}

/// The vendor's priority. It has no word for none, which is as usual.
#[cfg(feature = "company")]
pub(super) fn priority(priority: Priority) -> &'static str {
    match priority {
        Priority::Low => "low",
        Priority::None | Priority::Normal => "normal",
        Priority::High => "high",
        Priority::Urgent => "urgent",
    }
}

#[cfg(feature = "company")]
pub(super) fn read_priority(word: &str) -> Option<Priority> {
    Some(match word {
        "low" => Priority::Low,
        "normal" => Priority::Normal,
        "high" => Priority::High,
        "urgent" => Priority::Urgent,
        _ => return None,
    })
}

/// The vendor's source: how a conversation was created.
pub(super) fn source(channel: &Channel) -> &'static str {
    match channel {
        Channel::Web | Channel::Android | Channel::Ios => CHAT,
        Channel::Email => "email",
        Channel::Other(word) if word == MANUAL => MANUAL,
        Channel::Unknown => MANUAL,
        _ => "api",
    }
}

pub(super) fn read_source(word: &str) -> Channel {
    match word {
        CHAT => Channel::Web,
        "email" => Channel::Email,
        other => Channel::Other(other.to_owned()),
    }
}

/// Written down by somebody of the company.
pub(super) const MANUAL: &str = "manual";
/// Written in the messenger.
pub(super) const CHAT: &str = "chat";
