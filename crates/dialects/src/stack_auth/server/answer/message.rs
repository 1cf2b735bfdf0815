//! One part in the vendor's form.

use inbox_model::part::QuickReply;
use inbox_model::{Content, Event, Part, PartBody, Participant, ParticipantKind};
use serde_json::{Map, Value, json};

use super::{time, value_of};
use crate::contents::{call_markdown, markdown_of, suggestion_markdown};
use crate::stack_auth::server::wire;
use crate::stack_auth::{read, words};
use crate::{extension, json, portable};

/// The message, and whether the vendor has a place for it in the thread. Housekeeping other than a
/// change of status has none there, and goes beside it.
pub(super) fn write(part: &Part, of: &wire::Conversation) -> (wire::ConversationMessage, bool) {
    let kind = kind_of(&part.body);
    let mut written = wire::ConversationMessage {
        id: part.id.as_str().to_owned(),
        conversation_id: of.conversation_id.clone(),
        user_id: of.user_id.clone(),
        team_id: of.team_id.clone(),
        subject: of.subject.clone(),
        status: of.status,
        priority: of.priority,
        source: of.source,
        message_type: kind.unwrap_or(wire::MessageType::StatusChange),
        body: text_of(&part.body).filter(|text| !text.is_empty()),
        attachments: part.contents().iter().filter_map(attachment).collect(),
        metadata: metadata(&part.body),
        created_at: time(part.created_at),
        sender: sender(part.author.as_ref()),
        inbox: Map::new(),
    };
    let back = read::message(&json::Value::from(&value_of(&written))).ok();
    written.inbox = extension::of_part(part, back);
    (written, kind.is_some())
}

/// What the vendor calls it; `None` for what it does not show.
pub(super) fn kind_of(body: &PartBody) -> Option<wire::MessageType> {
    match body {
        PartBody::Message(_)
        | PartBody::QuickReplies { .. }
        | PartBody::QuickReplyChosen { .. }
        | PartBody::Form(_)
        | PartBody::FormCompleted
        | PartBody::RatingRequested(_)
        | PartBody::RatingSubmitted(_) => Some(wire::MessageType::Message),
        PartBody::Note(_) | PartBody::Suggestion(_) | PartBody::Call(_) => {
            Some(wire::MessageType::InternalNote)
        }
        PartBody::Event(Event::StateChanged { .. }) => Some(wire::MessageType::StatusChange),
        PartBody::Event(_) => None,
    }
}

/// What it says, for a reader whose client knows nothing but texts.
fn text_of(body: &PartBody) -> Option<String> {
    Some(match body {
        PartBody::Message(message) | PartBody::Note(message) => markdown_of(&message.contents),
        PartBody::Suggestion(suggestion) => suggestion_markdown(&suggestion.message.contents),
        PartBody::Call(call) => call_markdown(call),
        PartBody::QuickReplies { options } => {
            list(options.iter().map(|QuickReply { text, .. }| text))
        }
        PartBody::QuickReplyChosen { text, .. } => text.clone(),
        PartBody::Form(form) => list(form.fields.iter().map(|field| &field.name)),
        PartBody::FormCompleted => "Form completed".into(),
        PartBody::RatingRequested(_) => "Rating requested".into(),
        PartBody::RatingSubmitted(request) => {
            let score = request.score.map_or_else(String::new, |score| format!(": {score} of 5"));
            let remark = request.remark.as_deref().unwrap_or_default();
            format!("Rating{score}\n\n{remark}").trim_end().to_owned()
        }
        PartBody::Event(_) => return None,
    })
}

fn list<'a>(lines: impl Iterator<Item = &'a String>) -> String {
    lines.map(|line| ["- ", line].concat()).collect::<Vec<_>>().join("\n")
}

fn attachment(content: &Content) -> Option<Value> {
    let is_text = matches!(content, Content::Text { .. });
    (!is_text).then(|| portable::write_content(content).into())
}

fn metadata(body: &PartBody) -> Option<Value> {
    match body {
        PartBody::Event(Event::StateChanged { state, .. }) => {
            Some(json!({ "status": words::state(*state) }))
        }
        _ => None,
    }
}

/// The vendor knows people of both sides, and calls everything else the system.
fn sender(author: Option<&Participant>) -> wire::ConversationSender {
    let kind = author.map(|author| &author.kind);
    wire::ConversationSender {
        r#type: match kind {
            Some(kind) if kind.is_contact() => wire::SenderType::User,
            Some(ParticipantKind::Agent) => wire::SenderType::Agent,
            _ => wire::SenderType::System,
        },
        id: author.and_then(|author| author.id.as_ref()).map(|id| id.as_str().to_owned()),
        display_name: author.and_then(|author| author.name.clone()),
        primary_email: author.and_then(|author| author.email.clone()),
    }
}
