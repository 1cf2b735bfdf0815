//! The vendor's enumerations and the model's, in both directions. Where the vendor has no word, the
//! nearest one is written; where the model has none, reading keeps the vendor's.

use inbox_model::conversation::Initiator;
use inbox_model::{Channel, ParticipantKind, State};
#[cfg(feature = "company")]
use inbox_model::{Delivery, Priority};

/// The vendor's state. It has no word for "answered, waiting for the customer": that is open.
pub(super) fn state(state: State) -> &'static str {
    match state {
        State::Open | State::Pending => "open",
        State::Snoozed => "snoozed",
        State::Closed => "closed",
    }
}

/// The vendor's `medium` is what the model calls normal.
#[cfg(feature = "company")]
pub(super) fn read_priority(word: &str) -> Option<Priority> {
    Some(match word {
        "none" => Priority::None,
        "low" => Priority::Low,
        "medium" => Priority::Normal,
        "high" => Priority::High,
        "urgent" => Priority::Urgent,
        _ => return None,
    })
}

#[cfg(feature = "company")]
pub(super) fn priority(priority: Priority) -> &'static str {
    match priority {
        Priority::None => "none",
        Priority::Low => "low",
        Priority::Normal => "medium",
        Priority::High => "high",
        Priority::Urgent => "urgent",
    }
}

/// A channel by the type of its source, or by its name in `channel`.
pub(super) fn read_channel(word: &str) -> Channel {
    match word {
        "conversation" | "messenger" => Channel::Web,
        "email" => Channel::Email,
        "sms" => Channel::Sms,
        "whatsapp" => Channel::Whatsapp,
        "phone_call" => Channel::Phone,
        other => Channel::Other(other.to_owned()),
    }
}

/// The type of a source. The vendor does not tell where its messenger runs.
pub(super) fn channel(channel: &Channel) -> &str {
    match channel {
        Channel::Web | Channel::Android | Channel::Ios | Channel::Unknown => "conversation",
        Channel::Email => "email",
        Channel::Sms => "sms",
        Channel::Whatsapp => "whatsapp",
        Channel::Phone => "phone_call",
        Channel::Other(word) => word,
    }
}

/// Which kind of person or machine. A `contact` may be a user or a lead: it counts as known.
pub(super) fn read_kind(word: &str) -> ParticipantKind {
    match word {
        "user" | "contact" => ParticipantKind::Customer,
        "lead" => ParticipantKind::Lead,
        "admin" => ParticipantKind::Agent,
        "bot" => ParticipantKind::Bot,
        other => ParticipantKind::Other(other.to_owned()),
    }
}

/// The kinds of authors. Machines of every kind are bots.
pub(super) fn kind(kind: &ParticipantKind) -> &'static str {
    match kind {
        ParticipantKind::Customer => "user",
        ParticipantKind::Lead => "lead",
        ParticipantKind::Guest => "contact",
        ParticipantKind::Agent => "admin",
        _ => "bot",
    }
}

/// Everything that is not the customer's is some tool of the company's.
pub(super) fn read_initiator(word: &str) -> Option<Initiator> {
    match word {
        "customer_initiated" => Some(Initiator::Customer),
        "admin_initiated" | "operator_initiated" | "campaigns_initiated" | "automated" => {
            Some(Initiator::Company)
        }
        _ => None,
    }
}

pub(super) fn initiator(initiator: Initiator) -> &'static str {
    match initiator {
        Initiator::Customer => "customer_initiated",
        Initiator::Company => "admin_initiated",
    }
}

/// The state of a part that is an event and nothing else, and the state that it led to.
pub(super) fn read_turn(part_type: &str) -> Option<State> {
    match part_type {
        "open" | "unsnoozed" | "timer_unsnooze" => Some(State::Open),
        "close" => Some(State::Closed),
        "snoozed" => Some(State::Snoozed),
        _ => None,
    }
}

pub(super) fn turn(state: State) -> &'static str {
    match state {
        State::Open | State::Pending => "open",
        State::Snoozed => "snoozed",
        State::Closed => "close",
    }
}

/// Part types that assign the conversation to somebody.
#[cfg(feature = "company")]
pub(super) const ASSIGNMENTS: [&str; 8] = [
    "assignment",
    "assign_and_unsnooze",
    "assign_and_reopen",
    "away_mode_assignment",
    "balanced_assignment",
    "bulk_reassignment",
    "default_assignment",
    "message_assignment",
];

/// The vendor's part types that have no kind of part in the model. They are kept as they come, and go
/// back to the vendor's clients like that.
#[cfg(feature = "server")]
pub(super) const KEPT: [&str; 22] = [
    "participant_removed",
    "conversation_rating_changed",
    "conversation_rating_remark_added",
    "conversation_attribute_updated_by_workflow",
    "conversation_attribute_updated_by_admin",
    "conversation_attribute_updated_by_user",
    "conversation_tags_updated",
    "conversation_sla_applied_by_rule",
    "conversation_sla_applied_by_workflow",
    "conversation_sla_target_missed",
    "conversation_sla_paused",
    "conversation_sla_unpaused",
    "conversation_sla_removed",
    "custom_action_started",
    "custom_action_finished",
    "operator_workflow_event",
    "call_summary",
    "language_detection_details",
    "linked_object_added",
    "linked_object_removed",
    "ticket_state_changed",
    "title_updated",
];

/// How far an external reply has come. Other words than these are refused, as nobody could tell what
/// they mean.
#[cfg(feature = "company")]
pub(super) fn read_delivery(word: &str) -> Option<Delivery> {
    Some(match word {
        "pending" => Delivery::Created,
        "sent" => Delivery::Sent,
        "delivered" => Delivery::Delivered,
        "read" => Delivery::Read,
        "failed" => Delivery::Failed { code: "failed".into() },
        _ => return None,
    })
}

#[cfg(feature = "company")]
pub(super) fn delivery(delivery: &Delivery) -> &'static str {
    match delivery {
        Delivery::Created => "pending",
        Delivery::Sent => "sent",
        Delivery::Delivered => "delivered",
        Delivery::Read => "read",
        Delivery::Failed { .. } => "failed",
    }
}
