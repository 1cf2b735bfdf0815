//! What a new conversation that the company begins is made of, for those who ask and those who
//! answer.

use inbox_model::{Channel, Content, ParticipantId, Priority};

/// `POST /internal/conversations`.
#[derive(Clone, Debug, PartialEq)]
pub struct CreateRequest {
    /// With whom.
    pub user: ParticipantId,
    /// Its subject, not blank.
    pub subject: String,
    /// What is said first.
    pub contents: Vec<Content>,
    /// How urgent it is; the vendor has no word for `None`, which is as usual.
    pub priority: Priority,
    /// Through which channel; `Other("manual")` unless something else is known.
    pub channel: Channel,
}
