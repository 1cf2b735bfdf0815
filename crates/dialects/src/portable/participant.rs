//! People and machines.

use inbox_model::{Participant, ParticipantId};

use super::list::list;
use super::words::{read_kind, write_kind};
use crate::json::{Map, Object, Value};

/// Reads a participant, who has a kind if nothing else.
pub fn read_participant(value: &Value) -> Option<Participant> {
    let object = Object::maybe(value)?;
    Some(Participant {
        id: object.text("id").map(ParticipantId::from),
        kind: read_kind(object.text("kind")?),
        name: object.string("name"),
        email: object.string("email"),
        avatar_url: object.string("avatar_url"),
    })
}

/// Reads a list of participants.
pub fn read_participants(value: &Value) -> Option<Vec<Participant>> {
    list(value, read_participant)
}

/// Writes a participant.
pub fn write_participant(who: &Participant) -> Value {
    let mut fields = Map::default();
    fields.set_some("id", who.id.as_ref().map(ParticipantId::as_str));
    fields.set("kind", write_kind(&who.kind));
    fields.set_some("name", who.name.as_deref());
    fields.set_some("email", who.email.as_deref());
    fields.set_some("avatar_url", who.avatar_url.as_deref());
    fields.into()
}
