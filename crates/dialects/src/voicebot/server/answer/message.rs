//! One message.

use inbox_model::part::Delivery;
use inbox_model::{Conversation, Part, PartId, Participant, ParticipantKind};
use serde_json::Value;

use super::super::wire;
use super::content;
use super::plain::{number, time};
use crate::extension;
use crate::json::Object;
use crate::voicebot::read;

/// A part with what the vendor's form loses. `people` are those whom its reader will know of when the
/// message is read.
pub(super) fn write(part: &Part, conversation: &Conversation, people: &[Participant]) -> Value {
    let message = message(part, conversation, true);
    let mut value = serde_json::to_value(message).unwrap_or_default();
    let wire = (&value).into();
    let back = Object::of(&wire).and_then(|object| read::part(object, people));
    let extension = extension::of_part(part, back.ok());
    if let Some(object) = value.as_object_mut() {
        object.insert(extension::NAME.into(), Value::Object(extension));
    }
    value
}

/// A part in the vendor's form. What is no message is the system's, and says nothing.
pub(super) fn message(
    part: &Part,
    conversation: &Conversation,
    with_reference: bool,
) -> wire::Message {
    let id = number(part.id.as_str());
    let author = part.author.as_ref().filter(|_| part.is_spoken());
    let is_agent = author.is_some_and(|author| author.kind == ParticipantKind::Agent);
    let user_id = author.filter(|_| is_agent).and_then(|author| author.id.as_ref());
    let tracking = &part.tracking;
    let referred = tracking.reply_to.as_ref().filter(|_| with_reference);
    wire::Message {
        id,
        conversation_id: number(conversation.id.as_str()),
        sender: sender(author.map(|author| &author.kind)),
        source: if tracking.campaign.is_some() {
            wire::Source::WhatsappCampaign
        } else {
            wire::Source::User
        },
        user_id: user_id.and_then(|id| number(id.as_str())),
        contents: content::of_part(&part.body),
        status: part.is_spoken().then(|| status(part, conversation)),
        agent_reaction: tracking.company_reaction.clone(),
        customer_reaction: tracking.contact_reaction.clone(),
        sent_at: Some(time(part.created_at)),
        reference: referred.and_then(|id| reference(id, conversation)),
        latest_error: error(part, id),
        whatsapp_campaign: tracking.campaign.clone().map(|name| wire::Campaign { name }),
    }
}

/// Machines that speak for the company are its number's; the inbox itself, and nobody, are the system.
fn sender(kind: Option<&ParticipantKind>) -> wire::From {
    match kind {
        Some(kind) if kind.is_contact() => wire::From::Customer,
        None | Some(ParticipantKind::System) => wire::From::System,
        Some(_) => wire::From::Agent,
    }
}

/// How far it has come. Where no channel tells, the receipts of the other side do.
fn status(part: &Part, conversation: &Conversation) -> wire::MessageStatus {
    use wire::MessageStatus::{Created, Delivered, Error, Read, Sent};

    let inbound = part.is_inbound();
    match &part.delivery {
        Some(Delivery::Failed { .. }) => Error,
        Some(Delivery::Created) if !inbound => Created,
        Some(Delivery::Sent) if !inbound => Sent,
        Some(Delivery::Delivered) if !inbound => Delivered,
        Some(Delivery::Read) if !inbound => Read,
        _ if is_read(part, conversation, inbound) => Read,
        _ if inbound => Delivered,
        _ => Sent,
    }
}

/// Whether somebody on the other side has read as far as this.
fn is_read(part: &Part, conversation: &Conversation, inbound: bool) -> bool {
    let Some(this) = number(part.id.as_str()) else { return false };
    let mut receipts = conversation.read_receipts.iter();
    receipts.any(|receipt| {
        receipt.kind.is_contact() != inbound
            && number(receipt.last_read_part.as_str()).is_some_and(|last| last >= this)
    })
}

/// The message that is referred to; of one that is not at hand its id.
fn reference(id: &PartId, conversation: &Conversation) -> Option<Box<wire::Message>> {
    let there = conversation.parts.iter().find(|part| part.id == *id);
    if let Some(part) = there {
        return Some(Box::new(message(part, conversation, false)));
    }
    let blank =
        Part::new(id.clone(), inbox_model::PartBody::FormCompleted, None, conversation.created_at);
    number(id.as_str())?;
    Some(Box::new(wire::Message { sent_at: None, ..message(&blank, conversation, false) }))
}

fn error(part: &Part, id: Option<u64>) -> Option<wire::MessageError> {
    let Some(Delivery::Failed { code }) = &part.delivery else { return None };
    let words = part.tracking.delivery_info.as_ref().unwrap_or(code);
    Some(wire::MessageError {
        id,
        message_id: id,
        kind: if code == "other" { "other" } else { "status-update" },
        original_message: words.clone(),
        created_at: part.tracking.delivery_at.map(time),
    })
}
