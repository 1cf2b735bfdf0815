//! People and machines.

use inbox_model::{Participant, ParticipantKind};

use super::words;
use crate::json::Object;

/// The author of a part or of the source.
pub(super) fn author(object: Object<'_>) -> Participant {
    of_kind(object, object.text("type").unwrap_or("unknown"))
}

/// Somebody whose kind is known from where they stand.
pub(super) fn of_kind(object: Object<'_>, kind: &str) -> Participant {
    let kind: ParticipantKind = words::read_kind(kind);
    let mut who = Participant { id: None, kind, name: None, email: None, avatar_url: None };
    object.put_id("id", &mut who.id);
    object.put_string("name", &mut who.name);
    object.put_string("email", &mut who.email);
    who
}
