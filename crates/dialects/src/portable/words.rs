//! What the model has one word for: states, priorities, channels, kinds of participants.

use inbox_model::{Channel, ParticipantKind, Priority, State};

/// The state of this name.
pub fn read_state(word: &str) -> Option<State> {
    Some(match word {
        "open" => State::Open,
        "pending" => State::Pending,
        "snoozed" => State::Snoozed,
        "closed" => State::Closed,
        _ => return None,
    })
}

/// A state's name.
pub fn write_state(state: State) -> &'static str {
    match state {
        State::Open => "open",
        State::Pending => "pending",
        State::Snoozed => "snoozed",
        State::Closed => "closed",
    }
}

/// The priority of this name.
pub fn read_priority(word: &str) -> Option<Priority> {
    Some(match word {
        "none" => Priority::None,
        "low" => Priority::Low,
        "normal" => Priority::Normal,
        "high" => Priority::High,
        "urgent" => Priority::Urgent,
        _ => return None,
    })
}

/// A priority's name.
pub fn write_priority(priority: Priority) -> &'static str {
    match priority {
        Priority::None => "none",
        Priority::Low => "low",
        Priority::Normal => "normal",
        Priority::High => "high",
        Priority::Urgent => "urgent",
    }
}

/// The channel of this name; an unknown one keeps its word.
pub fn read_channel(word: &str) -> Channel {
    match word {
        "web" => Channel::Web,
        "android" => Channel::Android,
        "ios" => Channel::Ios,
        "email" => Channel::Email,
        "sms" => Channel::Sms,
        "whatsapp" => Channel::Whatsapp,
        "phone" => Channel::Phone,
        "unknown" => Channel::Unknown,
        other => Channel::Other(other.to_owned()),
    }
}

/// A channel's name.
pub fn write_channel(channel: &Channel) -> &str {
    match channel {
        Channel::Web => "web",
        Channel::Android => "android",
        Channel::Ios => "ios",
        Channel::Email => "email",
        Channel::Sms => "sms",
        Channel::Whatsapp => "whatsapp",
        Channel::Phone => "phone",
        Channel::Unknown => "unknown",
        Channel::Other(word) => word,
    }
}

/// The kind of participant of this name; an unknown one keeps its word.
pub fn read_kind(word: &str) -> ParticipantKind {
    match word {
        "customer" => ParticipantKind::Customer,
        "lead" => ParticipantKind::Lead,
        "guest" => ParticipantKind::Guest,
        "agent" => ParticipantKind::Agent,
        "bot" => ParticipantKind::Bot,
        "integration" => ParticipantKind::Integration,
        "workflow" => ParticipantKind::Workflow,
        "system" => ParticipantKind::System,
        other => ParticipantKind::Other(other.to_owned()),
    }
}

/// The name of a kind of participant.
pub fn write_kind(kind: &ParticipantKind) -> &str {
    match kind {
        ParticipantKind::Customer => "customer",
        ParticipantKind::Lead => "lead",
        ParticipantKind::Guest => "guest",
        ParticipantKind::Agent => "agent",
        ParticipantKind::Bot => "bot",
        ParticipantKind::Integration => "integration",
        ParticipantKind::Workflow => "workflow",
        ParticipantKind::System => "system",
        ParticipantKind::Other(word) => word,
    }
}
