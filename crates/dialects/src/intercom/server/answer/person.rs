//! People and machines in the vendor's shapes.

use inbox_model::validate::email::is_plain;
use inbox_model::{Participant, ParticipantId, ParticipantKind};

use super::super::wire;
use crate::intercom::words;

/// The author of a part.
pub(super) fn author(who: &Participant) -> wire::Author {
    wire::Author {
        kind: words::kind(&who.kind).into(),
        id: who.id.as_ref().map(ParticipantId::to_string),
        name: who.name.clone(),
        // The vendor's schema knows no letters but plain ones.
        email: who.email.clone().filter(|email| is_plain(email)),
        from_ai_agent: who.kind == ParticipantKind::Bot,
    }
}

/// Who began a conversation.
pub(super) fn source_author(who: &Participant) -> wire::SourceAuthor {
    let wire::Author { kind, id, name, email, .. } = author(who);
    wire::SourceAuthor { kind, id, name, email }
}

/// A contact by id; `None` without one.
pub(super) fn contact(who: &Participant) -> Option<wire::ContactReference> {
    let id = who.id.as_ref()?.to_string();
    Some(wire::ContactReference { kind: "contact".into(), id })
}

/// Anybody, by kind and id.
pub(super) fn reference(who: &Participant) -> wire::Reference {
    let kind = words::kind(&who.kind);
    let kind = if who.kind.is_contact() { "contact" } else { kind };
    wire::Reference { kind: kind.into(), id: who.id.as_ref().map(ParticipantId::to_string) }
}
