//! Who is told what, as it happens.
//!
//! Changes of conversations come from the store, numbered and resumable. Presence and typing live
//! here, in memory, and are never resumed: they are about now.

mod hub;
mod line;
mod position;
mod stream;

use inbox_model::Participant;

pub use hub::{Hub, Typing};
pub(crate) use stream::open;

/// Somebody of the company as customers see them: a name and a picture.
pub fn seen_by_customers(participant: &Participant) -> Participant {
    Participant { id: None, email: None, ..participant.clone() }
}
