//! The vendor's enumerations and the model's, in both directions. Where the vendor has no word, the
//! nearest one is written; where the model has none, reading keeps the vendor's.

use inbox_model::conversation::{BotState, Initiator};
use inbox_model::csat::CsatStatus;
use inbox_model::{Channel, ParticipantKind, State};

/// The vendor's state. It has no word for "answered, waiting for the customer": that is open.
pub(super) fn state(state: State) -> &'static str {
    match state {
        State::Open | State::Pending => "open",
        State::Snoozed => "snoozed",
        State::Closed => "closed",
    }
}

pub(super) fn read_channel(word: &str) -> Channel {
    match word {
        "desktop" => Channel::Web,
        "android" => Channel::Android,
        "ios" => Channel::Ios,
        "email" => Channel::Email,
        "unknown" => Channel::Unknown,
        other => Channel::Other(other.to_owned()),
    }
}

pub(super) fn channel(channel: &Channel) -> &'static str {
    match channel {
        Channel::Web => "desktop",
        Channel::Android => "android",
        Channel::Ios => "ios",
        Channel::Email => "email",
        _ => "unknown",
    }
}

pub(super) fn read_kind(word: &str) -> ParticipantKind {
    match word {
        "customer" => ParticipantKind::Customer,
        "lead" => ParticipantKind::Lead,
        "guest" => ParticipantKind::Guest,
        "admin" => ParticipantKind::Agent,
        "bot" => ParticipantKind::Bot,
        "integration" => ParticipantKind::Integration,
        "workflow" => ParticipantKind::Workflow,
        "system" => ParticipantKind::System,
        other => ParticipantKind::Other(other.to_owned()),
    }
}

/// The six kinds of participants and authors.
pub(super) fn kind(kind: &ParticipantKind) -> &'static str {
    match kind {
        ParticipantKind::Customer => "customer",
        ParticipantKind::Lead => "lead",
        ParticipantKind::Guest => "guest",
        ParticipantKind::Agent => "admin",
        ParticipantKind::Bot => "bot",
        _ => "integration",
    }
}

/// The seven kinds of those who attach and remove tags.
pub(super) fn tag_actor_kind(who: &ParticipantKind) -> &'static str {
    match who {
        ParticipantKind::Workflow => "workflow",
        ParticipantKind::System => "system",
        other => person_kind(other).unwrap_or_else(|| kind(other)),
    }
}

/// The three kinds of people who read, join and interrupt; `None` for a machine.
pub(super) fn person_kind(kind: &ParticipantKind) -> Option<&'static str> {
    match kind {
        ParticipantKind::Customer => Some("customer"),
        // Somebody from outside of whom little is known.
        ParticipantKind::Lead | ParticipantKind::Guest => Some("lead"),
        ParticipantKind::Agent => Some("admin"),
        _ => None,
    }
}

pub(super) fn read_initiator(word: &str) -> Option<Initiator> {
    match word {
        "customer_initiated" => Some(Initiator::Customer),
        "admin_initiated" => Some(Initiator::Company),
        _ => None,
    }
}

pub(super) fn initiator(initiator: Initiator) -> &'static str {
    match initiator {
        Initiator::Customer => "customer_initiated",
        Initiator::Company => "admin_initiated",
    }
}

#[cfg(feature = "company")]
pub(super) fn read_bot_state(word: &str) -> Option<BotState> {
    match word {
        "active" => Some(BotState::Active),
        "handed_off_to_human" => Some(BotState::HandedOffToHuman),
        "resolved" => Some(BotState::Resolved),
        _ => None,
    }
}

pub(super) fn bot_state(state: BotState) -> &'static str {
    match state {
        BotState::Active => "active",
        BotState::HandedOffToHuman => "handed_off_to_human",
        BotState::Resolved => "resolved",
    }
}

pub(super) fn csat_status(status: CsatStatus) -> &'static str {
    match status {
        CsatStatus::Pending => "pending",
        CsatStatus::Rated => "rated",
        CsatStatus::Canceled => "canceled",
        CsatStatus::Expired => "expired",
    }
}

/// The vendor's part types, all 17.
pub(super) const PART_TYPES: [&str; 17] = [
    "user_msg",
    "admin_msg",
    "admin_note",
    "email_msg",
    "bot_msg",
    "quick_reply_opts",
    "quick_reply_resp",
    "rating_requested",
    "rating_submitted",
    "attr_prompt",
    "attr_complete",
    "assign",
    "status",
    "tags",
    "workflow_wait",
    "priority",
    "part_add",
];
