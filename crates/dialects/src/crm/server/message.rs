//! Messages, notes, calls and drafts in the vendor's form.

use inbox_model::part::Message;
use inbox_model::suggestion::{Label, TrainingPair};
use inbox_model::touchpoint::Touchpoint;
use inbox_model::{
    Content, Conversation, Delivery, Media, MediaId, Part, PartBody, ParticipantKind,
};
use serde_json::{Map, Value, json};

use super::{Audience, json_of, time, wire};
use crate::contents::markdown_of;
use crate::crm::read;
use crate::extension;
use crate::ids::{IdForm, uuid_of_text};

/// The messages of a thread, oldest first. What is no touchpoint (events, forms, ratings) is not
/// among them; our own client finds it beside them, each with its place in the whole thread.
pub fn write_messages(conversation: &Conversation, audience: Audience) -> Value {
    let contact = contact_id(&IdForm::UUID.conversation(&bare(conversation)));
    let (mut items, mut others) = (Vec::new(), Vec::new());
    for (at, part) in conversation.parts.iter().filter_map(|part| audience.part(part)).enumerate() {
        let part = renamed(conversation, &part);
        match wire_of(conversation, contact.as_deref(), &part) {
            Some(message) => items.push(message),
            None => others.push(other(at, &part)),
        }
    }
    let inbox = (!others.is_empty()).then(|| json!({ "others": others }));
    json_of(&wire::MessageList { items, inbox })
}

/// One message; `None` where the audience may not see it, or it is no touchpoint.
pub fn write_message(
    conversation: &Conversation,
    part: &Part,
    audience: Audience,
) -> Option<Value> {
    let contact = contact_id(&IdForm::UUID.conversation(&bare(conversation)));
    let part = renamed(conversation, &*audience.part(part)?);
    Some(json_of(&wire_of(conversation, contact.as_deref(), &part)?))
}

/// A stored file, as the answer to its upload.
pub fn write_media(media: &Media) -> Value {
    media_of(&with_uuid(media)).map_or(Value::Null, |media| json_of(&media))
}

/// A draft and what was sent instead, as the vendor's schema has it. It goes into exports, and is no
/// answer of any endpoint.
pub fn write_training_pair(pair: &TrainingPair) -> Value {
    let uuid = |id: &str| uuid_of_text(id).unwrap_or_else(|| id.to_owned());
    let label = match pair.label {
        Label::Accepted => "accepted",
        Label::Edited => "edited",
        Label::Replaced => "replaced",
    };
    json_of(&wire::TrainingPair {
        conversation_id: uuid(pair.conversation_id.as_str()),
        suggestion_activity_id: uuid(pair.suggestion.as_str()),
        sent_activity_id: uuid(pair.sent.as_str()),
        draft: pair.draft_text.clone(),
        sent: pair.sent_text.clone(),
        label: label.to_owned(),
        captured_at: time(pair.captured_at),
    })
}

/// The contact of a thread whose ids are UUIDs.
pub(super) fn contact_id(conversation: &Conversation) -> Option<String> {
    Some(conversation.contact()?.id.as_ref()?.to_string())
}

/// The thread without its parts, which are many.
fn bare(conversation: &Conversation) -> Conversation {
    let (source, participants) = (conversation.source.clone(), conversation.participants.clone());
    let mut bare = Conversation::new(conversation.id.clone(), conversation.created_at);
    (bare.source, bare.participants) = (source, participants);
    bare
}

/// The part with UUIDs for all of its ids, those of files included.
fn renamed(conversation: &Conversation, part: &Part) -> Part {
    let mut part = IdForm::UUID.part(&conversation.id, part);
    match &mut part.body {
        PartBody::Message(message) | PartBody::Note(message) => name_files(message),
        PartBody::Suggestion(suggestion) => name_files(&mut suggestion.message),
        _ => {}
    }
    part
}

fn name_files(message: &mut Message) {
    for content in &mut message.contents {
        match content {
            Content::Image(media)
            | Content::Video(media)
            | Content::Document(media)
            | Content::Audio { media, .. } => *media = with_uuid(media),
            Content::Text { .. } | Content::Location(_) | Content::ContactCard(_) => {}
        }
    }
}

fn with_uuid(media: &Media) -> Media {
    let id = media.id.as_ref();
    let uuid = id.and_then(|id| uuid_of_text(id.as_str())).map(MediaId::from);
    Media { id: uuid.or_else(|| media.id.clone()), ..media.clone() }
}

/// The vendor's word for the touchpoint; `None` where it is none.
fn channel_word(part: &Part) -> Option<&'static str> {
    part.touchpoint().map(word_of)
}

/// The vendor's word for a way of meeting.
pub(super) fn word_of(touchpoint: Touchpoint) -> &'static str {
    match touchpoint {
        // The nearest to a short message in any messenger; the extension tells the truth.
        Touchpoint::Message => "sms",
        other => other.as_str(),
    }
}

/// The message of a part whose ids are UUIDs.
fn wire_of(
    conversation: &Conversation,
    contact: Option<&str>,
    part: &Part,
) -> Option<wire::Message> {
    let channel = channel_word(part)?;
    let author = part.author.as_ref();
    let (body, media) = said(&part.body);
    let call = if let PartBody::Call(call) = &part.body { Some(call) } else { None };
    let inbound = call.map_or(part.is_inbound(), |call| call.inbound);
    let written = wire::Message {
        id: part.id.to_string(),
        conversation_id: IdForm::UUID.conversation_id(&conversation.id).to_string(),
        contact_id: contact.map(str::to_owned),
        channel: channel.to_owned(),
        direction: match channel {
            "note" => "internal",
            _ if inbound => "inbound",
            _ => "outbound",
        }
        .to_owned(),
        provider_message_id: part.tracking.external_id.clone(),
        subject: part.tracking.subject.clone(),
        body: Some(body).filter(|body| !body.is_empty()),
        media,
        status: status(part, channel, inbound).map(str::to_owned),
        ai_summary: call.and_then(|call| call.summary.clone()),
        duration_seconds: call.map(|call| call.duration_ms / 1_000),
        author_type: author.map(|author| author_word(&author.kind).to_owned()),
        author_id: author.and_then(|author| Some(author.id.as_ref()?.to_string())),
        occurred_at: time(part.created_at),
        inbox: Map::new(),
    };
    let back = read::part(&(&json_of(&written)).into()).ok();
    Some(wire::Message { inbox: extension::of_part(part, back), ..written })
}

/// What is said as one text, and the files that this server keeps.
fn said(body: &PartBody) -> (String, Vec<wire::Media>) {
    let contents: &[Content] = match body {
        PartBody::Message(message) | PartBody::Note(message) => &message.contents,
        PartBody::Suggestion(suggestion) => &suggestion.message.contents,
        PartBody::QuickReplyChosen { text, .. } => return (text.clone(), Vec::new()),
        PartBody::QuickReplies { options } => {
            let lines: Vec<_> = options.iter().map(|option| format!("- {}", option.text)).collect();
            return (lines.join("\n"), Vec::new());
        }
        _ => &[],
    };
    let (mut texts, mut files) = (Vec::new(), Vec::new());
    for content in contents {
        match content.media().and_then(media_of) {
            Some(media) => files.push(media),
            None => texts.push(content.clone()),
        }
    }
    (markdown_of(&texts), files)
}

/// A file of ours; others are links in the text.
fn media_of(media: &Media) -> Option<wire::Media> {
    let id = media.id.as_ref()?.as_str();
    uuid_of_own(id).then(|| wire::Media {
        id: id.to_owned(),
        url: media.url.clone(),
        mime_type: media.mime.clone(),
        size: media.bytes.filter(|bytes| i64::try_from(*bytes).is_ok()),
        filename: media.name.clone(),
    })
}

fn uuid_of_own(id: &str) -> bool {
    crate::ids::text_of_uuid(id).is_some()
}

/// How far it has come. What came in was received; what went out and is not reported on was sent.
fn status(part: &Part, channel: &str, inbound: bool) -> Option<&'static str> {
    if matches!(channel, "note" | "call") {
        return None;
    }
    if matches!(part.body, PartBody::Suggestion(_)) {
        return Some("suggested");
    }
    Some(match &part.delivery {
        _ if inbound => "received",
        Some(Delivery::Created) => "queued",
        None | Some(Delivery::Sent) => "sent",
        Some(Delivery::Delivered | Delivery::Read) => "delivered",
        Some(Delivery::Failed { .. }) => "failed",
    })
}

fn author_word(kind: &ParticipantKind) -> &'static str {
    match kind {
        kind if kind.is_contact() => "contact",
        ParticipantKind::Agent => "staff",
        ParticipantKind::Bot => "ai",
        _ => "system",
    }
}

/// A part that the vendor has no row for, in as much of a row's form as our reader needs.
fn other(at: usize, part: &Part) -> Value {
    let row = json!({ "at": at, "id": part.id, "occurred_at": time(part.created_at) });
    let back = read::part(&(&row).into()).ok();
    let mut extension = extension::of_part(part, back);
    let Value::Object(mut row) = row else { return Value::Null };
    if !extension.contains_key("body") {
        extension.insert("body".to_owned(), json!(part.body));
    }
    row.insert(extension::NAME.to_owned(), Value::Object(extension));
    Value::Object(row)
}
