//! What only the company's people do: all but speaking to the other side and reading.

use std::sync::Arc;

use super::{Change, Context, Refusal, channel, organise, speak, suggest};
use crate::command::{Command, Readers};
use crate::content::Content;
use crate::conversation::{Channel, Conversation};
use crate::id::{PartId, ParticipantId};
use crate::markdown::preview_text;
use crate::part::{Message, Part, PartBody};
use crate::suggestion::{Suggestion, SuggestionStatus};
use crate::time::Timestamp;

/// So much of a message is compared with a title, in characters: titles are shorter.
const SAID_CHARACTERS: usize = 1_000;

pub(super) fn carry_out(
    change: &mut Change,
    command: &Command,
    context: &mut Context<'_>,
) -> Result<(), Refusal> {
    match command {
        // The two sides' own, which `apply` has carried out.
        Command::Start { .. } | Command::Reply { .. } | Command::MarkRead { .. } => {}
        Command::Note { contents } => note(change, contents, context)?,
        Command::Redact { part } => redact(change, part, context)?,
        Command::Assign { agent, team } => {
            organise::assign(change, agent.as_ref(), team.as_ref(), context);
        }
        Command::Pend => organise::pend(change, context),
        Command::SetInProgress { on } => organise::set_in_progress(change, *on, context),
        Command::SetStarred { on } => organise::set_starred(change, *on, context),
        Command::SetArchived { on } => organise::set_archived(change, *on, context),
        Command::MarkUnread => organise::mark_unread(change, context),
        Command::SetTags { tags } => organise::set_tags(change, tags, context)?,
        Command::MarkSeen { part, agent } => channel::mark_seen(change, part, agent, context)?,
        Command::React { part, emoji } => {
            channel::react(change, part, emoji.as_deref(), context)?;
        }
        Command::SetDelivery { part, delivery, info } => {
            channel::set_delivery(change, part, delivery, info.as_deref(), context)?;
        }
        Command::Restart { contents } => channel::restart(change, contents, context)?,
        Command::LogCall { call, external_id } => {
            channel::log_call(change, call, external_id.as_deref(), context);
        }
        Command::Suggest { contents } => suggest::suggest(change, contents, context)?,
        Command::SendSuggestion { part, envelope } => {
            suggest::send(change, part, envelope, context)?;
        }
        Command::DismissSuggestion { part } => suggest::dismiss(change, part, context)?,
        Command::Close => organise::close(change, context),
        Command::Reopen => organise::reopen(change, context),
        Command::Snooze { until } => organise::snooze(change, *until, context)?,
        Command::SetTitle { title } => organise::set_title(change, title, context)?,
        Command::SetPriority { priority } => {
            organise::set_priority(change, *priority, context);
        }
        Command::SetAttributes { attributes } => {
            organise::set_attributes(change, attributes, context)?;
        }
        Command::AttachTag { tag } => organise::attach_tag(change, tag, context)?,
        Command::DetachTag { tag } => organise::detach_tag(change, tag, context)?,
        Command::AddParticipant { participant } => {
            organise::add_participant(change, participant, context);
        }
        Command::RemoveParticipant { participant } => {
            organise::remove_participant(change, participant, context)?;
        }
    }
    Ok(())
}

fn note(
    change: &mut Change,
    contents: &[Content],
    context: &mut Context<'_>,
) -> Result<(), Refusal> {
    speak::check(contents)?;
    let author = context.actor.clone();
    change.add(PartBody::Note(Message::new(contents.to_vec())), Some(author), context);
    speak::read_by_author(change, context);
    Ok(())
}

fn redact(change: &mut Change, part: &PartId, context: &mut Context<'_>) -> Result<(), Refusal> {
    let index = change.find(part)?;
    let parts = &change.done.conversation.parts;
    if !parts.get(index).is_some_and(|part| part.is_redactable()) {
        return Err(Refusal::NotRedactable);
    }
    let now = context.now;
    let said = parts.get(index).and_then(|part| part.markdown()).map(str::to_owned);
    let empty = |part: &mut Part| {
        if let PartBody::Message(message) | PartBody::Suggestion(Suggestion { message, .. }) =
            &mut part.body
        {
            message.contents.clear();
            message.html = None;
        }
        part.tracking.subject = None;
        part.redacted = true;
        part.updated_at = part.updated_at.max(now);
    };
    change.alter(index, empty);
    // A draft that was sent as it stood says the same.
    let is_its_draft = |other: &Arc<Part>| match &other.body {
        PartBody::Suggestion(draft) => draft.status == SuggestionStatus::Sent(part.clone()),
        _ => false,
    };
    if let Some(draft) = change.done.conversation.parts.iter().position(is_its_draft) {
        change.alter(draft, empty);
    }
    let conversation = change.conversation();
    if let Some(preview) = &mut conversation.preview
        && &preview.part_id == part
    {
        preview.text.clear();
        preview.content = None;
    }
    let mut spoken = conversation.parts.iter().filter(|part| part.is_spoken());
    if spoken.next().is_some_and(|first| &first.id == part) {
        forget_opening(conversation, said.as_deref());
    }
    change.touch(now);
    Ok(())
}

/// The first message is also told as the conversation's source, and a title that was made of its
/// beginning says the same.
fn forget_opening(conversation: &mut Conversation, said: Option<&str>) {
    if let Some(source) = &mut conversation.source {
        source.markdown.clear();
        source.html.clear();
    }
    let words = |text: &str| preview_text(text, SAID_CHARACTERS);
    let said = said.map(words).unwrap_or_default();
    let begins = |title: &String| {
        let title = words(title.trim_end_matches('…'));
        !title.is_empty() && said.starts_with(&title)
    };
    if conversation.title.as_ref().is_some_and(begins) {
        conversation.title = None;
        if let Some(source) = &mut conversation.source {
            source.subject = None;
        }
    }
}

/// Moves the receipts of others.
pub(super) fn move_receipts(change: &mut Change, readers: &Readers) {
    let moved: Vec<ParticipantId> = change
        .done
        .conversation
        .read_receipts
        .iter()
        .filter(|receipt| {
            let (all, listed) = if receipt.kind.is_contact() {
                (readers.all_contacts, &readers.contacts)
            } else {
                (readers.all_agents, &readers.agents)
            };
            all || listed.contains(&receipt.participant)
        })
        .map(|receipt| receipt.participant.clone())
        .collect();
    for reader in &moved {
        change.read_all(reader, None);
    }
}

impl Change {
    /// Something about the conversation is different now.
    pub(super) fn touch(&mut self, now: Timestamp) {
        let conversation = self.conversation();
        conversation.updated_at = conversation.updated_at.max(now);
    }

    /// What is as it was has not changed now: a second star is no news.
    pub(super) fn forget_touch(&mut self, before: &Conversation) {
        let touched = std::mem::replace(&mut self.done.conversation.updated_at, before.updated_at);
        if self.done.conversation != *before {
            self.done.conversation.updated_at = touched;
        }
    }

    /// Where a part is.
    pub(super) fn find(&self, part: &PartId) -> Result<usize, Refusal> {
        let mut parts = self.done.conversation.parts.iter();
        parts.position(|candidate| &candidate.id == part).ok_or(Refusal::PartNotFound)
    }

    /// Whether the channel has delivered this already. Each channel has names of its own.
    pub(super) fn knows(&self, external_id: Option<&str>, channel: &Channel) -> bool {
        let known = |part: &Arc<Part>| {
            part.tracking.external_id.as_deref() == external_id
                && part.channel.as_ref() == Some(channel)
        };
        external_id.is_some() && self.done.conversation.parts.iter().any(known)
    }

    /// Alters a part that is there.
    pub(super) fn alter(&mut self, index: usize, alter: impl FnOnce(&mut Part)) {
        if let Some(part) = self.done.conversation.parts.get_mut(index) {
            let before = part.clone();
            alter(Arc::make_mut(part));
            if before != *part {
                self.done.changed.push(part.id.clone());
            }
        }
    }
}
