//! The first message, which the vendor tells as the conversation's `source` and not always among
//! its parts.

use std::sync::Arc;

use inbox_model::conversation::Source;
use inbox_model::markdown::preview_text;
use inbox_model::part::Message;
use inbox_model::{Conversation, Part, PartBody, PartId, Preview};

/// The id of a part that was made from the source.
const SOURCE: &str = "source";
/// The vendor returns no more parts than this, the newest, so that the first may be missing.
const MOST_PARTS: usize = 500;
/// Enough for two lines of a wide list.
const PREVIEW_CHARACTERS: usize = 160;

/// Puts the source in front of the parts where none of them is the first message.
pub(super) fn restore(conversation: &mut Conversation) {
    let Some(source) = &conversation.source else { return };
    let text = source.markdown.trim();
    if text.is_empty() || conversation.parts.len() >= MOST_PARTS {
        return;
    }
    let mut spoken = conversation.parts.iter().filter(|part| part.is_spoken());
    // What was redacted must not come back by another way.
    let first_is_redacted = spoken.clone().next().is_some_and(|first| first.redacted);
    if first_is_redacted || spoken.any(|part| is_source(part, source)) {
        return;
    }
    // In front by the order of parts too, not just by position.
    let oldest = conversation.parts.first().map(|part| part.created_at.plus(-1));
    let at = oldest.map_or(conversation.created_at, |oldest| oldest.min(conversation.created_at));
    let mut message = Message::text(source.markdown.clone());
    message.html = Some(source.html.clone()).filter(|html| !html.is_empty());
    let body = PartBody::Message(message);
    let mut part = Part::new(PartId::from(SOURCE), body, source.author.clone(), at);
    part.channel = Some(source.channel.clone());
    conversation.parts.insert(0, Arc::new(part));
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

fn is_source(part: &Part, source: &Source) -> bool {
    let by_author = match (&part.author, &source.author) {
        (Some(one), Some(two)) => one.id.is_none() || two.id.is_none() || one.id == two.id,
        _ => true,
    };
    by_author && part.markdown().is_some_and(|text| text.trim() == source.markdown.trim())
}
