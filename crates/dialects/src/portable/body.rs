//! What a part is, and how far it has come. Only the server writes these.

use inbox_model::part::{Call, Form, FormField, Message, QuickReply};
use inbox_model::{Delivery, PartBody};

use super::content::read_contents;
use super::csat::request;
use super::event::read_event;
use super::list::list;
use crate::json::{Object, Value};

/// Reads the body of a part; `None` where its kind is unknown here.
pub fn read_body(value: &Value) -> Option<PartBody> {
    let object = Object::maybe(value)?;
    let kind = object.text("kind")?;
    if kind == "form_completed" {
        return Some(PartBody::FormCompleted);
    }
    let data = object.get("data")?;
    Some(match kind {
        "message" => PartBody::Message(message(data)?),
        "note" => PartBody::Note(message(data)?),
        "suggestion" => PartBody::Suggestion(message(data)?),
        "call" => PartBody::Call(call(data)?),
        "event" => PartBody::Event(read_event(data)?),
        "form" => PartBody::Form(form(data)?),
        "quick_replies" => PartBody::QuickReplies {
            options: list(Object::maybe(data)?.get("options")?, quick_reply)?,
        },
        "quick_reply_chosen" => {
            let data = Object::maybe(data)?;
            PartBody::QuickReplyChosen {
                option_id: data.string("option_id")?,
                text: data.string("text")?,
            }
        }
        "rating_requested" => PartBody::RatingRequested(request(data)?),
        "rating_submitted" => PartBody::RatingSubmitted(request(data)?),
        _ => return None,
    })
}

/// Reads how far a message has come.
pub fn read_delivery(value: &Value) -> Option<Delivery> {
    let object = Object::maybe(value)?;
    Some(match object.text("status")? {
        "created" => Delivery::Created,
        "sent" => Delivery::Sent,
        "delivered" => Delivery::Delivered,
        "read" => Delivery::Read,
        "failed" => Delivery::Failed { code: object.string("code")? },
        _ => return None,
    })
}

fn message(value: &Value) -> Option<Message> {
    let object = Object::maybe(value)?;
    Some(Message {
        contents: read_contents(object.get("contents")?)?,
        html: object.string("html"),
        email: object.flag("email").unwrap_or(false),
    })
}

fn call(value: &Value) -> Option<Call> {
    let object = Object::maybe(value)?;
    Some(Call {
        inbound: object.flag("inbound")?,
        duration_ms: object.count("duration_ms")?,
        summary: object.string("summary"),
        recording_url: object.string("recording_url"),
    })
}

fn form(value: &Value) -> Option<Form> {
    let object = Object::maybe(value)?;
    Some(Form { id: object.string("id")?, fields: list(object.get("fields")?, form_field)? })
}

fn form_field(value: &Value) -> Option<FormField> {
    let object = Object::maybe(value)?;
    Some(FormField {
        identifier: object.string("identifier")?,
        name: object.string("name")?,
        kind: object.string("kind")?,
    })
}

fn quick_reply(value: &Value) -> Option<QuickReply> {
    let object = Object::maybe(value)?;
    Some(QuickReply { id: object.string("id")?, text: object.string("text")? })
}
