//! People and machines in the vendor's four shapes.

use inbox_model::{Participant, ParticipantKind};
use serde_json::{Map, Value, json};

use super::json::set;
use crate::featurebase::words;

/// A participant: id and kind, no more. `None` without an id, which the shape must have.
pub(super) fn participant(who: &Participant) -> Option<Value> {
    let id = who.id.as_ref()?;
    Some(json!({ "id": id, "type": words::kind(&who.kind) }))
}

/// The author of a part.
pub(super) fn author(who: &Participant) -> Value {
    let mut object = Map::new();
    object.insert("id".into(), json!(who.id));
    object.insert("type".into(), json!(words::kind(&who.kind)));
    set(&mut object, "name", who.name.as_deref());
    set(&mut object, "email", who.email.as_deref());
    set(&mut object, "profilePicture", who.avatar_url.as_deref());
    Value::Object(object)
}

/// Who attached or removed a tag.
pub(super) fn tag_actor(who: &Participant) -> Value {
    let mut object = Map::new();
    object.insert("type".into(), json!(words::tag_actor_kind(&who.kind)));
    object.insert("id".into(), json!(who.id));
    set(&mut object, "name", who.name.as_deref());
    Value::Object(object)
}

/// Who joined: customer, lead or admin, so that machines count as the company's people.
pub(super) fn joined(who: &Participant) -> Option<Value> {
    let id = who.id.as_ref()?;
    Some(json!({ "id": id, "type": words::person_kind(&who.kind).unwrap_or("admin") }))
}

/// The vendor's part type for a message of this author. Machines of every kind are bots.
pub(super) fn message_type(author: Option<&Participant>) -> &'static str {
    match author.map(|author| &author.kind) {
        Some(kind) if kind.is_contact() => "user_msg",
        Some(ParticipantKind::Agent) => "admin_msg",
        _ => "bot_msg",
    }
}
