//! Commands that say something or take it back.

use super::{Change, Context, Refusal};
use crate::content::Content;
use crate::conversation::{Channel, Conversation, Initiator, Preview, Source, State};
use crate::draft;
use crate::markdown;
use crate::part::{Event, Message, Part, PartBody};
use crate::reply_window::{Reason, Verdict, verdict_for};

pub(super) fn start(
    change: &mut Change,
    contents: &[Content],
    context: &mut Context<'_>,
) -> Result<(), Refusal> {
    check(contents)?;
    let actor = context.actor.clone();
    let by_contact = actor.kind.is_contact();
    let conversation = change.conversation();
    let source = conversation.source.get_or_insert_with(Source::default);
    source.author = Some(actor.clone());
    source.initiated_by = Some(if by_contact { Initiator::Customer } else { Initiator::Company });
    if let Some(Content::Text { markdown }) = contents.first() {
        source.markdown.clone_from(markdown);
    }
    if by_contact && !conversation.participants.iter().any(|one| one.is_same(&actor)) {
        conversation.participants.push(actor);
    }
    say(change, contents, context);
    Ok(())
}

pub(super) fn reply(
    change: &mut Change,
    contents: &[Content],
    context: &mut Context<'_>,
) -> Result<(), Refusal> {
    match verdict_for(change.conversation(), &context.actor.kind) {
        Verdict::Closed(Reason::Blocked) => return Err(Refusal::Blocked),
        Verdict::Closed(_) => return Err(Refusal::RepliesDisabled),
        Verdict::WaitingForCustomer { .. } | Verdict::Open { .. } => {}
    }
    check(contents)?;
    say(change, contents, context);
    Ok(())
}

/// The newest thing said, for a row in a list: the last message or note, or only what the
/// customer may see of them.
pub fn preview_of(conversation: &Conversation, public_only: bool) -> Option<Preview> {
    conversation
        .parts
        .iter()
        .rev()
        .filter(|part| !public_only || part.is_public())
        .find_map(|part| preview(part))
}

fn preview(part: &Part) -> Option<Preview> {
    let (text, content) = match &part.body {
        PartBody::QuickReplyChosen { text, .. } => (text.clone(), None),
        PartBody::Message(_) | PartBody::Note(_) => {
            let text = part.markdown().map(|text| markdown::preview_text(text, PREVIEW_CHARACTERS));
            let content = part.contents().iter().find_map(kind_of);
            (text.unwrap_or_default(), content.map(String::from))
        }
        _ => return None,
    };
    Some(Preview {
        part_id: part.id.clone(),
        text,
        author: part.author.clone(),
        at: part.created_at,
        content,
        note: matches!(part.body, PartBody::Note(_)),
    })
}

/// Enough for two lines of a wide list.
const PREVIEW_CHARACTERS: usize = 160;

fn kind_of(content: &Content) -> Option<&'static str> {
    match content {
        Content::Text { .. } => None,
        Content::Image(_) => Some("image"),
        Content::Video(_) => Some("video"),
        Content::Audio { .. } => Some("audio"),
        Content::Document(_) => Some("document"),
        Content::Location(_) => Some("location"),
        Content::ContactCard(_) => Some("contact_card"),
    }
}

pub(super) fn check(contents: &[Content]) -> Result<(), Refusal> {
    let limits = draft::Limits::default();
    draft::check_contents(contents, &limits).map_err(|problem| match problem {
        draft::Problem::Empty => Refusal::Empty,
        draft::Problem::TooLong { max, actual } => Refusal::TooLong { max, actual },
    })
}

fn say(change: &mut Change, contents: &[Content], context: &mut Context<'_>) {
    let author = context.actor.clone();
    let by_contact = author.kind.is_contact();
    let body = PartBody::Message(Message::new(contents.to_vec()));
    let index = change.done.conversation.parts.len();
    change.add(body, Some(author), context);
    let channel = change.conversation().source.as_ref().map(|source| source.channel.clone());
    if let Some(part) = change.conversation().parts.get_mut(index) {
        std::sync::Arc::make_mut(part).channel = Some(channel.unwrap_or(Channel::Web));
    }
    let now = context.now;
    let conversation = change.conversation();
    if by_contact {
        conversation.awaiting_customer_reply = Some(false);
        conversation.waiting_since.get_or_insert(now);
        // Somebody who writes again wants to be heard again.
        if conversation.state != State::Open {
            conversation.state = State::Open;
            conversation.snoozed_until = None;
            let event = Event::StateChanged { state: State::Open, snoozed_until: None };
            change.add(PartBody::Event(event), None, context);
        }
    } else {
        conversation.awaiting_customer_reply = Some(true);
        conversation.waiting_since = None;
    }
    read_by_author(change, context);
}

/// Whoever writes has seen what stands above.
pub(super) fn read_by_author(change: &mut Change, context: &Context<'_>) {
    if let Some(id) = &context.actor.id {
        change.read_all(id, Some(context.actor));
    }
    let preview = preview_of(&change.done.conversation, context.actor.kind.is_contact());
    change.conversation().preview = preview;
}
