//! People and machines, which the vendor tells in four shapes with the same field names.

use inbox_model::{Participant, ParticipantKind};

use crate::featurebase::words;
use crate::json::Object;

/// A participant, an author or the actor of a tag.
pub(super) fn participant(object: Object<'_>) -> Participant {
    let kind = object.text("type").map(words::read_kind);
    with_kind(object, kind.unwrap_or_else(|| ParticipantKind::Other("unknown".into())))
}

/// The author of a part; `kind` where the vendor does not tell theirs.
pub(super) fn author(object: Object<'_>, kind: Option<ParticipantKind>) -> Participant {
    let kind = object.text("type").map(words::read_kind).or(kind);
    with_kind(object, kind.unwrap_or_else(|| ParticipantKind::Other("unknown".into())))
}

fn with_kind(object: Object<'_>, kind: ParticipantKind) -> Participant {
    let mut who = Participant { id: None, kind, name: None, email: None, avatar_url: None };
    object.put_id("id", &mut who.id);
    object.put_string("name", &mut who.name);
    object.put_string("email", &mut who.email);
    object.put_string("profilePicture", &mut who.avatar_url);
    who
}
