//! What to call people and contents.

use inbox_model::markdown::plain_name;
use inbox_model::{Conversation, Participant, ParticipantKind};

use crate::i18n::{I18n, Text};

/// The name to show for a participant; never empty.
pub fn display_name(participant: Option<&Participant>, i18n: I18n) -> String {
    let Some(participant) = participant else { return i18n.t(Text::System).to_owned() };
    let given = participant.name.as_deref().map(plain_name).filter(|name| !name.is_empty());
    if let Some(name) = given.or_else(|| participant.email.clone()) {
        return name;
    }
    let fallback = match participant.kind {
        ParticipantKind::Customer | ParticipantKind::Lead | ParticipantKind::Guest => {
            return visitor_name(participant, i18n);
        }
        ParticipantKind::Bot => Text::Bot,
        ParticipantKind::System | ParticipantKind::Workflow | ParticipantKind::Integration => {
            Text::System
        }
        ParticipantKind::Agent => Text::TheTeam,
        ParticipantKind::Other(_) => Text::Someone,
    };
    i18n.t(fallback).to_owned()
}

/// Visitors have no names; the end of the id tells them apart.
fn visitor_name(participant: &Participant, i18n: I18n) -> String {
    let customer = i18n.t(Text::Customer);
    match &participant.id {
        Some(id) => {
            let id = id.as_str();
            let tail =
                id.char_indices().rev().nth(3).and_then(|(at, _)| id.get(at..)).unwrap_or(id);
            [customer, " ", &tail.to_ascii_uppercase()].concat()
        }
        None => customer.to_owned(),
    }
}

/// One line that says what was last said in a conversation.
pub fn preview_line(conversation: &Conversation, i18n: I18n) -> String {
    let Some(preview) = &conversation.preview else { return String::new() };
    if !preview.text.is_empty() {
        return preview.text.clone();
    }
    let word = match preview.content.as_deref() {
        Some("image") => Text::Photo,
        Some("video") => Text::Video,
        Some("audio") => Text::Audio,
        Some("document") => Text::File,
        Some("location") => Text::Location,
        Some("contact_card") => Text::ContactCard,
        _ => Text::Redacted,
    };
    i18n.t(word).to_owned()
}
