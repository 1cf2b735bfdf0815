//! The first message, which the vendor tells as the source of a conversation.

use std::sync::Arc;

use inbox_model::{Conversation, Part, PartBody};
use serde_json::{Map, json};

use super::super::wire;
use super::{part, person};
use crate::extension;
use crate::html::html_of;
use crate::intercom::{read, words};
use crate::json::{Object, Value};

/// A thread of this many parts may be cut, so that its first part is not the first message.
const MOST_PARTS: usize = 500;

/// The first message, where it is the first of the parts.
pub(super) fn opening(seen: &Conversation) -> Option<&Arc<Part>> {
    let first = seen.parts.first().filter(|_| seen.parts.len() < MOST_PARTS)?;
    matches!(first.body, PartBody::Message(_)).then_some(first)
}

/// The source; `None` where nothing is known of it.
pub(super) fn write(seen: &Conversation, opening: Option<&Arc<Part>>) -> Option<wire::Source> {
    let known = seen.source.as_ref();
    if known.is_none() && opening.is_none() {
        return None;
    }
    let author = opening.and_then(|part| part.author.as_ref());
    let author = author.or_else(|| known?.author.as_ref());
    let channel = known.map(|source| &source.channel);
    let channel = channel.or_else(|| opening?.channel.as_ref());
    let mut written = wire::Source {
        kind: channel.map_or("conversation", words::channel).into(),
        id: opening.map(|part| part.id.to_string()),
        delivered_as: known
            .and_then(|source| source.initiated_by)
            .map(|one| words::initiator(one).into()),
        subject: Some(known.and_then(|source| source.subject.clone()).unwrap_or_default()),
        body: Some(match (opening, known) {
            (Some(part), _) => part::body(part).unwrap_or_default(),
            (None, Some(source)) if !source.html.is_empty() => source.html.clone(),
            (None, known) => html_of(known.map_or("", |source| &source.markdown)),
        }),
        author: author.map(person::source_author),
        attachments: opening.map(|part| part::attachments(part.contents())).unwrap_or_default(),
        url: known.and_then(|source| source.url.clone()),
        redacted: opening.is_some_and(|part| part.redacted),
        inbox: Map::new(),
    };
    if let Some(part) = opening {
        let whole = Value::from(&json!({ "id": seen.id, "source": written, "inbox": {} }));
        let mut blank = Conversation::new(seen.id.clone(), part.created_at);
        blank.created_at = inbox_model::Timestamp::from_millis(
            super::seconds(seen.created_at).saturating_mul(1000),
        );
        let back = Object::maybe(&whole).and_then(|object| read::opening(object, &blank, false));
        written.inbox = extension::of_part(part, back);
    }
    Some(written)
}

/// By which channel it began, and by which something was last said.
pub(super) fn channels(seen: &Conversation) -> Option<wire::ChannelPath> {
    let name = |channel| match words::channel(channel) {
        "conversation" => "messenger".to_owned(),
        word => word.to_owned(),
    };
    let initial = name(&seen.source.as_ref()?.channel);
    let last = seen.parts.iter().rev().find_map(|part| part.channel.as_ref());
    let current = last.map_or_else(|| initial.clone(), name);
    Some(wire::ChannelPath { initial: Some(initial), current: Some(current) })
}
