//! The extension object `inbox`: what the model tells and a vendor's form does not.
//!
//! Vendors' objects are open, and their clients pass over what they do not know. So our server adds
//! one member beside the vendor's, and our client reads it where it is there and lives without it
//! (`docs/dialects.md` has the table). Every dialect has the same.

#[cfg(feature = "company")]
mod company;
#[cfg(feature = "lossy")]
mod lossy;
#[cfg(feature = "server")]
mod write;

use inbox_model::{CommandId, Conversation, Part, PartBody};

use crate::json::{Object, Value};
use crate::portable;

#[cfg(feature = "server")]
pub(crate) use write::{of_conversation, of_part};

/// The member's name.
pub(crate) const NAME: &str = "inbox";

/// Takes over what our own server adds to a conversation. `false` where there is nothing of the
/// kind: then somebody else wrote it.
pub(crate) fn read_conversation(read: &mut Conversation, object: Object<'_>) -> bool {
    let Some(extension) = object.object(NAME) else { return false };
    read.version = extension.count("version");
    read.unread = extension.count("unread").and_then(|unread| u32::try_from(unread).ok());
    read.preview = extension.get("preview").and_then(portable::read_preview);
    if let Some(people) = extension.get("people").and_then(portable::read_participants) {
        read.participants = people;
    }
    if let Some(state) = extension.text("state").and_then(portable::read_state) {
        read.state = state;
    }
    if let Some(receipts) = extension.get("readReceipts").and_then(portable::read_receipts) {
        read.read_receipts = receipts;
    }
    #[cfg(feature = "company")]
    company::conversation(read, extension);
    #[cfg(feature = "lossy")]
    lossy::conversation(read, extension);
    if let (Some(source), Some(more)) = (&mut read.source, extension.object("source")) {
        if let Some(author) = more.nullable("author", portable::read_participant) {
            source.author = author;
        }
        if let Some(channel) = more.text("channel") {
            source.channel = portable::read_channel(channel);
        }
    }
    true
}

/// Takes over what our own server adds to a part.
pub(crate) fn read_part(part: &mut Part, object: Object<'_>) {
    let Some(extension) = object.object(NAME) else { return };
    part.command_id = extension.text("commandId").map(CommandId::from);
    if let Some(delivery) = extension.nullable("delivery", portable::read_delivery) {
        part.delivery = delivery;
    }
    if let Some(author) = extension.nullable("author", portable::read_participant) {
        part.author = author;
    }
    let channel = |word: &Value| word.as_str().map(portable::read_channel);
    if let Some(channel) = extension.nullable("channel", channel) {
        part.channel = channel;
    }
    #[cfg(feature = "company")]
    company::part(part, extension);
    #[cfg(feature = "lossy")]
    lossy::part(part, extension);
    if let Some(body) = extension.get("body").and_then(portable::read_body) {
        part.body = body;
    }
    if let PartBody::Message(message) | PartBody::Note(message) = &mut part.body
        && let Some(contents) = extension.get("contents").and_then(portable::read_contents)
    {
        message.contents = contents;
    }
}
