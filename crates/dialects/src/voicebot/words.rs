//! The vendor's words for channels, states and deliveries, as they are read.

use inbox_model::{Channel, Delivery, State};

pub(super) fn read_channel(word: &str) -> Channel {
    match word {
        "whatsapp" => Channel::Whatsapp,
        "widget" => Channel::Web,
        // "bridge" among them: some service, of which the vendor tells no more.
        other => Channel::Other(other.to_owned()),
    }
}

/// Where it stands, and whether somebody works on it. An unknown word counts as to do: somebody
/// should look at it.
pub(super) fn read_status(word: &str) -> (State, bool) {
    match word {
        "done" => (State::Closed, false),
        "in-progress" => (State::Open, true),
        _ => (State::Open, false),
    }
}

/// How far a message has come; `None` for an error, which has more to tell, and unknown words.
pub(super) fn read_delivery(word: &str) -> Option<Delivery> {
    match word {
        "created" => Some(Delivery::Created),
        "sent" => Some(Delivery::Sent),
        "delivered" => Some(Delivery::Delivered),
        "read" => Some(Delivery::Read),
        _ => None,
    }
}
