//! One part in the vendor's form.

use inbox_model::part::QuickReply;
use inbox_model::{Content, Media, Part, PartBody};
use serde_json::{Map, json};

use super::super::wire;
use super::{event, person, seconds};
use crate::contents::{call_markdown, markdown_of, suggestion_markdown};
use crate::extension;
use crate::html::html_of;
use crate::ids::uuid_of_text;
use crate::intercom::{read, words};
use crate::json::Value;

/// The part. Kinds that the vendor does not have are notes or events of another name, which its
/// clients pass over.
pub(super) fn write(part: &Part) -> wire::ConversationPart {
    let mut written = wire::ConversationPart {
        kind: "conversation_part".into(),
        id: part.id.to_string(),
        part_type: part_type(part),
        body: body(part),
        created_at: seconds(part.created_at),
        updated_at: seconds(part.updated_at),
        notified_at: seconds(part.created_at),
        assigned_to: None,
        author: part.author.as_ref().map(person::author),
        attachments: attachments(part.contents()),
        external_id: part.tracking.external_id.clone(),
        redacted: part.redacted,
        email_message_metadata: part
            .tracking
            .subject
            .clone()
            .map(|subject| wire::EmailMetadata { subject }),
        metadata: metadata(part),
        tags: tags(part),
        event_details: None,
        app_package_code: None,
        translations: None,
        external_reply_send_state: part.delivery.as_ref().map(|at| words::delivery(at).into()),
        seen_state: (!part.tracking.seen_by.is_empty())
            .then_some(wire::SeenState { admin_seen: true }),
        inbox: Map::new(),
    };
    if let PartBody::Event(event) = &part.body {
        event::fill(&mut written, event);
    }
    let back = read::part(&Value::from(&json!(written))).ok();
    written.inbox = extension::of_part(part, back);
    written
}

fn part_type(part: &Part) -> String {
    let name = match &part.body {
        PartBody::Message(_) | PartBody::QuickReplyChosen { .. } => "comment",
        // What a machine drafted and what was said on the phone is for the company.
        PartBody::Note(_) | PartBody::Suggestion(_) | PartBody::Call(_) => "note",
        PartBody::QuickReplies { .. } => "quick_reply",
        PartBody::Form(_) => "attribute_collector",
        PartBody::FormCompleted => "attribute_collector_completed",
        PartBody::RatingRequested(_) => "conversation_rating_requested",
        PartBody::RatingSubmitted(_) => "conversation_rating_changed",
        PartBody::Event(event) => event::part_type(event),
    };
    name.to_owned()
}

/// What is said, as HTML; `None` for what is no message.
pub(super) fn body(part: &Part) -> Option<String> {
    match &part.body {
        PartBody::Message(message) | PartBody::Note(message) => {
            let html = message.html.clone();
            Some(html.unwrap_or_else(|| html_of_contents(&message.contents)))
        }
        PartBody::Suggestion(draft) => Some(html_of(&suggestion_markdown(&draft.message.contents))),
        PartBody::Call(call) => Some(html_of(&call_markdown(call))),
        PartBody::QuickReplyChosen { text, .. } => Some(html_of(text)),
        _ => None,
    }
}

/// The contents as HTML, without the files, which are attachments.
pub(super) fn html_of_contents(contents: &[Content]) -> String {
    let words: Vec<_> = contents.iter().filter(|one| one.media().is_none()).cloned().collect();
    html_of(&markdown_of(&words))
}

/// The files among the contents.
pub(super) fn attachments(contents: &[Content]) -> Vec<wire::PartAttachment> {
    contents.iter().filter_map(Content::media).map(attachment).collect()
}

fn attachment(media: &Media) -> wire::PartAttachment {
    wire::PartAttachment {
        kind: "upload".into(),
        name: media.name.clone().unwrap_or_default(),
        url: media.url.clone(),
        content_type: media.mime.clone(),
        filesize: media.bytes,
        width: media.width,
        height: media.height,
    }
}

fn metadata(part: &Part) -> Option<wire::PartMetadata> {
    match &part.body {
        PartBody::QuickReplies { options } => {
            let options = options.iter().filter_map(|QuickReply { id, text }| {
                Some(wire::QuickReplyOption { text: text.clone(), uuid: uuid_of_text(id)? })
            });
            let quick_reply_options = Some(options.collect());
            Some(wire::PartMetadata { quick_reply_options, quick_reply_uuid: None })
        }
        PartBody::QuickReplyChosen { option_id, .. } => {
            let quick_reply_uuid = Some(uuid_of_text(option_id)?);
            Some(wire::PartMetadata { quick_reply_options: None, quick_reply_uuid })
        }
        _ => None,
    }
}

fn tags(part: &Part) -> Vec<wire::TagBasic> {
    let current = part.tag_applications.iter().filter(|one| one.is_current());
    let tag = |one: &inbox_model::tag::TagApplication| wire::TagBasic {
        kind: "tag".into(),
        id: one.tag_id.to_string(),
        name: one.name.clone().unwrap_or_default(),
    };
    current.map(tag).collect()
}
