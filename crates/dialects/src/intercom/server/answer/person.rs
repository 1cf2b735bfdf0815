//! People and machines in the vendor's shapes.

use inbox_model::{Participant, ParticipantId, ParticipantKind};

use super::super::wire;
use crate::intercom::words;

/// The author of a part.
pub(super) fn author(who: &Participant) -> wire::Author {
    wire::Author {
        kind: words::kind(&who.kind).into(),
        id: who.id.as_ref().map(ParticipantId::to_string),
        name: who.name.clone(),
        email: who.email.clone().filter(|email| is_address(email)),
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

/// Whether a text is an address as the vendor's schema has it: plain letters, one `@`, no dot at an
/// end or beside another.
fn is_address(text: &str) -> bool {
    let sound = |text: &str, more: &str| {
        let known = |letter: char| letter.is_ascii_alphanumeric() || more.contains(letter);
        let pieces = |piece: &str| !piece.is_empty() && piece.chars().all(known);
        text.split('.').all(pieces)
    };
    let labels = |host: &str| {
        let edge = |label: &str| label.starts_with('-') || label.ends_with('-');
        !host.split('.').any(|label| edge(label) || label.len() > 63)
    };
    text.split_once('@').is_some_and(|(name, host)| {
        name.len() <= 64
            && host.len() <= 253
            && sound(name, "_+-")
            && sound(host, "-")
            && labels(host)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_told_from_what_is_none() {
        for good in ["ana@home.example", "a.b+c_d-e@x-y.example", "x@localhost"] {
            assert!(is_address(good), "{good}");
        }
        for bad in
            ["", "@", "a@", "@b", "a b@c.d", "a..b@c.d", "a@b..c", "a@-b.c", "é@x.y", "a@b@c"]
        {
            assert!(!is_address(bad), "{bad}");
        }
    }
}
