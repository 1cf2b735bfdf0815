//! What a part is, and how far it has come. Only the server writes these.

#[cfg(feature = "company")]
mod company;

#[cfg(feature = "company")]
pub(super) use company::call as read_call;
use inbox_model::part::{Form, FormField, Message, QuickReply};
use inbox_model::{Delivery, PartBody};

use super::content::read_contents;
use super::csat::request;
use super::event::read_event;
use super::list::list;
#[cfg(feature = "company")]
use crate::json::Map;
use crate::json::{Object, Value};

/// What only the company is told: as good as unknown.
#[cfg(not(feature = "company"))]
mod company {
    use inbox_model::PartBody;

    use crate::json::Value;

    pub(super) fn read(_: &str, _: &Value) -> Option<PartBody> {
        None
    }
}

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
        kind => return company::read(kind, data),
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

/// Writes how far a message has come.
#[cfg(feature = "company")]
pub fn write_delivery(delivery: &Delivery) -> Value {
    let status = match delivery {
        Delivery::Created => "created",
        Delivery::Sent => "sent",
        Delivery::Delivered => "delivered",
        Delivery::Read => "read",
        Delivery::Failed { .. } => "failed",
    };
    let mut fields = Map::tagged("status", status);
    if let Delivery::Failed { code } = delivery {
        fields.set("code", code.as_str());
    }
    fields.into()
}

fn message(value: &Value) -> Option<Message> {
    let object = Object::maybe(value)?;
    Some(Message {
        contents: read_contents(object.get("contents")?)?,
        html: object.string("html"),
        email: object.flag("email").unwrap_or(false),
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
