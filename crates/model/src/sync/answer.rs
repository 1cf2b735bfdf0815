//! What the server has carried out: from its answer until the effect can be seen.

use std::sync::Arc;

use super::effects::Effects;
use super::{Answer, Effect, Inbox, held};
use crate::command::Command;
use crate::conversation::Conversation;
use crate::id::{CommandId, ConversationId};
use crate::outbox::{Entry, EntryState};
use crate::part::Part;

impl Inbox {
    pub(super) fn answer(&mut self, command_id: &CommandId, outcome: Answer, to: &mut Effects) {
        let Some(entry) = self.outbox.get(command_id).cloned() else {
            // An answer that comes twice; what it tells may still be news.
            if let Answer::Conversation(conversation) = outcome {
                self.take_answered(*conversation, to);
            }
            return;
        };
        match outcome {
            Answer::Conversation(conversation) => {
                let conversation = self.recognise(&entry, *conversation);
                let id = conversation.id.clone();
                let tells_all = !conversation.parts.is_empty() || !entry.command.is_spoken();
                self.take_answered(conversation, to);
                if entry.conversation.is_provisional() && self.outbox.get(command_id).is_some() {
                    self.rename(&entry, &id, to);
                }
                if tells_all {
                    self.finish(&entry, to);
                } else {
                    self.accept(command_id, to);
                }
            }
            _ if matches!(entry.command, Command::Start { .. }) => {
                // It has begun, but under which id only the list can tell.
                self.accept(command_id, to);
                to.push(Effect::List);
            }
            Answer::Part(part) => self.take_part(&entry, *part, to),
            Answer::Done if entry.command.is_spoken() => self.accept(command_id, to),
            Answer::Done => {
                self.touch(entry.conversation.clone());
                let held = held::of(&mut self.held, entry.conversation.clone());
                held.carry_out(&entry, &self.me, None);
                held.freshness.doubt(true);
                self.finish(&entry, to);
            }
        }
    }

    fn take_part(&mut self, entry: &Entry, mut part: Part, to: &mut Effects) {
        let spoken = entry.command.is_spoken();
        self.touch(entry.conversation.clone());
        let held = held::of(&mut self.held, entry.conversation.clone());
        if spoken {
            part.command_id.get_or_insert_with(|| entry.command_id.clone());
        }
        // The answer to a repetition comes after a copy that has seen the first attempt.
        if !spoken || !held.includes(part.created_at) {
            held.carry_out(entry, &self.me, spoken.then_some(&part.id));
        }
        held.add(Arc::new(part));
        // What else it did, such as reopening the conversation, is still to come.
        held.freshness.doubt(true);
        self.finish(entry, to);
    }

    pub(super) fn take_answered(&mut self, conversation: Conversation, to: &mut Effects) {
        let id = conversation.id.clone();
        if self.gone.contains_key(&id) {
            return;
        }
        let whole = !conversation.parts.is_empty();
        self.touch(id.clone()).absorb(conversation, whole);
        #[cfg(feature = "company")]
        if whole {
            self.used(&id);
        }
        to.changed(&id);
        to.list_changed();
        self.settle(&id, false, to);
    }

    /// The server has carried it out, and a fetch from now on will show it.
    fn accept(&mut self, command_id: &CommandId, to: &mut Effects) {
        self.outbox.accept(command_id);
        self.entry_changed(command_id, to);
        let Some(entry) = self.outbox.get(command_id) else { return };
        if !entry.conversation.is_provisional() {
            let held = self.touch(entry.conversation.clone());
            held.freshness.doubt(true);
            // After a reload the fetch alone will show it.
            to.forget(command_id);
        }
    }

    /// Its effect can be seen: it leaves the outbox.
    pub(super) fn finish(&mut self, entry: &Entry, to: &mut Effects) {
        if let Some(entry) = self.outbox.done(&entry.command_id) {
            to.forget(&entry.command_id);
            to.outbox_changed();
            to.list_changed();
            to.changed(&entry.conversation);
        }
    }

    /// The conversation that `start` began has got its id. The caller lets go of `start` after
    /// this: a crash in between sends it once more, and the same answer renames what is left.
    fn rename(&mut self, start: &Entry, real: &ConversationId, to: &mut Effects) {
        let provisional = &start.conversation;
        self.aliases.insert(provisional.clone(), real.clone());
        self.outbox.rename(provisional, real);
        for entry in self.outbox.pending(real) {
            if entry.command_id != start.command_id {
                to.save(entry);
            }
        }
        let was_open = self.held.remove(provisional).is_some_and(|held| held.freshness.open);
        self.touch(real.clone()).freshness.open |= was_open;
        to.push(Effect::Renamed { from: provisional.clone(), to: real.clone() });
        to.changed(real);
        to.outbox_changed();
        to.list_changed();
        if self.gone.contains_key(real) {
            self.remove(real, to);
        }
    }

    /// Lets go of what can be seen in a conversation now. `shows_all`: whatever the server had
    /// accepted is in its copy, recognised or not.
    pub(super) fn settle(&mut self, id: &ConversationId, shows_all: bool, to: &mut Effects) {
        let Some(held) = self.held.get(id) else { return };
        let is_settled = |entry: &&Entry| {
            let here = &entry.conversation == id;
            here && shows_all && entry.state == EntryState::Accepted
                || (here || entry.conversation.is_provisional()) && held.shows(&entry.command_id)
        };
        let settled: Vec<Entry> = self.outbox.entries().filter(is_settled).cloned().collect();
        for entry in &settled {
            if !self.aliases.contains_key(&entry.conversation) && entry.conversation != *id {
                self.rename(entry, id, to);
            }
            self.finish(entry, to);
        }
    }

    /// In a copy that does not say which command made which part, marks the parts that came of
    /// the messages which the server has accepted.
    pub(super) fn recognise_accepted(&self, mut conversation: Conversation) -> Conversation {
        let id = conversation.id.clone();
        for entry in self.outbox.pending(&id) {
            if entry.state == EntryState::Accepted {
                conversation = self.recognise(entry, conversation);
            }
        }
        conversation
    }

    /// Marks the part that `entry` has made, if the server has not: the first new one of this
    /// author that says the same.
    fn recognise(&self, entry: &Entry, mut conversation: Conversation) -> Conversation {
        let is_known = |part: &Part| part.command_id.as_ref() == Some(&entry.command_id);
        if entry.command.is_spoken() && !conversation.parts.iter().any(|part| is_known(part)) {
            let known = self.held.get(&conversation.id).map_or(&[][..], |held| &held.parts);
            let is_it = |part: &&mut Arc<Part>| {
                part.command_id.is_none()
                    && part.author.as_ref().is_some_and(|author| author.is_same(&self.me))
                    && part.contents() == entry.command.contents()
                    && !known.iter().any(|there| there.id == part.id)
            };
            if let Some(part) = conversation.parts.iter_mut().find(is_it) {
                Arc::make_mut(part).command_id = Some(entry.command_id.clone());
            }
        }
        conversation
    }
}
