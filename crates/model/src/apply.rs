//! What a command does to a conversation, or why it may not.
//!
//! [`apply`] is a pure function. The server runs it to decide, the client runs the same one to show
//! the outcome before the server has answered, so the two cannot disagree about a rule.

#[cfg(feature = "company")]
mod channel;
#[cfg(feature = "company")]
mod company;
#[cfg(feature = "company")]
mod emoji;
#[cfg(feature = "company")]
mod entry;
#[cfg(feature = "company")]
mod organise;
mod receipts;
mod refusal;
#[cfg(feature = "company")]
mod reverse;
mod speak;
#[cfg(feature = "company")]
mod suggest;
#[cfg(feature = "company")]
mod timing;

use std::sync::Arc;

pub use refusal::Refusal;
#[cfg(feature = "company")]
pub use reverse::{Reversal, reversal};
pub use speak::{may_open, preview_of};

use crate::command::Command;
use crate::conversation::Conversation;
use crate::id::{CommandId, PartId};
use crate::part::{Part, PartBody};
use crate::participant::Participant;
use crate::time::Timestamp;

/// Who does it, when, under which rules, and where the ids of new parts come from.
pub struct Context<'a> {
    /// Who acts.
    pub actor: &'a Participant,
    /// When.
    pub now: Timestamp,
    /// The command's own id, kept on the part it makes.
    pub command_id: Option<&'a CommandId>,
    /// The organisation's own rules.
    #[cfg(feature = "company")]
    pub policy: &'a crate::policy::Policy,
    /// Gives the next unused part id.
    pub new_part_id: &'a mut dyn FnMut() -> PartId,
}

impl<'a> Context<'a> {
    /// By this actor at this instant, under the standard rules and without a command's id.
    pub fn new(
        actor: &'a Participant,
        now: Timestamp,
        new_part_id: &'a mut dyn FnMut() -> PartId,
    ) -> Self {
        Self {
            actor,
            now,
            command_id: None,
            #[cfg(feature = "company")]
            policy: crate::policy::Policy::standard(),
            new_part_id,
        }
    }
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
        Command::Reply { contents, .. } => speak::reply(&mut change, contents, command, context)?,
        Command::MarkRead { readers } => receipts::mark_read(&mut change, readers, context),
        #[cfg(feature = "company")]
        command => {
            company(&mut change, command, context)?;
            change.forget_touch(conversation);
        }
    }
    Ok(change.done)
}

#[cfg(feature = "company")]
use company::carry_out as company;

/// Customers speak and read; all else is the company's.
fn allow(command: &Command, actor: &Participant) -> Result<(), Refusal> {
    let theirs = match command {
        Command::Start { .. } | Command::Reply { .. } => true,
        #[cfg(feature = "company")]
        Command::React { .. } => true,
        Command::MarkRead { readers } => readers.is_own(),
        #[cfg(feature = "company")]
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
        if part.is_spoken() || matches!(part.body, PartBody::Note(_) | PartBody::Call(_)) {
            part.command_id = context.command_id.cloned();
            conversation.last_activity_at = Some(at);
        }
        conversation.parts.push(Arc::new(part));
        conversation.updated_at = conversation.updated_at.max(at);
        self.done.added.push(id.clone());
        id
    }
}

#[cfg(test)]
mod tests;
