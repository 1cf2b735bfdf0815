//! A reply that waited goes only where no colleague has answered meanwhile, as far as can be known
//! when its time has come: after a while without a network the thread is read first.

use super::Inbox;
use super::effects::Effects;
use super::look::made_by;
use crate::collision::{Seen, answered_by_others};
use crate::command::Command;
use crate::id::CommandId;
use crate::outbox::{Entry, EntryState};
use crate::time::Timestamp;

impl Inbox {
    /// Notes how far the thread is that the company answers with a reply, where it can be seen.
    pub(super) fn note_seen(&mut self, command_id: &CommandId) {
        if !self.me.kind.is_company() {
            return;
        }
        let Some(entry) = self.outbox.get(command_id) else { return };
        let held = self.held.get(&entry.conversation).filter(|held| held.freshness.loaded);
        let seen = held.map(|held| Seen::all(&held.parts));
        self.outbox.note_seen(command_id, seen);
    }

    /// Stops the replies that are about to leave after a colleague's that their writer has not read.
    /// Those that have to wait until it is known whether there is one.
    pub(super) fn stop_stale(&mut self, now: Timestamp, to: &mut Effects) -> Vec<CommandId> {
        self.outbox.let_go(now);
        let (mut stale, mut waits) = (Vec::new(), Vec::new());
        // What leaves in the moment in which it is written needs no second look.
        let leaves = |entry: &&Entry| {
            entry.state == EntryState::Queued && !entry.is_held() && entry.created_at < now
        };
        for entry in self.outbox.entries().filter(leaves) {
            let Some(seen) = &entry.seen else { continue };
            let held = self.held.get(&entry.conversation);
            let parts = held.map_or(&[][..], |held| &held.parts);
            if !answered_by_others(seen, parts, &self.me).is_empty() {
                // It may have arrived when nobody knew.
                let sent = Entry {
                    after: Some(seen.at),
                    after_part: Some(seen.part.clone()),
                    ..entry.clone()
                };
                if made_by(&sent, &self.me, parts).is_none() {
                    stale.push(entry.command_id.clone());
                }
            } else if !held.is_some_and(|held| held.freshness.is_settled()) {
                waits.push((entry.command_id.clone(), entry.conversation.clone()));
            }
        }
        for command_id in stale.iter().flat_map(|id| self.outbox.stop(id)).collect::<Vec<_>>() {
            self.save(&command_id, to);
            self.entry_changed(&command_id, to);
            to.list_changed();
        }
        let wait = |(command_id, id)| {
            self.touch(id).freshness.want();
            command_id
        };
        waits.into_iter().map(wait).collect()
    }

    /// What was stopped together with a reply: it is sent or thrown away together, too.
    pub(super) fn stopped_with(&self, command_id: &CommandId) -> Vec<CommandId> {
        let is_reply = |entry: &&Entry| matches!(entry.command, Command::Reply { .. });
        let reply = self.outbox.get(command_id).filter(|entry| entry.is_stopped()).filter(is_reply);
        let of = |reply: &Entry| {
            let stopped = self.outbox.stopped(&reply.conversation);
            let along = stopped.filter(|entry| !is_reply(entry));
            along.map(|entry| entry.command_id.clone()).collect()
        };
        reply.map(of).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
