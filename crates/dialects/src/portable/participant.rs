//! People and machines.

use inbox_model::{Participant, ParticipantId};

use super::list::list;
use super::words::{read_kind, write_kind};
use crate::json::{Map, Object, Value};

/// Reads a participant, who has a kind if nothing else.
pub fn read_participant(value: &Value) -> Option<Participant> {
    let object = Object::maybe(value)?;
    let kind = read_kind(object.text("kind")?);
    let id = object.text("id").map(ParticipantId::from);
    let mut who = Participant { id, kind, name: None, email: None, avatar_url: None };
    object.put_string("name", &mut who.name);
    object.put_string("email", &mut who.email);
    object.put_string("avatar_url", &mut who.avatar_url);
    Some(who)
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
