//! Looking first: where a server takes no keys, what may have been carried out already is looked for
//! before it is sent again.

use std::sync::Arc;

use super::effects::Effects;
use super::{Effect, Inbox};
use crate::content::Content;
use crate::conversation::Conversation;
use crate::id::CommandId;
use crate::markdown::preview_text;
use crate::outbox::Entry;
use crate::part::Part;
use crate::participant::Participant;
use crate::time::{MINUTE, Timestamp};

/// How wrong a device's clock may be where nothing that the server has dated is known, in
/// milliseconds.
const SLACK: i64 = 15 * MINUTE;

/// More characters than a message has.
const ALL: usize = 20_000;

/// The part that a message has become, in a thread whose server does not say which command made
/// which part: the first by this author that says the same, is younger than everything that was
/// known when the message left, and is not known to be another command's.
pub fn made_by<'a>(
    entry: &Entry,
    me: &Participant,
    parts: &'a [Arc<Part>],
) -> Option<&'a Arc<Part>> {
    parts.iter().find(|part| {
        part.command_id.is_none()
            && (Some(part.created_at), Some(&part.id)) > (entry.after, entry.after_part.as_ref())
            && part.author.as_ref().is_some_and(|author| author.is_same(me))
            && part.is_public() != entry.command.is_note()
            && says_the_same(part.contents(), entry.command.contents())
    })
}

/// A system may write what was said in its own way: the words count, not their markup.
fn says_the_same(one: &[Content], other: &[Content]) -> bool {
    one == other
        || match (one, other) {
            ([Content::Text { markdown: one }], [Content::Text { markdown: other }]) => {
                preview_text(one, ALL) == preview_text(other, ALL)
            }
            _ => false,
        }
}

impl Inbox {
    /// Notes what is known before a message leaves: whatever becomes of it is younger.
    pub(super) fn note_before(&mut self, command_id: &CommandId) {
        let Some(entry) = self.outbox.get(command_id) else { return };
        if !entry.command.is_spoken() {
            return;
        }
        let mut part = None;
        let newest = if entry.conversation.is_provisional() {
            let began = |conversation: &Conversation| conversation.created_at;
            self.held.values().filter_map(|held| held.head.as_deref().map(began)).max()
        } else {
            let held = self.held.get(&entry.conversation);
            let newest = held.and_then(|held| held.parts.last());
            part = newest.map(|newest| newest.id.clone());
            newest.map(|newest| newest.created_at)
        };
        let at = newest.unwrap_or(entry.created_at.plus(-SLACK));
        self.outbox.sent_after(command_id, at, part);
    }

    /// Asks for what has to be looked at before anything is sent again.
    pub(super) fn look(&mut self, now: Timestamp, to: &mut Effects) {
        for command_id in self.outbox.take_doubtful(now) {
            let Some(entry) = self.outbox.get(&command_id) else { continue };
            let Some(since) = entry.after else { continue };
            let conversation = entry.conversation.clone();
            to.push(Effect::Look { command_id, conversation, since });
        }
    }

    /// What may show that a command was carried out has arrived. What it does not show was not
    /// carried out, and is sent again.
    pub(super) fn looked(
        &mut self,
        command_id: &CommandId,
        conversations: Vec<Conversation>,
        to: &mut Effects,
    ) {
        for conversation in conversations {
            let (id, began) = (conversation.id.clone(), conversation.created_at);
            let conversation = self.recognise_accepted(conversation);
            self.take_answered(conversation, to);
            let Some(entry) = self.outbox.get(command_id) else { continue };
            let is_new = Some(began) > entry.after;
            if entry.conversation == id || entry.conversation.is_provisional() && is_new {
                let Some(held) = self.held.get_mut(&id) else { continue };
                let made = made_by(entry, &self.me, &held.parts).map(|part| part.id.clone());
                if let Some(part) =
                    held.parts.iter_mut().find(|part| Some(&part.id) == made.as_ref())
                {
                    Arc::make_mut(part).command_id = Some(command_id.clone());
                    self.settle(&id, false, to);
                }
            }
        }
        self.outbox.missing(command_id);
        self.entry_changed(command_id, to);
    }
}

#[cfg(test)]
mod tests;
