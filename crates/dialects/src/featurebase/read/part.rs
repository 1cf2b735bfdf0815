//! The 17 part types, and any that may come after them.

use inbox_model::part::{Form, FormField, Message, QuickReply};
use inbox_model::{
    Content, Event, Part, PartBody, PartId, Participant, ParticipantKind, Timestamp,
};

use super::{company, csat, person};
use crate::extension;
use crate::featurebase::words;
use crate::html;
use crate::json::{Fault, Object, Value};
use crate::portable;

/// Reads one part on its own, as the answer to a reply.
pub(in crate::featurebase) fn part(value: &Value) -> Result<Part, Fault> {
    let part = Object::of(value).and_then(|object| from_object(object, Timestamp::default()));
    part.map_err(|fault| fault.within("part"))
}

/// Reads one part. It needs an id and, where times are given, times that can be read; `fallback`
/// is its time where none is. A type that is unknown here, or whose own data cannot be read,
/// becomes a neutral event.
pub(super) fn from_object(object: Object<'_>, fallback: Timestamp) -> Result<Part, Fault> {
    let id: PartId = object.need_id("id")?;
    let created = object.valid_time("createdAt")?;
    let updated = object.valid_time("updatedAt")?;
    let created_at = created.or(updated).unwrap_or(fallback);
    let kind = object.text("partType").unwrap_or("unknown");
    let body = body(kind, object, created_at).unwrap_or_else(|| other(kind, object));
    let mut part = Part::new(id, body, author(kind, object), created_at);
    part.updated_at = updated.unwrap_or(created_at);
    part.channel = object.text("channel").map(words::read_channel);
    part.redacted = object.flag("redacted").unwrap_or(false);
    company::part(&mut part, object);
    extension::read_part(&mut part, object);
    Ok(part)
}

fn author(kind: &str, object: Object<'_>) -> Option<Participant> {
    // Which side spoke is known from the type even where the vendor names nobody.
    let side = match kind {
        "user_msg" => Some(ParticipantKind::Customer),
        "admin_msg" | "admin_note" => Some(ParticipantKind::Agent),
        "bot_msg" => Some(ParticipantKind::Bot),
        _ => None,
    };
    match object.object("author") {
        Some(author) => Some(person::author(author, side)),
        None => side.map(|kind| Participant {
            id: None,
            kind,
            name: None,
            email: None,
            avatar_url: None,
        }),
    }
}

fn body(kind: &str, object: Object<'_>, at: Timestamp) -> Option<PartBody> {
    Some(match kind {
        "user_msg" | "admin_msg" | "bot_msg" => PartBody::Message(message(object)),
        "email_msg" => PartBody::Message(Message { email: true, ..message(object) }),
        "admin_note" => PartBody::Note(message(object)),
        "quick_reply_opts" => {
            let options = object.each("replyOptions", |option| {
                Some(QuickReply { id: option.id("id")?, text: option.string("text")? })
            });
            PartBody::QuickReplies { options }
        }
        "quick_reply_resp" => PartBody::QuickReplyChosen {
            option_id: object.id("selectedOptionId").unwrap_or_default(),
            text: markdown(object),
        },
        "rating_requested" => PartBody::RatingRequested(csat::request(object.object("csat")?)?),
        "rating_submitted" => PartBody::RatingSubmitted(csat::request(object.object("csat")?)?),
        "attr_prompt" => PartBody::Form(form(object.object("form")?)),
        "attr_complete" => PartBody::FormCompleted,
        "status" => PartBody::Event(Event::StateChanged {
            state: portable::read_state(object.text("status")?)?,
            snoozed_until: object.time("snoozedUntil"),
        }),
        _ => PartBody::Event(company::event(kind, object, at)?),
    })
}

fn other(kind: &str, object: Object<'_>) -> PartBody {
    let mut data = object.map().clone();
    data.remove(extension::NAME);
    PartBody::Event(Event::Other { name: kind.to_owned(), data: Value::Object(data).to_json() })
}

fn message(object: Object<'_>) -> Message {
    let markdown = markdown(object);
    let contents = if markdown.is_empty() { Vec::new() } else { vec![Content::text(markdown)] };
    let html = object.string("bodyHtml").filter(|html| !html.is_empty());
    Message { contents, html, email: false }
}

/// The text as markdown, taken from the HTML where there is none.
fn markdown(object: Object<'_>) -> String {
    let markdown = object.string("bodyMarkdown").filter(|markdown| !markdown.is_empty());
    markdown.unwrap_or_else(|| html::text_of(object.text("bodyHtml").unwrap_or_default()))
}

fn form(object: Object<'_>) -> Form {
    let fields = object.each("attributes", |field| {
        let identifier: String = field.id("identifier")?;
        Some(FormField {
            name: field.string("name").unwrap_or_else(|| identifier.clone()),
            kind: field.string("type").unwrap_or_else(|| "text".into()),
            identifier,
        })
    });
    Form { id: object.id("id").unwrap_or_default(), fields }
}
