//! Drafts of a machine: made, sent, replaced, dismissed.

use super::{Change, Context, Refusal, channel, entry, speak};
use crate::command::Envelope;
use crate::content::Content;
use crate::id::PartId;
use crate::part::{Message, PartBody};
use crate::participant::ParticipantKind;
use crate::suggestion::{Standing, Suggestion, SuggestionStatus, newest_message, standing};

/// Adds a draft. One at a time waits: a newer one takes the place of an older one.
pub(super) fn suggest(
    change: &mut Change,
    contents: &[Content],
    context: &mut Context<'_>,
) -> Result<(), Refusal> {
    speak::check(contents)?;
    if let Some(older) = change.conversation().handling.pending_suggestion.take()
        && let Ok(index) = change.find(&older)
    {
        settle(change, index, &SuggestionStatus::Dismissed);
    }
    let based_on = newest_message(&change.done.conversation.parts).map(|part| part.id.clone());
    let draft = Suggestion { based_on, ..Suggestion::pending(Message::new(contents.to_vec())) };
    let id = change.add(PartBody::Suggestion(draft), Some(context.actor.clone()), context);
    change.conversation().handling.pending_suggestion = Some(id);
    Ok(())
}

/// Sends a draft as it stands.
pub(super) fn send(
    change: &mut Change,
    part: &PartId,
    envelope: &Envelope,
    context: &mut Context<'_>,
) -> Result<(), Refusal> {
    let (index, contents) = pending(change, part)?;
    may_send(change, part)?;
    let channel = envelope.channel_in(&change.done.conversation);
    speak::check_for(&channel, &contents, envelope.subject.as_deref(), context)?;
    let said = speak::say(change, &contents, context);
    channel::seal(change, said, envelope);
    entry::used(change, said);
    let sent = change.done.conversation.parts.get(said).map(|part| part.id.clone());
    let sent = sent.ok_or(Refusal::PartNotFound)?;
    settle(change, index, &SuggestionStatus::Sent(sent));
    Ok(())
}

/// Whether what was made of a draft may still be said: not once something else has been said, be it
/// that the draft is outdated, or that it was settled by a message. What was dismissed is the
/// agent's own text by now.
pub(super) fn may_send(change: &Change, part: &PartId) -> Result<(), Refusal> {
    match standing(&change.done.conversation.parts, part).ok_or(Refusal::PartNotFound)? {
        Standing::Pending | Standing::Dismissed => Ok(()),
        Standing::Outdated => Err(Refusal::SuggestionOutdated),
        Standing::Sent | Standing::Replaced => Err(Refusal::SuggestionNotPending),
    }
}

/// Marks a draft as unwanted.
pub(super) fn dismiss(
    change: &mut Change,
    part: &PartId,
    context: &Context<'_>,
) -> Result<(), Refusal> {
    let (index, _) = pending(change, part)?;
    settle(change, index, &SuggestionStatus::Dismissed);
    change.touch(context.now);
    Ok(())
}

/// An agent has said something of their own: the draft that waited is settled by it.
pub(super) fn replaced(change: &mut Change, said: usize, context: &Context<'_>) {
    if context.actor.kind != ParticipantKind::Agent {
        return;
    }
    let Some(waiting) = change.conversation().handling.pending_suggestion.clone() else { return };
    let sent = change.done.conversation.parts.get(said).map(|part| part.id.clone());
    if let (Ok((index, _)), Some(sent)) = (pending(change, &waiting), sent) {
        settle(change, index, &SuggestionStatus::Replaced(sent));
    }
}

/// Where a waiting draft is, and what it says.
fn pending(change: &Change, part: &PartId) -> Result<(usize, Vec<Content>), Refusal> {
    let index = change.find(part)?;
    let found = change.done.conversation.parts.get(index).ok_or(Refusal::PartNotFound)?;
    match &found.body {
        PartBody::Suggestion(Suggestion { message, status: SuggestionStatus::Pending, .. }) => {
            Ok((index, message.contents.clone()))
        }
        PartBody::Suggestion(_) => Err(Refusal::SuggestionNotPending),
        _ => Err(Refusal::PartNotFound),
    }
}

fn settle(change: &mut Change, index: usize, status: &SuggestionStatus) {
    change.alter(index, |part| {
        if let PartBody::Suggestion(suggestion) = &mut part.body {
            suggestion.status = status.clone();
        }
    });
    change.conversation().handling.pending_suggestion = None;
}
