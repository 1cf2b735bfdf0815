//! Commands that say something or take it back.

#[cfg(feature = "company")]
use super::timing;
use super::{Change, Context, Refusal};
use crate::command::Command;
use crate::content::Content;
use crate::conversation::{Conversation, Initiator, Preview, Source, State};
use crate::draft;
use crate::markdown;
use crate::part::{Event, Message, Part, PartBody};
use crate::participant::Participant;
use crate::reply_window::{Reason, barred};
#[cfg(not(feature = "company"))]
use crate::validate::Problem;
#[cfg(feature = "company")]
use crate::{
    conversation::Channel,
    validate::{Limits, message},
};

pub(super) fn start(
    change: &mut Change,
    contents: &[Content],
    context: &mut Context<'_>,
) -> Result<(), Refusal> {
    may_open(change.conversation(), context.actor)?;
    #[cfg(feature = "company")]
    check_for(&change.done.conversation.channel(), contents, None, context)?;
    #[cfg(not(feature = "company"))]
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
    #[cfg(feature = "company")]
    timing::begun(change, by_contact, context);
    let said = say(change, contents, context);
    #[cfg(feature = "company")]
    super::entry::used(change, said);
    let _ = said;
    Ok(())
}

pub(super) fn reply(
    change: &mut Change,
    contents: &[Content],
    command: &Command,
    context: &mut Context<'_>,
) -> Result<(), Refusal> {
    #[cfg(feature = "company")]
    if let Command::Reply { envelope, .. } = command
        && change
            .knows(envelope.external_id.as_deref(), &envelope.channel_in(&change.done.conversation))
    {
        return Ok(());
    }
    may_speak(change, context)?;
    #[cfg(feature = "company")]
    if let Command::Reply { envelope, .. } = command {
        let channel = envelope.channel_in(&change.done.conversation);
        check_for(&channel, contents, envelope.subject.as_deref(), context)?;
    }
    #[cfg(not(feature = "company"))]
    check(contents)?;
    #[cfg(feature = "company")]
    if let Command::Reply { envelope, .. } = command
        && let Some(draft) = &envelope.suggestion
    {
        super::suggest::may_send(change, draft)?;
    }
    let said = say(change, contents, context);
    #[cfg(feature = "company")]
    if let Command::Reply { envelope, .. } = command {
        super::channel::seal(change, said, envelope);
        super::entry::used(change, said);
        super::suggest::replaced(change, said, context);
    }
    let _ = (command, said);
    Ok(())
}

/// Whether somebody may begin a conversation: whoever is blocked may not.
///
/// # Errors
/// `Blocked`.
pub fn may_open(conversation: &Conversation, actor: &Participant) -> Result<(), Refusal> {
    match barred(conversation, &actor.kind) {
        Some(Reason::Blocked) => Err(Refusal::Blocked),
        _ => Ok(()),
    }
}

/// A reply window bars nobody here: a channel takes what is sent and reports that it failed. What
/// the company has barred is barred.
fn may_speak(change: &mut Change, context: &Context<'_>) -> Result<(), Refusal> {
    match barred(change.conversation(), &context.actor.kind) {
        Some(Reason::Blocked) => Err(Refusal::Blocked),
        Some(_) => Err(Refusal::RepliesDisabled),
        None => Ok(()),
    }
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

/// What the messenger sends is a text, so the messenger need not bring along how problems of several
/// contents are told.
#[cfg(not(feature = "company"))]
pub(super) fn check(contents: &[Content]) -> Result<(), Refusal> {
    let text = match contents {
        [Content::Text { markdown }] => markdown,
        _ => "",
    };
    let fault = draft::check_text(text, draft::TEXT);
    fault.map_or(Ok(()), |fault| Err(Refusal::Invalid(vec![Problem::at("contents", fault)])))
}

/// What is said among agents, or by the customer, goes by no channel of the company's.
#[cfg(feature = "company")]
pub(super) fn check(contents: &[Content]) -> Result<(), Refusal> {
    Refusal::unless_none(draft::check_contents(contents, draft::TEXT))
}

/// What the company says to the other side has to be what the channel takes: once it is said, it is
/// carried. What customers say has come already.
#[cfg(feature = "company")]
pub(super) fn check_for(
    channel: &Channel,
    contents: &[Content],
    subject: Option<&str>,
    context: &Context<'_>,
) -> Result<(), Refusal> {
    if !context.actor.kind.is_company() {
        return check(contents);
    }
    Refusal::unless_none(message::check(contents, subject, &Limits::of(channel)))
}

/// Says it, and tells where in the thread it stands.
pub(super) fn say(change: &mut Change, contents: &[Content], context: &mut Context<'_>) -> usize {
    let author = context.actor.clone();
    let by_contact = author.kind.is_contact();
    let body = PartBody::Message(Message::new(contents.to_vec()));
    let index = change.done.conversation.parts.len();
    change.add(body, Some(author), context);
    let channel = change.conversation().channel();
    if let Some(part) = change.conversation().parts.get_mut(index) {
        std::sync::Arc::make_mut(part).channel = Some(channel);
    }
    #[cfg(feature = "company")]
    timing::said(change.conversation(), context);
    let now = context.now;
    let conversation = change.conversation();
    if by_contact {
        conversation.awaiting_customer_reply = Some(false);
        conversation.waiting_since.get_or_insert(now);
        // Somebody who writes again wants to be heard again.
        if conversation.state != State::Open && reopens(conversation, context) {
            // Whose turn it is passes with every reply, and the thread tells nobody of that.
            let is_news = conversation.state != State::Pending;
            conversation.state = State::Open;
            conversation.snoozed_until = None;
            #[cfg(feature = "company")]
            timing::turned(conversation, now);
            if is_news {
                let event = Event::StateChanged { state: State::Open, snoozed_until: None };
                change.add(PartBody::Event(event), None, context);
            }
        }
    } else {
        conversation.awaiting_customer_reply = Some(true);
        conversation.waiting_since = None;
        #[cfg(feature = "company")]
        timing::answered(conversation, context);
    }
    read_by_author(change, context);
    index
}

#[cfg(feature = "company")]
fn reopens(conversation: &Conversation, context: &Context<'_>) -> bool {
    conversation.state != State::Closed || context.policy.reply_reopens_closed
}

#[cfg(not(feature = "company"))]
fn reopens(_: &Conversation, _: &Context<'_>) -> bool {
    true
}

/// Whoever writes has seen what stands above.
pub(super) fn read_by_author(change: &mut Change, context: &Context<'_>) {
    if let Some(id) = &context.actor.id {
        change.read_all(id, Some(context.actor));
    }
    let preview = preview_of(&change.done.conversation, context.actor.kind.is_contact());
    change.conversation().preview = preview;
}
