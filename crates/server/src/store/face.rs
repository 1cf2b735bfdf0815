//! The public face of a conversation: what a contact sees of it.
//!
//! A note must leave no trace on the customer's side: not its text, not its author, and not the
//! moment at which it was written. So the public face carries its own version and times, and every
//! field that belongs to the company is blank.

use std::sync::Arc;

use inbox_model::rare::Rare;
use inbox_model::tracking::Tracking;
use inbox_model::{Conversation, Part, Participant, ParticipantId, Priority};

/// Blanks what belongs to the company or to other people. Version, times, preview, unread and the
/// reader's own receipt come from elsewhere.
pub(super) fn of(conversation: &Conversation, contact: Option<&ParticipantId>) -> Conversation {
    let mut face = conversation.clone();
    face.priority = Priority::None;
    face.priority_set_at = None;
    face.assignee = None;
    face.team = None;
    face.tags.clear();
    face.custom_attributes.clear();
    face.handling = Rare::default();
    face.csat.debug = None;
    face.read_receipts.clear();
    face.language_overridden = false;
    face.preview = None;
    face.unread = None;
    for participant in &mut face.participants {
        hide_address(participant, contact);
    }
    if let Some(author) = face.source.as_mut().and_then(|source| source.author.as_mut()) {
        hide_address(author, contact);
    }
    face.parts = conversation
        .parts
        .iter()
        .filter(|part| part.is_public())
        .map(|p| part(p, contact))
        .collect();
    face
}

/// A public part without what belongs to the company.
pub(super) fn part(part: &Arc<Part>, contact: Option<&ParticipantId>) -> Arc<Part> {
    let mut part = Part::clone(part);
    part.tag_applications.clear();
    part.tracking = Tracking {
        reply_to: part.tracking.reply_to.take(),
        company_reaction: part.tracking.company_reaction.take(),
        contact_reaction: part.tracking.contact_reaction.take(),
        ..Tracking::default()
    };
    if let Some(author) = &mut part.author {
        hide_address(author, contact);
    }
    // A command's id is a client's own word: only its author recognises it.
    let own = part.author.as_ref().and_then(|author| author.id.as_ref()) == contact;
    if !own || contact.is_none() {
        part.command_id = None;
    }
    Arc::new(part)
}

fn hide_address(participant: &mut Participant, contact: Option<&ParticipantId>) {
    if contact.is_none() || participant.id.as_ref() != contact {
        participant.email = None;
    }
}

/// Whether a change between two states of a conversation can be seen from outside, but for how far
/// contacts have read. The parts are those that were loaded, so equal positions mean the same part.
pub(super) fn differs(before: &Conversation, after: &Conversation) -> bool {
    let bare = |conversation: &Conversation| {
        let mut face = of(conversation, None);
        face.updated_at = conversation.created_at;
        face.last_activity_at = None;
        face
    };
    bare(before) != bare(after)
}
