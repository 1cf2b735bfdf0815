//! The first message, which the vendor tells as the conversation's `source` and not among its parts.

use inbox_model::markdown::preview_text;
use inbox_model::{Conversation, Part, PartBody, PartId, Preview};

use super::{part, person, time, words};
use crate::extension;
use crate::json::{Fault, Object, Value};

/// The id of a first message that the vendor names none for.
const SOURCE: &str = "source";
/// The vendor returns no more parts than this, the newest, so that those after the first may be
/// missing.
const MOST_PARTS: usize = 500;
/// Enough for two lines of a wide list.
const PREVIEW_CHARACTERS: usize = 160;

/// The source as the first part. Our own server names its id where it is the first of the parts;
/// the vendor's is taken where the parts after it are all there, and anything is said in it.
pub(in crate::intercom) fn opening(
    conversation: Object<'_>,
    read: &Conversation,
    by_vendor: bool,
) -> Option<Part> {
    let source = conversation.object("source")?;
    let id: Option<PartId> = source.id("id");
    let message = part::message(source);
    let says = !message.contents.is_empty() || source.flag("redacted") == Some(true);
    let id = match id {
        Some(id) if !by_vendor => id,
        id if by_vendor && says && read.parts.len() < MOST_PARTS => {
            id.unwrap_or_else(|| PartId::from(SOURCE))
        }
        _ => return None,
    };
    let author = source.object("author").map(person::author);
    let mut first = Part::new(id, PartBody::Message(message), author, read.created_at);
    first.channel = source.text("type").map(words::read_channel);
    first.redacted = source.flag("redacted").unwrap_or(false);
    super::company::part(&mut first, source);
    extension::read_part(&mut first, source);
    // In front by the order of parts too, not just by position.
    if by_vendor && let Some(next) = read.parts.first() {
        first.created_at = first.created_at.min(next.created_at.plus(-1));
    }
    Some(first)
}

/// What a row in a list shows where nothing newer is known than the source.
pub(super) fn preview(conversation: &Conversation) -> Option<Preview> {
    let source = conversation.source.as_ref().filter(|source| !source.markdown.is_empty())?;
    Some(Preview {
        part_id: PartId::from(SOURCE),
        text: preview_text(&source.markdown, PREVIEW_CHARACTERS),
        author: source.author.clone(),
        at: conversation.created_at,
        content: None,
        note: false,
    })
}

/// Reads the answer to a new conversation: the message, and from our own server the conversation
/// beside it.
pub(in crate::intercom) fn begun(value: &Value) -> Result<Conversation, Fault> {
    let message = Object::of(value).map_err(|fault| fault.within("message"))?;
    let whole = message.object(extension::NAME).and_then(|inbox| inbox.get("conversation"));
    if let Some(whole) = whole {
        return super::conversation(whole);
    }
    let read = || {
        let at = time::valid(message, "created_at")?.unwrap_or_default();
        let mut read = Conversation::new(message.need_id("conversation_id")?, at);
        let mut first = part::message(message);
        first.html = None;
        let id = message.id("id").unwrap_or_else(|| PartId::from(SOURCE));
        read.parts.push(Part::new(id, PartBody::Message(first), None, at).into());
        Ok(read)
    };
    read().map_err(|fault: Fault| fault.within("message"))
}
