//! What a command does to a conversation, or why it may not.
//!
//! [`apply`] is a pure function. The server runs it to decide, the client runs the same one to show
//! the outcome before the server has answered, so the two cannot disagree about a rule.

mod organise;
mod refusal;
mod speak;

use std::sync::Arc;

pub use refusal::Refusal;
pub use speak::preview_of;

use crate::command::Command;
use crate::conversation::Conversation;
use crate::id::{CommandId, PartId, ParticipantId};
use crate::part::{Part, PartBody};
use crate::participant::Participant;
use crate::time::Timestamp;

/// Who does it, when, and where the ids of new parts come from.
pub struct Context<'a> {
    /// Who acts.
    pub actor: &'a Participant,
    /// When.
    pub now: Timestamp,
    /// The command's own id, kept on the part it makes.
    pub command_id: Option<&'a CommandId>,
    /// Gives the next unused part id.
    pub new_part_id: &'a mut dyn FnMut() -> PartId,
}

/// A conversation after a command, and which of its parts that made or altered.
#[derive(Clone, Debug, PartialEq)]
pub struct Applied {
    /// The new state. Its parts are those that were given, and the new ones after them.
    pub conversation: Conversation,
    /// Ids of the parts that are new.
    pub added: Vec<PartId>,
    /// Ids of the parts that were there and are now different.
    pub changed: Vec<PartId>,
}

/// Applies `command` to `conversation`.
///
/// The conversation may carry all of its parts or only the newest. Commands that name a part or
/// look for the newest message see just those that are there.
///
/// # Errors
/// The [`Refusal`] that says which rule forbids it; the conversation is untouched then.
pub fn apply(
    conversation: &Conversation,
    command: &Command,
    context: &mut Context<'_>,
) -> Result<Applied, Refusal> {
    allow(command, context.actor)?;
    let mut change = Change::new(conversation.clone());
    match command {
        Command::Start { contents } => speak::start(&mut change, contents, context)?,
        Command::Reply { contents } => speak::reply(&mut change, contents, context)?,
        Command::Note { contents } => speak::note(&mut change, contents, context)?,
        Command::Redact { part } => speak::redact(&mut change, part, context)?,
        Command::MarkRead { readers } => organise::mark_read(&mut change, readers, context),
        Command::Assign { agent, team } => {
            organise::assign(&mut change, agent.as_ref(), team.as_ref(), context);
        }
        Command::Close => organise::close(&mut change, context),
        Command::Reopen => organise::reopen(&mut change, context),
        Command::Snooze { until } => organise::snooze(&mut change, *until, context)?,
        Command::SetTitle { title } => organise::set_title(&mut change, title, context)?,
        Command::SetPriority { priority } => {
            organise::set_priority(&mut change, *priority, context);
        }
        Command::SetAttributes { attributes } => {
            organise::set_attributes(&mut change, attributes, context);
        }
        Command::AttachTag { tag } => organise::attach_tag(&mut change, tag, context)?,
        Command::DetachTag { tag } => organise::detach_tag(&mut change, tag, context)?,
        Command::AddParticipant { participant } => {
            organise::add_participant(&mut change, participant, context);
        }
        Command::RemoveParticipant { participant } => {
            organise::remove_participant(&mut change, participant, context)?;
        }
    }
    Ok(change.done)
}

/// Customers speak and read; all else is the company's.
fn allow(command: &Command, actor: &Participant) -> Result<(), Refusal> {
    let theirs = match command {
        Command::Start { .. } | Command::Reply { .. } => true,
        Command::MarkRead { readers } => {
            readers.me
                && !readers.all_agents
                && !readers.all_contacts
                && readers.agents.is_empty()
                && readers.contacts.is_empty()
        }
        _ => false,
    };
    if theirs || actor.kind.is_company() { Ok(()) } else { Err(Refusal::NotAllowed) }
}

/// A change under way.
struct Change {
    done: Applied,
}

impl Change {
    fn new(conversation: Conversation) -> Self {
        Self { done: Applied { conversation, added: Vec::new(), changed: Vec::new() } }
    }

    fn conversation(&mut self) -> &mut Conversation {
        &mut self.done.conversation
    }

    /// Something about the conversation is different now.
    fn touch(&mut self, now: Timestamp) {
        let conversation = self.conversation();
        conversation.updated_at = conversation.updated_at.max(now);
    }

    /// Adds a part at the end and returns its id. Time never runs backwards within a thread: a
    /// part is at least a millisecond younger than the one before it, whatever the clock says.
    fn add(
        &mut self,
        body: PartBody,
        author: Option<Participant>,
        context: &mut Context<'_>,
    ) -> PartId {
        let conversation = &mut self.done.conversation;
        let newest = conversation.parts.last().map(|part| part.created_at.plus(1));
        let at = newest.map_or(context.now, |newest| newest.max(context.now));
        let id = (context.new_part_id)();
        let mut part = Part::new(id.clone(), body, author, at);
        if part.is_spoken() || matches!(part.body, PartBody::Note(_)) {
            part.command_id = context.command_id.cloned();
            conversation.last_activity_at = Some(at);
        }
        conversation.parts.push(Arc::new(part));
        conversation.updated_at = conversation.updated_at.max(at);
        self.done.added.push(id.clone());
        id
    }

    /// Alters a part that is there.
    fn alter(&mut self, index: usize, alter: impl FnOnce(&mut Part)) {
        if let Some(part) = self.done.conversation.parts.get_mut(index) {
            alter(Arc::make_mut(part));
            self.done.changed.push(part.id.clone());
        }
    }

    /// Moves the receipt of one participant to the newest part, making it if `or_new` says so.
    fn read_all(&mut self, reader: &ParticipantId, or_new: Option<&Participant>) {
        let conversation = &mut self.done.conversation;
        let Some(newest) = conversation.parts.last().map(|part| part.id.clone()) else { return };
        let receipts = &mut conversation.read_receipts;
        if let Some(receipt) = receipts.iter_mut().find(|receipt| &receipt.participant == reader) {
            receipt.last_read_part = newest;
        } else if let Some(participant) = or_new {
            receipts.push(crate::conversation::ReadReceipt {
                participant: reader.clone(),
                kind: participant.kind.clone(),
                last_read_part: newest,
            });
        }
    }
}

#[cfg(test)]
mod tests;
